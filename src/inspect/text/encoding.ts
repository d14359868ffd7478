import { isAscii, isUtf8 as isValid } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** An encoding, with how it was told. */
export interface Encoding {
  /** IANA name in lower case, as exact as the bytes allow: `ascii` where no byte is above 127. */
  readonly name: string;
  /** The encoding that it is read with: that name, or a wider one that holds it. */
  readonly codec: string;
  /** Bytes of the byte order mark at the beginning. */
  readonly mark: number;
  readonly by: 'mark' | 'declared' | 'utf-8' | 'nul-pattern' | 'statistics' | 'default';
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** ISO 8859-1 means Windows-1252 wherever people write it, as the WHATWG Encoding Standard rules. */
const aliases: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  utf8: 'utf-8',
};

/** An encoding by one of its names; null where it is not known. */
export const encodingNamed = (name: string | null, by: Encoding['by']): Encoding | null => {
  const lower =
    name
      ?.trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase() ?? '';
  const codec = aliases[lower] ?? lower;
  return codec !== '' && iconv.encodingExists(codec) ? { name: lower, codec, mark: 0, by } : null;
};

/** Bytes at the end that may belong to a character that was cut off. */
const cutTail = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
};

/** Is this UTF-8, but for a character cut off at the end? */
export const isUtf8 = (bytes: Uint8Array): boolean => isValid(bytes.subarray(0, bytes.length - cutTail(bytes)));

/** UTF-16 without a mark has its NULs on one side: even places in big endian, odd ones in little endian. */
const nulPattern = (bytes: Uint8Array): string | null => {
  const size = Math.min(bytes.length, 4096) & ~1;
  if (size < 8) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const most = size / 2;
  if (odd > most * 0.4 && even < most * 0.05) return 'utf-16le';
  return even > most * 0.4 && odd < most * 0.05 ? 'utf-16be' : null;
};

/** Bytes that letter statistics are made of, from shortly before the first letter beyond ASCII. */
const SAMPLE = 2 ** 16;

const statistics = (bytes: Uint8Array): Encoding | null => {
  const from = Math.max(0, bytes.findIndex((byte) => byte > 127) - 1_000);
  for (const { name, confidence } of analyse(bytes.subarray(from, from + SAMPLE))) {
    const known = confidence >= 10 && !/^(?:UTF|ASCII)/i.test(name) ? encodingNamed(name, 'statistics') : null;
    if (known !== null) return known;
  }
  return null;
};

const fixed = (name: string, by: Encoding['by'], mark = 0): Encoding => ({ name, codec: name, mark, by });

/**
 * Tells the encoding of text from its first bytes: a mark, else what is valid, else what was declared, else letter
 * statistics. Valid UTF-8 wins over a declaration, since other encodings all but never look like it.
 */
export const detectEncoding = (head: Uint8Array, declared: string | null): Encoding => {
  for (const [name, mark] of marks) {
    if (mark.every((byte, at) => head[at] === byte)) return fixed(name, 'mark', mark.length);
  }
  const pattern = nulPattern(head);
  if (pattern !== null) return fixed(pattern, 'nul-pattern');
  const known = encodingNamed(declared, 'declared');
  if (known !== null && /^(?:iso-2022|hz)/.test(known.name)) return known;
  if (isAscii(head)) return { name: 'ascii', codec: 'utf-8', mark: 0, by: 'utf-8' };
  if (isUtf8(head)) return fixed('utf-8', 'utf-8');
  if (known !== null && known.codec !== 'utf-8') return known;
  return statistics(head) ?? fixed('windows-1252', 'default');
};

/** Decodes bytes whole. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string => {
  const rest = bytes.subarray(encoding.mark);
  if (encoding.codec === 'utf-8') return new TextDecoder('utf-8').decode(rest);
  return iconv.decode(Buffer.from(rest.buffer, rest.byteOffset, rest.length), encoding.codec);
};

/** The charset of a declared content type. */
export const charsetOf = (declared: string | null): string | null =>
  /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(declared ?? '')?.[1] ?? null;
