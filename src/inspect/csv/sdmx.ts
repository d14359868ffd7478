import type { Column, Table } from '../../model/inspection.ts';

/*
 * SDMX-CSV: a column for each dimension, the observation, and its attributes behind it. Source: SDMX technical standards,
 * “SDMX-CSV field guide”, 1.0 and 2.0: `labels` of `id` keeps codes alone, of `both` and `name` the words.
 */

/** What a header says before the words that may follow it: `FREQ: Frequency`. */
const idOf = ({ name }: Column): string => name.replace(/:.*$/, '').trim();

/** What tells the dataset a row belongs to, and what is done with it. */
const ofRow = /^(?:DATAFLOW|STRUCTURE(?:_ID|_NAME)?|ACTION|LAST UPDATE|series_?key)$/i;

const hasWords = ({ values, top, examples }: Column): boolean =>
  [...(values ?? []), ...top.map(({ value }) => value), ...examples].some((value) =>
    /\p{Ll}{3}|:\s*\p{L}/u.test(value),
  );

const mayBeCodes: ReadonlySet<Column['type']> = new Set(['text', 'code', 'mixed', 'boolean']);

/** The table with the dimensions whose words are elsewhere; null where it is none of the standard. */
export const withSdmxCodes = (table: Table): Table | null => {
  const ids = table.columns.map(idOf);
  const observation = ids.indexOf('OBS_VALUE');
  if (observation < 0 || !ids.includes('TIME_PERIOD')) return null;
  const columns = table.columns.map((column, at): Column => {
    const id = ids[at] ?? '';
    const isDimension = at < observation && id !== 'TIME_PERIOD' && !ofRow.test(id) && mayBeCodes.has(column.type);
    return isDimension && column.distinct > 0 && !hasWords(column) ? { ...column, hasUnnamedCodes: true } : column;
  });
  return { ...table, columns };
};
