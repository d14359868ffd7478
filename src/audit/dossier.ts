import { calendarOf } from '../contests/index.ts';
import type { Localised } from '../model/basics.ts';
import type { Dossier, GoverningLicence } from '../model/check.ts';
import type { ContestsSeen } from '../model/contest.ts';
import type { Coverage } from '../model/coverage.ts';
import { factsOf } from '../model/data.ts';
import type { Observation } from '../model/observation.ts';
import type { Candidate } from '../model/records.ts';
import { type AuditContext, categoryRules } from './context.ts';
import { type Choice, editionsApart, type Group, observationsOf } from './dataset/index.ts';
import { editionIn } from './provenance.ts';

/** What was made of what was seen. */
export interface DossierParts {
  readonly groups: readonly Group[];
  readonly choice: Choice;
  readonly licence: GoverningLicence;
  readonly coverage: Coverage;
  readonly contests: ContestsSeen | null;
  /** What catalogues proposed, editions of the dataset among them. */
  readonly candidates: readonly Candidate[];
}

/** The name a review calls a place or category by. */
const named = (names: Localised, fallback: string): string => names['en'] ?? fallback;

const placeOf = ({ place }: AuditContext): Dossier['place'] =>
  place === null
    ? null
    : {
        id: place.id,
        name: named(place.names, place.slug),
        facts: factsOf(place),
        elections: calendarOf(place),
      };

const categoryOf = (context: AuditContext): Dossier['category'] => {
  const [{ category }, rules] = [context, categoryRules(context)];
  return category === null || rules === undefined
    ? null
    : { id: category.id, title: named(category.titles, category.id), cycle: rules.cycle };
};

/** Lays out everything that a check may know, with the dataset marked among what was seen. */
export const dossierOf = (
  { groups, choice, licence, coverage, contests, candidates }: DossierParts,
  context: AuditContext,
): Dossier => {
  const dataset = new Set(choice.groups.flatMap(observationsOf).map(({ evidence }) => evidence));
  const editions = candidates.flatMap(({ title }) => editionIn(title, context).edition ?? []);
  const apart = editionsApart(choice.groups[0]?.root.provenance.edition, editions);
  return {
    ...(apart === null ? {} : { editionsApart: apart }),
    asOf: context.asOf,
    place: placeOf(context),
    category: categoryOf(context),
    observations: groups
      .flatMap(observationsOf)
      .map((one): Observation => ({ ...one, chosen: dataset.has(one.evidence) })),
    criteria: choice.criteria,
    licence,
    coverage,
    contests,
  };
};
