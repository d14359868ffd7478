import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync, type ZlibOptions } from 'node:zlib';
import type { Capture, Recorder } from '../model/archive.ts';
import { codeOf } from '../model/errors.ts';
import type { RecordRef } from '../model/exchange.ts';
import { Appender, cannotWrite } from './appender.ts';
import {
  bytesOf,
  lossRecord,
  type Original,
  type RecordDraft,
  requestRecord,
  responseRecord,
  warcinfo,
} from './compose.ts';
import { digestOf } from './digests.ts';

const compressAside = promisify(gzip);

/** Bytes up to which a record is compressed on the spot: setting up a thread costs ten times what this does. */
const mostOnTheSpot = 128 * 1024;

/**
 * Deflate with no more memory than a record can use: getting hold of the usual 256 KiB takes longer than to compress a
 * page. What comes out is no longer for it.
 */
const memoryFor = (length: number): ZlibOptions => {
  const windowBits = Math.min(15, Math.max(10, Math.ceil(Math.log2(length + 1))));
  return { windowBits, memLevel: Math.min(8, windowBits - 7) };
};

const compress = (bytes: Buffer): Buffer | Promise<Buffer> =>
  bytes.length <= mostOnTheSpot ? gzipSync(bytes, memoryFor(bytes.length)) : compressAside(bytes);

/** How an archive is written. */
export interface RecorderOptions {
  /** Name and version of what writes it. */
  readonly software: string;
  readonly now: () => Date;
  /** Makes the identifiers of records; random UUIDs when absent. */
  readonly newId?: () => string;
  /** Goes on with an archive that is there already, behind its last whole record; by default one that is there is refused. */
  readonly resume?: boolean;
  /** Told when a file was gone on with: bytes of half a record that were taken off its end. */
  readonly onResume?: (torn: number) => void;
}

/** Payloads that are remembered so that the same one is kept once; the oldest is forgotten beyond that. */
const mostRemembered = 4_096;

/** A file that is open for appending, and the bytes that it holds. */
interface OpenedForAppending {
  readonly handle: FileHandle;
  readonly end: number;
}

const openNew = async (path: string): Promise<OpenedForAppending> => ({ handle: await open(path, 'wx'), end: 0 });

const goOnWith = async (path: string, { onResume }: RecorderOptions): Promise<OpenedForAppending> => {
  const { resumePointOf } = await import('./resume.ts');
  const { end, torn } = await resumePointOf(path);
  const handle = await open(path, 'a');
  if (torn > 0) await handle.truncate(end);
  onResume?.(torn);
  return { handle, end };
};

const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (cause) {
    throw cannotWrite(
      dirname(path),
      codeOf(cause) === 'EEXIST' ? Object.assign(new Error(), { code: 'ENOTDIR' }) : cause,
    );
  }
};

const openFile = async (path: string, options: RecorderOptions): Promise<OpenedForAppending> => {
  await makeFolder(path);
  try {
    return await openNew(path);
  } catch (cause) {
    if (options.resume === true && codeOf(cause) === 'EEXIST') return goOnWith(path, options);
    throw cannotWrite(path, cause);
  }
};

/** Records as gzip members, one after the other. */
const inMembers = (drafts: readonly RecordDraft[]): Buffer | Promise<Buffer> => {
  const members = drafts.map((draft) => compress(bytesOf(draft)));
  const isThere = (member: Buffer | Promise<Buffer>): member is Buffer => Buffer.isBuffer(member);
  return members.every(isThere) ? Buffer.concat(members) : Promise.all(members).then(Buffer.concat);
};

/**
 * Opens an evidence archive: WARC 1.1, one gzip member a record, appended record by record, so that whatever interrupts the
 * run leaves a file that is readable to its last whole record. Its folder is made where it is missing.
 *
 * @throws UserError where the file exists already (but see `resume`) or cannot be written.
 */
export const openRecorder = async (path: string, options: RecorderOptions): Promise<Recorder> => {
  const newId = options.newId ?? randomUUID;
  const nextId = (): string => `urn:uuid:${newId()}`;
  const file = basename(path);
  const { handle, end } = await openFile(path, options);
  const appender = new Appender(path, handle, end);
  const originals = new Map<string, Original>();

  const remember = (digest: string, original: Original): void => {
    originals.set(digest, original);
    if (originals.size > mostRemembered) for (const [oldest] of originals) return void originals.delete(oldest);
  };

  const draftsOf = (capture: Capture, id: string): readonly RecordDraft[] => {
    const { asked, at, came } = capture;
    if (came.kind !== 'replied') return [lossRecord(id, capture, came)];
    const digest = came.sha256 === undefined ? digestOf(came.payload) : `sha256:${came.sha256}`;
    const original = came.payload.length === 0 ? null : (originals.get(digest) ?? null);
    if (original === null) remember(digest, { id, url: asked.url, at });
    return [requestRecord(nextId(), id, capture), responseRecord(id, asked, at, came, digest, original)];
  };

  const write = (drafts: readonly RecordDraft[]): Promise<void> =>
    appender.append(
      drafts.reduce((sum, { block }) => sum + block.length, 0),
      inMembers(drafts),
    );

  await write([warcinfo(nextId(), options.now().toISOString(), file, options.software)]);
  return {
    keep: async (capture: Capture): Promise<RecordRef> => {
      const id = nextId();
      await write(draftsOf(capture, id));
      return { file, id };
    },
    close: () => appender.close(),
  };
};
