import type { Language } from '../../model/basics.ts';
import type { Reading } from '../reader.ts';
import { wordsOf } from './words.ts';

/** Fewer letters tell nothing. */
const FEWEST = 24;

/** Tags that `html lang` writes, cut to the primary subtag. */
export const primaryTag = (tag: string | null | undefined): Language | null => {
  const match = /^([a-z]{2,3})(?:[-_][a-z0-9_-]*)?$/i.exec(tag?.trim() ?? '');
  return match?.[1]?.toLowerCase() ?? null;
};

/** Scripts that only one of the languages uses in which data is published. */
const scripts: readonly (readonly [Language, RegExp])[] = [
  ['km', /\p{Script=Khmer}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['si', /\p{Script=Sinhala}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['bo', /\p{Script=Tibetan}/gu],
  ['dv', /\p{Script=Thaana}/gu],
];

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const byScript = (text: string, letters: number): Language | null =>
  scripts.find(([, pattern]) => (text.match(pattern)?.length ?? 0) > letters * 0.5)?.[0] ?? null;

/**
 * The language of a file by its words, or null where there are too few to tell. The kind of words that tells best and
 * is there decides; the statistics are loaded when they are first needed.
 */
export const languageOf = async (reading: Reading): Promise<Language | null> => {
  let guess: Language | null = null;
  for (const words of wordsOf(reading)) {
    const letters = lettersIn(words);
    if (letters < FEWEST) continue;
    const script = byScript(words, letters);
    if (script !== null) return script;
    const { eld } = await import('eld/small');
    const found = eld.detect(words);
    if (found.language === '') continue;
    if (found.isReliable()) return found.language;
    guess ??= found.language;
  }
  return guess;
};
