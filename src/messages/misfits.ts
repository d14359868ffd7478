import * as categories from 'make-plural/pluralCategories';
import { compiled, namesIn, pluralCasesIn } from './compile.ts';
import { type CompiledMessage, flattened, type LanguageFile, type MessageTree } from './language.ts';
import { together } from './trees.ts';

/** Where a language does not go with the English messages, and why. */
export interface LanguageMisfit {
  readonly tag: string;
  /** JSON pointer within the file of the language. */
  readonly at: string;
  readonly says: string;
}

const pointerTo = (id: string): string => `/messages/${id.split('.').join('/')}`;

type Read = { readonly message: CompiledMessage } | { readonly fault: string };

const read = (text: string): Read => {
  try {
    return { message: compiled(text) };
  } catch (error) {
    return { fault: `this is no sound message: ${(error as Error).message}` };
  }
};

/** The plural categories of a language by CLDR; null for one that is not known. */
const pluralsOf = (tag: string): readonly string[] | null => {
  const known: Readonly<Record<string, { readonly cardinal: readonly string[] } | undefined>> = categories;
  return known[tag.split('-')[0] ?? '']?.cardinal ?? null;
};

const listOf = (names: Iterable<string>): string =>
  [...names]
    .sort()
    .map((name) => `{${name}}`)
    .join(', ') || 'none';

/** What is wrong in one message of a language, of which the English has the `wanted` values. */
const faultsOf = (text: string, wanted: ReadonlySet<string>, plurals: readonly string[] | null): readonly string[] => {
  const own = read(text);
  if ('fault' in own) return [own.fault];
  const names = namesIn(own.message);
  const differs = names.size !== wanted.size || [...names].some((name) => !wanted.has(name));
  const strange = [...pluralCasesIn(own.message)].filter(
    (key) => !key.startsWith('=') && plurals !== null && !plurals.includes(key),
  );
  return [
    ...(differs ? [`the values ${listOf(wanted)} are expected, as in English, not ${listOf(names)}`] : []),
    ...strange.map((key) => `the language has no plural form ${key}; it has ${(plurals ?? []).join(', ')}`),
  ];
};

const ofLanguage = (
  { tag, messages }: LanguageFile,
  english: ReadonlyMap<string, ReadonlySet<string>>,
  isSource: boolean,
): readonly LanguageMisfit[] => {
  const own = new Map(flattened(messages));
  const plurals = pluralsOf(tag);
  const found = [...own].flatMap(([id, text]) => {
    const wanted = english.get(id);
    const faults = wanted === undefined ? ['the program says no such thing'] : faultsOf(text, wanted, plurals);
    return faults.map((says) => ({ tag, at: pointerTo(id), says }));
  });
  const missing = isSource ? [] : [...english.keys()].filter((id) => !own.has(id));
  return [...found, ...missing.map((id) => ({ tag, at: pointerTo(id), says: `the message ${id} is missing` }))];
};

/** The language whose texts are laid out by the program itself. */
const source = 'en';

/**
 * What does not go together in the languages: messages that are not sound, that the program does not say, or that lack a value or have
 * another than the English, and those that a language is without.
 *
 * @param beside - the English messages that stand elsewhere than in the file of the language
 */
export const languageMisfits = (files: readonly LanguageFile[], beside: MessageTree): readonly LanguageMisfit[] => {
  const own = files.find(({ tag }) => tag === source)?.messages ?? {};
  const english = flattened(together(beside, own)).map(([id, text]) => ({ id, read: read(text) }));
  const faults = english.flatMap(({ id, read: told }) =>
    'fault' in told ? [{ tag: source, at: pointerTo(id), says: `${id}: ${told.fault}` }] : [],
  );
  const wanted = new Map(
    english.map(({ id, read: told }) => [id, 'fault' in told ? new Set<string>() : namesIn(told.message)] as const),
  );
  return [...faults, ...files.flatMap((file) => ofLanguage(file, wanted, file.tag === source))];
};
