import { newestEdition } from '../discover/topics.ts';
import type { Observation } from '../model/observation.ts';
import { isOfPart } from '../model/records.ts';
import { addressKey } from '../web/address.ts';
import type { AuditContext } from './context.ts';
import { coverageOf, type Surveyed } from './coverage.ts';
import { criteriaOver, withContestsOf } from './criteria.ts';
import { choose, editionOf, editionYear, type Group, observationsOf, type VerdictOf } from './dataset/index.ts';
import type { FrontierEntry } from './frontier.ts';

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
}

/** The dataset that stands out of what was seen so far, with what its criteria come to. */
export const judged = (seen: Surveyed, context: AuditContext): Weighing => {
  const ofAny = coverageOf(seen, context);
  const verdictOf = criteriaOver(seen, ofAny, context);
  return {
    ofAny,
    verdictOf,
    choice: withContestsOf(choose(choosable(seen, context), verdictOf, context.category?.halves), ofAny, seen, context),
  };
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
 * Does a group show some of what is asked for and lack some, in fresh official data? What it lacks is likelier to be in its other
 * files than anywhere else.
 */
export const isNearlyMet = (group: Group, seen: Surveyed, context: AuditContext): boolean => {
  if (!isPromising(group, Number(context.asOf.slice(0, 4)))) return false;
  const { rule, findings } = criteriaOver(seen, coverageOf(seen, context), context)([group]);
  return rule === 'unknown' && findings.some(({ required, timely, answer }) => required && !timely && answer === 'Yes');
};
