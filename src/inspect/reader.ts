import type { Inspection, Source, Warning } from '../model/inspection.ts';
import type { InspectLimits } from '../model/limits.ts';
import type { CellReader } from './table/cells.ts';
import type { DetectEncoding } from './text/encoding.ts';
import type { FormatsVocabulary } from './vocabulary.ts';

/** What is left of the bounds that a file and everything in it share. */
export interface InspectBudget {
  /** Inflated bytes. */
  inflated: number;
  /** Members that may still be opened. */
  opened: number;
}

/** Everything a reader is given. */
export interface Context {
  readonly source: Source;
  /** The first bytes, at most 64 KiB. */
  readonly head: Uint8Array;
  /** The format that was recognised. */
  readonly format: string;
  readonly limits: InspectLimits;
  readonly vocabulary: FormatsVocabulary;
  readonly cells: CellReader;
  readonly detect: DetectEncoding;
  readonly budget: InspectBudget;
  /** Inspects something inside, one level deeper, within the same bounds. */
  readonly inspectInside: (source: Source) => Promise<Inspection>;
  /** True where nothing further inside may be opened. */
  readonly isDeep: boolean;
  /** True where the program itself reads: what may take long or much throws `NotHere` then. */
  readonly isHere: boolean;
}

/** What a reader found; what it leaves out is empty, null or judged from the rest. */
export type FileReading = Partial<Omit<Inspection, 'warnings' | 'mediaType'>> & {
  readonly warnings?: readonly Warning[];
};

/**
 * Reads one format. It says in `complete` whether all of the file was read and understood (true where it says
 * nothing), and never throws for what is in the file: `inspect` turns an escaped error into a warning, but a reader
 * knows better what could still be told.
 */
export type Reader = (context: Context) => Promise<FileReading>;
