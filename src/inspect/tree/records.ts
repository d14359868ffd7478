import type { Table } from '../../model/inspection.ts';
import type { InspectLimits } from '../limits.ts';
import { TableBuilder } from '../table/builder.ts';
import type { CellReader } from '../table/cells.ts';

/** Fields of one record, by their path inside it. */
export type Fields = ReadonlyMap<string, string>;

/** Records that are held to learn the columns from. */
const HELD = 300;
/** Columns that a record table has at most; further fields are among the keys alone. */
const MOST_COLUMNS = 500;

/** Makes a table of records whose columns show only as they come. */
export class RecordTable {
  readonly #name: string;
  readonly #cells: CellReader;
  readonly #limits: InspectLimits;
  readonly #columns = new Map<string, number>();
  #held: Fields[] = [];
  #builder: TableBuilder | null = null;
  count = 0;

  constructor(name: string, cells: CellReader, limits: InspectLimits) {
    this.#name = name;
    this.#cells = cells;
    this.#limits = limits;
  }

  add(fields: Fields): void {
    this.count += 1;
    if (this.#builder !== null) {
      this.#pass(fields, this.#builder);
      return;
    }
    this.#held.push(fields);
    for (const name of fields.keys()) {
      if (!this.#columns.has(name) && this.#columns.size < MOST_COLUMNS) this.#columns.set(name, this.#columns.size);
    }
    if (this.#held.length >= HELD) this.#settle();
  }

  finish(isWhole: boolean): Table | null {
    const builder = this.#builder ?? this.#settle();
    const table = builder.finish(isWhole);
    return table === null ? null : { ...table, headerRows: 0, rows: isWhole ? this.count : null };
  }

  #settle(): TableBuilder {
    const builder = new TableBuilder(
      { name: this.#name, declared: [...this.#columns.keys()] },
      this.#cells,
      this.#limits,
    );
    this.#builder = builder;
    for (const fields of this.#held) this.#pass(fields, builder);
    this.#held = [];
    return builder;
  }

  #pass(fields: Fields, builder: TableBuilder): void {
    builder.add([...this.#columns.keys()].map((name) => fields.get(name) ?? ''));
  }
}
