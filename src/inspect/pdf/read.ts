import type { Table } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { runWorker } from '../worker.ts';
import type { PageTable } from './grid.ts';
import type { PdfAnswer } from './pdf.worker.ts';

const tableOf = ({ page, rows }: PageTable, { cells, limits }: Context): Table | null => {
  const builder = new TableBuilder({ name: `page ${page + 1}` }, cells, limits);
  for (const row of rows) builder.add(row);
  return builder.finish(true);
};

/**
 * Reads the text of a PDF, and the tables that it is set in, in a worker with bounds of time and memory. A PDF without text
 * is a picture of one.
 */
export const readPdf = async (context: Context): Promise<FileReading> => {
  const { source, limits } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const given = () => ({ bytes: Uint8Array.from(bytes), most: limits.text });
  const answer = await runWorker<PdfAnswer>('pdf/pdf', given, context);
  if ('failed' in answer)
    return { format: 'pdf', complete: false, warnings: [{ code: 'unreadable', says: answer.failed }] };
  const { text, pages, pagesRead, tables } = answer.done;
  const isScan = pages > 0 && text.replace(/\s/g, '').length < pages * 20;
  return {
    format: 'pdf',
    text,
    tables: tables.slice(0, limits.tables).flatMap((table) => tableOf(table, context) ?? []),
    complete: whole && pagesRead === pages && text.length < limits.text && !isScan,
    warnings: isScan ? [{ code: 'scanned', says: 'The pages are pictures: there is no text in them.' }] : [],
  };
};
