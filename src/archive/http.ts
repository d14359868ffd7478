import type { Header } from '../model/exchange.ts';
import { parseFields } from './fields.ts';

/** An HTTP message as it lies in a record. */
export interface HttpMessage {
  /** `HTTP/1.1 200 OK` or `GET /path HTTP/1.1`. */
  readonly startLine: string;
  readonly headers: readonly Header[];
  readonly payload: Buffer;
  /** Was the empty line seen that ends the head? */
  readonly hasEnd: boolean;
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/** Where the head ends and the payload starts; a bare line feed counts as an end of line. */
const headEnd = (bytes: Buffer): number => {
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) {
    if (bytes[at + 1] === newline) return at + 2;
    if (bytes[at + 1] === carriageReturn && bytes[at + 2] === newline) return at + 3;
  }
  return -1;
};

/** Bytes of a head that are read; servers accept and send some tens of kilobytes. */
export const mostOfHead = 256 * 1024;

/** Splits a message. A head that does not end within `mostOfHead` is taken to be all there is. */
export const parseHttp = (bytes: Buffer): HttpMessage => {
  const start = bytes.subarray(0, mostOfHead);
  const end = headEnd(start);
  const head = start.toString('latin1', 0, end === -1 ? start.length : end);
  const [startLine = '', ...lines] = head.split(/\r?\n/);
  const payload = end === -1 ? Buffer.alloc(0) : bytes.subarray(end);
  return { startLine, headers: parseFields(lines), payload, hasEnd: end !== -1 };
};

/** Status and words of a status line; null for what is none. HTTP/2 lines without words are fine. */
export const parseStatusLine = (line: string): { readonly status: number; readonly statusText: string } | null => {
  const match = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]+(.*))?$/i.exec(line.trim());
  return match === null ? null : { status: Number(match[1]), statusText: match[2] ?? '' };
};

/** What is left after transfer decoding, and whether the last chunk was seen. */
export interface Dechunked {
  readonly payload: Buffer;
  readonly whole: boolean;
}

/**
 * Undoes chunked transfer coding (RFC 9112, 7.1). Null where the bytes are not chunked at all, whatever the headers
 * say: some tools undo the coding and leave the header.
 */
export const dechunk = (bytes: Buffer): Dechunked | null => {
  const parts: Buffer[] = [];
  const soFar = (whole: boolean): Dechunked => ({ payload: Buffer.concat(parts), whole });
  for (let at = 0; ; ) {
    const end = bytes.indexOf(newline, at);
    const line = bytes.toString('latin1', at, end === -1 ? Math.min(at + 32, bytes.length) : Math.min(end, at + 1024));
    const size = /^([0-9A-Fa-f]{1,12})[ \t]*(?:;[^\r]*)?\r?$/.exec(line);
    if (end === -1 || size === null) return parts.length === 0 ? null : soFar(false);
    const length = Number.parseInt(size[1] ?? '', 16);
    if (length === 0) return soFar(true);
    const chunk = bytes.subarray(end + 1, end + 1 + length);
    parts.push(chunk);
    if (chunk.length < length) return soFar(false);
    at = end + 1 + length;
    if (bytes[at] === carriageReturn) at += 1;
    if (bytes[at] === newline) at += 1;
  }
};
