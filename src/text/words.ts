import { fold } from './fold.ts';

/* Reading words the way a careful person does: case, accents, word endings and writing habits do not matter. */

/** Scripts that put no blanks between words. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** Scripts that write articles and prepositions as letters before the word. */
const prefixing = /[\u0590-\u06ff]/;

/** Are words written without blanks in this text? */
export const isUnspaced = (text: string): boolean => unspaced.test(text);

/** May a word of this text carry an article or preposition as its first letters? */
export const hasPrefixes = (text: string): boolean => prefixing.test(text);

/**
 * The words of a text, in order: `UngueltigeStimmen`, `ungueltige_stimmen` and `Ungueltige Stimmen` have the same ones.
 * Digits stay with their letters, so that `NO2` is not `No`.
 */
export const wordsOf = (text: string): readonly string[] =>
  isSimple.test(text)
    ? text.split(besidesLetters).filter(isWritten)
    : isAscii.test(text)
      ? asciiWordsOf(text)
      : anyWordsOf(text);

/** Most headers and phrases need none of the care that words of all scripts do, and are read many times faster without. */
const isSimple = /^[a-z\d *_-]*$/;
const besidesLetters = /[ *_-]/;

/** The letters of all scripts as a class take a millisecond to compile; a run that meets none need not. */
const isAscii = /^[\u0000-\u007f]*$/;

const asciiWordsOf = (text: string): readonly string[] =>
  text
    .replace(/%/g, ' % ')
    .replace(/(?<=[a-z])(?=[A-Z][a-z])/g, ' ')
    .replace(/(?<=[A-Z])(?=(?:Id|Nm|Cd|Name|Number|Code)(?![A-Za-z]))/g, ' ')
    .toLowerCase()
    .split(/[^a-z\d%]+/)
    .filter(isWritten);

const isWritten = (word: string): boolean => word !== '';

const anyWordsOf = (text: string): readonly string[] =>
  fold(
    text
      .replace(/%/g, ' % ')
      .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
      .replace(/(?<=\p{Lu})(?=(?:Id|Nm|Cd|Name|Number|Code)(?!\p{L}))/gu, ' ')
      .replace(/(?<=\p{L})['’`´"״](?=\p{L})/gu, "'"),
  )
    .replace(/'(?=\p{L})/gu, ' ')
    .split(/[^\p{L}\p{M}\p{N}%]+/u)
    .filter(isWritten);

/** Codes from this length on are found however their words are parted: `tMin` and `t_min` are `tmin`. */
const shortestJoined = 3;

/** A code in one spelling. */
export const codeOf = (words: readonly string[]): string => {
  const joined = words.join('');
  return joined.length >= shortestJoined ? joined : words.join(' ');
};

/** A word without the digits around it, where it is long enough to be one: `voix1`, `2010budget`. */
export const withoutDigits = (word: string): string => {
  const letters = word.replace(/^\d{1,8}/, '').replace(/\d{1,8}$/, '');
  return letters.length >= 4 ? letters : word;
};
