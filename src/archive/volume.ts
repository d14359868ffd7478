import type { Stretch } from './stretch.ts';

/** One WARC, in a file of its own or inside a WACZ. Each reader opens its own stretch of it. */
export interface Volume {
  /** Base name of the file it lies in. */
  readonly file: string;
  /** For messages: the path, and the member where it lies in a WACZ. */
  readonly title: string;
  readonly stretch: () => Stretch;
}

/** An archive file that was opened. */
export interface OpenedFile {
  readonly volumes: readonly Volume[];
  readonly close: () => Promise<void>;
}
