import { finderOf } from '../../src/content/finder.ts';
import type { ContentFile } from '../../src/content/index.ts';
import type { Concept, Concepts } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';

/* What a file taught: the words of the vocabulary that it uses. Left out, the file is judged as if nobody had seen it. */

const rows = 200;

const textsOf = ({ tables, keys, members, page, text }: Inspection): readonly string[] => [
  ...tables.flatMap((table) => [
    table.name,
    ...table.titles,
    ...table.columns.flatMap(({ name, levels }) => [name, ...levels]),
    ...table.sample
      .slice(0, rows)
      .flat()
      .filter((cell) => cell.length < 120),
  ]),
  ...keys.flatMap(({ path, examples }) => [path, path.split(/[./@[\]]+/).at(-1) ?? '', ...examples]),
  ...(page === null ? [] : [page.title, ...page.headings]),
  ...(page?.text ?? text).split('\n').slice(0, 2_000),
  ...members.flatMap(({ path, inspection }) => [path, ...(inspection === null ? [] : textsOf(inspection))]),
];

/** The phrases and codes of the vocabulary that stand in a file or its name. */
export const wordsUsedIn = ({ name, inspection }: ContentFile, concepts: Concepts): ReadonlySet<string> => {
  const find = finderOf(concepts);
  return new Set([name, ...textsOf(inspection)].flatMap((text) => find(text).map(({ phrase }) => phrase)));
};

const without = (
  { words, codes, ...rest }: Concept,
  phrases: ReadonlySet<string>,
  languages: readonly string[],
): Concept => {
  const kept = Object.entries(words)
    .filter(([language]) => !languages.includes(language))
    .map(([language, list]) => [language, list.filter((phrase) => !phrases.has(phrase))] as const);
  return {
    ...rest,
    words: Object.fromEntries(kept),
    ...(codes === undefined ? {} : { codes: codes.filter((code) => !phrases.has(code)) }),
  };
};

/** The vocabulary without some phrases and, where a language is named (`en+fr`), without all of its words. */
export const forgetting = (
  { concepts, besides = {} }: Concepts,
  phrases: ReadonlySet<string>,
  language: string | null,
): Concepts => {
  const languages = language === null ? [] : language.split(/[+/]/).map((tag) => tag.split('-')[0] ?? tag);
  const rest = (all: Concepts['concepts']): Concepts['concepts'] =>
    Object.fromEntries(Object.entries(all).map(([id, concept]) => [id, without(concept, phrases, languages)]));
  return { concepts: rest(concepts), besides: rest(besides) };
};
