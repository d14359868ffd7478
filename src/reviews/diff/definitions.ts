import type { Category, CategoryEdition } from '../../model/data.ts';
import type { DefinitionChange } from '../../model/diff.ts';

const requiredBy = ({ groups }: CategoryEdition): ReadonlySet<string> => new Set(groups.flat());

const combinationOf = ({ groups, atLeast }: CategoryEdition): string =>
  JSON.stringify([groups.map((group) => [...group].sort()), atLeast]);

const dueBy = ({ cycle }: CategoryEdition): string => cycle.every ?? cycle.per ?? 'no set time';

/** What a category asks for under one edition and not the other; null where it asks for the same, or one does not know it. */
export const definitionChange = (category: Category, before: string, after: string): DefinitionChange | null => {
  const [old, fresh] = [before, after].map((id) => category.editions.find(({ edition }) => edition === id));
  if (old === undefined || fresh === undefined) return null;
  const [had, has] = [requiredBy(old), requiredBy(fresh)];
  const labels = (isMeant: (id: string) => boolean): readonly string[] =>
    category.criteria.filter(({ id }) => isMeant(id)).map(({ label }) => label);
  const isRecombined = combinationOf(old) !== combinationOf(fresh);
  const isDueOtherwise = dueBy(old) !== dueBy(fresh);
  if (!isRecombined && !isDueOtherwise) return null;
  const [added, removed] = [labels((id) => has.has(id) && !had.has(id)), labels((id) => had.has(id) && !has.has(id))];
  return {
    category: category.id,
    title: category.titles['en'] ?? category.id,
    added,
    removed,
    kept: labels((id) => has.has(id) && had.has(id)),
    recombined: isRecombined && added.length === 0 && removed.length === 0,
    due: isDueOtherwise ? { before: dueBy(old), after: dueBy(fresh) } : null,
  };
};
