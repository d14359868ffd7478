import type { CriteriaVerdict } from '../../model/check.ts';
import { arrivedWell, type Observation } from '../../model/observation.ts';
import { isOfPart } from '../../model/records.ts';
import { kindFacts } from '../../model/reply-kinds.ts';
import { type Group, observationsOf, type VerdictOf } from './group.ts';
import { editionOf, isOfSamePublisher, isSameDataset, isSeries } from './series.ts';

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

/** Criteria that the data must meet to exist, and that it does. */
const metRequired = ({ findings }: CriteriaVerdict): number =>
  findings.filter(({ required, timely, answer }) => required && !timely && answer === 'Yes').length;

const dataCount = (group: Group): number =>
  observationsOf(group).filter(
    ({ kind, inspection }) => kindFacts(kind)?.about === 'dataset' && inspection?.machineReadable === 'Yes',
  ).length;

/** Its page arrived, or a file that its catalogue declares whatever became of the page. */
const hasArrived = ({ root, members }: Group): boolean =>
  arrivedWell(root) || members.some((one) => one.via === null && one.kind === 'data' && arrivedWell(one));

/** Is it the whole country's: by who publishes it, or by what is in it? */
const isNational = ({ root }: Group, { extent }: CriteriaVerdict): boolean =>
  root.provenance.level.verdict === 'national' || extent !== null;

/**
 * What a careful reader would weigh, the heaviest first; the order of the candidates decides between equals. What is of
 * a part of the country comes after all else; to be the whole country's counts as one criterion more.
 */
const weigh = (group: Group, criteria: CriteriaVerdict): readonly number[] => {
  const national = Number(hasArrived(group) && isNational(group, criteria));
  const isPart = isOfPart(group.root.provenance.level) && criteria.extent === null;
  return [
    Number(!isPart),
    standing[group.root.official.verdict],
    criteria.rule === 'met' ? national : 0,
    metRequired(criteria) + national,
    Math.min(dataCount(group), 1),
    national,
    Number(hasArrived(group)),
  ];
};

const compare = (left: readonly number[], right: readonly number[]): number => {
  for (const [index, value] of left.entries()) {
    const difference = (right[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
};

interface Weighed extends Choice {
  readonly group: Group;
}

/** Of the editions of one series that show as much, the newest. */
const newestOf = (best: Weighed, weighed: readonly Weighed[]): Weighed =>
  weighed
    .filter(
      ({ group, criteria }) =>
        isSeries(group, best.group) &&
        criteria.rule === best.criteria.rule &&
        metRequired(criteria) >= metRequired(best.criteria),
    )
    .reduce((newest, one) => (editionOf(one.group) > editionOf(newest.group) ? one : newest), best);

/** A newer edition that shows less is part of the dataset all the same: it tells how far the series reaches. */
const withNewer = ({ group, criteria }: Weighed, weighed: readonly Weighed[]): Choice => {
  const newer = weighed.filter(
    (one) => isSeries(one.group, group) && hasArrived(one.group) && editionOf(one.group) > editionOf(group),
  );
  return { groups: [group, ...newer.map((one) => one.group)], criteria };
};

const isShown = (half: readonly string[], { findings }: CriteriaVerdict): boolean =>
  half.every((id) => findings.some((finding) => finding.id === id && finding.answer === 'Yes'));

/**
 * A category may have halves that one publisher keeps in datasets of their own: facilities and diseases, addresses and
 * borders. Each half must be shown whole by one of them, and together they must show all that is asked for.
 */
const withOtherHalves = (
  best: Weighed,
  weighed: readonly Weighed[],
  verdictOf: VerdictOf,
  halves: readonly (readonly string[])[],
): Choice | null => {
  if (!isNational(best.group, best.criteria)) return null;
  const others = halves
    .filter((half) => !isShown(half, best.criteria))
    .map((half) =>
      weighed.find(
        ({ group, criteria }) =>
          hasArrived(group) &&
          isNational(group, criteria) &&
          isOfSamePublisher(group, best.group) &&
          isShown(half, criteria),
      ),
    );
  if (others.length === 0 || others.length === halves.length || others.includes(undefined)) return null;
  const groups = [...new Set([best.group, ...others.flatMap((one) => (one === undefined ? [] : one.group))])];
  const criteria = verdictOf(groups);
  return criteria.rule === 'met' ? { groups, criteria } : null;
};

/**
 * Chooses the dataset: of what is the whole country's and official, the group that meets the most required criteria,
 * and of its series the newest edition that shows as much. Where no single group meets the rule, what belongs to the
 * same dataset is tried together, since a publisher may spread it over several pages or records, and then with the
 * other halves of the category, which it may keep apart.
 */
export const choose = (
  groups: readonly Group[],
  verdictOf: VerdictOf,
  halves: readonly (readonly string[])[] = [],
): Choice => {
  const weighed = groups
    .map((group): Weighed & { readonly weight: readonly number[] } => {
      const criteria = verdictOf([group]);
      return { group, groups: [group], criteria, weight: weigh(group, criteria) };
    })
    .sort((left, right) => compare(left.weight, right.weight));
  const [first] = weighed;
  if (first === undefined) return { groups: [], criteria: verdictOf([]) };
  const best = newestOf(first, weighed);
  const alone = withNewer(best, weighed);
  if (best.criteria.rule === 'met' || best.criteria.rule === 'none') return alone;

  const together = weighed
    .map(({ group }) => group)
    .filter((group) => group === best.group || (hasArrived(group) && isSameDataset(group, best.group)));
  if (together.length > 1) {
    const criteria = verdictOf(together);
    const isBetter = criteria.rule === 'met' || metRequired(criteria) > metRequired(best.criteria);
    if (isBetter) return { groups: together, criteria };
  }
  return withOtherHalves(best, weighed, verdictOf, halves) ?? alone;
};
