import { type StarredWord, starred } from './phrases.ts';
import { hasPrefixes, isUnspaced, withoutDigits, wordsOf } from './words.ts';

/*
 * Phrases of the grammar of `phrases.ts` whose words are known with the endings that languages give them. Such phrases are many, and
 * are kept as they are looked for: a vocabulary is filed once, when the program is built.
 */

/** A phrase of the vocabulary, ready to be looked for. */
export interface InflectedPhrase {
  readonly words: readonly StarredWord[];
  /** Looked for inside unbroken runs of letters, in scripts without blanks. */
  readonly unspaced: string | null;
}

/**
 * Endings that plural, case and gender add in most languages: one letter to words of five, two to longer ones. Shorter
 * words must be written as they are: with one letter more they are other words of other languages.
 */
const shortestInflected = 5;
const longEnding = 2;
const longWord = 6;

const phraseWords = (part: string): readonly StarredWord[] => {
  const { anyBeginning, anyEnding } = starred(part);
  const words = wordsOf(part);
  return words.map((text, index) => ({
    text,
    anyBeginning: index === 0 && anyBeginning,
    anyEnding: index === words.length - 1 && anyEnding,
  }));
};

/** `ä` is also typed `ae`, and so on; the plain reading of `ä` is `a`. */
const typed: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Reads a phrase of the vocabulary, in every way it is typed. */
export const readPhrase = (written: string): readonly InflectedPhrase[] => {
  const lower = written.toLowerCase();
  const alternative = lower.replace(/[äöüåø]/g, (letter) => typed[letter] ?? letter);
  return (alternative === lower ? [written] : [written, alternative]).map((text) => ({
    words: text.split(/\s+/).flatMap(phraseWords),
    unspaced: isUnspaced(text) ? wordsOf(text.replaceAll('*', '')).join('') : null,
  }));
};

/* A phrase in one line, its words parted by blanks: `*` stands where a word may begin or end anyhow, `=` before unbroken scripts. */

const wordLine = ({ text, anyBeginning, anyEnding }: StarredWord): string =>
  `${anyBeginning ? '*' : ''}${text}${anyEnding ? '*' : ''}`;

const phraseLine = ({ words, unspaced }: InflectedPhrase): string =>
  `${unspaced === null ? '' : '='}${words.map(wordLine).join(' ')}`;

const readLine = (line: string): InflectedPhrase => {
  const isUnbroken = line.startsWith('=');
  const words = (isUnbroken ? line.slice(1) : line).split(' ').map(starred);
  return { words, unspaced: isUnbroken ? words.map(({ text }) => text).join('') : null };
};

/** Phrases that are one in several ways of typing, as text. */
export const foldPhrases = (phrases: readonly InflectedPhrase[]): string => phrases.map(phraseLine).join('|');

/** The phrases of such a text; none where they had no words. */
export const unfoldPhrases = (folded: string): readonly InflectedPhrase[] =>
  folded === '' ? [] : folded.split('|').map(readLine);

/** The words of the first way of typing, whatever may begin and end them. */
export const foldedWords = (folded: string): readonly string[] =>
  folded
    .split('\n', 1)
    .flatMap((line) => line.split(/[ =*]/))
    .filter((word) => word !== '');

const isInflected = (written: string, text: string): boolean => {
  if (text.length < shortestInflected) return false;
  if (written.startsWith(text)) return written.length - text.length <= (text.length >= longWord ? longEnding : 1);
  return text.endsWith('s') && written === text.slice(0, -1);
};

const isSame = (written: string, { text, anyBeginning, anyEnding }: StarredWord): boolean => {
  if (written === text) return true;
  if (anyBeginning && anyEnding) return written.includes(text);
  if (anyBeginning) return written.endsWith(text) || isInflected(written.slice(written.lastIndexOf(text)), text);
  if (anyEnding) return written.startsWith(text);
  return isInflected(written, text);
};

/** Is a written word the word of a phrase, whatever its ending, digits or prefixed article? */
export const isWord = (written: string, word: StarredWord): boolean => {
  if (isSame(written, word)) return true;
  const letters = withoutDigits(written);
  if (letters !== written && isSame(letters, word)) return true;
  if (!hasPrefixes(written) || written.length < 4) return false;
  return [1, 2, 3].some((length) => written.length - length >= 3 && isSame(written.slice(length), word));
};

/** Does the phrase stand at this place of the words? */
export const standsAt = (phrase: InflectedPhrase, words: readonly string[], at: number): boolean =>
  at + phrase.words.length <= words.length &&
  phrase.words.every((word, offset) => isWord(words[at + offset] ?? '', word));
