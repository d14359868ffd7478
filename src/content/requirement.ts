import type { Category, CategoryEdition, PlaceFacts } from '../model/data.ts';
import type { CriteriaRule, Verdict } from '../model/review.ts';

/** Which criteria of a category must be met together under an edition, in one place. */
export interface Requirement {
  /** Groups of criterion ids, and whether each counts there: Unsure where the fact that says so is not known. */
  readonly groups: readonly { readonly ids: readonly string[]; readonly counts: Verdict }[];
  /** Groups of which every criterion must be met, at least. */
  readonly atLeast: number;
}

/** What an edition requires; where the category is not part of it, its nearest earlier edition does. */
export const categoryEdition = ({ editions }: Category, id: string): CategoryEdition | undefined =>
  editions.find(({ edition }) => edition === id) ??
  editions.filter(({ edition }) => edition <= id).at(-1) ??
  editions[0];

/** The requirement of an edition in a place with these facts. */
export const requirementOf = (
  { groups, atLeast, conditions = [] }: CategoryEdition,
  facts: PlaceFacts,
): Requirement => ({
  atLeast,
  groups: groups.map((ids, index) => {
    const condition = conditions.find(({ group }) => group === index);
    if (condition === undefined) return { ids, counts: 'Yes' };
    const fact = facts[condition.fact];
    return { ids, counts: fact === undefined ? 'Unsure' : fact === condition.is ? 'Yes' : 'No' };
  }),
});

const groupAnswer = (ids: readonly string[], answers: ReadonlyMap<string, Verdict>): Verdict => {
  const all = ids.map((id) => answers.get(id) ?? 'Unsure');
  if (all.includes('No')) return 'No';
  return all.includes('Unsure') ? 'Unsure' : 'Yes';
};

/** The criteria together: met where enough groups are, missed where enough no longer can be. */
export const criteriaRule = ({ groups, atLeast }: Requirement, answers: ReadonlyMap<string, Verdict>): CriteriaRule => {
  const verdicts = groups.map(({ ids, counts }): Verdict => {
    if (counts === 'No') return 'No';
    const answer = groupAnswer(ids, answers);
    return counts === 'Unsure' && answer === 'Yes' ? 'Unsure' : answer;
  });
  if (verdicts.filter((answer) => answer === 'Yes').length >= atLeast) return 'met';
  return verdicts.filter((answer) => answer !== 'No').length >= atLeast ? 'unknown' : 'missed';
};

/** All choices of so many from a list, in its order. */
const choices = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  size === 0 ? [[]] : list.flatMap((one, at) => choices(list.slice(at + 1), size - 1).map((rest) => [one, ...rest]));

/** The fewest criteria that are missing to what is required; none where nothing is, and where no fact says what is. */
export const fewestMissing = (
  { groups, atLeast }: Requirement,
  answers: ReadonlyMap<string, Verdict>,
): readonly string[] => {
  const counting = groups.filter(({ counts }) => counts === 'Yes');
  const missing = choices(counting, atLeast).map((some) => [
    ...new Set(some.flatMap(({ ids }) => ids.filter((id) => answers.get(id) !== 'Yes'))),
  ]);
  return (
    missing.reduce<readonly string[] | null>(
      (best, one) => (best === null || one.length < best.length ? one : best),
      null,
    ) ?? []
  );
};
