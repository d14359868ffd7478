import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import type { Header } from '../model/exchange.ts';
import { firstHeader } from '../web/headers.ts';

/** What undoing content codings gives. */
export type Decoded =
  | { readonly kind: 'decoded'; readonly body: Uint8Array; readonly whole: boolean }
  | { readonly kind: 'broken'; readonly detail: string };

/** More than this many codings on top of one another is no honest reply. */
const mostCodings = 2;

const opensLikeZlib = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

/** Options that let a decoder give what it has when its input was cut. */
const forCut = {
  zlib: { finishFlush: zlib.constants.Z_SYNC_FLUSH },
  brotli: { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH },
};

const decoders: Readonly<Record<string, (bytes: Uint8Array, isCut: boolean) => Transform>> = {
  gzip: (_, isCut) => zlib.createGunzip(isCut ? forCut.zlib : {}),
  // Half of the servers that say deflate send it without the wrapper that the word means.
  deflate: (bytes, isCut) =>
    opensLikeZlib(bytes)
      ? zlib.createInflate(isCut ? forCut.zlib : {})
      : zlib.createInflateRaw(isCut ? forCut.zlib : {}),
  br: (_, isCut) => zlib.createBrotliDecompress(isCut ? forCut.brotli : {}),
};

const aliases: Readonly<Record<string, string>> = { 'x-gzip': 'gzip' };

/** `Accept-Encoding`: what can be decoded here. */
export const acceptedCodings = Object.keys(decoders).join(', ');

/** The codings that were applied, in that order. Words that name no coding are ignored, as browsers do. */
export const codingsOf = (headers: readonly Header[]): readonly string[] => {
  const named = firstHeader(headers, 'Content-Encoding');
  return named === null ? [] : codingsIn(named);
};

const codingsIn = (named: string): readonly string[] =>
  named
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .map((word) => aliases[word] ?? word)
    .filter((word) => Object.hasOwn(decoders, word));

/** Coded bytes that `most` decoded ones can take: no coding makes what it cannot compress longer than this. */
export const codedRoom = (most: number): number => most + Math.ceil(most / 1024) + 1024;

const undo = async (coding: string, bytes: Uint8Array, most: number, isCut: boolean): Promise<Decoded> => {
  const decoder = decoders[coding]?.(bytes, isCut);
  if (decoder === undefined) return { kind: 'broken', detail: `the content coding ${coding} is not known` };
  const parts: Buffer[] = [];
  let length = 0;
  decoder.end(bytes);
  try {
    for await (const part of decoder) {
      parts.push(part);
      length += part.length;
      if (length > most) break;
    }
  } catch {
    // The decoder's own words differ between versions of Node; what matters is which coding it was.
    return { kind: 'broken', detail: `the payload does not decode as ${coding}` };
  }
  return { kind: 'decoded', body: Buffer.concat(parts).subarray(0, most), whole: length <= most && !isCut };
};

/**
 * Undoes the content codings of a payload. At most `most` bytes come out, whatever goes in: `whole` is false where
 * there was more, or where the payload itself was cut.
 */
export const decode = async (
  payload: Uint8Array,
  codings: readonly string[],
  most: number,
  isCut: boolean,
): Promise<Decoded> => {
  if (codings.length > mostCodings) return { kind: 'broken', detail: `${codings.length} content codings at once` };
  let body = payload;
  let whole = !isCut;
  if (payload.length > 0) {
    for (const coding of codings.toReversed()) {
      const decoded = await undo(coding, body, codedRoom(most), !whole);
      if (decoded.kind === 'broken') return decoded;
      ({ body, whole } = decoded);
    }
  }
  return { kind: 'decoded', body: body.subarray(0, most), whole: whole && body.length <= most };
};
