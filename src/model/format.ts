/** What the name of a file or service holds out before it is opened: rows to compute with, or a text for people. */
export type FormatPromise = 'rows' | 'archive' | 'service' | 'picture' | 'document';

/** A row of the registry of formats, in `criteria/vocabulary/formats`. */
export interface FileFormat {
  /** What inspection finds it to be; services, and files that no reader opens, are only ever declared. */
  readonly id: string;
  readonly title: string;
  readonly family: 'table' | 'records' | 'document' | 'image' | 'grid' | 'archive' | 'service' | 'none';
  readonly promises: FormatPromise | 'nothing';
  /** Machine-readable by its kind, or decided by what is inside. */
  readonly readable: 'yes' | 'no' | 'content' | 'unsure';
  /** Does it have a published specification that anyone may use? */
  readonly open: boolean;
  /** Endings of names, lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Media types, the registered one first. */
  readonly media: readonly string[];
  /** Other names that catalogues declare it by, lower case. */
  readonly aliases?: readonly string[];
  /** Formats that its extensions and media types are rightly used for besides; `any`, where they tell nothing. */
  readonly standsFor?: readonly string[];
}
