import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BookType, utils, write } from '@e965/xlsx';
import sqlite from 'node-sqlite3-wasm';

/* The smallest files of binary formats that hold the same little table: a station and its votes. */

const header = ['station', 'votes'] as const;
const rows = [
  ['A', 10],
  ['B', 20],
] as const;

/** A workbook, as the program's own library writes it. */
export const workbook = (type: BookType): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...header], ...rows.map((row) => [...row])]), 'Results');
  return new Uint8Array(write(book, { type: 'buffer', bookType: type }));
};

/** An SQLite database; with the bookkeeping of a GeoPackage it is one. */
export const database = (...more: readonly string[]): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'odi-database-'));
  try {
    const path = join(folder, 'database');
    const made = new sqlite.Database(path);
    for (const statement of ['CREATE TABLE results (station TEXT, votes INTEGER)', ...more]) made.run(statement);
    for (const row of rows) made.run('INSERT INTO results VALUES (?, ?)', [...row]);
    made.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A dBase table: its header, a descriptor of 32 bytes for each field, rows of fixed width. */
export const dbf = (): Uint8Array => {
  const fields = [
    ['STATION', 'C', 10],
    ['VOTES', 'N', 5],
  ] as const;
  const head = Buffer.alloc(32);
  head.set([3, 120, 1, 1]);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(32 + 32 * fields.length + 1, 8);
  head.writeUInt16LE(1 + fields.reduce((sum, [, , width]) => sum + width, 0), 10);
  const descriptors = fields.map(([name, type, width]) => {
    const descriptor = Buffer.alloc(32);
    descriptor.write(name + '\0'.repeat(11 - name.length) + type, 'latin1');
    descriptor[16] = width;
    return descriptor;
  });
  const records = rows.map(([station, votes]) => ` ${station.padEnd(10)}${String(votes).padStart(5)}`);
  return Buffer.concat([head, ...descriptors, Buffer.from(`\r${records.join('')}\x1a`)]);
};

/** A text and where on the page it begins, in points from the lower left. */
export type Placed = readonly [left: number, up: number, text: string];

const shown = (places: readonly Placed[]): string =>
  places.map(([left, up, text]) => `BT /F1 10 Tf ${left} ${up} Td (${text}) Tj ET`).join('\n');

/** A PDF of pages of texts that stand where they are put. */
export const pdfOf = (pages: readonly (readonly Placed[])[]): Uint8Array => {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages
      .map(shown)
      .flatMap((content, at) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${text}${end}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
};

/** A PDF of one page with a line of text. */
export const pdf = (line: string): Uint8Array => pdfOf([[[40, 700, line]]]);

/** A TAR archive of one file. */
export const tar = (path: string, content: string): Uint8Array => {
  const head = Buffer.alloc(512);
  const put = (text: string, at: number): void => void head.write(text, at, 'latin1');
  put(path, 0);
  put('0000644\0', 100);
  put(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        0', 148);
  put('ustar\x0000', 257);
  put(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  const padding = Buffer.alloc(1024 + ((512 - (content.length % 512)) % 512));
  return Buffer.concat([head, Buffer.from(content), padding]);
};

/** What Thrift's compact protocol writes; a number is an i32, a bigint an i64. */
type Thrift = number | bigint | string | readonly Thrift[] | { readonly [field: number]: Thrift };

const varint = (value: bigint): readonly number[] =>
  value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varint(value >> 7n)];

const typeOf = (value: Thrift): number =>
  typeof value === 'number'
    ? 5
    : typeof value === 'bigint'
      ? 6
      : typeof value === 'string'
        ? 8
        : Array.isArray(value)
          ? 9
          : 12;

const thrift = (value: Thrift): readonly number[] => {
  if (typeof value === 'number' || typeof value === 'bigint') return varint(BigInt(value) << 1n);
  if (typeof value === 'string') return [...varint(BigInt(value.length)), ...Buffer.from(value)];
  if (Array.isArray(value)) return [(value.length << 4) | typeOf(value[0] ?? 0), ...value.flatMap(thrift)];
  let last = 0;
  const fields = Object.entries(value).flatMap(([id, field]: [string, Thrift]) => {
    const delta = Number(id) - last;
    last = Number(id);
    return [(delta << 4) | typeOf(field), ...thrift(field)];
  });
  return [...fields, 0];
};

/** A Parquet file of one column of two whole numbers, plainly encoded. */
export const parquet = (): Uint8Array => {
  const values = Buffer.from(Int32Array.of(10, 20).buffer);
  const page = [...thrift({ 1: 0, 2: values.length, 3: values.length, 5: { 1: 2, 2: 0, 3: 3, 4: 3 } }), ...values];
  const size = BigInt(page.length);
  const column = { 1: 1, 2: [0], 3: ['votes'], 4: 0, 5: 2n, 6: size, 7: size, 9: 4n };
  const footer = thrift({
    1: 1,
    2: [
      { 4: 'schema', 5: 1 },
      { 1: 1, 3: 0, 4: 'votes' },
    ],
    3: 2n,
    4: [{ 1: [{ 2: 4n, 3: column }], 2: size, 3: 2n }],
  });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([Buffer.from('PAR1'), Buffer.from(page), Buffer.from(footer), length, Buffer.from('PAR1')]);
};
