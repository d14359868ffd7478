import { workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { reading } from '../../model/errors.ts';
import { answer } from '../worker-answer.ts';
import { type Grid, gridOf, type PageTable, tablesOf } from './grid.ts';
import { type Item, linesOf, piecesOf } from './pieces.ts';

/** What the worker is given and answers. */
export interface PdfAnswer {
  readonly text: string;
  readonly pages: number;
  readonly pagesRead: number;
  /** What the places of the text show to be tables. */
  readonly tables: readonly PageTable[];
}

const { bytes, most } = workerData as { readonly bytes: Uint8Array; readonly most: number };

/** The text of one page, line ends where the document ends lines. */
const textOf = (items: readonly Item[]): string =>
  items.map(({ str = '', hasEOL = false }) => (hasEOL ? `${str}\n` : str)).join('');

/** Pieces of text of a page in which columns are looked for: a drawing has more of them, and no table. */
const mostPieces = 20_000;

const gridIn = (items: readonly Item[]): Grid | null =>
  items.length > mostPieces ? null : gridOf(linesOf(piecesOf(items)));

const read = async (): Promise<PdfAnswer> => {
  const document = await reading(() => getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 }));
  const grids: (Grid | null)[] = [];
  let text = '';
  while (grids.length < document.numPages && text.length < most) {
    const number = grids.length + 1;
    const items = await reading(async () => {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      page.cleanup();
      return content.items as readonly Item[];
    });
    text += `${textOf(items)}\n\n`;
    grids.push(gridIn(items));
  }
  return {
    text: text.slice(0, most).trim(),
    pages: document.numPages,
    pagesRead: grids.length,
    tables: tablesOf(grids),
  };
};

void answer(read);
