import { workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { reading } from '../../model/errors.ts';
import { answer } from '../worker-answer.ts';

/** What the worker is given and answers. */
export interface PdfAnswer {
  readonly text: string;
  readonly pages: number;
  readonly pagesRead: number;
}

const { bytes, most } = workerData as { readonly bytes: Uint8Array; readonly most: number };

interface Item {
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** The text of one page, line ends where the document ends lines. */
const textOf = (items: readonly Item[]): string =>
  items.map(({ str = '', hasEOL = false }) => (hasEOL ? `${str}\n` : str)).join('');

const read = async (): Promise<PdfAnswer> => {
  const document = await reading(() => getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 }));
  let text = '';
  let pagesRead = 0;
  while (pagesRead < document.numPages && text.length < most) {
    pagesRead += 1;
    const number = pagesRead;
    const items = await reading(async () => {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      page.cleanup();
      return content.items as readonly Item[];
    });
    text += `${textOf(items)}\n\n`;
  }
  return { text: text.slice(0, most).trim(), pages: document.numPages, pagesRead };
};

await answer(read);
