import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { leadsOut } from '../inside.ts';
import { firstLine, type IndexedPlace, type IndexKinds, openKinds, readLine } from './lines.ts';

/** The folder of the indexes in a store; hidden, since nothing in it is anybody's work. */
export const indexFolder = '.index';

/** The index of a year. */
export const indexFile = (dir: string, year: number): string => join(dir, indexFolder, String(year));

/** Bytes that are read at a time, and of one line at most: a place with a thousand reviews takes a tenth of that. */
const portion = 256 * 1024;
const longestLine = 4 * 1024 * 1024;

/** A spot between two lines of an index, from which it can be written on. */
export interface IndexSpot {
  readonly offset: number;
  /** How many kinds were made known before it. */
  readonly kinds: number;
}

/** Reads an index from its beginning; what is not as it was written ends it. */
export interface IndexReader {
  /** What it holds of a place; null for nothing. Places are asked for in the order of the store. */
  readonly at: (place: string) => IndexedPlace | null;
  /** The end of the line of the last place that was found; the beginning where none was. */
  readonly spot: () => IndexSpot;
  readonly kinds: IndexKinds;
  /** Copies the first bytes. */
  readonly copy: (bytes: number, write: (part: Buffer) => void) => void;
  readonly close: () => void;
}

/** The file, opened: a regular one inside of the store. Null where there is none that could be read. */
const openFile = (dir: string, year: number): number | null => {
  const path = indexFile(dir, year);
  if (leadsOut(dir, dirname(path))) return null;
  try {
    // A pipe, which would wait for a writer, is told by what it is.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
    return null;
  } catch {
    return null;
  }
};

/** Lines of a file with the bytes up to their ends, as long as there are whole ones. */
function* linesOf(file: number): Generator<{ readonly line: Buffer; readonly end: number }> {
  let waiting = Buffer.alloc(0);
  let read = 0;
  let end = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(portion);
    const count = readSync(file, part, 0, portion, read);
    if (count === 0 || waiting.length > longestLine) return;
    read += count;
    waiting = Buffer.concat([waiting, part.subarray(0, count)]);
    let from = 0;
    for (let at = waiting.indexOf(10); at !== -1; at = waiting.indexOf(10, from)) {
      const line = waiting.subarray(from, at);
      from = at + 1;
      end += line.length + 1;
      yield { line, end };
    }
    waiting = waiting.subarray(from);
  }
}

/** What an index says, place by place. */
function* placesIn(
  file: number,
  year: number,
  kinds: IndexKinds,
): Generator<{ readonly indexed: IndexedPlace; readonly end: number }> {
  const lines = linesOf(file);
  const first = lines.next();
  if (first.done === true || `${first.value.line.toString('latin1')}\n` !== firstLine) return;
  for (const { line, end } of lines) {
    const indexed = kinds.read(readLine(line), year);
    if (indexed === undefined) return;
    if (indexed !== null) yield { indexed, end };
  }
}

/** Before the first line. */
export const beginning: IndexSpot = { offset: 0, kinds: 0 };

/** Opens the index of a year; one that is not there, or of another version, is empty. */
export const openIndex = (dir: string, year: number): IndexReader => {
  const file = openFile(dir, year);
  const kinds = openKinds();
  if (file === null) return { at: () => null, spot: () => beginning, kinds, copy: () => {}, close: () => {} };
  const places = placesIn(file, year, kinds);
  let next = places.next();
  let spot = beginning;
  return {
    at: (place) => {
      while (next.done !== true && next.value.indexed.place < place) next = places.next();
      if (next.done === true || next.value.indexed.place !== place) return null;
      const { indexed, end } = next.value;
      spot = { offset: end, kinds: kinds.count() };
      return indexed;
    },
    spot: () => spot,
    kinds,
    copy: (bytes, write) => {
      const part = Buffer.allocUnsafe(portion);
      for (let at = 0; at < bytes; ) {
        const count = readSync(file, part, 0, Math.min(portion, bytes - at), at);
        if (count === 0) return;
        write(part.subarray(0, count));
        at += count;
      }
    },
    close: () => closeSync(file),
  };
};
