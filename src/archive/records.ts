import type { Header } from '../model/exchange.ts';
import { archiveLimits } from '../model/limits.ts';
import { Cursor } from './cursor.ts';
import { ArchiveFault, locate } from './fault.ts';
import { fieldOf, parseFields } from './fields.ts';
import type { RecordOffset } from './place.ts';
import type { Stretch } from './stretch.ts';

/** One record of an archive. Its block can be read once, before the next record is asked for. */
export interface WarcRecord {
  readonly place: RecordOffset;
  readonly fields: readonly Header[];
  /** `response`, `request`, `revisit` …, in lower case. */
  readonly type: string;
  /** `urn:uuid:…`, without angle brackets. */
  readonly id: string;
  readonly block: AsyncIterable<Buffer>;
}

/** Characters of a line of a head, and lines of a head, at most; what is longer is no record. */
const longestLine = 64 * 1024;
const mostLines = 1_000;

/** Some tools write identifiers and even addresses in angle brackets. */
export const withoutBrackets = (value: string): string => value.replace(/^<|>$/g, '');

/** Bytes at the beginning that end lines and hold nothing. */
const blankIn = (bytes: Buffer): number => {
  let at = 0;
  while (at < bytes.length && (bytes[at] === 0x0d || bytes[at] === 0x0a)) at += 1;
  return at;
};

const skipBlank = async (cursor: Cursor): Promise<boolean> => {
  for (let passed = 0; passed <= archiveLimits.blank; ) {
    const ready = await cursor.peek();
    if (ready === null) return false;
    const blank = blankIn(ready);
    cursor.use(blank);
    if (blank < ready.length) return true;
    passed += blank;
  }
  throw new ArchiveFault('more blank lines follow than any archive has');
};

const readHead = async (cursor: Cursor): Promise<readonly Header[]> => {
  const lines: string[] = [];
  for (;;) {
    const line = cursor.lineAtHand(longestLine) ?? (await cursor.line(longestLine));
    if (line === null) throw new ArchiveFault('the head of a record breaks off');
    if (line === '') break;
    if (lines.push(line) > mostLines) throw new ArchiveFault('the head of a record does not end');
  }
  const [version = '', ...fields] = lines;
  if (!/^WARC\/\d/.test(version)) throw new ArchiveFault('something follows that is no WARC record');
  return parseFields(fields);
};

const lengthOf = (fields: readonly Header[]): number => {
  const text = fieldOf(fields, 'Content-Length') ?? '';
  const length = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(length)) {
    throw new ArchiveFault('a record does not say how long it is');
  }
  return length;
};

async function* blockOf(cursor: Cursor, length: number): AsyncGenerator<Buffer> {
  for (let left = length; left > 0; ) {
    const ready = await cursor.peek();
    if (ready === null) throw new ArchiveFault('a record breaks off');
    const part = ready.subarray(0, left);
    cursor.use(part.length);
    left -= part.length;
    yield part;
  }
}

const passOver = async (block: AsyncGenerator<Buffer>): Promise<void> => {
  for (let next = await block.next(); !next.done; next = await block.next());
};

/** Does a file hold more records than its size has room for? */
const isSwarm = (records: number, size: number): boolean =>
  records > archiveLimits.records && records * archiveLimits.recordBytes > size;

/**
 * The records of an archive (WARC 0.18 to 1.1) from a place on, in order, streaming.
 *
 * @throws ArchiveFault where it cannot be read further; all records before that were whole.
 */
export async function* readRecords(
  stretch: Stretch,
  from: RecordOffset = { offset: 0, skip: 0 },
): AsyncGenerator<WarcRecord, void> {
  const cursor = await Cursor.open(stretch, from);
  let place = from;
  let records = 0;
  try {
    while (await skipBlank(cursor)) {
      place = cursor.place;
      records += 1;
      if (isSwarm(records, stretch.size))
        throw new ArchiveFault('more records follow than a file of its size can hold');
      const fields = await readHead(cursor);
      const reading = blockOf(cursor, lengthOf(fields));
      // A reader that leaves its loop early must not end the block: what it left is passed over below.
      const block = { [Symbol.asyncIterator]: () => ({ next: () => reading.next() }) };
      const type = (fieldOf(fields, 'WARC-Type') ?? '').toLowerCase();
      yield { place, fields, type, id: withoutBrackets(fieldOf(fields, 'WARC-Record-ID') ?? ''), block };
      await passOver(reading);
    }
  } catch (error) {
    throw locate(error, place);
  } finally {
    await cursor.close();
  }
}

/** The beginning of a block, up to `most` bytes, and whether that is all of it. */
export const readBlock = async (
  record: WarcRecord,
  most: number,
): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of record.block) {
    parts.push(Buffer.from(part));
    length += part.length;
    if (length > most) break;
  }
  return { bytes: Buffer.concat(parts).subarray(0, most), whole: length <= most };
};

/** Reads a block to its end, so that a record that is not whole shows itself. */
export const drain = async (record: WarcRecord): Promise<void> => {
  for await (const _ of record.block);
};
