import { comparable } from '../text/fold.ts';

/** Words that tell members of a series apart: names of months and of places, as titles are compared. */
export interface SeriesWords {
  readonly months: ReadonlySet<string>;
  readonly places: readonly string[];
}

/** Fewest members of a series, and fewest letters that a title must keep to be one's. */
const fewestMembers = 3;
const fewestLetters = 6;

/**
 * What a title is without what tells it from others of its series: dates, numbers and names of places. Empty where too little
 * is left to be a title.
 */
export const stemOf = (title: string, { months, places }: SeriesWords): string => {
  let text = ` ${comparable(title).replace(/\p{N}+/gu, ' ')} `.replace(/\s+/g, ' ');
  for (const place of places) if (text.includes(` ${place} `)) text = text.replaceAll(` ${place} `, ' ');
  const stem = text
    .split(' ')
    .filter((word) => word.length > 1 && !months.has(word))
    .join(' ');
  return stem.length < fewestLetters ? '' : stem;
};

/** A series: what its members are called, and how many there are. */
export interface Series {
  readonly stem: string;
  readonly members: number;
}

/** Series among stems, the longest first. */
export const seriesIn = (stems: readonly string[]): readonly Series[] => {
  const counts = new Map<string, number>();
  for (const stem of stems) if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return [...counts]
    .filter(([, members]) => members >= fewestMembers)
    .map(([stem, members]) => ({ stem, members }))
    .sort((a, b) => b.members - a.members || (a.stem < b.stem ? -1 : 1));
};
