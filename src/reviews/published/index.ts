export { dataPackage } from './datapackage.ts';
export { readEntries } from './entries.ts';
export type { Fault, Names, PublishedEntries, PublishedEntry } from './entry.ts';
export { reviewerOfEntries, type Scoring, type Titles } from './review.ts';
export { entryRow, headerRow, publishedRow } from './rows.ts';
export type { PublishedCsv } from './vocabulary.ts';
