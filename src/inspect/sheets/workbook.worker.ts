import { workerData } from 'node:worker_threads';
import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import { reading } from '../../model/errors.ts';
import { answer } from '../worker-answer.ts';

/** One sheet as rows of shown text, with its merged blocks. */
export interface SheetAnswer {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  /** False where rows were left out. */
  readonly isWhole: boolean;
}

export interface WorkbookAnswer {
  readonly sheets: readonly SheetAnswer[];
  readonly sheetCount: number;
}

const {
  bytes,
  sheets: most,
  columns,
  cells: mostCells,
} = workerData as {
  readonly bytes: Uint8Array;
  readonly sheets: number;
  readonly columns: number;
  readonly cells: number;
};

const dayText = (date: Date): string => {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
};

const shown = (cell: CellObject | undefined): string => {
  const { v } = cell ?? {};
  if (v === undefined || v === null || cell?.t === 'e' || cell?.t === 'z') return '';
  if (v instanceof Date) return Number.isNaN(v.getTime()) ? '' : dayText(v);
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  return typeof v === 'number' ? String(Number(v.toPrecision(15))) : String(v);
};

const lengthOf = (row: readonly (CellObject | undefined)[]): number => {
  let length = Math.min(row.length, columns);
  while (length > 0 && shown(row[length - 1]) === '') length -= 1;
  return length;
};

let cellsLeft = mostCells;

const rowsOf = (sheet: WorkSheet): { readonly rows: string[][]; readonly isWhole: boolean } => {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows: string[][] = [];
  for (const row of data) {
    if (cellsLeft <= 0) return { rows, isWhole: false };
    const length = row === undefined ? 0 : lengthOf(row);
    rows.push(Array.from({ length }, (_, at) => shown(row?.[at])));
    cellsLeft -= length + 1;
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return { rows, isWhole: true };
};

const options = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  cellDates: true,
  UTC: true,
  sheets: Array.from({ length: most }, (_, at) => at),
};

void answer(async (): Promise<WorkbookAnswer> => {
  const workbook = await reading(() => read(bytes, options));
  return {
    sheetCount: workbook.SheetNames.length,
    sheets: workbook.SheetNames.slice(0, most).map((name) => {
      const sheet = workbook.Sheets[name] ?? {};
      const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
      return { name, ...rowsOf(sheet), merges };
    }),
  };
});
