import type { FileHandle } from 'node:fs/promises';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';

/** Bytes that may wait for the disk before `keep` makes its caller wait too. */
const mostWaiting = 8 * 1024 * 1024;

const advice: Readonly<Record<string, string>> = {
  EEXIST: 'An archive is never overwritten: name another file with --record, or move that one',
  ENOENT: 'Create the folder or name another file with --record',
  EACCES: 'Name another file with --record',
  EISDIR: 'Name a file with --record',
  ENOSPC: 'Free some space; the records up to there can be read',
};

/** Why an archive cannot be written, and what to do. */
export const cannotWrite = (path: string, cause: unknown): UserError => {
  const why = refusalOf(cause, { ENOENT: 'its folder does not exist' });
  const todo = advice[codeOf(cause) ?? ''];
  return new UserError(`${path} cannot be written: ${why}.${todo === undefined ? '' : ` ${todo}.`}`, { cause });
};

/** What is used of an open file. */
export type Appendable = Pick<FileHandle, 'appendFile' | 'truncate' | 'sync' | 'close'>;

/** Records that wait for the disk. */
interface Waiting {
  readonly size: number;
  readonly making: Buffer | Promise<Buffer>;
}

/** Appends to a file in whole records: what could not be written whole is taken back. */
export class Appender {
  readonly #path: string;
  readonly #file: Appendable;
  readonly #queue: Waiting[] = [];
  #waiting = 0;
  #end: number;
  #draining: Promise<void> | null = null;
  #failure: Error | null = null;
  #closed: Promise<void> | null = null;

  /** @param end Bytes that the file holds already, which are never taken back. */
  constructor(path: string, file: Appendable, end = 0) {
    this.#path = path;
    this.#file = file;
    this.#end = end;
  }

  /** Queues records that are being made, about `size` bytes. */
  append(size: number, making: Buffer | Promise<Buffer>): void {
    // What goes wrong with it is told when its turn comes.
    if (making instanceof Promise) making.catch(() => undefined);
    if (this.#failure !== null) return;
    this.#queue.push({ size, making });
    this.#waiting += size;
    this.#draining ??= this.#drain();
  }

  /**
   * Waits while too much is waiting for the disk.
   *
   * @throws UserError where the file could not be written further.
   */
  async ready(): Promise<void> {
    if (this.#failure === null && this.#waiting > mostWaiting) await this.#draining;
    if (this.#failure !== null) throw this.#failure;
  }

  /** Writes what is queued, in its order; what comes in while the disk is busy is written at once afterwards. */
  async #drain(): Promise<void> {
    while (this.#queue.length > 0 && this.#failure === null) {
      const batch = this.#queue.splice(0);
      await this.#writeAll(batch.map(({ making }) => making));
      for (const { size } of batch) this.#waiting -= size;
    }
    this.#draining = null;
  }

  async #writeAll(makings: readonly (Buffer | Promise<Buffer>)[]): Promise<void> {
    try {
      await this.#write(Buffer.concat(await Promise.all(makings)));
    } catch (cause) {
      this.#failure = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    try {
      await this.#file.appendFile(bytes);
      this.#end += bytes.length;
    } catch (cause) {
      this.#failure = cannotWrite(this.#path, cause);
      // Where even that fails, half a record stays behind; whoever reads the file stops before it.
      await this.#file.truncate(this.#end).catch(() => undefined);
    }
  }

  /** Waits for the disk. Asked again, it says the same. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    try {
      await this.#draining;
      if (this.#failure !== null) throw this.#failure;
      await this.#file.sync();
    } finally {
      await this.#file.close();
    }
  }
}
