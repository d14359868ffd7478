import type { Ground } from '../../model/check.ts';
import type { ConceptId } from '../../model/content.ts';
import type { ColumnType } from '../../model/inspection.ts';
import type { ReadColumn, ReadTable } from '../reading.ts';

/** Where a field was found: a column, a row label or measure of a table, a nested key, a line of a document. */
export type FieldKind = 'column' | 'value' | 'key' | 'line';

/** What a field looks like, apart from where it stands. All that a reader of roles may know of it. */
export interface FieldLook {
  readonly kind: FieldKind;
  /** The header, label or key, all levels of it. */
  readonly text: string;
  /** The levels of the header from the top; one where there are no levels. */
  readonly levels: readonly string[];
  /** Concepts of the vocabulary that the text names. */
  readonly hits: ReadonlySet<ConceptId>;
  /** Concepts that the field before it and the one after it name. */
  readonly before: ReadonlySet<ConceptId>;
  readonly after: ReadonlySet<ConceptId>;
  /** Concepts that the headers of its table name, its own included. */
  readonly among: ReadonlySet<ConceptId>;
  /** Number columns of unknown name that stand next to one another here, itself included; 0 where it is none. */
  readonly run: number;
  readonly type: ColumnType;
  /** Different values. */
  readonly distinct: number;
  /** Rows of its table, 1 outside of tables. */
  readonly rows: number;
  /** Share of the rows that have a value, 0 to 1. */
  readonly fill: number;
  /** A few values as they are written. */
  readonly examples: readonly string[];
}

/** A field and where it can be opened again. */
export interface Field extends FieldLook {
  readonly ground: Ground;
  /** The table it is a column or a label of; null outside of tables. */
  readonly table: ReadTable | null;
  /** The column of the table, where the field is one. */
  readonly column: ReadColumn | null;
}
