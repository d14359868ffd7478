import type { FileHandle } from 'node:fs/promises';
import { UserError } from '../model/errors.ts';

/** Bytes that may wait for the disk before `keep` makes its caller wait too. */
const mostWaiting = 8 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it exists already, and an archive is never overwritten. Name another file with --record, or move that one',
  ENOENT: 'its folder does not exist. Create the folder or name another file with --record',
  EACCES: 'it may not be written by you. Name another file with --record',
  EISDIR: 'it is a folder. Name a file with --record',
  ENOSPC: 'the disk is full. Free some space; the records up to there can be read',
};

/** Why an archive cannot be written, and what to do. */
export const cannotWrite = (path: string, cause: unknown): UserError => {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new UserError(`${path} cannot be written: ${(code !== undefined && reasons[code]) || message}.`, { cause });
};

/** What is used of an open file. */
export type Appendable = Pick<FileHandle, 'appendFile' | 'truncate' | 'sync' | 'close'>;

/** Appends to a file in whole records: one that could not be written whole is taken back. */
export class Appender {
  readonly #path: string;
  readonly #file: Appendable;
  #end = 0;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  #failure: UserError | null = null;
  #closed: Promise<void> | null = null;

  constructor(path: string, file: Appendable) {
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

  /** Waits for the disk. Asked again, it says the same. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    try {
      await this.#last;
      if (this.#failure !== null) throw this.#failure;
      await this.#file.sync();
    } finally {
      await this.#file.close();
    }
  }
}
