import type { Column } from '../model/inspection.ts';
import { type ReadNumber, readNumber } from '../text/numbers.ts';

type Style = Pick<Column, 'decimalMark'>;

const countOf = (read: ReadNumber | null): number | null => (read === null || read.isShare ? null : read.value);

/** The number in a cell, read with the decimal mark of its column; null where it holds none. */
export const numberIn = ({ decimalMark }: Style, cell: string): number | null =>
  readNumber(cell, decimalMark ?? '.')?.value ?? null;

/** What a cell counts or measures; null where it holds no number or a share. */
export const countIn = ({ decimalMark }: Style, cell: string): number | null =>
  countOf(readNumber(cell, decimalMark ?? '.'));

/** What a number outside of tables counts; null where it is none or a share. */
export const countWritten = (text: string): number | null => countOf(readNumber(text, null));
