import { buckets, type Features, parts } from './features.ts';

/** A role that a field can play: `registered`, `votes-of-this-choice`. */
export type RoleId = string;

/** A file of `criteria/models`: the weights of a reader. */
export interface ModelFile {
  /** Rises with every training. */
  readonly version: number;
  readonly made: string;
  /** What it learned from; the labelled list itself is not kept here. */
  readonly trainedOn: {
    /** Labelled columns. */
    readonly columns: number;
    /** Fields of whole files, by what their labels quote. */
    readonly fields: number;
    readonly countries: number;
    /** Phrases of the vocabulary. */
    readonly phrases: number;
    /** Of the labelled list. */
    readonly sha256: string;
  };
  readonly roles: readonly RoleId[];
  readonly buckets: number;
  /** What one step of a weight is worth. */
  readonly step: number;
  /** Steps in favour of each role before anything is seen. */
  readonly bias: readonly number[];
  /**
   * Base64. For every bucket that has weights: the distance to it from the one before (7 bits a byte, low ones first, the
   * high bit says that more follow), how many weights, and for each the role (one byte) and its steps (one signed byte).
   */
  readonly weights: string;
}

/** Says how likely a field plays each role, by role, 0 to 1. */
export type RoleModel = (features: Features) => ReadonlyMap<RoleId, number>;

/** Weights by bucket: those of bucket `b` stand from `starts[b]` up to, and without, `starts[b + 1]`. */
interface Weights {
  readonly starts: Uint32Array;
  readonly roles: Uint8Array;
  readonly steps: Int8Array;
}

/** Reads the weights of a model. @throws where the text ends inside a row or names a bucket that does not exist. */
const weightsIn = (text: string): Weights => {
  const bytes = Buffer.from(text, 'base64');
  const starts = new Uint32Array(buckets + 1);
  const roles = new Uint8Array(bytes.length);
  const steps = new Int8Array(bytes.length);
  let at = 0;
  let length = 0;
  const next = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('The weights of the field reader end too early.');
    at += 1;
    return byte;
  };
  let bucket = -1;
  while (at < bytes.length) {
    let gap = 0;
    let shift = 0;
    for (let byte = 0x80; byte > 0x7f; shift += 7) {
      byte = next();
      gap += (byte & 0x7f) * 2 ** shift;
    }
    if (bucket + gap >= buckets) throw new Error('The weights of the field reader name a bucket that does not exist.');
    starts.fill(length, bucket + 1, bucket + gap + 1);
    bucket += gap;
    for (let left = next(); left > 0; left -= 1) {
      roles[length] = next();
      steps[length] = next();
      length += 1;
    }
  }
  starts.fill(length, bucket + 1);
  return { starts, roles, steps };
};

/** Makes the numbers of a model readable. Sums are of whole numbers: the same field always gets the same answer. */
export const modelOf = ({
  roles,
  bias,
  step,
  weights: text,
}: Pick<ModelFile, 'roles' | 'bias' | 'step' | 'weights'>): RoleModel => {
  const weights = weightsIn(text);
  return ({ indexes, values }) => {
    const sums = bias.map((steps) => steps * parts);
    for (const [at, bucket] of indexes.entries()) {
      const value = values[at] ?? 0;
      const end = weights.starts[bucket + 1] ?? 0;
      for (let place = weights.starts[bucket] ?? 0; place < end; place += 1) {
        const role = weights.roles[place] ?? 0;
        sums[role] = (sums[role] ?? 0) + value * (weights.steps[place] ?? 0);
      }
    }
    return sharesOf(roles, sums, step / parts);
  };
};

const sharesOf = (roles: readonly RoleId[], sums: readonly number[], step: number): ReadonlyMap<RoleId, number> => {
  const highest = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp((sum - highest) * step));
  const all = odds.reduce((total, odd) => total + odd, 0);
  return new Map(roles.map((role, index) => [role, (odds[index] ?? 0) / all]));
};
