import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusalOf, UserError } from '../model/errors.ts';
import { openStretch, readExactly } from './stretch.ts';
import type { OpenedFile, Volume } from './volume.ts';

const cannotRead = (path: string, cause: unknown): UserError =>
  new UserError(`${path} cannot be read: ${refusalOf(cause)}.`, { cause });

const openHandle = async (path: string): Promise<FileHandle> => {
  try {
    const handle = await open(path);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
  throw new UserError(`${path} cannot be read: it is no file. Name a WARC or WACZ file.`);
};

const isZip = async (handle: FileHandle): Promise<boolean> =>
  (await readExactly(openStretch(handle, 0, 4), 0, 4)).toString('latin1').startsWith('PK\u0003\u0004');

/**
 * Opens a WARC (plain or gzip) or a WACZ.
 *
 * @throws UserError where it cannot be opened at all.
 */
export const openArchiveFile = async (path: string): Promise<OpenedFile> => {
  const handle = await openHandle(path);
  try {
    const { size } = await handle.stat();
    if (await isZip(handle)) {
      const { openWacz } = await import('./wacz.ts');
      return await openWacz(path, handle);
    }
    const volume: Volume = { file: basename(path), title: path, stretch: () => openStretch(handle, 0, size) };
    return { volumes: [volume], close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
};
