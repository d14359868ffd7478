import { isAscii, isUtf8 as isValid } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Warning } from '../../model/inspection.ts';
import type { FormatsVocabulary } from '../vocabulary.ts';
import { openPairs } from './pairs.ts';
import { openPages, type Plausible } from './plausible.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { wideEncoding } from './wide.ts';

/** An encoding, with how it was told. */
export interface Encoding {
  /** IANA name in lower case, as exact as the bytes allow: `ascii` where no byte is above 127. */
  readonly name: string;
  /** The encoding that it is read with: that name, or a wider one that holds it. */
  readonly codec: string;
  /** Bytes of the byte order mark at the beginning. */
  readonly mark: number;
  readonly by: 'mark' | 'declared' | 'utf-8' | 'nul-pattern' | 'escapes' | 'letters' | 'default';
  /** False where another encoding would read other letters and be about as plausible. */
  readonly isSure: boolean;
}

/** Tells the encoding of text from its first bytes, and the charset that was declared, if any. */
export type DetectEncoding = (head: Uint8Array, declared: string | null) => Encoding;

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
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  'x-mac-cyrillic': 'maccyrillic',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  'iso-2022-jp': 'iso-2022-jp',
  utf8: 'utf-8',
};

/** The one encoding of data that the library lacks and the platform has. */
const ESCAPED = 'iso-2022-jp';

/** An encoding by one of its names; null where it is not known. */
export const encodingNamed = (name: string | null, by: Encoding['by']): Encoding | null => {
  const lower =
    name
      ?.trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase() ?? '';
  const codec = aliases[lower] ?? lower;
  const isKnown = codec === ESCAPED || (codec !== '' && iconv.encodingExists(codec));
  return isKnown ? { name: lower, codec, mark: 0, by, isSure: true } : null;
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

/** Bytes that are looked at for a few broken characters, characters that must be sound, and how many to a broken one. */
const LOOKED = 2 ** 18;
const FEWEST_SOUND = 10;
const SOUND_TO_BROKEN = 20;

/** Is this UTF-8 in which a few characters were broken? Text in other encodings is nearly never. */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, LOOKED));
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
  return sound >= FEWEST_SOUND && sound >= broken * SOUND_TO_BROKEN;
};

/** The escapes of ISO-2022-JP: into two-byte letters and back. */
const hasEscapes = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED)).toString('latin1');
  return /\x1b\$[@B](?:[\x21-\x7e]{2})+\x1b\([BJ]/.test(start);
};

const fixed = (name: string, by: Encoding['by'], mark = 0): Encoding => ({ name, codec: name, mark, by, isSure: true });

/** How much a declaration weighs against the letters; servers and programs declare Western pages without a look. */
const DECLARED = 25;
const DECLARED_WESTERN = 3;
/** How much more plausible an encoding must be than all that read other letters. */
const SURE = 3.5;
/** Mean plausibility of a byte below which nothing that was tried is text. */
const LEAST = -6;

/** The letters that an encoding reads; signs that differ make no other words. */
const lettersBy = (segments: readonly Segment[], codec: string): string =>
  iconv
    .decode(Buffer.concat(segments.flatMap(({ bytes }) => [bytes, Buffer.from('\n')])), codec)
    .replace(/[^\p{L}\p{M}\n]/gu, '');

/** The most plausible encoding by its letters, and whether it is plausible enough. */
const choose = (
  head: Uint8Array,
  segments: readonly Segment[],
  tried: readonly Plausible[],
  declared: Encoding | null,
): Encoding | null => {
  const weight = declared?.codec === 'windows-1252' ? DECLARED_WESTERN : DECLARED;
  const ranked = tried
    .map((one) => ({ ...one, score: one.score + (one.codec === declared?.codec ? weight : 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, ...others] = ranked;
  const size = segments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (best === undefined || best.score < LEAST * size) return null;
  const letters = lettersBy(segments, best.codec);
  const rival = others.find(({ score, codec }) => best.score - score < SURE && lettersBy(segments, codec) !== letters);
  if (declared !== null && best.codec === declared.codec) return { ...declared, isSure: rival === undefined };
  const isNarrow = best.within !== undefined && !head.some((byte) => byte >= 0x80 && byte < 0xa0);
  return {
    name: isNarrow ? (best.within ?? best.name) : best.name,
    codec: best.codec,
    mark: 0,
    by: 'letters',
    isSure: rival === undefined,
  };
};

/**
 * Opens the detection: a mark, else what is valid, else what is most plausible by its letters, where a declaration
 * weighs much. Valid UTF-8 wins over a declaration, since other encodings all but never look like it.
 */
export const openDetection = (facts: FormatsVocabulary): DetectEncoding => {
  let measure: ((segments: readonly Segment[]) => readonly Plausible[]) | null = null;
  const measured = (segments: readonly Segment[]): readonly Plausible[] => {
    if (measure === null) {
      const [pages, pairs] = [openPages(facts), openPairs(facts.encodings.pairs)];
      measure = (all) => [...pages(all), ...pairs(all)];
    }
    return measure(segments);
  };
  return (head, declared) => {
    for (const [name, mark] of marks) {
      if (mark.every((byte, at) => head[at] === byte)) return fixed(name, 'mark', mark.length);
    }
    const wide = wideEncoding(head);
    if (wide !== null) return fixed(wide, 'nul-pattern');
    const known = encodingNamed(declared, 'declared');
    if (known !== null && /^(?:iso-2022|hz)/.test(known.name)) return known;
    if (isAscii(head)) {
      return hasEscapes(head)
        ? fixed(ESCAPED, 'escapes')
        : { name: 'ascii', codec: 'utf-8', mark: 0, by: 'utf-8', isSure: true };
    }
    if (isUtf8(head)) return fixed('utf-8', 'utf-8');
    const segments = segmentsOf(head);
    const tried = measured(segments);
    const isTried = known === null || tried.some(({ codec }) => codec === known.codec);
    if (known !== null && !isTried && known.codec !== 'utf-8') return known;
    if (isDamagedUtf8(head)) return fixed('utf-8', 'utf-8');
    const found = choose(head, segments, tried, known);
    return found ?? known ?? { ...fixed('windows-1252', 'default'), isSure: false };
  };
};

/** What a reader of a file must know where its letters may be others. */
export const doubtIn = ({ name, by, isSure }: Encoding): readonly Warning[] => {
  if (isSure) return [];
  const says =
    by === 'default'
      ? 'The encoding could not be told; Windows-1252 was assumed.'
      : `The encoding is most likely ${name}, but another is about as likely; letters beyond ASCII may be wrong.`;
  return [{ code: 'encoding-guessed', says }];
};

/** The same where a file names its encoding itself: that stands, since it was found to fit the letters. */
export const doubtBesideName = (encoding: Encoding): readonly Warning[] =>
  encoding.by === 'declared' ? [] : doubtIn(encoding);

/** A decoder of text that comes in chunks; characters are never cut. */
export interface ChunkDecoder {
  readonly write: (chunk: Uint8Array) => string;
  readonly end: () => string;
}

/** Opens a decoder; the byte order mark is left out. */
export const decoderOf = ({ codec }: Encoding): ChunkDecoder => {
  if (codec === 'utf-8' || codec === ESCAPED) {
    const decoder = new TextDecoder(codec);
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(codec, { stripBOM: true });
  return { write: (chunk) => decoder.write(Buffer.from(chunk)), end: () => decoder.end() ?? '' };
};

/** Where a page writes marks apart from their letters, they are put together as all other text has them. */
const isApart = (codec: string): boolean => codec === 'windows-1258';

/** Decodes bytes whole. */
export const decode = (bytes: Uint8Array, { codec, mark }: Encoding): string => {
  const rest = bytes.subarray(mark);
  if (codec === 'utf-8' || codec === ESCAPED) return new TextDecoder(codec).decode(rest);
  const text = iconv.decode(Buffer.from(rest.buffer, rest.byteOffset, rest.length), codec);
  return isApart(codec) ? text.normalize('NFC') : text;
};

/** Encodings whose delimiters are not single bytes of ASCII. */
export const isWide = ({ codec }: Encoding): boolean => /^utf-(?:16|32)/.test(codec) || codec === ESCAPED;

/** The charset of a declared content type. */
export const charsetOf = (declared: string | null): string | null =>
  /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(declared ?? '')?.[1] ?? null;
