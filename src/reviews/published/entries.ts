import { readCsv } from '../csv.ts';
import type { Fault, Names, PublishedEntries, PublishedEntry } from './entry.ts';
import { type CsvHeader, delimiterOf, headerOf } from './header.ts';
import { rowReader } from './row.ts';
import type { PublishedCsv } from './vocabulary.ts';

const nothing = (says: string): PublishedEntries => ({
  entries: [],
  faults: [{ line: 1, column: null, says }],
  remarks: [],
});

const missingKeys = (header: CsvHeader): readonly string[] =>
  ['place', 'dataset', 'year'].filter((name) => header.at(name) === -1);

const keyOf = ({ place, category, year }: Pick<PublishedEntry, 'place' | 'category' | 'year'>): string =>
  `${year}/${place}/${category}`;

const sameContent = (one: PublishedEntry, other: PublishedEntry): boolean =>
  JSON.stringify([one.answers, one.cells, one.extra]) === JSON.stringify([other.answers, other.cells, other.extra]);

/** What becomes of an entry whose place, category and year were there before. */
const settle = (
  entry: PublishedEntry,
  first: PublishedEntry,
  taken: ReadonlyMap<string, PublishedEntry>,
  names: Names,
): { readonly carried: PublishedEntry } | { readonly fault: string } => {
  if (!sameContent(first, entry))
    return { fault: `line ${first.line} is another entry of the same place, dataset and year` };
  const edition = names.edition(entry.year + 1);
  const carried = edition === undefined ? undefined : { ...entry, year: edition.year, edition };
  if (carried === undefined || taken.has(keyOf(carried))) return { fault: `line ${first.line} is the same entry` };
  return { carried };
};

const settleRepetitions = (read: readonly PublishedEntry[], names: Names): PublishedEntries => {
  const taken = new Map<string, PublishedEntry>();
  for (const entry of read) if (!taken.has(keyOf(entry))) taken.set(keyOf(entry), entry);
  const entries: PublishedEntry[] = [];
  const faults: Fault[] = [];
  const remarks: Fault[] = [];
  for (const entry of read) {
    const first = taken.get(keyOf(entry)) ?? entry;
    if (first === entry) {
      entries.push(entry);
      continue;
    }
    const outcome = settle(entry, first, taken, names);
    if ('fault' in outcome) {
      faults.push({ line: entry.line, column: null, says: outcome.fault });
      continue;
    }
    const { carried } = outcome;
    taken.set(keyOf(carried), carried);
    entries.push(carried);
    const says = `the same entry as on line ${first.line}, taken as carried forward to ${carried.year}`;
    remarks.push({ line: entry.line, column: null, says });
  }
  return { entries, faults, remarks };
};

/**
 * Reads the entries of a published file. A row that cannot be read costs only itself.
 *
 * A second row of the same place, category and year that is identical to the first is an entry that the index carried
 * forward: it belongs to the next year's edition, where that has no entry of its own.
 */
export const readEntries = (text: string, vocabulary: PublishedCsv, names: Names): PublishedEntries => {
  const records = readCsv(text, delimiterOf(text));
  const first = records.next();
  if (first.done === true) return nothing('the file is empty');
  const header = headerOf(first.value.cells, vocabulary);
  const missing = missingKeys(header);
  if (missing.length > 0) return nothing(`the header has no column ${missing.join(', ')}`);
  const read = rowReader(header, vocabulary, names);
  const entries: PublishedEntry[] = [];
  const faults: Fault[] = [];
  let row = 0;
  for (const record of records) {
    row += 1;
    const outcome = read(record, row);
    if ('says' in outcome) faults.push(outcome);
    else entries.push(outcome);
  }
  const settled = settleRepetitions(entries, names);
  return { ...settled, faults: [...faults, ...settled.faults].sort((one, other) => one.line - other.line) };
};
