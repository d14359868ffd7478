import type { Table, Warning } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading, Reader } from '../reader.ts';
import { SheetBuilder } from '../table/sheet.ts';
import { runWorker } from '../worker.ts';
import type { WorkbookAnswer } from './workbook.worker.ts';

/** Cells of all sheets that are taken over from the worker. */
const MOST_CELLS = 20_000_000;

/** Reads an old workbook that no container is around. */
export const readXls: Reader = (context) => readWorkbookFile(context, 'xls');

/** Reads a workbook of a format that cannot be streamed (XLS, XLSB, ODS) in a worker with bounds of time and memory. */
export const readWorkbookFile = async (context: Context, format: string): Promise<FileReading> => {
  const { source, limits, cells } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const given = () => ({
    ...{ bytes: Uint8Array.from(bytes), sheets: limits.tables, columns: limits.columns, cells: MOST_CELLS },
  });
  const answer = await runWorker<WorkbookAnswer>('sheets/workbook', given, context);
  if ('failed' in answer) return { format, complete: false, warnings: [{ code: 'unreadable', says: answer.failed }] };
  const { sheets, sheetCount } = answer.done;
  const warnings: Warning[] = [];
  const tables: Table[] = [];
  for (const { name, rows, merges, isWhole } of sheets) {
    const builder = new SheetBuilder(name, cells, limits);
    for (const row of rows) builder.add(row);
    tables.push(...builder.finish(isWhole && whole, merges));
    if (!isWhole) warnings.push({ code: 'sheet-too-long', says: `Only the beginning of the sheet ${name} was read.` });
  }
  return { format, tables, complete: whole && sheetCount <= sheets.length && warnings.length === 0, warnings };
};
