import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

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
  const document = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 });
  let text = '';
  let pagesRead = 0;
  while (pagesRead < document.numPages && text.length < most) {
    pagesRead += 1;
    const page = await document.getPage(pagesRead);
    const content = await page.getTextContent();
    text += `${textOf(content.items as readonly Item[])}\n\n`;
    page.cleanup();
  }
  return { text: text.slice(0, most).trim(), pages: document.numPages, pagesRead };
};

parentPort?.postMessage(await read());
