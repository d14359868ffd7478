import type { Column, Table, ValueCount } from '../../model/inspection.ts';
import type { InspectLimits } from '../limits.ts';
import { type CellReader, plainStyle, type Style } from './cells.ts';
import { headerLevels, type Merge, nameOf } from './header.ts';
import { findLayout, LAYOUT_ROWS, type Layout } from './layout.ts';
import { Spread } from './spread.ts';
import { daysOf, hashOf, Tally, typeOf } from './tally.ts';

type Row = readonly string[];

/** Most frequent values that are kept of a column, and the examples. */
const TOP = 40;
const EXAMPLES = 5;
/** Rows that may turn out to be footnotes when nothing follows them. */
const FOOTER_ROWS = 20;

const isBlank = (row: Row): boolean => row.every((cell) => cell.trim() === '');
const filledOf = (row: Row): number => row.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);

export const topOf = (sample: readonly Row[], column: number): readonly ValueCount[] => {
  const counts = new Map<string, number>();
  for (const row of sample) {
    const value = row[column]?.trim() ?? '';
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, TOP)
    .map(([value, count]) => ({ value, count }));
};

/** What a table takes besides its rows. */
export interface TableShape {
  readonly name: string;
  /** Column names that the format itself declares; the rows then hold data alone. */
  readonly declared?: readonly string[];
}

/**
 * Builds one table from rows of text that arrive one by one, in bounded memory: the first rows are held until the
 * header is found, the rest is counted and sampled.
 */
export class TableBuilder {
  readonly #shape: TableShape;
  readonly #cells: CellReader;
  readonly #limits: InspectLimits;
  readonly #head: Row[] = [];
  readonly #sample: Row[] = [];
  readonly #spread: Spread<Row>;
  #layout: Layout | null = null;
  #styles: readonly Style[] = [];
  #tallies: Tally[] = [];
  #asides: Row[] = [];
  #rows = 0;
  #ragged = 0;

  constructor(shape: TableShape, cells: CellReader, limits: InspectLimits) {
    this.#shape = shape;
    this.#cells = cells;
    this.#limits = limits;
    this.#spread = new Spread(limits.sample);
  }

  /** Adds the next row; blank ones count only where they stand above the data. */
  add(row: Row): void {
    const bounded = row.length > this.#limits.columns ? row.slice(0, this.#limits.columns) : row;
    if (this.#layout !== null) this.#take(bounded);
    else if (this.#shape.declared !== undefined) {
      this.#open({ above: 0, header: 0, titles: [], width: this.#shape.declared.length, warnings: [] });
      this.#take(bounded);
    } else {
      this.#head.push(bounded);
      if (this.#head.length >= LAYOUT_ROWS) this.#settle();
    }
  }

  /** The table, or null where no row and no header was met. `isWhole` is false where rows are missing at the end. */
  finish(isWhole: boolean, merges: readonly Merge[] = []): Table | null {
    if (this.#layout === null) this.#settle();
    const layout = this.#layout;
    if (layout === null || layout.width === 0) return null;
    const footers = this.#asides.map((row) =>
      row
        .filter((cell) => cell.trim() !== '')
        .join(' ')
        .trim(),
    );
    const names = this.#names(layout, merges);
    const sample = [...this.#sample, ...this.#spread.items()];
    return {
      name: this.#shape.name,
      titles: layout.titles,
      headerRows: layout.above - layout.header,
      above: layout.above,
      columns: names.map((levels, index) => this.#column(levels, index)),
      rows: isWhole ? this.#rows : null,
      sample: sample.map((row) => Array.from({ length: layout.width }, (_, at) => row[at] ?? '')),
      footers,
    };
  }

  /** Rows with more cells than columns. */
  get ragged(): number {
    return this.#ragged;
  }

  get rows(): number {
    return this.#rows;
  }

  #names(layout: Layout, merges: readonly Merge[]): readonly (readonly string[])[] {
    if (this.#shape.declared !== undefined) return this.#shape.declared.map((name) => (name === '' ? [] : [name]));
    return headerLevels(this.#head, layout.header, layout.above, layout.width, merges);
  }

  #settle(): void {
    this.#open(
      this.#shape.declared === undefined
        ? findLayout(this.#head, this.#cells)
        : { above: 0, header: 0, titles: [], width: this.#shape.declared.length, warnings: [] },
    );
  }

  #open(layout: Layout): void {
    this.#layout = layout;
    const body = this.#head.slice(layout.above);
    this.#tallies = Array.from({ length: layout.width }, () => new Tally(this.#limits.distinct));
    this.#styles = this.#tallies.map((_, column) => this.#cells.styleOf(body.map((row) => row[column] ?? '')));
    for (const row of body) this.#take(row);
  }

  #take(row: Row): void {
    if (isBlank(row)) return;
    if (this.#isAside(row)) {
      this.#asides.push(row);
      if (this.#asides.length > FOOTER_ROWS) this.#flush();
      return;
    }
    this.#flush();
    this.#count(row);
  }

  /** A row of a single cell in a table of several columns: a note when nothing follows, else a row like others. */
  #isAside(row: Row): boolean {
    return this.#tallies.length >= 3 && filledOf(row) === 1;
  }

  #flush(): void {
    for (const row of this.#asides) this.#count(row);
    this.#asides = [];
  }

  #count(row: Row): void {
    this.#rows += 1;
    if (row.length > this.#tallies.length) this.#ragged += 1;
    for (let column = 0; column < this.#tallies.length; column += 1) {
      const text = row[column] ?? '';
      if (text === '') continue;
      this.#tallies[column]?.add(this.#cells.read(text, this.#styles[column] ?? plainStyle), hashOf(text));
    }
    if (this.#sample.length < this.#limits.sample) this.#sample.push(row);
    else this.#spread.offer(row);
  }

  #column(levels: readonly string[], index: number): Column {
    const tally = this.#tallies[index] ?? new Tally(0);
    const top = topOf(this.#sample, index);
    return columnOf(levels, index, tally, this.#rows, top);
  }
}

/** One column from what was counted. `rows` is the number of rows that were counted. */
export const columnOf = (
  levels: readonly string[],
  index: number,
  tally: Tally,
  rows: number,
  top: readonly ValueCount[],
): Column => ({
  name: nameOf(levels, index),
  levels,
  type: typeOf(tally),
  fill: rows === 0 ? 0 : Math.round((tally.filled / rows) * 10_000) / 10_000,
  distinct: tally.distinct.size,
  distinctIsFloor: tally.distinct.isFloor,
  top,
  examples: top.slice(0, EXAMPLES).map(({ value }) => value),
  numbers: tally.numbers === 0 ? null : { count: tally.numbers, min: tally.min, max: tally.max, sum: tally.sum },
  dates: daysOf(tally),
});
