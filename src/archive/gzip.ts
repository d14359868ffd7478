import { crc32, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import { archiveLimits } from '../model/limits.ts';
import { ArchiveFault, locate } from './fault.ts';
import type { RecordOffset } from './place.ts';
import { readExactly, type Stretch } from './stretch.ts';

/** Content of an archive in reading order, with the place of each of its bytes. */
export interface InflatedChunk {
  readonly bytes: Buffer;
  readonly placeOf: (index: number) => RecordOffset;
}

/** Compressed bytes inflated in one step; deflate expands at most 1,032 times, so a step never makes more than 16 MiB. */
const step = 16 * 1024;

const flags = { headerCrc: 2, extra: 4, name: 8, comment: 16 };

const isMagic = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** Is the stretch compressed with gzip? */
export const isGzip = async (stretch: Stretch): Promise<boolean> => isMagic(await readExactly(stretch, 0, 3));

const afterZero = async (stretch: Stretch, from: number): Promise<number> => {
  for (let at = from; at < stretch.size; ) {
    const part = await stretch.read(at, step);
    const zero = part.indexOf(0);
    if (zero !== -1) return at + zero + 1;
    at += part.length;
  }
  throw new ArchiveFault('a gzip header does not end');
};

/** The place behind the header of the member at `at` (RFC 1952, 2.3). */
const headerEnd = async (stretch: Stretch, at: number): Promise<number> => {
  const head = await readExactly(stretch, at, 12);
  if (head.length < 10) throw new ArchiveFault('a gzip header breaks off');
  if (!isMagic(head)) throw new ArchiveFault('something follows that is not gzip');
  const flag = head.readUInt8(3);
  let end = at + 10;
  if (flag & flags.extra) end += 2 + (head.length === 12 ? head.readUInt16LE(10) : 0);
  if (flag & flags.name) end = await afterZero(stretch, end);
  if (flag & flags.comment) end = await afterZero(stretch, end);
  return flag & flags.headerCrc ? end + 2 : end;
};

/** Gives bytes to the inflater and waits for what they make; true when the compressed data ended among them. */
const push = (inflater: InflateRaw, bytes: Buffer): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const settle = (settled: () => void) => (): void => {
      inflater.off('end', ended).off('error', failed);
      settled();
    };
    const ended = settle(() => resolve(true));
    const failed = settle(() => reject(new ArchiveFault('compressed data is broken')));
    inflater.once('end', ended).once('error', failed);
    inflater.write(
      bytes,
      settle(() => resolve(false)),
    );
  });

/** Bytes that are inflated on the spot at most. */
const mostOnTheSpot = 1024 * 1024;

/**
 * Inflates a member that lies whole in the bytes at hand, which costs a tenth of what a stream does. Null where it does
 * not, or is broken: the stream then tells which.
 */
const inflateOnTheSpot = (bytes: Buffer): { readonly content: Buffer; readonly used: number } | null => {
  try {
    const options = { info: true, maxOutputLength: mostOnTheSpot };
    // The types do not know that `info` gives the engine besides, which counts what it read.
    const made = inflateRawSync(bytes, options) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return { content: made.buffer, used: made.engine.bytesWritten };
  } catch {
    return null;
  }
};

/** Where the next member starts, once the checksum and the length of the one before match. */
const afterTrailer = async (stretch: Stretch, end: number, checksum: number, length: number): Promise<number> => {
  const trailer = await readExactly(stretch, end, 8);
  if (trailer.length < 8) throw new ArchiveFault('compressed data breaks off');
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length % 2 ** 32) {
    throw new ArchiveFault('the checksum of compressed data does not match');
  }
  return end + 8;
};

/** The content of one member, piece by piece. Returns where the next one starts. */
async function* member(stretch: Stretch, at: number): AsyncGenerator<Buffer, number> {
  const start = await headerEnd(stretch, at);
  const small = inflateOnTheSpot(await stretch.read(start, stretch.size));
  if (small !== null) {
    const { content, used } = small;
    const next = await afterTrailer(stretch, start + used, crc32(content), content.length);
    yield content;
    return next;
  }
  return yield* inflateByStream(stretch, start);
}

/** Does it inflate to more than any data does? */
export const isBomb = (inflated: number, packed: number): boolean =>
  inflated > archiveLimits.small && inflated > packed * archiveLimits.ratio;

const bombed = `compressed data inflates to more than ${archiveLimits.ratio} times its size`;

/** The last piece is held back until the checksum matches, so that no record ends in a broken member. */
async function* inflateByStream(stretch: Stretch, start: number): AsyncGenerator<Buffer, number> {
  const inflater = createInflateRaw();
  const made: Buffer[] = [];
  inflater.on('data', (bytes: Buffer) => made.push(bytes));
  let checksum = 0;
  let length = 0;
  let held: Buffer | null = null;
  try {
    for (let fed = start, over = false; !over; ) {
      const bytes = await stretch.read(fed, step);
      if (bytes.length === 0) throw new ArchiveFault('compressed data breaks off');
      fed += bytes.length;
      over = await push(inflater, bytes);
      for (const piece of made.splice(0)) {
        checksum = crc32(piece, checksum);
        length += piece.length;
        if (isBomb(length, fed - start)) throw new ArchiveFault(bombed);
        if (held !== null) yield held;
        held = piece;
      }
    }
    const next = await afterTrailer(stretch, start + inflater.bytesWritten, checksum, length);
    if (held !== null) yield held;
    return next;
  } finally {
    inflater.destroy();
  }
}

/** Does a file inflate to more than files of its size do, each piece of it being within bounds? */
const isFlood = (inflatedInAll: number, size: number): boolean =>
  inflatedInAll > archiveLimits.large && inflatedInAll > size * archiveLimits.largeRatio;

const flooded = `it inflates to more than ${archiveLimits.largeRatio} times the size of the file`;

async function* inflated(stretch: Stretch, from: number): AsyncGenerator<InflatedChunk> {
  let inflatedInAll = 0;
  for (let offset = from; offset < stretch.size; ) {
    const pieces = member(stretch, offset);
    const start = offset;
    let inflatedSoFar = 0;
    try {
      let next = await pieces.next();
      for (; !next.done; next = await pieces.next()) {
        inflatedInAll += next.value.length;
        if (isFlood(inflatedInAll, stretch.size)) throw new ArchiveFault(flooded);
        const before = inflatedSoFar;
        yield { bytes: next.value, placeOf: (index) => ({ offset: start, skip: before + index }) };
        inflatedSoFar += next.value.length;
      }
      offset = next.value;
    } catch (error) {
      throw locate(error, { offset: start, skip: 0 });
    } finally {
      await pieces.return(0);
    }
  }
}

async function* plain(stretch: Stretch, from: number): AsyncGenerator<InflatedChunk> {
  for (let offset = from; offset < stretch.size; ) {
    const bytes = await stretch.read(offset, stretch.size);
    if (bytes.length === 0) throw new ArchiveFault('the file became shorter while it was read');
    const start = offset;
    yield { bytes, placeOf: (index) => ({ offset: start + index, skip: 0 }) };
    offset += bytes.length;
  }
}

/** The content of an archive from a byte on, whether it is compressed record by record, as a whole, or not at all. */
export const piecesFrom = async (stretch: Stretch, from: number): Promise<AsyncGenerator<InflatedChunk>> =>
  (await isGzip(stretch)) ? inflated(stretch, from) : plain(stretch, from);
