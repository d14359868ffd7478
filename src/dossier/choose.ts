import type { CriteriaVerdict } from '../model/check.ts';
import type { Observation } from '../model/observation.ts';
import { type Group, observationsOf, type VerdictOf } from './group.ts';

/** The groups that together are the dataset under judgement, and what its criteria came to. */
export interface Choice {
  readonly groups: readonly Group[];
  readonly criteria: CriteriaVerdict;
}

const standing: Readonly<Record<Observation['official']['verdict'], number>> = {
  official: 2,
  unknown: 1,
  'third-party': 0,
};

const kindsOfData: readonly Observation['kind'][] = ['data', 'record'];

const metRequired = ({ findings }: CriteriaVerdict): number =>
  findings.filter(({ required, answer }) => required && answer === 'Yes').length;

const ruleOrder: Readonly<Record<CriteriaVerdict['rule'], number>> = { met: 1, unknown: 0, missed: 0, none: 0 };

const dataCount = (group: Group): number =>
  observationsOf(group).filter(
    ({ kind, inspection }) => kindsOfData.includes(kind) && inspection?.machineReadable === 'Yes',
  ).length;

const hasArrived = (group: Group): boolean =>
  group.root.outcome.kind === 'arrived' &&
  group.root.outcome.status < 400 &&
  group.root.kind !== 'error' &&
  group.root.kind !== 'soft-404';

/** What a careful reader would weigh, the heaviest first; the order of the candidates decides between equals. */
const weigh = (group: Group, criteria: CriteriaVerdict): readonly number[] => [
  standing[group.root.official.verdict],
  ruleOrder[criteria.rule],
  metRequired(criteria),
  Math.min(dataCount(group), 1),
  Number(hasArrived(group)),
];

const compare = (left: readonly number[], right: readonly number[]): number => {
  for (const [index, value] of left.entries()) {
    const difference = (right[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The registrable part is not needed here: one publisher's datasets sit on one host. */
const hostOf = ({ root }: Group): string => (URL.canParse(root.finalUrl) ? new URL(root.finalUrl).host : root.finalUrl);

/**
 * Chooses the dataset: the official group that meets the most required criteria. Where no single group meets the rule,
 * the groups of the same host are tried together, since a publisher may spread one dataset over several pages.
 */
export const choose = (groups: readonly Group[], verdictOf: VerdictOf): Choice => {
  const weighed = groups
    .map((group) => {
      const criteria = verdictOf([group]);
      return { group, criteria, weight: weigh(group, criteria) };
    })
    .sort((left, right) => compare(left.weight, right.weight));
  const [best] = weighed;
  if (best === undefined) return { groups: [], criteria: verdictOf([]) };
  if (best.criteria.rule === 'met' || best.criteria.rule === 'none')
    return { groups: [best.group], criteria: best.criteria };

  const siblings = weighed
    .filter(({ group }) => hostOf(group) === hostOf(best.group) && hasArrived(group))
    .map(({ group }) => group);
  if (siblings.length < 2) return { groups: [best.group], criteria: best.criteria };
  const together = verdictOf(siblings);
  const isBetter = together.rule === 'met' || metRequired(together) > metRequired(best.criteria);
  return isBetter ? { groups: siblings, criteria: together } : { groups: [best.group], criteria: best.criteria };
};
