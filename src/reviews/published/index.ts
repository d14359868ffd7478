export { dataPackage } from './datapackage.ts';
export { readEntries } from './entries.ts';
export type { Fault, Names, PublishedEntries, PublishedEntry } from './entry.ts';
export { type OrderedRows, openOrderedRows, type RowText } from './ordered.ts';
export { reviewerOfEntries, type Scoring, type Titles } from './review.ts';
export { type EntryRow, entryRow, headerRow, publishedRow } from './rows.ts';
export type { PublishedCsv } from './vocabulary.ts';
