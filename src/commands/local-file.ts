import { closeSync, createReadStream, openSync, type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { sourceOfBytes } from '../inspect/index.ts';
import { refusalOf, UserError } from '../model/errors.ts';
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

const kindOf = (stats: Stats): string => {
  if (stats.isDirectory()) return 'is a folder; name a file in it';
  if (stats.isFIFO()) return 'is a pipe and no file; hand it over as standard input: odi … - < pipe';
  return 'is a device and no file';
};

const readable = (path: string, given: string): Stats => {
  try {
    const stats = statSync(path);
    if (!stats.isFile() && !(stats.isFIFO() && isOwnPipe(path))) throw new UserError(`${given} ${kindOf(stats)}.`);
    if (stats.isFile()) closeSync(openSync(path, 'r'));
    return stats;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${given} cannot be read: ${refusalOf(cause)}.`, { cause });
  }
};

/**
 * A file as it is inspected. Only regular files are opened, and the pipes of a shell.
 *
 * @throws UserError where there is none that can be read.
 */
export const openLocal = async (given: string, cwd: string): Promise<Inspected> => {
  const path = resolve(cwd, given);
  const { size } = readable(path, given);
  const name = basename(path);
  const about = { name, url: null, declared: null, size, complete: true };
  if (size > 0) return { source: fileSource(path, about), path, bytes: nothing };
  try {
    // A pipe, or a file that the system makes as it is read, whose size nobody knows.
    return streamed(await readStream(createReadStream(path) as AsyncIterable<Uint8Array>), name);
  } catch (cause) {
    throw new UserError(`${given} cannot be read: ${refusalOf(cause)}.`, { cause });
  }
};
