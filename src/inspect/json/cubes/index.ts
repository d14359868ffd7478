import { isObject, type Json } from '../../../model/basics.ts';
import type { Table, Warning } from '../../../model/inspection.ts';
import type { Context } from '../../reader.ts';
import { TableBuilder } from '../../table/builder.ts';
import type { JsonCube } from './cube.ts';
import { jsonStatCubes } from './json-stat.ts';
import { pxwebCubes } from './pxweb.ts';
import { sdmxCubes } from './sdmx.ts';

/** Cubes as tables, one row for each figure, with what of them was not read. */
export interface Cubes {
  readonly tables: readonly Table[];
  readonly warnings: readonly Warning[];
}

const tableOf = (cube: JsonCube, { cells, limits }: Context): Table | null => {
  const declared = [...cube.dimensions.map(({ name }) => name), ...cube.measures];
  const builder = new TableBuilder({ name: cube.name, declared }, cells, limits);
  for (const row of cube.rows()) builder.add(row);
  const table = builder.finish(cube.lack === null);
  if (table === null) return null;
  const columns = table.columns.map((column) =>
    cube.dimensions.some(({ name, isNamed }) => name === column.name && !isNamed)
      ? { ...column, hasUnnamedCodes: true as const }
      : column,
  );
  return { ...table, columns, titles: cube.titles };
};

/**
 * The figures of a cube with the words for what they are of. Null where a value holds no cube, or one of which nothing could be
 * read: it is then looked through as other JSON is.
 */
export const cubesOf = (value: Json, standards: readonly string[], context: Context): Cubes | null => {
  if (!isObject(value)) return null;
  const found = standards.includes('json-stat')
    ? jsonStatCubes(value)
    : standards.includes('sdmx')
      ? sdmxCubes(value)
      : standards.length === 0
        ? pxwebCubes(value)
        : null;
  if (found === null) return null;
  const most = context.limits.tables;
  const tables = found.slice(0, most).flatMap((cube) => tableOf(cube, context) ?? []);
  if (tables.every(({ rows, sample }) => rows === 0 || sample.length === 0)) return null;
  const lacks = found.flatMap(({ lack }) => (lack === null ? [] : [lack]));
  if (found.length > most) lacks.push('There are more cubes than are looked at.');
  return { tables, warnings: lacks.map((says): Warning => ({ code: 'truncated-table', says })) };
};
