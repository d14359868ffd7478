import { isUnspaced, wordsOf } from '../../text/words.ts';
import { countWritten } from '../numbers.ts';
import type { FieldLook } from './field.ts';

/* What a reader of roles sees of a field, as numbered features. Training and reading share it: a change here asks for new weights. */

/** Features are hashed into so many buckets. */
export const buckets = 32_768;

/** Values of features are whole numbers of this many parts, so that sums are exact whatever their order. */
export const parts = 64;

/** Numbered features and what each weighs, in parts of one. */
export interface Features {
  readonly indexes: readonly number[];
  readonly values: readonly number[];
}

/** Letters of a header that are looked at; what follows says the same again. */
const mostLetters = 120;
const shortestRun = 2;
const longestRun = 5;

/** FNV-1a over the code units, folded into the buckets. */
const bucketOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % buckets;
};

/** A header as its words, without accents and case, every number read as the same one. */
export const foldedOf = (text: string): string => wordsOf(text.slice(0, mostLetters)).join(' ').replace(/\d+/g, '0');

const addRuns = (text: string, into: Map<number, number>): void => {
  const folded = ` ${foldedOf(text)} `;
  if (folded.trim() === '') return;
  const shortest = isUnspaced(folded) ? 1 : shortestRun;
  for (let length = shortest; length <= longestRun; length += 1) {
    for (let at = 0; at + length <= folded.length; at += 1) {
      const bucket = bucketOf(`g${folded.slice(at, at + length)}`);
      into.set(bucket, (into.get(bucket) ?? 0) + 1);
    }
  }
  for (const word of folded.trim().split(' ')) {
    const bucket = bucketOf(`w${word}`);
    into.set(bucket, (into.get(bucket) ?? 0) + 2);
  }
  const whole = bucketOf(`h${folded}`);
  into.set(whole, (into.get(whole) ?? 0) + 3);
};

/** Steps that a share or a count is told apart by. */
const stepOf = (value: number, steps: readonly number[]): number => steps.filter((step) => value >= step).length;

const largest = (examples: readonly string[]): number =>
  Math.max(-1, ...examples.map((example) => countWritten(example) ?? -1));

/** What the values look like, in a few words. */
const looksOf = ({
  kind,
  type,
  distinct,
  rows,
  fill,
  examples,
  hits,
  before,
  after,
  among,
  run,
}: FieldLook): readonly string[] => {
  const spread = stepOf(rows === 0 ? 0 : distinct / rows, [0.01, 0.1, 0.5, 0.95]);
  const size = largest(examples);
  const magnitude = size < 0 ? 'none' : String(Math.floor(Math.log10(size + 1)));
  return [
    `type:${type}`,
    `spread:${type}:${spread}`,
    `few:${stepOf(distinct, [2, 3, 10, 40])}:${type}`,
    `fill:${stepOf(fill, [0.2, 0.9, 1])}`,
    `size:${type}:${magnitude}`,
    `kind:${kind}`,
    ...(hits.size === 0 ? ['no-hit', `no-hit:${type}`] : []),
    ...[...hits].flatMap((hit) => [`hit:${hit}`, `hit:${hit}:${type}`]),
    ...[...before].map((hit) => `before:${hit}`),
    ...[...after].map((hit) => `after:${hit}`),
    `run:${stepOf(run, [1, 2, 3, 5, 10])}`,
    ...(run > 1 ? [...among].map((hit) => `run-among:${hit}`) : []),
    ...(hits.size === 0 ? [...among].map((hit) => `among:${type}:${hit}`) : []),
  ];
};

const textShare = 4;
const lookShare = 0.5;

/** The features of a field: runs of letters and words of its header, and looks of its values and neighbours. */
export const featuresOf = (field: FieldLook): Features => {
  const runs = new Map<number, number>();
  addRuns(field.text, runs);
  const last = field.levels.at(-1);
  if (last !== undefined && field.levels.length > 1) addRuns(last, runs);
  let squares = 0;
  for (const count of runs.values()) squares += count * count;
  const norm = squares === 0 ? 1 : Math.sqrt(squares);
  const sum = new Map<number, number>();
  for (const [bucket, count] of runs) sum.set(bucket, Math.round((count / norm) * textShare * parts));
  for (const look of looksOf(field)) {
    const bucket = bucketOf(look);
    sum.set(bucket, (sum.get(bucket) ?? 0) + lookShare * parts);
  }
  return { indexes: [...sum.keys()], values: [...sum.values()] };
};
