import { lazy } from './lazy.ts';

/* One spelling for the spellings of a text. Whatever is compared is folded by the same function on both sides. */

/** Letters that Unicode does not take apart but publishers type without. */
const spellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
  ە: 'ه',
  '\u200c': ' ', // zero-width non-joiner parts words in Persian
  '\u200d': '',
};
const spelling = new RegExp(`[${Object.keys(spellings).join('')}]`, 'g');

/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic, and the Arabic tatweel; those of Indic scripts are letters. */
const marks = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;

const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

const foldUnicode = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(spelling, (letter) => spellings[letter] ?? letter)
    .normalize('NFC');

/**
 * Lower case without the marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters, and one letter for those that are
 * typed in several ways. Signs and blanks stay. For comparing words; not for quoting.
 */
export const fold = (text: string): string => (isAscii(text) ? text.toLowerCase() : foldUnicode(text));

/** A text as names are compared: folded, words and numbers only, one blank between them. */
export const comparable = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/**
 * Letters that nobody sees: what stretches Arabic words, its vowel signs, joiners, soft hyphens. A stretch at the end
 * of a word marks an abbreviation, as that of the Hijri calendar, and stays.
 */
const unseen = lazy(() => /\u0640(?=[\p{L}\p{M}])|[\u064b-\u0652\u200b-\u200f\u00ad]/gu);

/**
 * A text as phrases are looked for in it: lower case, one form of each character, straight apostrophes, single blanks.
 * Accents and signs stay, so that what is found can be quoted.
 */
export const evened = (text: string): string =>
  isAscii(text) ? text.toLowerCase().replace(/\s+/g, ' ') : evenedUnicode(text);

const evenedUnicode = (text: string): string =>
  text
    .normalize('NFKC')
    // Lower case would take the Turkish capital apart into two characters.
    .replace(/İ/g, 'i')
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(unseen(), '')
    .replace(/\s+/g, ' ');
