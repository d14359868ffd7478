import type { Table } from '../../model/inspection.ts';
import type { InspectLimits } from '../../model/limits.ts';
import { TableBuilder } from '../table/builder.ts';
import type { CellReader } from '../table/cells.ts';

/** Fields of one record, by their path inside it. */
export type RecordFields = ReadonlyMap<string, string>;

/** Records, and fields of them, that are held to learn the columns from where they come as a stream. */
const HELD = 3_000;
const HELD_FIELDS = 100_000;
/** Columns that a record table has at most; further fields are among the keys alone. */
const MOST_COLUMNS = 500;

/** Makes a table of records whose columns show only as they come. */
export class RecordTable {
  readonly #name: string;
  readonly #cells: CellReader;
  readonly #limits: InspectLimits;
  readonly #columns = new Map<string, number>();
  #held: RecordFields[] = [];
  #heldFields = 0;
  #builder: TableBuilder | null = null;
  count = 0;
  /** True where a record had fields that no column was made for. */
  isCut = false;

  constructor(name: string, cells: CellReader, limits: InspectLimits) {
    this.#name = name;
    this.#cells = cells;
    this.#limits = limits;
  }

  /** Makes columns of names ahead of the records, where all records can be looked through before they are added. */
  learn(names: Iterable<string>): void {
    for (const name of names) {
      if (this.#columns.has(name)) continue;
      if (this.#builder === null && this.#columns.size < MOST_COLUMNS) this.#columns.set(name, this.#columns.size);
      else this.isCut = true;
    }
  }

  add(fields: RecordFields): void {
    this.count += 1;
    if (this.#builder !== null) {
      if (!this.isCut) this.learn(fields.keys());
      this.#pass(fields, this.#builder);
      return;
    }
    this.#held.push(fields);
    this.learn(fields.keys());
    this.#heldFields += fields.size;
    if (this.#held.length >= HELD || this.#heldFields >= HELD_FIELDS) this.#settle();
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

  #pass(fields: RecordFields, builder: TableBuilder): void {
    builder.add([...this.#columns.keys()].map((name) => fields.get(name) ?? ''));
  }
}
