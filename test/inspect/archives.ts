import { deflateRawSync } from 'node:zlib';

/** A member as a test wants it: what it holds, and what the archive may say of it falsely. */
export interface TestMember {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Declared unpacked size, where it is to be a lie. */
  readonly claims?: number;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
};

const record = (signature: number, fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const size = fields.reduce((sum, [bytes]) => sum + bytes, 4);
  const buffer = Buffer.alloc(size);
  buffer.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [bytes, value] of fields) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
};

/** Makes a ZIP of deflated members. */
export const makeZip = (members: readonly TestMember[]): Uint8Array => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, claims } of members) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const size = claims ?? bytes.length;
    const shared = [
      [2, 8],
      [4, 0],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, size],
      [2, name.length],
      [2, 0],
    ] as const;
    const local = record(0x04034b50, [[2, 20], [2, 0x800], ...shared]);
    directory.push(
      record(0x02014b50, [[2, 20], [2, 20], [2, 0x800], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      name,
    );
    parts.push(local, name, packed);
    offset += local.length + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const count = members.length;
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, listing.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, listing, end]);
};

/** Cells of a sheet: numbers as numbers, texts inline. */
export type SheetRows = readonly (readonly (string | number)[])[];

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const escaped = (text: string): string => text.replace(/[<&]/g, (found) => (found === '<' ? '&lt;' : '&amp;'));

const cellXml = (value: string | number, row: number, column: number): string => {
  const at = `${columnName(column)}${row + 1}`;
  if (value === '') return '';
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
};

/** The XML of a sheet; `rest` stands behind the rows. */
export const sheetXml = (rows: SheetRows, rest = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cellXml(value, row, column)).join('')}</row>`,
    )
    .join('')}</sheetData>${rest}</worksheet>`;

/** Makes a workbook of sheets given as XML, by name. */
export const makeXlsx = (sheets: Readonly<Record<string, string>>, others: readonly TestMember[] = []): Uint8Array => {
  const names = Object.keys(sheets);
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  const relations = names
    .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('');
  return makeZip([
    { path: '[Content_Types].xml', content: '<Types/>' },
    { path: 'xl/workbook.xml', content: `<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>` },
    { path: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations}</Relationships>` },
    ...names.map((name, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, content: sheets[name] ?? '' })),
    ...others,
  ]);
};
