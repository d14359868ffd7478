import { resolve } from 'node:path';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { asJson } from '../render/escape.ts';
import { counted, many } from '../render/scorecard-words.ts';
import { type BulkOutcome, writeAll } from '../reviews/bulk.ts';
import { writeAllRows } from '../reviews/database/bulk.ts';
import {
  type Fault,
  type PublishedCsv,
  type PublishedEntries,
  type PublishedEntry,
  readEntries,
  reviewerOfEntries,
} from '../reviews/published/index.ts';
import { contradictions, scoreOf } from '../score/index.ts';
import { readDocument } from './documents.ts';
import type { ImportOptions } from './import-options.ts';
import { deliver } from './output.ts';
import { publishedNames, titlesOf } from './published-names.ts';
import type { Shell } from './shell.ts';
import { databaseStore } from './store-at.ts';
import { storeFolder } from './subject.ts';

/** Bad rows that are told one by one; the rest is counted. */
const toldAtMost = 20;

const readText = (file: string, { cwd }: Shell): string =>
  readDocument(resolve(cwd, file), file, 'A CSV file of published entries is expected.');

const asLine = (file: string, { line, column, says }: Fault): string =>
  `${file}:${line}: ${column === null ? '' : `column "${column}": `}${says}\n`;

const tellFaults = (file: string, faults: readonly Fault[], shell: Shell): void => {
  for (const fault of faults.slice(0, toldAtMost)) shell.tell(asLine(file, fault));
  const more = faults.length - toldAtMost;
  if (more > 0) shell.tell(`${file}: and ${more} more rows that were left out; --format json lists them all\n`);
};

const isAudit = (text: string): boolean => !text.includes('\n  "published": {');

/** What the import came to, in numbers. */
interface Summary extends BulkOutcome {
  readonly store: string;
  readonly years: readonly {
    readonly year: number;
    readonly entries: number;
    readonly places: number;
    readonly categories: number;
    readonly carriedForward: number;
  }[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Fault[];
}

const yearsOf = (entries: readonly PublishedEntry[]): Summary['years'] => {
  const years = [...new Set(entries.map(({ year }) => year))].sort((one, other) => one - other);
  return years.map((year) => {
    const own = entries.filter((entry) => entry.year === year);
    return {
      year,
      entries: own.length,
      places: new Set(own.map(({ place }) => place)).size,
      categories: new Set(own.map(({ category }) => category)).size,
      carriedForward: own.filter(({ printedYear }) => printedYear !== year).length,
    };
  });
};

/** The reviews by year and place, each made when its folder is written: thousands at once would be a burden. */
function* byFolder(
  entries: readonly PublishedEntry[],
  reviewOf: (entry: PublishedEntry) => Review,
): Generator<readonly Review[]> {
  const folders = new Map<string, PublishedEntry[]>();
  for (const entry of entries) {
    const folder = `${entry.year}/${entry.place}`;
    const kept = folders.get(folder);
    if (kept === undefined) folders.set(folder, [entry]);
    else kept.push(entry);
  }
  for (const own of folders.values()) yield own.map(reviewOf);
}

const asText = ({ store, years, written, unchanged, kept, faults }: Summary): string => {
  const lines = years.map(({ year, entries, places, categories, carriedForward }) => {
    const carried = carriedForward === 0 ? '' : `   ${carriedForward} carried forward from the year before`;
    return `  ${year}   ${counted(entries).padStart(6)} entries   ${String(places).padStart(3)} places   ${String(categories).padStart(2)} categories${carried}`;
  });
  const left = [
    ...(unchanged > 0 ? [`${many(unchanged, 'was', 'were')} there already, word for word.`] : []),
    ...(kept.length > 0
      ? [
          `${many(kept.length, 'audit of the same year was', 'audits of the same year were')} kept; --force replaces what was audited.`,
        ]
      : []),
    ...(faults.length > 0 ? [`${many(faults.length, 'row was', 'rows were')} left out.`] : []),
  ];
  return [
    `${many(written, 'review', 'reviews')} written to ${store}`,
    '',
    ...lines,
    ...(left.length > 0 ? ['', ...left] : []),
  ].join('\n');
};

/** Writes folder by folder; Ctrl-C ends it between two of them, with all finished work kept. */
const keepAll = async (
  store: string,
  folders: Iterable<readonly Review[]>,
  isForced: boolean,
  shell: Shell,
): Promise<BulkOutcome> => {
  let outcome: BulkOutcome = { written: 0, unchanged: 0, kept: [] };
  const mayReplace = (before: string): boolean => isForced || !isAudit(before);
  const kept = isDatabaseAddress(store)
    ? writeAllRows(databaseStore(store, shell, { writes: true }), folders, mayReplace)
    : writeAll(storeFolder(store, shell), folders, mayReplace);
  for (outcome of kept) {
    await new Promise(setImmediate);
    if (shell.interrupted.aborted) break;
  }
  return outcome;
};

const holdsNothing = ({ entries }: PublishedEntries): boolean => entries.length === 0;

/** Runs `odi import`. Bad rows are named on standard error and cost only themselves; exit 2 only when nothing could be read. */
export const runImport = async (file: string, options: ImportOptions, shell: Shell): Promise<void> => {
  const vocabulary = shell.criteria.data<PublishedCsv>('vocabulary/godi-csv');
  const read = readEntries(readText(file, shell), vocabulary, publishedNames(shell.criteria, vocabulary));
  tellFaults(file, read.faults, shell);
  if (holdsNothing(read)) throw new UserError(`${file} holds no entry that could be read; nothing was imported.`);
  const reviewOf = reviewerOfEntries(vocabulary, titlesOf(shell.criteria), { scoreOf, contradictions });
  const outcome = await keepAll(options.store, byFolder(read.entries, reviewOf), options.force === true, shell);
  const { faults, remarks } = read;
  const summary: Summary = { store: options.store, ...outcome, years: yearsOf(read.entries), faults, remarks };
  if (options.quiet === true && options.out === undefined && options.format === 'text') return;
  deliver(shell, options.format === 'json' ? asJson(summary) : asText(summary), options.out);
};
