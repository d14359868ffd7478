import { resolve } from 'node:path';
import { publishedRows, skeletonsOf } from '../commitments/published/skeleton.ts';
import { openRows, type PublishedRow, type PublishedTable } from '../commitments/published/table.ts';
import { yamlOf } from '../criteria/text.ts';
import type { Json } from '../model/basics.ts';
import type { Place } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { copiedLine, readCsv } from '../reviews/csv.ts';
import { comparable } from '../text/fold.ts';
import { listed } from '../text/lists.ts';
import type { ImportedPlanOptions } from './commitments-options.ts';
import { readDocument } from './documents.ts';
import type { OutputOptions } from './options.ts';
import { deliver } from './output.ts';
import { readPlanFile } from './plan-files.ts';
import type { Shell } from './shell.ts';
import { placeOf } from './subject.ts';

/** Bad rows that are told one by one; the rest is counted. */
const toldAtMost = 20;

const expected = 'The table of commitments that the Open Government Partnership publishes is expected, as CSV.';

interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly PublishedRow[];
  readonly faults: readonly { readonly line: number; readonly says: string }[];
}

/** The header and the rows of a file. @throws UserError where it holds none. */
const readTable = (file: string, { cwd }: Shell): ReadTable => {
  const [header, ...records] = readCsv(readDocument(resolve(cwd, file), file, expected));
  if (header === undefined) throw new UserError(`${file}:1: there is no header. ${expected}`);
  if (header.fault !== null) throw new UserError(`${file}:${header.line}: ${header.fault}. ${expected}`);
  return {
    columns: header.cells,
    rows: records.filter(({ fault }) => fault === null).map(({ line, cells }) => ({ line, cells })),
    faults: records.flatMap(({ line, fault }) => (fault === null ? [] : [{ line, says: fault }])),
  };
};

const tellFaults = (file: string, faults: ReadTable['faults'], shell: Shell): void => {
  for (const { line, says } of faults.slice(0, toldAtMost)) {
    shell.tell(`odi: ${file}${line === 0 ? '' : `:${line}`}: ${says}; the row is left out.\n`);
  }
  const more = faults.length - toldAtMost;
  if (more > 0) shell.tell(`odi: ${file}: and ${more} more rows that are left out.\n`);
};

/** All names under which the table may have a place. */
const namesOf = ({ slug, names, aliases }: Place): ReadonlySet<string> =>
  new Set([slug.replaceAll('-', ' '), ...Object.values(names), ...aliases].map(comparable));

/** Runs `odi commitments import`. */
export const runCommitmentsImport = async (file: string, options: ImportedPlanOptions, shell: Shell): Promise<void> => {
  const place = await placeOf(options.place, shell);
  const name = place.names['en'] ?? place.slug;
  const vocabulary = shell.criteria.data<PublishedTable>('vocabulary/ogp-csv');
  const { columns, rows: all, faults: malformed } = readTable(file, shell);
  const reader = openRows(columns, vocabulary);
  for (const field of ['id', 'place'] as const) {
    if (reader.lacks(field))
      throw new UserError(`${file}:1: there is no column "${vocabulary.columns[field][0]}". ${expected}`);
  }
  const names = namesOf(place);
  const own = all.filter((row) => names.has(comparable(reader.text(row, 'place') ?? '')));
  const { plans, faults } = skeletonsOf({ columns, rows: own, place: place.id, source: vocabulary.source }, reader);
  tellFaults(file, [...malformed, ...faults], shell);
  const wanted = plans.filter(({ plan }) => options.plan === undefined || plan.id === options.plan);
  const [first] = wanted;
  if (first === undefined) {
    const there = plans.length === 0 ? '' : ` It holds ${listed(plans.map(({ plan }) => plan.id))}.`;
    throw new UserError(
      `${file} holds no commitment of ${name}${options.plan === undefined ? '' : ` in ${options.plan}`}.${there}`,
    );
  }
  const document = wanted.length === 1 ? first : { plans: wanted };
  const count = wanted.reduce((sum, { commitments }) => sum + commitments.length, 0);
  shell.tell(`${count} of ${all.length} rows are of ${name}: ${listed(wanted.map(({ plan }) => plan.id))}.\n`);
  deliver(shell, yamlOf(document as unknown as Json), options.out);
};

/** Runs `odi commitments export`. @throws UserError where the plan keeps no rows, or rows of several tables. */
export const runCommitmentsExport = (file: string, { out }: Pick<OutputOptions, 'out'>, shell: Shell): void => {
  const [table, ...others] = publishedRows(readPlanFile(file, shell));
  if (table === undefined || table.rows.length === 0)
    throw new UserError(`${file} keeps no rows of a published table: make it with "odi commitments import".`);
  if (others.length > 0)
    throw new UserError(`${file} keeps rows of tables with other columns: export its plans one by one.`);
  deliver(shell, [table.columns, ...table.rows].map(copiedLine).join(''), out);
};
