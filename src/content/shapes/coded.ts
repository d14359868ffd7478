import type { Concept, ConceptId, ShapeClue } from '../../model/content.ts';
import { columnGround, has, part } from '../columns.ts';
import type { ReadColumn, Reading, ReadTable } from '../reading.ts';
import type { Scene, Shape } from '../scene.ts';
import { valuesOf } from '../table-sightings.ts';

/** A column of numbers that a code list gives a meaning. */
interface Coded {
  readonly table: ReadTable;
  readonly column: ReadColumn;
  readonly list: NonNullable<Concept['list']>;
}

/** A code without what a list on the web writes before it. */
const codeOf = (value: string): string =>
  value
    .trim()
    .replace(/^https?:.*\//, '')
    .replace(/^0+(?=\d)|\.0+$/g, '');

const codesIn = ({ table, column }: Coded): readonly string[] => [...valuesOf(table, column.index).keys()].map(codeOf);

const codedIn = ({ concepts: { concepts }, tables }: Reading, clue: ShapeClue): readonly Coded[] =>
  part(clue, 'code').flatMap((id: ConceptId) => {
    const list = concepts[id]?.list;
    if (list === undefined) return [];
    return tables.flatMap((table) =>
      table.columns.filter((column) => has(column, [id])).map((column) => ({ table, column, list })),
    );
  });

const isNumber = (code: string): boolean => /^\d+$/.test(code);

/** A column of codes (`of.code`) has one that stands for what is asked (`of.value`) in the list of its concept. */
export const coded: Shape = ({ reading }: Scene, clue) => {
  for (const found of codedIn(reading, clue)) {
    const wanted = part(clue, 'value').flatMap((id) => found.list.means[id] ?? []);
    const code = codesIn(found).find((one) => wanted.includes(one));
    if (code === undefined) continue;
    const ground = columnGround(found.table, found.column);
    return {
      reason: 'coded',
      grounds: [{ ...ground, quote: `${found.column.name}: ${code} (${found.list.source})`.slice(0, 160) }],
    };
  }
  return null;
};

/** A column of codes has some that its list does not know: what they stand for, only another list tells. */
export const uncoded: Shape = ({ reading }: Scene, clue) => {
  for (const found of codedIn(reading, clue)) {
    const known = new Set(Object.values(found.list.means).flat());
    if (codesIn(found).some((code) => isNumber(code) && !known.has(code)))
      return { reason: 'code-not-known', grounds: [columnGround(found.table, found.column)] };
  }
  return null;
};
