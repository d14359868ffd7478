import { criteriaNamed } from '../content/index.ts';
import type { ToldAbsence } from '../coverage/index.ts';
import { arrivedWell, type Observation } from '../model/observation.ts';
import { unpublishedIn } from '../pages/index.ts';
import { siteOf } from '../web/address.ts';
import { type AuditContext, categoryRules } from './context.ts';
import { candidateOf, type Surveyed } from './coverage.ts';
import type { Group } from './dataset/index.ts';

/* What official sources of the country say themselves: that they do not publish something that the category asks for. */

/** A sentence, where it stands, and the criteria that it is about. */
export interface Unpublished extends ToldAbsence {
  readonly sentence: string;
  readonly criteria: readonly string[];
}

/** Only who acts for the whole country can say what the country does not publish. */
const speaksForCountry = ({ root }: Group): boolean =>
  arrivedWell(root) && root.official.verdict === 'official' && root.provenance.level.verdict === 'national';

const textsOf = (group: Group, seen: Surveyed): readonly string[] => {
  const { inspection, subject } = group.root;
  const record = candidateOf(group, seen)?.record ?? null;
  return [inspection?.page?.text, subject?.description, record?.description].filter(
    (text): text is string => text !== undefined && text !== '',
  );
};

const known = new WeakMap<Observation, readonly string[]>();

const sentencesOf = (group: Group, seen: Surveyed, { data }: AuditContext): readonly string[] => {
  const sentences = known.get(group.root) ?? textsOf(group, seen).flatMap((text) => unpublishedIn(text, data.pages));
  known.set(group.root, sentences);
  return sentences;
};

/** The sentences of official pages and records that say of required criteria that they are not published. */
export const unpublishedBy = (seen: Surveyed, context: AuditContext): readonly Unpublished[] => {
  const { category, place, scope, data } = context;
  const asked = categoryRules(context);
  if (category === null || place === null || scope !== 'country' || asked === undefined) return [];
  const required = new Set(asked.groups.flat());
  const criteria = category.criteria.filter(({ id }) => required.has(id));
  const { concepts } = data.contentOf(category.id);
  const own = new Set(place.addresses.filter((one) => one.category === category.id).map(({ url }) => siteOf(url)));
  return seen.groups.filter(speaksForCountry).flatMap((group) =>
    sentencesOf(group, seen, context).flatMap((sentence): readonly Unpublished[] => {
      const named = criteriaNamed(sentence, criteria, concepts).map(({ id }) => id);
      const { evidence, finalUrl } = group.root;
      return named.length === 0 ? [] : [{ evidence, sentence, criteria: named, isOfBody: own.has(siteOf(finalUrl)) }];
    }),
  );
};
