import { readUpTo } from '../bytes.ts';
import type { Context, Reading } from '../reader.ts';
import { runWorker } from '../worker.ts';
import type { PdfAnswer } from './pdf.worker.ts';

/** Reads the text of a PDF in a worker with bounds of time and memory. A PDF without text is a picture of one. */
export const readPdf = async (context: Context): Promise<Reading> => {
  const { source, limits } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const answer = await runWorker<PdfAnswer>('pdf/pdf', { bytes: Uint8Array.from(bytes), most: limits.text }, limits);
  if ('failed' in answer)
    return { format: 'pdf', complete: false, warnings: [{ code: 'unreadable', says: answer.failed }] };
  const { text, pages, pagesRead } = answer.done;
  const isScan = pages > 0 && text.replace(/\s/g, '').length < pages * 20;
  return {
    format: 'pdf',
    text,
    complete: whole && pagesRead === pages && text.length < limits.text && !isScan,
    warnings: isScan ? [{ code: 'scanned', says: 'The pages are pictures: there is no text in them.' }] : [],
  };
};
