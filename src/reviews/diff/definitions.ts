import type { Category } from '../../model/data.ts';
import type { DefinitionChange } from '../../model/diff.ts';

/** What an edition requires of a category: criterion ids, null where the edition does not know the category. */
const requiredBy = (category: Category, edition: string): ReadonlySet<string> | null => {
  const own = category.editions.find((item) => item.edition === edition);
  return own === undefined ? null : new Set(own.groups.flat());
};

const missingFrom = (category: Category, from: ReadonlySet<string>, to: ReadonlySet<string>): readonly string[] =>
  category.criteria.filter(({ id }) => to.has(id) && !from.has(id)).map(({ label }) => label);

const groupsOf = (category: Category, edition: string): string => {
  const own = category.editions.find((item) => item.edition === edition);
  return own === undefined
    ? ''
    : JSON.stringify([own.groups.map((group) => [...group].sort()), own.atLeast, own.cycle.every, own.cycle.per]);
};

/** What a category asks for under one edition and not the other; null where it asks for the same, or one does not know it. */
export const definitionChange = (category: Category, before: string, after: string): DefinitionChange | null => {
  const [old, fresh] = [requiredBy(category, before), requiredBy(category, after)];
  if (old === null || fresh === null || groupsOf(category, before) === groupsOf(category, after)) return null;
  return {
    category: category.id,
    title: category.titles['en'] ?? category.id,
    added: missingFrom(category, old, fresh),
    removed: missingFrom(category, fresh, old),
  };
};
