import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { type DetectEncoding, decode, doubtIn } from '../text/encoding.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly length: number;
}

const FIELD = 32;
const END = 0x0d;

const fieldsOf = (bytes: Uint8Array, headerLength: number, detect: DetectEncoding): readonly Field[] => {
  const fields: Field[] = [];
  for (let at = FIELD; at + FIELD <= Math.min(headerLength, bytes.length) && bytes[at] !== END; at += FIELD) {
    const raw = bytes.subarray(at, at + 11);
    const end = raw.indexOf(0);
    const name = raw.subarray(0, end < 0 ? 11 : end);
    // What has no width holds nothing in any record.
    if (bytes[at + 16] !== 0)
      fields.push({
        name: decode(name, detect(name, null)).trim(),
        type: String.fromCharCode(bytes[at + 11] ?? 0),
        length: bytes[at + 16] ?? 0,
      });
  }
  return fields;
};

const shown = (text: string, type: string): string => {
  const trimmed = text.replace(/[\0\s]+$/, '').trimStart();
  if (type === 'D' && /^\d{8}$/.test(trimmed))
    return `${trimmed.slice(0, 4)}-${trimmed.slice(4, 6)}-${trimmed.slice(6)}`;
  // A number too wide for its field is written as asterisks: it is lost.
  return (type === 'N' || type === 'F') && /^\*+$/.test(trimmed) ? '' : trimmed;
};

const unreadable = (says: string): FileReading => ({
  format: 'dbf',
  complete: false,
  warnings: [{ code: 'unreadable', says }],
});

/** Reads a dBase table, the attribute part of a shapefile. */
export const readDbf = async (context: Context): Promise<FileReading> => {
  const { source, cells, limits } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [announced, headerLength, recordLength] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  const fields = fieldsOf(bytes, headerLength, context.detect);
  if (fields.length === 0 || recordLength === 0) return unreadable('The table describes no fields.');
  const width = fields.reduce((sum, { length }) => sum + length, 1);
  if (width > recordLength) {
    return unreadable(`Its fields are ${width} bytes wide, but a record has ${recordLength}.`);
  }
  const encoding = context.detect(bytes.subarray(headerLength, headerLength + 2 ** 16), null);
  const builder = new TableBuilder({ name: source.name, declared: fields.map(({ name }) => name) }, cells, limits);
  let at = headerLength;
  let read = 0;
  for (; read < announced && at + recordLength <= bytes.length; read += 1, at += recordLength) {
    if (bytes[at] === 0x2a) continue;
    let from = at + 1;
    builder.add(
      fields.map(({ type, length }) => {
        from += length;
        return shown(decode(bytes.subarray(from - length, from), { ...encoding, mark: 0 }), type);
      }),
    );
  }
  const isWhole = whole && read === announced;
  const built = builder.finish(isWhole);
  // What describes the fields stands above the records, and names them as a header row would.
  const table = built === null ? null : { ...built, headerRows: 1, above: 1 };
  return {
    format: 'dbf',
    encoding: encoding.name,
    tables: table === null ? [] : [table],
    complete: isWhole,
    warnings: [
      ...doubtIn(encoding),
      ...(whole && read < announced
        ? [{ code: 'truncated-table', says: `${announced} records are announced, ${read} are in the file.` }]
        : []),
    ],
  };
};
