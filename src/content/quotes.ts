import type { Concept } from '../model/content.ts';
import type { Column } from '../model/inspection.ts';

/** Longest value that is read as a name; longer ones are prose. */
export const longestValue = 120;
const quoteLength = 120;

/** A text as a ground quotes it: on one line, and short. */
export const quoted = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, quoteLength);

/** The name of a column as its file has it, and what it means where a standard says that. */
export const quotedName = ({ name, written }: Pick<Column, 'name' | 'written'>): string =>
  written === undefined ? name : `${written} (${name})`;

/** Does the concept mean a number, so that without one beside it nothing is told? */
export const needsNumber = (concept: Concept | undefined): boolean =>
  concept?.expects === 'count' || concept?.expects === 'number' || concept?.expects === 'share';

/** So many words, most of them in small letters, are a sentence. */
const sentenceWords = 8;
/** As many letters, with as many blanks between them, are the shortest sentence. */
const shortestSentence = 2 * sentenceWords - 1;

export const isSentence = (text: string): boolean => {
  if (text.length < shortestSentence) return false;
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.length >= sentenceWords && words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > words.length;
};
