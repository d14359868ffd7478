import { closeSync, constants, createReadStream, openSync, type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sourceOfBytes } from '../inspect/index.ts';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import { inputLimits } from '../model/limits.ts';
import { fileSource } from './reader-jobs.ts';
import type { Inspected } from './readers.ts';

const nothing = new Uint8Array(0);

/** Bytes of a stream, and whether they are all there are. */
export interface StreamBytes {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

/** Reads what can be read once only, at most `most` bytes of it. Small pieces are joined as they come. */
export const readStream = async (
  input: AsyncIterable<Uint8Array>,
  most: number = inputLimits.stream,
): Promise<StreamBytes> => {
  let bytes = Buffer.alloc(0);
  let length = 0;
  for await (const chunk of input) {
    const taken = chunk.subarray(0, most - length);
    if (length + taken.length > bytes.length) {
      const wider = Buffer.allocUnsafe(Math.min(most, Math.max(2 ** 16, bytes.length * 2, length + taken.length)));
      bytes.copy(wider, 0, 0, length);
      bytes = wider;
    }
    bytes.set(taken, length);
    length += taken.length;
    if (taken.length < chunk.length) return { bytes: bytes.subarray(0, length), whole: false };
  }
  return { bytes: bytes.subarray(0, length), whole: true };
};

/** The bytes of a stream as they are inspected. */
export const streamed = ({ bytes, whole }: StreamBytes, name: string): Inspected => ({
  source: sourceOfBytes(bytes, { name, complete: whole }),
  path: null,
  bytes,
});

/** The pipes that a shell hands to a command: `<(…)` and standard input by its name. */
const isOwnPipe = (path: string): boolean => /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\/self\/fd\/\d+$/.test(path);

const kindOf = (stats: Stats, given: string): string => {
  if (stats.isDirectory()) return `is a folder; name the files in it: ${given.replace(/[/\\]+$/, '')}/*`;
  return 'is a device and no file';
};

/** A pattern that the shell found nothing for is handed on as it stands. */
const isPattern = (given: string): boolean => /[*?[]/.test(given);

const readable = (path: string, given: string): Stats => {
  try {
    const stats = statSync(path);
    if (!stats.isFile() && !stats.isFIFO()) throw new UserError(`${given} ${kindOf(stats, given)}`);
    if (stats.isFile()) closeSync(openSync(path, 'r'));
    return stats;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const own = isPattern(given) ? { ENOENT: 'no file fits this pattern' } : {};
    throw new UserError(`${given} cannot be read: ${refusalOf(cause, own)}.`, { cause });
  }
};

/** Milliseconds until a pipe is asked again whose writer had nothing to give. */
const pause = 10;

/** What is written into a named pipe. It is opened without waiting for a writer, who may never come: then it is empty. */
async function* writtenInto(path: string): AsyncGenerator<Uint8Array> {
  const pipe = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    for (;;) {
      const room = Buffer.allocUnsafe(2 ** 16);
      const read = await pipe.read(room, 0, room.length, null).catch((cause: unknown) => {
        if (codeOf(cause) === 'EAGAIN') return null;
        throw cause;
      });
      if (read === null) await wait(pause);
      else if (read.bytesRead === 0) return;
      else yield room.subarray(0, read.bytesRead);
    }
  } finally {
    await pipe.close();
  }
}

const readPipe = async (path: string, given: string): Promise<StreamBytes> => {
  const read = await readStream(writtenInto(path));
  if (read.bytes.length > 0) return read;
  throw new UserError(`${given} is a pipe that nothing is written into; start what writes into it first.`);
};

/**
 * A file as it is inspected. Only regular files are opened, and pipes.
 *
 * @throws UserError where there is none that can be read.
 */
export const openLocal = async (given: string, cwd: string): Promise<Inspected> => {
  const path = resolve(cwd, given);
  const stats = readable(path, given);
  const { size } = stats;
  const name = basename(path);
  const about = { name, url: null, declared: null, size, complete: true };
  if (size > 0) return { source: fileSource(path, about), path, bytes: nothing };
  try {
    if (stats.isFIFO() && !isOwnPipe(path)) return streamed(await readPipe(path, given), name);
    // A pipe, or a file that the system makes as it is read, whose size nobody knows.
    return streamed(await readStream(createReadStream(path) as AsyncIterable<Uint8Array>), name);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${given} cannot be read: ${refusalOf(cause)}.`, { cause });
  }
};
