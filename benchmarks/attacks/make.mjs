// What attacks are made of: long runs of bytes, ZIP and PDF files, DBF headers, archives.
import { deflateRawSync, deflateSync, gzipSync, crc32 as zlibCrc } from 'node:zlib';

const bytes = (value) => (typeof value === 'string' ? Buffer.from(value) : value);

/** `count` copies of a text, as one buffer. */
export const many = (text, count) => {
  const one = bytes(text);
  return Buffer.alloc(one.length * count, one);
};

/** Texts, buffers and lists of them, one after another. */
export const join = (...parts) => Buffer.concat(parts.flat(Number.POSITIVE_INFINITY).map(bytes));

/** A text for each number below `count`. */
export const each = (count, make) => Buffer.from(Array.from({ length: count }, (_, at) => make(at)).join(''));

/** Numbers that look like chance and are the same each time. */
export const chance = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Bytes that do not compress. */
export const noise = (length, seed = 7) => {
  const next = chance(seed);
  return Buffer.from(Array.from({ length }, () => Math.floor(next() * 256)));
};

const table = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const ownCrc = (data) => {
  let value = 0xffffffff;
  for (const byte of data) value = table[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
};
const crc = (data) => (zlibCrc ? zlibCrc(data) : ownCrc(data));

/** A ZIP. Each member may lie: about its size, its method, its flags, its place. */
export const zip = (members, { comment = '', count = members.length } = {}) => {
  const parts = [];
  const central = [];
  let at = 0;
  for (const member of members) {
    const name = bytes(member.name);
    const content = bytes(member.content ?? '');
    const data = member.packed ?? (member.method === 0 ? content : deflateRawSync(content));
    const local = Buffer.alloc(30);
    const entry = Buffer.alloc(46);
    local.writeUInt32LE(0x04034b50, 0);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [header, from] of [
      [local, 4],
      [entry, 6],
    ]) {
      header.writeUInt16LE(20, from);
      header.writeUInt16LE(member.flags ?? 0x800, from + 2);
      header.writeUInt16LE(member.method ?? 8, from + 4);
      header.writeUInt32LE(member.crc ?? crc(content), from + 10);
      header.writeUInt32LE(data.length, from + 14);
      header.writeUInt32LE(member.size ?? content.length, from + 18);
      header.writeUInt16LE(name.length, from + 22);
    }
    entry.writeUInt32LE(member.at ?? at, 42);
    central.push(entry, name);
    if (member.at === undefined) {
      parts.push(local, name, data);
      at += local.length + name.length + data.length;
    }
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, directory, end, bytes(comment)]);
};

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of one sheet; further parts replace those of the same name. */
export const xlsx = (sheet, parts = {}) =>
  zip(
    Object.entries({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': join(
        `<worksheet xmlns="${spreadsheet}"><sheetData>`,
        sheet,
        '</sheetData></worksheet>',
      ),
      ...parts,
    }).map(([name, content]) => ({ name, content })),
  );

/** A text document of one body. */
export const docx = (body) =>
  zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: join(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
        body,
        '</w:body></w:document>',
      ),
    },
  ]);

/** An OpenDocument file: `spreadsheet` or `text`. */
export const odf = (kind, body) =>
  zip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, method: 0 },
    {
      name: 'content.xml',
      content: join(
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>',
        body,
        '</office:body></office:document-content>',
      ),
    },
  ]);

/** A PDF of numbered objects, the first of which is the catalogue. */
export const pdf = (objects, { trailer = '', prev } = {}) => {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets = [];
  let at = parts[0].length;
  objects.forEach((object, index) => {
    const part = join(`${index + 1} 0 obj\n`, object, '\nendobj\n');
    offsets.push(at);
    parts.push(part);
    at += part.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const back = prev === 'itself' ? `/Prev ${at}` : '';
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${back}${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};

/** A stream of a PDF. */
export const stream = (data, words = '') =>
  join(`<</Length ${bytes(data).length}${words}>>\nstream\n`, data, '\nendstream');

/** The objects of a PDF of one page; more objects follow from number 6. */
export const page = (content, { resources = '', box = '0 0 600 800', more = [] } = {}) => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
  content,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ...more,
];

/** `levels` of deflate around zeros: `[packed, names of the filters]`. */
export const flates = (levels, size) => {
  let data = Buffer.alloc(size);
  for (let level = 0; level < levels; level += 1) data = deflateSync(data, { level: 9 });
  return [data, `/Filter[${'/FlateDecode'.repeat(levels)}]`];
};

/** A DBF whose header says what it is told to. */
export const dbf = ({ fields, width = 10, record, announced, records, header = 33 + 32 * fields }) => {
  const head = Buffer.alloc(33 + 32 * fields);
  head[0] = 3;
  head.set([20, 1, 1], 1);
  head.writeUInt32LE(announced >>> 0, 4);
  head.writeUInt16LE(header & 0xffff, 8);
  head.writeUInt16LE(record & 0xffff, 10);
  for (let at = 0; at < fields; at += 1) {
    head.write(`F${at}`, 32 + 32 * at);
    head[32 + 32 * at + 11] = 67;
    head[32 + 32 * at + 16] = width;
  }
  head[head.length - 1] = 0x0d;
  return Buffer.concat([head, Buffer.alloc(records, 0x31)]);
};

/** One record of a WARC. */
export const record = (type, body, fields = {}) => {
  const all = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000001>',
    'WARC-Date': '2015-11-12T00:00:00Z',
    'WARC-Target-URI': 'http://data.example.org/votes.csv',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(bytes(body).length),
    ...fields,
  };
  const head = Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return join(`WARC/1.1\r\n${head}\r\n`, body, '\r\n\r\n');
};

/** An HTTP reply as a WARC holds it. */
export const reply = (body, head = 'HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n') => join(head, '\r\n', body);

/** `levels` of gzip around some bytes. */
export const gzips = (levels, data) => {
  let packed = bytes(data);
  for (let level = 0; level < levels; level += 1) packed = gzipSync(packed, { level: 9 });
  return packed;
};
