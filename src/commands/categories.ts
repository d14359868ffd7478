import type { Category } from '../model/data.ts';
import { asJson } from '../render/escape.ts';
import type { Command } from './command.ts';
import { type OutputOptions, withOutput } from './options.ts';
import { deliver } from './output.ts';
import { categoryOf } from './subject.ts';

const titleOf = ({ id, titles }: Category): string => titles['en'] ?? id;

const asLine = (category: Category): string => {
  const aliases = category.aliases.length === 0 ? '' : `  (${category.aliases.join(', ')})`;
  return `${category.id.padEnd(22)}${titleOf(category)}${aliases}`;
};

const asItem = (category: Category) => ({
  id: category.id,
  title: titleOf(category),
  aliases: category.aliases,
  description: category.description,
  criteria: category.criteria.map(({ id, label, kind }) => ({ id, label, kind })),
  editions: category.editions.map(({ edition, groups, atLeast }) => ({ edition, groups, atLeast })),
});

const requirement = ({ edition, groups, atLeast }: Category['editions'][number]): string => {
  const [first, ...others] = groups.map((group) => group.join(' '));
  return others.length === 0
    ? `  ${edition}  ${first}`
    : `  ${edition}  ${atLeast} of: ${[first, ...others].join(' | ')}`;
};

const describe = (category: Category): string =>
  [
    `${titleOf(category)} (${[category.id, ...category.aliases].join(', ')})`,
    category.description,
    '',
    'criteria',
    ...category.criteria.map(({ id, label, kind }) => `  ${id.padEnd(20)}${label} (${kind})`),
    'required by',
    ...category.editions.map(requirement),
  ].join('\n');

/** `odi categories [category]`: what is known, as a list, or of one category in full. */
export const categories: Command = (program, shell) => {
  const words = program
    .command('categories')
    .description('list the categories that are known, or what one must contain')
    .argument('[category]', 'id, alias or title in any language');
  withOutput(words, ['text', 'json']).action(async (word: string | undefined, { format, out }: OutputOptions) => {
    if (word !== undefined) {
      const category = await categoryOf(word, shell);
      deliver(shell, format === 'json' ? asJson(asItem(category)) : describe(category), out);
      return;
    }
    const all = shell.criteria.categories().map(shell.criteria.category);
    const document = format === 'json' ? asJson({ categories: all.map(asItem) }) : all.map(asLine).join('\n');
    deliver(shell, document, out);
  });
};
