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

/** A model as the build keeps it: with the places of its rows, which a run would have to look through all weights for. */
export interface BuiltModel extends ModelFile {
  /** Base64 of `Weights.rows`. */
  readonly rows: string;
}

/** Says how likely a field plays each role, by role, 0 to 1. */
export type RoleModel = (features: Features) => ReadonlyMap<RoleId, number>;

/** Weights as they are kept: of most buckets nobody asks, so that theirs are only passed over. */
interface Weights {
  readonly bytes: Uint8Array;
  /** For each bucket the place of the number of its weights, 0 where it has none: three bytes, low one first. */
  readonly rows: Uint8Array;
}

const rowBytes = 3;

const rowOf = (rows: Uint8Array, bucket: number): number => {
  const at = bucket * rowBytes;
  return (rows[at] ?? 0) | ((rows[at + 1] ?? 0) << 8) | ((rows[at + 2] ?? 0) << 16);
};

/** Finds the weights of a model. @throws where the text ends inside a row or names a bucket that does not exist. */
const weightsIn = (text: string): Weights => {
  const bytes = Buffer.from(text, 'base64');
  const rows = new Uint8Array(buckets * rowBytes);
  let bucket = -1;
  let at = 0;
  while (at < bytes.length) {
    let gap = 0;
    let shift = 0;
    for (let byte = 0x80; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap += (byte & 0x7f) * 2 ** shift;
    }
    bucket += gap;
    if (bucket >= buckets) throw new Error('The weights of the field reader name a bucket that does not exist.');
    rows.set([at & 0xff, (at >> 8) & 0xff, at >> 16], bucket * rowBytes);
    at += 1 + 2 * (bytes[at] ?? bytes.length);
  }
  if (at > bytes.length) throw new Error('The weights of the field reader end too early.');
  return { bytes, rows };
};

/** What the build keeps of a model. */
export const buildModel = (file: ModelFile): BuiltModel => ({
  ...file,
  rows: Buffer.from(weightsIn(file.weights).rows).toString('base64'),
});

/** A signed byte. */
const signed = (byte: number): number => (byte << 24) >> 24;

/** Makes the numbers of a model readable. Sums are of whole numbers: the same field always gets the same answer. */
export const modelOf = (
  file: Pick<ModelFile, 'roles' | 'bias' | 'step' | 'weights'> & Partial<Pick<BuiltModel, 'rows'>>,
): RoleModel => {
  const { roles, bias, step, weights, rows: built } = file;
  const { bytes, rows } =
    built === undefined
      ? weightsIn(weights)
      : { bytes: Buffer.from(weights, 'base64'), rows: Buffer.from(built, 'base64') };
  return ({ indexes, values }) => {
    const sums = bias.map((steps) => steps * parts);
    for (const [at, bucket] of indexes.entries()) {
      const value = values[at] ?? 0;
      const row = rowOf(rows, bucket);
      const end = row === 0 ? row : row + 2 * (bytes[row] ?? 0);
      for (let place = row + 1; place < end; place += 2) {
        const role = bytes[place] ?? 0;
        sums[role] = (sums[role] ?? 0) + value * signed(bytes[place + 1] ?? 0);
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
