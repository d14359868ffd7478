import { asTold } from '../coverage/index.ts';
import { newestEdition } from '../discover/topics.ts';
import type { Observation } from '../model/observation.ts';
import { isOfPart } from '../model/records.ts';
import { addressKey } from '../web/address.ts';
import type { AuditContext } from './context.ts';
import { coverageOf, type Surveyed } from './coverage.ts';
import { criteriaOver, type ToldCriteria, withContestsOf } from './criteria.ts';
import { choose, editionOf, editionYear, type Group, observationsOf, type VerdictOf } from './dataset/index.ts';
import type { FrontierEntry } from './frontier.ts';
import { type Unpublished, unpublishedBy } from './unpublished.ts';

/** What the dataset is chosen from: the candidate that a person chose, where it was looked at. */
const choosable = ({ groups }: Surveyed, { choose: chosen }: AuditContext): Surveyed['groups'] => {
  const own = groups.filter(({ root }) => chosen !== undefined && addressKey(root.url) === addressKey(chosen));
  return own.length > 0 ? own : groups;
};

/** What was seen, judged as far as the choice of the dataset. */
export interface Weighing {
  readonly ofAny: ReturnType<typeof coverageOf>;
  readonly verdictOf: VerdictOf;
  readonly choice: ReturnType<typeof withContestsOf>;
  /** What its publisher says that it does not publish, and that the dataset lacks; null where nobody says so. */
  readonly told: Unpublished | null;
}

type Judged = Omit<Weighing, 'told'>;

const judgedBy = (
  ofAny: Weighing['ofAny'],
  seen: Surveyed,
  context: AuditContext,
  told: ToldCriteria = new Map(),
): Judged => {
  const verdictOf = criteriaOver(seen, ofAny, context, told);
  return {
    ofAny,
    verdictOf,
    choice: withContestsOf(choose(choosable(seen, context), verdictOf, context.category?.halves), ofAny, seen, context),
  };
};

/** Where it is said that what criteria ask for is not published. */
const groundsOf = ({ evidence, sentence, criteria }: Unpublished): ToldCriteria =>
  new Map(criteria.map((id) => [id, { evidence, part: 'text', quote: sentence.slice(0, 160) }]));

/** Does a sentence say that something is not published which the chosen dataset lacks? */
const isLacking = ({ choice: { criteria } }: Judged, { criteria: told }: Unpublished): boolean =>
  criteria.findings.some(({ id, required, answer }) => required && answer === 'No' && told.includes(id));

/**
 * The dataset that stands out of what was seen so far, with what its criteria come to. Where it is open whether something is
 * anywhere, and its publisher says itself that it is not published, less has to be seen before that is said.
 */
export const judged = (seen: Surveyed, context: AuditContext): Weighing => {
  const ofAny = coverageOf(seen, context);
  const plain = judgedBy(ofAny, seen, context);
  const { rule } = plain.choice.criteria;
  if (rule !== 'unknown' && rule !== 'missed') return { ...plain, told: null };
  for (const told of unpublishedBy(seen, context)) {
    const heard = rule === 'missed' ? plain : judgedBy(asTold(ofAny, told), seen, context, groundsOf(told));
    if (heard.choice.criteria.rule === 'missed' && isLacking(heard, told)) return { ...heard, told };
  }
  return { ...plain, told: null };
};

/** A file of data that came, and is not one page of many. */
const isWholeFile = ({ kind, signs }: Observation): boolean =>
  kind === 'data' && !signs.some(({ code }) => code === 'paged');

/** Years after which newer data may be out that is not called so: older data ends no search. */
const freshYears = 1;

/**
 * Could a group be the answer by itself, so that judging it on the way is worth it? It is official, of no part of the country,
 * has a file that is the data, and is no old edition.
 */
const isPromising = (group: Group, latest: number): boolean =>
  group.root.official.verdict === 'official' &&
  !isOfPart(group.root.provenance.level) &&
  observationsOf(group).some(isWholeFile) &&
  editionYear(group) >= latest - freshYears;

const isNewer = ({ url, candidate }: FrontierEntry, edition: number, { lens, asOf }: AuditContext): boolean =>
  (candidate === null || (candidate.official.verdict !== 'third-party' && !isOfPart(candidate.level))) &&
  newestEdition(`${candidate?.title ?? ''} ${url}`, lens, Number(asOf.slice(0, 4))) > edition;

/** Tells when no more need be asked for. */
export type IsAnswered = (seen: Surveyed, waiting: readonly FrontierEntry[]) => boolean;

/**
 * Does what was seen so far show all that is asked for, in fresh official data of the whole country, and is nothing that
 * waits called newer? Then more requests change nothing that a reviewer would want to know. Each group is judged once.
 */
export const openAnswered = (context: AuditContext): IsAnswered => {
  const known = new Map<Group, boolean>();
  const latest = Number(context.asOf.slice(0, 4));
  const isMet = (group: Group, seen: Surveyed): boolean => {
    const before = known.get(group);
    if (before !== undefined) return before;
    const met =
      isPromising(group, latest) && criteriaOver(seen, coverageOf(seen, context), context)([group]).rule === 'met';
    known.set(group, met);
    return met;
  };
  return (seen, waiting) => {
    // All are judged, since each is new once.
    if (seen.groups.filter((group) => isMet(group, seen)).length === 0) return false;
    const { groups, criteria } = judged(seen, context).choice;
    const [first] = groups;
    if (first === undefined || criteria.rule !== 'met' || first.root.official.verdict !== 'official') return false;
    if (first.root.provenance.level.verdict !== 'national' && criteria.extent === null) return false;
    const edition = Math.max(...groups.map(editionOf));
    return !waiting.some((entry) => isNewer(entry, edition, context));
  };
};

/** The dataset that stands out, where it does not show all that is asked for. */
export const lackingOf = (seen: Surveyed, context: AuditContext): readonly Group[] => {
  const { groups, criteria } = judged(seen, context).choice;
  return criteria.rule === 'met' ? [] : groups;
};

/**
 * Where a publisher says itself that something is not published and no dataset shows it, all that was found is worth reading
 * whole: then it can be said.
 */
export const worthReadingWhole = (seen: Surveyed, context: AuditContext): readonly Group[] => {
  if (unpublishedBy(seen, context).length === 0 || judged(seen, context).choice.criteria.rule === 'met') return [];
  return seen.groups.filter(({ root }) => root.official.verdict !== 'third-party' && !isOfPart(root.provenance.level));
};

/**
 * Does a group show some of what is asked for and lack some, in fresh official data? What it lacks is likelier to be in its other
 * files than anywhere else.
 */
export const isNearlyMet = (group: Group, seen: Surveyed, context: AuditContext): boolean => {
  if (!isPromising(group, Number(context.asOf.slice(0, 4)))) return false;
  const { rule, findings } = criteriaOver(seen, coverageOf(seen, context), context)([group]);
  return rule === 'unknown' && findings.some(({ required, timely, answer }) => required && !timely && answer === 'Yes');
};
