import { crc32 } from 'node:zlib';
import type { Verdict } from '../../model/review.ts';
import type { ReviewGlance } from './glance.ts';

/*
 * The lines of an index: first its version; then, for each place of a year, one with what its reviews hold; and before the first
 * that needs it, a line for what many reviews share. Each line begins with a check sum of what follows: what a disk or a hand
 * changed is no line.
 */

/**
 * The first line. It is another one whenever the same files would give other lines: what an index of another version holds is not
 * looked at.
 */
export const indexVersion = 'odi-index/1';

/** A review as an index keeps it. */
export interface IndexedReview {
  /** By what its file is known to be unchanged. */
  readonly mark: string;
  readonly glance: ReviewGlance;
}

/** What an index holds of one place. */
export interface IndexedPlace {
  readonly place: string;
  /** By category, in the order of the store. */
  readonly reviews: ReadonlyMap<string, IndexedReview>;
}

/** What many reviews share, written once: edition, category, its title, out of how many points, and the questions. */
type Kind = readonly [edition: string, category: string, title: string, outOf: number, questions: readonly string[]];

/** One review: kind, mark, points, ceiling, open or not, printed year, answers by their first letters, name of the place. */
type Row = readonly [
  kind: number,
  mark: string,
  points: number,
  ceiling: number,
  open: 0 | 1,
  printed: number,
  letters: string,
  name: number,
];

const verdicts: Readonly<Record<string, Verdict>> = { Y: 'Yes', N: 'No', U: 'Unsure' };

const sumLength = 8;

/** A line as it is written. */
const lineOf = (value: unknown): string => {
  const text = JSON.stringify(value);
  return `${crc32(text).toString(16).padStart(sumLength, '0')} ${text}\n`;
};

/** What a line says, undefined where it is not as it was written. */
export const readLine = (line: Buffer): unknown => {
  const body = line.subarray(sumLength + 1);
  if (line.length <= sumLength || crc32(body) !== Number.parseInt(line.toString('latin1', 0, sumLength), 16)) {
    return undefined;
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

export const firstLine = lineOf(indexVersion);

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isKind = (value: unknown): value is Kind =>
  Array.isArray(value) &&
  value.length === 5 &&
  [value[0], value[1], value[2]].every(isText) &&
  isNumber(value[3]) &&
  Array.isArray(value[4]) &&
  value[4].every(isText);

const isRow = (value: unknown): value is Row =>
  Array.isArray(value) &&
  value.length === 8 &&
  isText(value[1]) &&
  isText(value[6]) &&
  [value[0], value[2], value[3], value[4], value[5], value[7]].every(isNumber);

/** Kinds that were met in an index so far, by which its lines are read and further ones are written. */
export interface IndexKinds {
  /** How many there are. */
  readonly count: () => number;
  /** The first of them, to write on from where they were all that was known. */
  readonly first: (count: number) => IndexKinds;
  /** Takes what a line says: a place, null for a line that made a kind known, undefined for one that is none. */
  readonly read: (value: unknown, year: number) => IndexedPlace | null | undefined;
  /** The lines that say what a place holds. */
  readonly write: (place: IndexedPlace) => string;
}

const glanceFrom = (
  [, , points, ceiling, open, printedYear, letters]: Row,
  [edition, category, title, outOf, questions]: Kind,
  place: ReviewGlance['place'],
  year: number,
): ReviewGlance | undefined => {
  if (letters.length !== questions.length || !/^[YNU]*$/.test(letters)) return undefined;
  const answers: Record<string, Verdict> = {};
  for (const [at, question] of questions.entries()) answers[question] = verdicts[letters.charAt(at)] ?? 'Unsure';
  return {
    ...{ edition, year, place, category: { id: category, title }, score: { points, ceiling, outOf } },
    ...{ isOpen: open === 1, printedYear, answers },
  };
};

/** Can a review be written and read again without a change? */
export const canBeIndexed = ({ place, category, printedYear, answers, score }: ReviewGlance): boolean =>
  place !== null &&
  category !== null &&
  [printedYear, score.points, score.ceiling, score.outOf].every(isNumber) &&
  // A name that is a number stands before all others of an object, wherever it was written.
  Object.keys(answers).every((question) => !/^\d/.test(question));

/** Begins with the kinds that are known already. */
export const openKinds = (begun: readonly Kind[] = []): IndexKinds => {
  const kinds: Kind[] = [...begun];
  const known = new Map(begun.map((kind, number) => [JSON.stringify(kind), number]));
  const learn = (text: string, kind: Kind): number => {
    known.set(text, kinds.length);
    kinds.push(kind);
    return kinds.length - 1;
  };

  const rowOf = (row: unknown, names: readonly unknown[], place: string, year: number): IndexedReview | undefined => {
    if (!isRow(row)) return undefined;
    const [kind, name] = [kinds[row[0]], names[row[7]]];
    if (kind === undefined || !isText(name)) return undefined;
    const glance = glanceFrom(row, kind, { id: place, name }, year);
    return glance === undefined ? undefined : { mark: row[1], glance };
  };

  const placeFrom = (value: readonly unknown[], year: number): IndexedPlace | undefined => {
    const [place, names, rows] = value;
    if (!isText(place) || !Array.isArray(names) || !Array.isArray(rows)) return undefined;
    const reviews = new Map<string, IndexedReview>();
    for (const row of rows) {
      const review = rowOf(row, names, place, year);
      if (review === undefined) return undefined;
      reviews.set(review.glance.category?.id ?? '', review);
    }
    return { place, reviews };
  };

  return {
    count: () => kinds.length,
    first: (count) => openKinds(kinds.slice(0, count)),
    read: (value, year) => {
      if (!isKind(value)) return Array.isArray(value) && value.length === 3 ? placeFrom(value, year) : undefined;
      learn(JSON.stringify(value), value);
      return null;
    },
    write: ({ place, reviews }) => {
      let fresh = '';
      const names: string[] = [];
      const nameOf = (name: string): number => {
        if (!names.includes(name)) names.push(name);
        return names.indexOf(name);
      };
      const kindOf = ({ edition, category, score, answers }: ReviewGlance): number => {
        const kind: Kind = [edition, category?.id ?? '', category?.title ?? '', score.outOf, Object.keys(answers)];
        const text = JSON.stringify(kind);
        const number = known.get(text);
        if (number !== undefined) return number;
        fresh += lineOf(kind);
        return learn(text, kind);
      };
      const rows = [...reviews.values()].map(({ mark, glance }): Row => {
        const { score, isOpen, printedYear, answers } = glance;
        const letters = Object.values(answers).map((answer) => answer.charAt(0));
        return [
          ...([kindOf(glance), mark, score.points, score.ceiling, isOpen ? 1 : 0, printedYear] as const),
          ...([letters.join(''), nameOf(glance.place?.name ?? '')] as const),
        ];
      });
      return fresh + lineOf([place, names, rows]);
    },
  };
};
