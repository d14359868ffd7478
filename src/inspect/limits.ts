/** Bounds that keep a hostile file from costing more than it is worth. Sizes are bytes, times seconds. */
export interface InspectLimits {
  /** Read of a file at most; what lies behind is not looked at, and the inspection says so. */
  readonly maxBytes: number;
  /** Size up to which a format that cannot be streamed is held in memory. */
  readonly buffered: number;
  /** Characters of plain text that are kept. */
  readonly text: number;
  /** Archives inside archives. */
  readonly depth: number;
  /** Members of an archive that are listed; of them, `opened` are read. */
  readonly members: number;
  readonly opened: number;
  /** Inflated bytes of one file and everything in it. */
  readonly inflated: number;
  /** Inflated size over packed size from which a member of more than a megabyte counts as a bomb. */
  readonly ratio: number;
  /** Columns of a table that are kept. */
  readonly columns: number;
  /** Bytes of one row of delimited text. */
  readonly rowBytes: number;
  /** Tables of one file. */
  readonly tables: number;
  /** Distinct values that are counted exactly. */
  readonly distinct: number;
  /** Sample rows from the beginning, and as many spread over the rest. */
  readonly sample: number;
  /** Levels of nesting of JSON and XML that are looked at. */
  readonly nesting: number;
  /** Seconds and megabytes of memory that a reader in a worker may take. */
  readonly workerSeconds: number;
  readonly workerMegabytes: number;
}

const MIB = 2 ** 20;

/** A file of any size ends within these; the largest spreadsheets that people publish fit. */
export const defaultLimits: InspectLimits = {
  maxBytes: Number.MAX_SAFE_INTEGER,
  buffered: 256 * MIB,
  text: 200_000,
  depth: 3,
  members: 5_000,
  opened: 200,
  inflated: 2_048 * MIB,
  ratio: 400,
  columns: 16_384,
  rowBytes: 4 * MIB,
  tables: 50,
  distinct: 10_000,
  sample: 1_000,
  nesting: 64,
  workerSeconds: 30,
  workerMegabytes: 512,
};
