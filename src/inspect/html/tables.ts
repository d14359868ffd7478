import type { Table } from '../../model/inspection.ts';
import type { InspectLimits } from '../../model/limits.ts';
import type { CellReader } from '../table/cells.ts';
import type { Merge } from '../table/header.ts';
import { SheetBuilder } from '../table/sheet.ts';
import { oneLine } from './text.ts';

/** Widest span that is believed; the HTML standard says the same. */
const WIDEST = 1_000;

interface Open {
  readonly rows: string[][];
  readonly merges: Merge[];
  /** Cells that reach down from rows above: text and rows left, by column. */
  readonly down: Map<number, { readonly text: string; left: number }>;
  caption: string;
  column: number;
  isNesting: boolean;
  /** Rows from the top that hold headings alone. */
  headings: number;
  hasData: boolean;
}

const spanOf = (value: string | undefined): number => {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(span) && span >= 1 ? Math.min(span, WIDEST) : 1;
};

/** Collects the tables of a page while it is walked: open, row, cell, close. A table that holds a table is layout. */
export class PageTables {
  readonly #cells: CellReader;
  readonly #limits: InspectLimits;
  readonly #open: Open[] = [];
  readonly tables: Table[] = [];
  /** True where there were more cells than are kept. */
  isCut = false;
  #count = 0;
  #cellsLeft: number;

  constructor(cells: CellReader, limits: InspectLimits) {
    this.#cells = cells;
    this.#limits = limits;
    this.#cellsLeft = limits.pageCells;
  }

  openTable(): void {
    const outer = this.#open.at(-1);
    if (outer) outer.isNesting = true;
    this.#open.push({
      rows: [],
      merges: [],
      down: new Map(),
      caption: '',
      column: 0,
      isNesting: false,
      headings: 0,
      hasData: false,
    });
  }

  caption(text: string): void {
    const table = this.#open.at(-1);
    if (table) table.caption = oneLine(text);
  }

  openRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    table.rows.push([]);
    table.column = 0;
    this.#fillDown(table);
  }

  cell(text: string, isHeading: boolean, attributes: Readonly<Record<string, string>>): void {
    const table = this.#open.at(-1);
    const row = table?.rows.at(-1);
    if (table === undefined || row === undefined || table.column >= this.#limits.columns) return;
    if (this.#cellsLeft <= 0) {
      this.isCut = true;
      return;
    }
    const [across, down] = [spanOf(attributes['colspan']), spanOf(attributes['rowspan'])];
    this.#cellsLeft -= across;
    const value = oneLine(text);
    const top = table.rows.length - 1;
    if (!isHeading) table.hasData = true;
    else if (!table.hasData) table.headings = table.rows.length;
    row[table.column] = value;
    for (let at = 1; at < across; at += 1) row[table.column + at] = '';
    if (across > 1) {
      table.merges.push({ top, left: table.column, bottom: top + down - 1, right: table.column + across - 1 });
    }
    if (down > 1) {
      for (let at = 0; at < across; at += 1)
        table.down.set(table.column + at, { text: at === 0 ? value : '', left: down - 1 });
    }
    table.column += across;
    this.#fillDown(table);
  }

  closeTable(): void {
    const table = this.#open.pop();
    if (table === undefined || table.isNesting || this.tables.length >= this.#limits.tables) return;
    this.#count += 1;
    const isTable = table.rows.length >= 2 && table.rows.some((row) => row.filter((cell) => cell !== '').length >= 2);
    if (!isTable) return;
    const builder = new SheetBuilder(table.caption || `table ${this.#count}`, this.#cells, this.#limits);
    for (const row of table.rows) builder.add(Array.from(row, (cell) => cell ?? ''));
    this.tables.push(...builder.finish(true, table.merges));
  }

  #fillDown(table: Open): void {
    const row = table.rows.at(-1);
    for (let held = table.down.get(table.column); held !== undefined && row; held = table.down.get(table.column)) {
      if (this.#cellsLeft <= 0) {
        this.isCut = true;
        return;
      }
      row[table.column] = held.text;
      this.#cellsLeft -= 1;
      held.left -= 1;
      if (held.left === 0) table.down.delete(table.column);
      table.column += 1;
    }
  }
}
