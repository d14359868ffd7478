import type { Table } from '../../model/inspection.ts';
import { distinctOf, type InspectLimits, sampleRows } from '../../model/limits.ts';
import { areNotes, assembleTable } from './assemble.ts';
import { type CellReader, plainStyle, type Style } from './cells.ts';
import type { Merge } from './header.ts';
import { findLayout, LAYOUT_ROWS, type Layout } from './layout.ts';
import { Spread } from './spread.ts';
import { hashOf, Tally } from './tally.ts';

type Row = readonly string[];

/** Rows that may turn out to be footnotes when nothing follows them. */
const FOOTER_ROWS = 20;

const isBlank = (row: Row): boolean => row.every((cell) => cell.trim() === '');
const filledOf = (row: Row): number => row.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);

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
  #spread: Spread<Row>;
  #most: number;
  #layout: Layout | null = null;
  #styles: readonly Style[] = [];
  #tallies: Tally[] = [];
  #asides: Row[] = [];
  #rows = 0;

  constructor(shape: TableShape, cells: CellReader, limits: InspectLimits) {
    this.#shape = shape;
    this.#cells = cells;
    this.#limits = limits;
    this.#most = limits.sample;
    this.#spread = new Spread(this.#most);
  }

  /**
   * Adds the next row; blank ones count only where they stand above the data.
   *
   * @throws NotHere where the program itself reads, and lays out no more cells
   */
  add(row: Row): void {
    this.#cells.layOut(row.length);
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
    if (layout === null) return null;
    if (!areNotes(this.#tallies, this.#rows)) this.#flush();
    return assembleTable({
      name: this.#shape.name,
      layout,
      head: this.#head,
      merges,
      declared: this.#shape.declared ?? null,
      tallies: this.#tallies,
      rows: this.#rows,
      isWhole,
      first: this.#sample,
      spread: this.#spread.items(),
      footers: this.#asides.map((row) =>
        row
          .filter((cell) => cell.trim() !== '')
          .join(' ')
          .trim(),
      ),
    });
  }

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
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
    this.#styles = this.#cells.stylesOf(body, layout.width);
    const distinct = distinctOf(this.#limits, layout.width);
    this.#tallies = this.#styles.map((style) => new Tally(distinct, style));
    this.#most = sampleRows(this.#limits, layout.width);
    this.#spread = new Spread(this.#most);
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
    return this.#tallies.length >= 2 && filledOf(row) === 1;
  }

  #flush(): void {
    for (const row of this.#asides) this.#count(row);
    this.#asides = [];
  }

  #count(row: Row): void {
    this.#rows += 1;
    for (let column = 0; column < this.#tallies.length; column += 1) {
      const text = row[column] ?? '';
      if (text === '') continue;
      const tally = this.#tallies[column];
      if (tally?.add(this.#cells.read(text, this.#styles[column] ?? plainStyle), hashOf(text))) tally.keep(text);
    }
    if (this.#sample.length < this.#most) this.#sample.push(row);
    else this.#spread.offer(row);
  }
}
