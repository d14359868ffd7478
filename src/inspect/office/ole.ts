import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { readWorkbookFile } from '../sheets/read.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** What an OLE2 file is, by the name of the stream that only it has. */
const kinds: readonly (readonly [string, Buffer])[] = [
  ['xls', utf16('Workbook')],
  ['doc', utf16('WordDocument')],
  ['ppt', utf16('PowerPoint Document')],
  ['xls', utf16('Book')],
];

/** Longest run of letters that is taken for words of a Word file. */
const words = /[\p{L}\p{N}\p{P}\p{Zs}\r\n\t]{20,5000}/gu;

/** The words of a Word 97 file: long runs of text in either of the encodings it mixes. */
const wordText = (bytes: Uint8Array, most: number): string => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const wide = (buffer.toString('utf16le').match(words) ?? []).filter((run) =>
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}]{3}/u.test(run),
  );
  const narrow = buffer.toString('latin1').match(/[\x20-\x7e\xa0-\xff\r\n\t]{40,5000}/g) ?? [];
  const [a, b] = [wide.join('\n'), narrow.join('\n')];
  return (a.length > b.length ? a : b).replaceAll('\r', '\n').slice(0, most);
};

/** Reads an OLE2 file: an XLS workbook as tables, a Word document as words; others are named. */
export const readOle = async (context: Context): Promise<FileReading> => {
  const { bytes, whole } = await readUpTo(context.source, context.limits.buffered);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const format = kinds.find(([, name]) => buffer.includes(name))?.[0] ?? 'unknown';
  if (format === 'xls') return readWorkbookFile(context, 'xls');
  if (format === 'doc') return { format, text: wordText(bytes, context.limits.text), complete: false };
  return { format, complete: whole && format !== 'unknown' };
};
