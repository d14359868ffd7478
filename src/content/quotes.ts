import type { Concept } from '../model/content.ts';

/** Longest value that is read as a name; longer ones are prose. */
export const longestValue = 120;
const quoteLength = 120;

/** A text as a ground quotes it: on one line, and short. */
export const quoted = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, quoteLength);

/** Does the concept mean a number, so that without one beside it nothing is told? */
export const needsNumber = (concept: Concept | undefined): boolean =>
  concept?.expects === 'count' || concept?.expects === 'number' || concept?.expects === 'share';
