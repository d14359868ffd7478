import { extensionOfName } from '../../web/address.ts';
import { openFormats } from '../../web/formats.ts';
import { mediaTypeOf } from '../../web/headers.ts';
import { readUpTo } from '../bytes.ts';
import { detectDialect, detectNested } from '../csv/dialect.ts';
import { readCsv } from '../csv/read.ts';
import type { Context, FileReading } from '../reader.ts';
import { charsetOf, decode, doubtIn } from './encoding.ts';
import { readFixedWidth } from './fixed-width.ts';

/** Characters that tell prose from tables. */
const LOOKED = 2 ** 16;

const isCalledTable = ({ source, vocabulary }: Context): boolean => {
  const { byExtension, byMediaType } = openFormats(vocabulary.formats);
  return [byExtension(extensionOfName(source.name)), byMediaType(mediaTypeOf(source.declared))].some(
    (format) => format?.id === 'csv' || format?.id === 'tsv',
  );
};

/** Lines that end as sentences do, in any script: prose with commas, not fields. */
const isProse = (lines: readonly string[]): boolean =>
  lines.filter((line) => /[.!?:;。؟।…]["'»”)]?\s*$/.test(line.slice(-10))).length * 2 > lines.length;

/** Lines that a delimiter cuts alike; a name or a type that says so lowers the bar, prose never passes it. */
const isDelimited = (text: string, context: Context): boolean => {
  if (detectNested(text) !== null) return true;
  const dialect = detectDialect(text);
  const isCalled = isCalledTable(context);
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (dialect === null) return isCalled && lines.length > 1 && lines.every((line) => line.length <= 200);
  if (isCalled) return dialect.consistency >= 0.25;
  if (lines.length < 2) return dialect.fields >= 5;
  if (dialect.delimiter === ',' && isProse(lines)) return false;
  return dialect.consistency >= (dialect.fields >= 4 ? 0.6 : dialect.delimiter === ',' ? 0.9 : 0.75);
};

/** Records of trains: each tells its kind by two letters, and places and schedules have codes where they must be. */
const ofTrains = /^(?:HD|TI|TA|TD|AA|BS|BX|TN|LO|LI|LT|CR|LN|ZZ|\/!!)/;
const placeOrSchedule = /^(?:TI[A-Z0-9 ]{7}\d{8}[A-Z]|BS[NDR][A-Z0-9]{6}\d{12})/m;
const fewestRecords = 5;

const isCif = (text: string): boolean => {
  if (!ofTrains.test(text) || !placeOrSchedule.test(text)) return false;
  // The last line that was looked at may be cut.
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length >= fewestRecords && lines.slice(0, -1).every((line) => ofTrains.test(line));
};

/** Reads text that no mark at its beginning tells: a table if its lines are cut alike, else words. */
export const readText = async (context: Context): Promise<FileReading> => {
  const { source, limits, head, format } = context;
  const encoding = context.detect(head, charsetOf(source.declared));
  const looked = decode(head, encoding).slice(0, LOOKED);
  if (isCif(looked)) return (await import('./cif.ts')).readCif(context, encoding);
  if (format !== 'markdown') {
    if (isDelimited(looked, context)) return readCsv(context);
    const fixed = await readFixedWidth(context, looked);
    if (fixed !== null) return { ...fixed, encoding: encoding.name, warnings: doubtIn(encoding) };
  }
  const { bytes, whole } = await readUpTo(source, Math.min(limits.buffered, limits.text * 4));
  const known = encoding.name === 'ascii' ? context.detect(bytes, charsetOf(source.declared)) : encoding;
  const text = decode(bytes, known);
  return {
    format: format === 'markdown' ? 'markdown' : 'text',
    encoding: known.name,
    text: text.slice(0, limits.text),
    complete: whole && text.length <= limits.text,
    warnings: doubtIn(known),
  };
};
