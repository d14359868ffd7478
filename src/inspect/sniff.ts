/** What the first bytes say. */
export type Sniffed = { readonly format: string; readonly isText: boolean };

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** Signatures: format, offset, bytes. Longer ones stand before shorter ones that they begin with. */
const signatures: readonly (readonly [string, number, readonly number[]])[] = [
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['ole', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // The workbooks of Excel 2 to 5 without a container around them: a BOF record, its length and nothing odd behind it.
  ['biff', 0, [0x09, 0x00, 0x04, 0x00]],
  ['biff', 0, [0x09, 0x02, 0x06, 0x00]],
  ['biff', 0, [0x09, 0x04, 0x06, 0x00]],
  ['biff', 0, [0x09, 0x08, 0x08, 0x00, 0x00, 0x05]],
  ['biff', 0, [0x09, 0x08, 0x10, 0x00, 0x00, 0x06]],
  ['gzip', 0, [0x1f, 0x8b]],
  ['7z', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', 0, ascii('Rar!\x1a\x07')],
  ['bzip2', 0, ascii('BZh')],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['tar', 257, ascii('ustar')],
  ['sqlite', 0, ascii('SQLite format 3\0')],
  ['parquet', 0, ascii('PAR1')],
  ['shapefile', 0, [0x00, 0x00, 0x27, 0x0a]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['gif', 0, ascii('GIF8')],
  ['tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['webp', 8, ascii('WEBP')],
  ['jpeg2000', 4, ascii('jP  ')],
  ['netcdf', 0, ascii('CDF\x01')],
  ['netcdf', 0, ascii('CDF\x02')],
  ['netcdf', 0, ascii('CDF\x05')],
  ['hdf5', 0, [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['grib', 0, ascii('GRIB')],
  ['mdb', 4, ascii('Standard Jet DB')],
  ['mdb', 4, ascii('Standard ACE DB')],
  ['rtf', 0, ascii('{\\rtf')],
  ['postscript', 0, ascii('%!PS')],
];

const has = (head: Uint8Array, offset: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[offset + at] === byte);

/** PDF readers accept the mark anywhere in the first kilobyte. */
const hasPdfMark = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).includes('%PDF-');

/** dBase: a version byte, a plausible date, and a header length that fits its 32-byte field descriptors. */
const isDbf = (head: Uint8Array): boolean => {
  const [version = 0, , month = 0, dayOfMonth = 0] = head;
  if (head.length < 65 || ![0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5].includes(version)) return false;
  const headerLength = (head[8] ?? 0) | ((head[9] ?? 0) << 8);
  const fields = (headerLength - 33) / 32;
  return (
    month <= 12 &&
    dayOfMonth <= 31 &&
    fields >= 1 &&
    (headerLength - 33) % 32 < 32 &&
    head[11] !== undefined &&
    /^[A-Za-z_\x80-\xff]/.test(String.fromCharCode(head[32] ?? 0))
  );
};

const isBmp = (head: Uint8Array): boolean =>
  has(head, 0, ascii('BM')) && has(head, 6, [0, 0, 0, 0]) && (head[14] ?? 0) >= 12 && head[15] === 0;

/** Control characters that no text holds; a NUL is allowed for UTF-16, whose pattern is told apart. */
const isBinary = (head: Uint8Array): boolean => {
  let strange = 0;
  const size = Math.min(head.length, 8192);
  for (let at = 0; at < size; at += 1) {
    const byte = head[at] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26 && byte !== 27)
      strange += 1;
  }
  return strange * 100 > size;
};

/** Recognises binary formats by their signatures; everything else is text, or unknown. `isUtf16` comes from the encoding. */
export const sniffBytes = (head: Uint8Array, isUtf16: boolean): Sniffed => {
  if (head.length === 0) return { format: 'empty', isText: false };
  for (const [format, offset, bytes] of signatures) {
    if (has(head, offset, bytes)) return { format, isText: false };
  }
  if (hasPdfMark(head)) return { format: 'pdf', isText: false };
  if (isDbf(head)) return { format: 'dbf', isText: false };
  if (isBmp(head)) return { format: 'bmp', isText: false };
  if (!isUtf16 && isBinary(head)) return { format: 'unknown', isText: false };
  return { format: 'text', isText: true };
};

const htmlStart =
  /^(?:<!doctype html|<html|<head|<body|<table|<div|<script|<meta|<title|<p[ >]|<h[1-6][ >]|<center|<font|<br|<style|<link|<form|<span|<ul|<b>)/i;
const skipXmlPrologue = (text: string): string =>
  text.replace(/^\s*<\?xml[^>]{0,300}\?>/i, '').replace(/^(?:\s*<!--(?:(?!-->)[\s\S]){0,4000}-->)*\s*/, '');

const isHtml = (text: string): boolean => {
  const rest = skipXmlPrologue(text);
  if (htmlStart.test(rest)) return true;
  return /^<!doctype\s/i.test(rest) ? /<html[\s>]/i.test(rest.slice(0, 4000)) : /^[^<]{0,500}<html[\s>]/i.test(rest);
};

/** A statement that begins with an address: `a` or any other predicate follows, on this line or the next. */
const graphStart =
  /^<(?:[a-z][\w+.-]{0,20}:\/\/|urn:)[^<>\s]{1,2000}>\s+(?:a|[\w-]{0,100}:[\w.-]{1,200}|<[^<>\s]{1,2000}>)\s+["<_[(\w:+-]/;
const turtleStart = /^(?:@(?:prefix|base)\s|prefix\s+[\w.-]{0,40}:\s*<|base\s+<)/i;

/** A graph or a query may begin with comments; so may other files, and there the comment tells nothing. */
const withoutComments = (text: string): string => text.replace(/^(?:#[^\r\n]*(?:\r\n?|\n)\s*)+/, '');

const triple =
  /^(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+(?:<[^<>\s]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^<>\s]*>)?)\s*\.\s*(?:#.*)?$/;
/** Lines that are looked at to tell N-Triples, of which each line is a statement, from Turtle with whole addresses. */
const TRIPLE_LINES = 20;

const graphOf = (start: string): string => {
  const lines = start.split(/\r\n?|\n/, TRIPLE_LINES + 1);
  // The last line may be cut off where the text that is looked at ends.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  const statements = whole.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return statements.every((line) => line.length > 8_000 || triple.test(line)) ? 'n-triples' : 'turtle';
};

/** An object, or a list: of anything that JSON knows, so that `[town],[votes]` is none. */
const jsonStart = /^(?:\{|\[\s*(?:[[\]{"\d-]|true|false|null))/;

/** A script that only hands out a value: `var towns = {`, `module.exports = [`, `callback({`, `define([], function(){ return {`. */
export const scriptStart =
  /^(?:(?:(?:var|let|const)\s+)?[\w$.]{1,80}\s*=|export\s+default|[\w$.]{1,80}\s*\(|define\s*\([^{}]{0,200}\{\s*return\b\s*\(?)\s*(?=\{\s*["}]|\[\s*[[{"])/;

/** Recognises text formats by how the text begins; Markdown, which begins like any text, by what it is called. */
export const sniffText = (text: string, isCalledMarkdown: boolean): string => {
  const start = text
    .slice(0, 16_384)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start === '') return 'empty';
  if (start.startsWith('<')) {
    if (graphStart.test(start)) return graphOf(start);
    if (isHtml(start)) return 'html';
    return /^<(?:\?xml|!doctype|!--|[a-z_][\w.:-]{0,200}[\s/>])/i.test(start) ? 'xml' : 'text';
  }
  if (jsonStart.test(start) || (!isCalledMarkdown && scriptStart.test(start))) return 'json';
  const uncommented = withoutComments(start);
  if (turtleStart.test(uncommented)) return 'turtle';
  if (uncommented !== start && graphStart.test(uncommented)) return graphOf(uncommented);
  if (/^BEGIN:VCALENDAR\s/i.test(start)) return 'icalendar';
  if (/^CHARSET\s*=|^AXIS-VERSION\s*=|^(?:CODEPAGE|MATRIX)\s*=\s*"/i.test(start)) return 'px';
  if (isHtml(start)) return 'html';
  if (isCalledMarkdown) return 'markdown';
  if (/^WARC\/1\.\d\r?\n/.test(start)) return 'warc';
  return 'delimited-or-text';
};
