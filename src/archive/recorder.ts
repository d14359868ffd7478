import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Capture, Recorder } from '../model/archive.ts';
import { codeOf } from '../model/errors.ts';
import type { RecordRef } from '../model/exchange.ts';
import { Appender, cannotWrite } from './appender.ts';
import { type Aside, openAside } from './aside.ts';
import { type Original, warcinfo } from './compose.ts';
import { digestOf } from './digests.ts';
import { inMembers, membersOf, type Recording } from './members.ts';

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

/** Captures after which an archive is taken for that of a long run, whose records are made on a thread of their own. */
const fewCaptures = 64;

/** Bytes and captures that are handed to the thread at once, at most. */
const mostInBatch = { bytes: 1024 * 1024, captures: 32 };

/** About how many bytes a capture takes while it waits. */
const sizeOf = ({ came }: Capture): number => (came.kind === 'replied' ? came.payload.length : 0) + 1024;

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

  const recordingOf = (capture: Capture): Recording => {
    const id = nextId();
    const { asked, at, came } = capture;
    const isPlain = came.kind === 'replied' && came.drawing === undefined;
    if (!isPlain) return { id, requestId: '', digest: '', original: null, capture };
    const digest = came.sha256 === undefined ? digestOf(came.payload) : `sha256:${came.sha256}`;
    const original = came.payload.length === 0 ? null : (originals.get(digest) ?? null);
    if (original === null) remember(digest, { id, url: asked.url, at });
    return { id, requestId: nextId(), digest, original, capture };
  };

  let aside: Aside | null = null;
  let captures = 0;
  let gathered: Recording[] = [];
  let size = 0;
  let flushing: NodeJS.Immediate | null = null;
  /** Batches that the thread has at this moment. */
  let underWay = 0;

  const flush = (): void => {
    if (flushing !== null) clearImmediate(flushing);
    flushing = null;
    if (gathered.length === 0) return;
    const batch = gathered;
    const bytes = size;
    gathered = [];
    size = 0;
    appender.append(bytes, aside === null ? membersOf(batch) : madeAside(aside, batch));
  };

  /** What comes in meanwhile is handed over together: waking the thread for each capture would cost as much as to compress it. */
  const madeAside = (thread: Aside, batch: readonly Recording[]): Promise<Buffer> => {
    const making = thread.membersOf(batch);
    underWay += 1;
    const ended = (): void => {
      underWay -= 1;
      if (underWay === 0) flush();
    };
    making.then(ended, ended);
    return making;
  };

  const first = warcinfo(nextId(), options.now().toISOString(), file, options.software);
  appender.append(first.block.length, inMembers([first]));
  await appender.ready();
  return {
    keep: async (capture: Capture): Promise<RecordRef> => {
      const recording = recordingOf(capture);
      captures += 1;
      if (captures === fewCaptures) aside = openAside();
      gathered.push(recording);
      size += sizeOf(capture);
      if (gathered.length >= mostInBatch.captures || size >= mostInBatch.bytes) flush();
      else if (underWay === 0) flushing ??= setImmediate(flush);
      await appender.ready();
      return { file, id: recording.id };
    },
    close: async () => {
      flush();
      try {
        await appender.close();
      } finally {
        await aside?.close();
      }
    },
  };
};
