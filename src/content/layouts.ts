import type { KnownLayout } from '../model/content.ts';
import type { Column, Table } from '../model/inspection.ts';

/* Tables without a header whose columns are told by a layout that is known. */

/** Rows that are held against a layout. */
const mostRows = 50;
const noHeader = /^column (\d+)$/;

/** The place of a column in its file, from 0: columns without any value are left out of a table. */
const placeOf = ({ name }: Column): number | null => {
  const found = noHeader.exec(name);
  return found === null ? null : Number(found[1]) - 1;
};

const patterns = new WeakMap<KnownLayout, readonly RegExp[]>();

const patternsOf = (layout: KnownLayout): readonly RegExp[] => {
  const before = patterns.get(layout) ?? layout.columns.map(({ like }) => new RegExp(`^(?:${like})$`, 'u'));
  patterns.set(layout, before);
  return before;
};

/** Share of the columns of a layout that must hold values. */
const leastColumns = 0.6;

const isOf = ({ columns, sample }: Table, layout: KnownLayout): boolean => {
  const places = columns.map(placeOf);
  const last = places.at(-1);
  if (last === undefined || last === null || last >= layout.columns.length) return false;
  if (columns.length < layout.columns.length * leastColumns) return false;
  const rows = sample.slice(0, mostRows);
  return (
    rows.length > 0 &&
    places.every((place, index) => {
      const pattern = place === null ? undefined : patternsOf(layout)[place];
      return pattern !== undefined && rows.every((row) => (row[index] ?? '') === '' || pattern.test(row[index] ?? ''));
    })
  );
};

/** The table with the names of the layout it has; the same table where it has a header or no layout that is known. */
export const withLayout = (table: Table, layouts: readonly KnownLayout[]): Table => {
  if (!table.columns.every((column) => placeOf(column) !== null)) return table;
  const layout = layouts.find((one) => isOf(table, one));
  if (layout === undefined) return table;
  const columns = table.columns.map((column) => {
    const name = layout.columns[placeOf(column) ?? 0]?.name ?? column.name;
    return { ...column, name, levels: [name] };
  });
  return { ...table, columns };
};
