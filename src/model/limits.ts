/**
 * Every bound that keeps a hostile file from costing more than it is worth. Sizes are bytes, times seconds. What is over one of
 * them is a result that says so, and supports only Unsure. Where a variable of the environment is named, it sets the bound.
 */

/** Bounds inside of one file. */
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
  /** Cells of the rows that are kept of a table as its sample; at least twenty rows are, however wide. */
  readonly sampleCells: number;
  /** Bytes of one row of delimited text. */
  readonly rowBytes: number;
  /** Tables of one file. */
  readonly tables: number;
  /** Distinct values of a column that are counted exactly. */
  readonly distinct: number;
  /** Sample rows from the beginning, and as many spread over the rest. */
  readonly sample: number;
  /** Levels of nesting of JSON and XML that are looked at. */
  readonly nesting: number;
  /** Levels of open elements at which XML, and a page, are read no further: no document that people publish comes near. */
  readonly deepest: number;
  readonly deepestPage: number;
  /** Cells of the tables of one page, those that a cell spans among them. */
  readonly pageCells: number;
  /** Texts that the cells of a workbook point at, and their characters in all. */
  readonly sharedTexts: number;
  readonly sharedCharacters: number;
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
  inflated: 1_024 * MIB,
  ratio: 400,
  columns: 16_384,
  sampleCells: 400_000,
  rowBytes: 4 * MIB,
  tables: 50,
  distinct: 10_000,
  sample: 1_000,
  nesting: 64,
  deepest: 1_000,
  deepestPage: 5_000,
  pageCells: 1_000_000,
  sharedTexts: 4_000_000,
  sharedCharacters: 48 * MIB,
  workerSeconds: 30,
  workerMegabytes: 512,
};

/** Rows of a table that are kept, from the beginning and from the rest each: fewer of one with very many columns. */
export const sampleRows = ({ sample, sampleCells }: InspectLimits, columns: number): number =>
  Math.min(sample, Math.max(20, Math.floor(sampleCells / Math.max(1, columns))));

/** Distinct values that are counted in each column: fewer of a table with very many. */
export const distinctOf = ({ distinct, sampleCells }: InspectLimits, columns: number): number =>
  Math.min(distinct, Math.max(300, Math.floor((sampleCells * 10) / Math.max(1, columns))));

/**
 * What is read where the program itself runs: small files that no library unpacks. All others are read by a process of their
 * own, which `ConfinedLimits` end.
 */
export interface HereLimits {
  /** Size of the file. */
  readonly bytes: number;
  /** What everything in it inflates to. */
  readonly inflated: number;
  /** Cells of the tables of a page: while they are laid out, no Ctrl-C is seen. */
  readonly pageCells: number;
  /** Cells of the tables of a file, blank ones included: a small workbook may leave very many out between two. */
  readonly cells: number;
}

export const hereLimits: HereLimits = { bytes: MIB, inflated: 8 * MIB, pageCells: 50_000, cells: 2_000_000 };

/** Bounds of the process that reads a large file, or one that a library unpacks. */
export interface ConfinedLimits {
  /** Processor time for one file: `ODI_READER_SECONDS`. */
  readonly seconds: number;
  /** Time by the clock for one file, whatever else the machine does. */
  readonly patience: number;
  /** Resident memory of the process, in megabytes: `ODI_READER_MEGABYTES`. */
  readonly megabytes: number;
}

export const confinedLimits: ConfinedLimits = { seconds: 20, patience: 120, megabytes: 400 };

/** Bounds of one page that is drawn in a browser, and of the browser. */
export interface DrawingLimits {
  /** Time for a page, from when it is opened until it must have been drawn. */
  readonly seconds: number;
  /** Time in which its scripts must let go once, for the browser to be asked how far it is. */
  readonly busySeconds: number;
  /** Time without requests, changes and short timers after which it is taken for drawn. */
  readonly quietSeconds: number;
  /** Requests of its scripts; of them, those for scripts of other sites. */
  readonly requests: number;
  readonly ofOthers: number;
  /** Bytes of one reply that a script is handed. */
  readonly replyBytes: number;
  /** Characters of the page as it is kept. */
  readonly characters: number;
  /** Megabytes of memory of one process of the browser. */
  readonly megabytes: number;
}

export const drawingLimits: DrawingLimits = {
  seconds: 45,
  busySeconds: 10,
  quietSeconds: 1,
  requests: 30,
  ofOthers: 10,
  replyBytes: 8 * MIB,
  characters: 4 * MIB,
  megabytes: 1_000,
};

/** Bounds inside of evidence archives. */
export interface ArchiveLimits {
  /** Inflated size over packed size from which a piece of more than `small` bytes counts as a bomb. */
  readonly ratio: number;
  readonly small: number;
  /** Inflated size of a whole file over its size from which, beyond `large` bytes, it is read no further. */
  readonly largeRatio: number;
  readonly large: number;
  /** Blank bytes between two records. */
  readonly blank: number;
  /** Bytes that the compressed archives of one WACZ are unpacked to, on the disk. */
  readonly unpacked: number;
  /** Records of a file that are read however small it is; of more, each has to bring `recordBytes` of its size. */
  readonly records: number;
  readonly recordBytes: number;
  /** Captures and requests that are kept in mind of all archives of a replay, and the characters of their names in all. */
  readonly captures: number;
  readonly captureCharacters: number;
  /** Bytes of one payload that are held in memory to compare them with what a review cites. */
  readonly cited: number;
}

/** Identifiers and digests alone, which do not compress, make the smallest real record twice as large as `recordBytes`. */
export const archiveLimits: ArchiveLimits = {
  ratio: 200,
  small: 64 * MIB,
  largeRatio: 40,
  large: 3_072 * MIB,
  blank: MIB,
  unpacked: 2_048 * MIB,
  records: 100_000,
  recordBytes: 24,
  captures: 400_000,
  captureCharacters: 96 * MIB,
  cited: 128 * MIB,
};

/** Bounds of what comes from the person's side. */
export interface InputLimits {
  /** Bytes of standard input and pipes that are looked at. */
  readonly stream: number;
  /** Size of a stored review, a file of criteria or another document that is read whole. */
  readonly document: number;
}

export const inputLimits: InputLimits = { stream: 64 * MIB, document: 64 * MIB };

/** Seconds that one review may take, where `--deadline` says nothing else. */
export const defaultDeadline = 600;
