import { randomUUID } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Capture, Recorder } from '../model/archive.ts';
import { UserError } from '../model/errors.ts';
import type { RecordRef } from '../model/exchange.ts';
import { bytesOf, type Draft, lossRecord, type Original, requestRecord, responseRecord, warcinfo } from './compose.ts';
import { digestOf } from './digests.ts';

const compressAside = promisify(gzip);

/**
 * Bytes up to which a record is compressed on the spot: setting up a thread costs ten times what this does. Less memory
 * than the default (64 KiB in place of 256) makes nothing bigger that is this small.
 */
const mostOnTheSpot = 128 * 1024;

const compress = (bytes: Buffer): Buffer | Promise<Buffer> =>
  bytes.length <= mostOnTheSpot ? gzipSync(bytes, { memLevel: 7 }) : compressAside(bytes);

/** How an archive is written. */
export interface RecorderOptions {
  /** Name and version of what writes it. */
  readonly software: string;
  readonly now: () => Date;
  /** Makes the identifiers of records; random UUIDs when absent. */
  readonly newId?: () => string;
}

/** Payloads that are remembered so that the same one is kept once; the oldest is forgotten beyond that. */
const mostRemembered = 4_096;

/** Bytes that may wait for the disk before `keep` makes its caller wait too. */
const mostWaiting = 8 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it exists already, and an archive is never overwritten. Name another file with --record, or move that one',
  ENOENT: 'its folder does not exist. Create the folder or name another file with --record',
  EACCES: 'it may not be written by you. Name another file with --record',
  EISDIR: 'it is a folder. Name a file with --record',
  ENOSPC: 'the disk is full. Free some space; the records up to there can be read',
};

const cannotWrite = (path: string, cause: unknown): UserError => {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new UserError(`${path} cannot be written: ${(code !== undefined && reasons[code]) || message}.`, { cause });
};

/** Appends to a file in whole records: one that could not be written whole is taken back. */
class Appender {
  readonly #path: string;
  readonly #file: FileHandle;
  #end = 0;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  #failure: UserError | null = null;

  constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** Queues bytes that are being made; resolves when not too much is waiting. */
  async append(size: number, making: Promise<Buffer>): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    this.#waiting += size;
    const before = this.#last;
    this.#last = this.#write(before, making).finally(() => {
      this.#waiting -= size;
    });
    if (this.#waiting > mostWaiting) await this.#last;
  }

  async #write(before: Promise<void>, making: Promise<Buffer>): Promise<void> {
    const [bytes] = await Promise.all([making, before]);
    if (this.#failure !== null) return;
    try {
      await this.#file.appendFile(bytes);
      this.#end += bytes.length;
    } catch (cause) {
      this.#failure = cannotWrite(this.#path, cause);
      await this.#file.truncate(this.#end);
    }
  }

  /** Waits for the disk. */
  async close(): Promise<void> {
    try {
      await this.#last;
      if (this.#failure !== null) throw this.#failure;
      await this.#file.sync();
    } finally {
      await this.#file.close();
    }
  }
}

const openNew = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'wx');
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
};

const inMembers = async (drafts: readonly Draft[]): Promise<Buffer> =>
  Buffer.concat(await Promise.all(drafts.map((draft) => compress(bytesOf(draft)))));

/**
 * Opens a new evidence archive: WARC 1.1, one gzip member a record, appended record by record, so that whatever
 * interrupts the run leaves a file that is readable to its last whole record.
 *
 * @throws UserError where the file exists already or cannot be written.
 */
export const openRecorder = async (path: string, options: RecorderOptions): Promise<Recorder> => {
  const newId = options.newId ?? randomUUID;
  const nextId = (): string => `urn:uuid:${newId()}`;
  const file = basename(path);
  const appender = new Appender(path, await openNew(path));
  const originals = new Map<string, Original>();

  const remember = (digest: string, original: Original): void => {
    originals.set(digest, original);
    if (originals.size > mostRemembered) for (const [oldest] of originals) return void originals.delete(oldest);
  };

  const draftsOf = (capture: Capture, id: string): readonly Draft[] => {
    const { asked, at, came } = capture;
    if (came.kind !== 'replied') return [lossRecord(id, capture, came)];
    const digest = digestOf(came.payload);
    const original = came.payload.length === 0 ? null : (originals.get(digest) ?? null);
    if (original === null) remember(digest, { id, url: asked.url, at });
    return [requestRecord(nextId(), id, capture), responseRecord(id, asked, at, came, digest, original)];
  };

  const write = (drafts: readonly Draft[]): Promise<void> =>
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
