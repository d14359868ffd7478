import { promisify } from 'node:util';
import { gzip, gzipSync, type ZlibOptions } from 'node:zlib';
import type { Capture } from '../model/archive.ts';
import {
  bytesOf,
  drawnRecord,
  lossRecord,
  type Original,
  type RecordDraft,
  requestRecord,
  responseRecord,
} from './compose.ts';

/** A capture that is to be written, with all that the file as a whole decides about it. */
export interface Recording {
  /** Identifier of the record that the capture is found by. */
  readonly id: string;
  /** Identifier of the record of the request; unused where no reply came, as of a drawn page. */
  readonly requestId: string;
  /** Labelled digest of the payload; empty where no reply came, as of a drawn page. */
  readonly digest: string;
  /** An earlier record with the same payload; null where the payload is to be written. */
  readonly original: Original | null;
  readonly capture: Capture;
}

const compressAside = promisify(gzip);

/** Bytes up to which a record is compressed on the spot: setting up a thread costs ten times what this does. */
const mostOnTheSpot = 128 * 1024;

/**
 * Deflate with no more memory than a record can use: getting hold of the usual 256 KiB takes longer than to compress a
 * page. What comes out is no longer for it.
 */
const memoryFor = (length: number): ZlibOptions => {
  const windowBits = Math.min(15, Math.max(10, Math.ceil(Math.log2(length + 1))));
  // What comes out is taken in pieces of about the size that a page comes to.
  const chunkSize = Math.max(1024, length >> 2);
  return { windowBits, memLevel: Math.min(8, windowBits - 7), chunkSize };
};

const compress = (bytes: Buffer): Buffer | Promise<Buffer> =>
  bytes.length <= mostOnTheSpot ? gzipSync(bytes, memoryFor(bytes.length)) : compressAside(bytes);

const draftsOf = ({ id, requestId, digest, original, capture }: Recording): readonly RecordDraft[] => {
  const { asked, at, came } = capture;
  if (came.kind !== 'replied') return [lossRecord(id, capture, came)];
  if (came.drawing !== undefined) return [drawnRecord(id, asked, at, came, came.drawing)];
  return [requestRecord(requestId, id, capture), responseRecord(id, asked, at, came, digest, original)];
};

/** Records as gzip members, one after the other. */
export const inMembers = (drafts: readonly RecordDraft[]): Buffer | Promise<Buffer> => {
  const members = drafts.map((draft) => compress(bytesOf(draft)));
  const isThere = (member: Buffer | Promise<Buffer>): member is Buffer => Buffer.isBuffer(member);
  return members.every(isThere) ? Buffer.concat(members) : Promise.all(members).then(Buffer.concat);
};

/** What is written of some captures, in their order. */
export const membersOf = (recordings: readonly Recording[]): Buffer | Promise<Buffer> =>
  inMembers(recordings.flatMap(draftsOf));
