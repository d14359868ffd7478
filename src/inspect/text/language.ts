import type { Language } from '../../model/basics.ts';
import type { FileReading } from '../reader.ts';
import { wordsOf } from './words.ts';

/** Fewer letters tell nothing, not even by their script. */
const FEWEST = 24;
/** Letters from which statistics tell more than chance, and are worth the time that loading them takes. */
const ENOUGH = 100;

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
  ['he', /\p{Script=Hebrew}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['gu', /\p{Script=Gujarati}/gu],
  ['pa', /\p{Script=Gurmukhi}/gu],
  ['or', /\p{Script=Oriya}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['kn', /\p{Script=Kannada}/gu],
  ['ml', /\p{Script=Malayalam}/gu],
];

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const shareOf = (text: string, pattern: RegExp, letters: number): number =>
  (text.match(pattern)?.length ?? 0) / letters;

/** Japanese mixes its own letters into Chinese ones; Chinese alone has none of them. */
const byScript = (text: string, letters: number): Language | null => {
  const kana = shareOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, letters);
  if (kana > 0.02) return 'ja';
  if (shareOf(text, /\p{Script=Han}/gu, letters) > 0.5) return 'zh';
  return scripts.find(([, pattern]) => shareOf(text, pattern, letters) > 0.5)?.[0] ?? null;
};

/**
 * The language of a file by its words, or null where there are too few to tell. The kind of words that tells best and
 * is there decides; the statistics are loaded when they are first needed.
 */
export const languageOf = async (reading: FileReading): Promise<Language | null> => {
  let guess: Language | null = null;
  for (const words of wordsOf(reading)) {
    const letters = lettersIn(words);
    if (letters < FEWEST) continue;
    const script = byScript(words, letters);
    if (script !== null) return script;
    if (letters < ENOUGH) continue;
    const { eld } = await import('eld/extrasmall');
    const found = eld.detect(words);
    if (found.language === '') continue;
    if (found.isReliable()) return found.language;
    guess ??= found.language;
  }
  return guess;
};
