import type { Table } from '../../model/inspection.ts';
import type { InspectLimits } from '../../model/limits.ts';
import { MOST_BLOCK_ROWS, mergesIn, startsOf } from './blocks.ts';
import { TableBuilder } from './builder.ts';
import type { CellReader } from './cells.ts';
import type { Merge } from './header.ts';

/** Builds the tables of a sheet from its rows: mostly one, else those that stand one below the other. */
export class SheetBuilder {
  readonly #name: string;
  readonly #cells: CellReader;
  readonly #limits: InspectLimits;
  readonly #whole: TableBuilder;
  #rows: (readonly string[])[] | null = [];

  constructor(name: string, cells: CellReader, limits: InspectLimits) {
    this.#name = name;
    this.#cells = cells;
    this.#limits = limits;
    this.#whole = new TableBuilder({ name }, cells, limits);
  }

  /**
   * Adds the next row.
   *
   * @throws NotHere where the program itself reads, and lays out no more cells
   */
  add(row: readonly string[]): void {
    this.#whole.add(row);
    if (this.#rows === null) return;
    if (this.#rows.length < MOST_BLOCK_ROWS) this.#rows.push(row);
    else this.#rows = null;
  }

  /** The tables, none where no row and no header was met. `isWhole` is false where rows are missing at the end. */
  finish(isWhole: boolean, merges: readonly Merge[] = []): readonly Table[] {
    const starts = this.#rows === null ? [0] : startsOf(this.#rows, this.#cells);
    if (starts.length === 1 || starts.length > this.#limits.tables) {
      const table = this.#whole.finish(isWhole, merges);
      return table === null ? [] : [table];
    }
    return tablesAt(starts, this.#rows ?? [], this.#name, this.#cells, this.#limits, isWhole, merges);
  }
}

/** The tables that begin at these rows; the second and those after it are numbered. */
export const tablesAt = (
  starts: readonly number[],
  rows: readonly (readonly string[])[],
  name: string,
  cells: CellReader,
  limits: InspectLimits,
  isWhole: boolean,
  merges: readonly Merge[] = [],
): readonly Table[] =>
  starts.flatMap((from, at) => {
    const to = starts[at + 1] ?? rows.length;
    const called = at === 0 ? name : `${name} (${at + 1})`;
    const builder = new TableBuilder({ name: called }, cells, limits);
    for (const row of rows.slice(from, to)) builder.add(row);
    return builder.finish(isWhole, mergesIn(merges, from, to)) ?? [];
  });
