import { createWriteStream, rmSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { codeOf, UserError } from '../model/errors.ts';
import { archiveLimits } from '../model/limits.ts';
import { isBomb } from './gzip.ts';
import { openStretch } from './stretch.ts';
import type { OpenedFile, Volume } from './volume.ts';

/** Entries of a WACZ at most. */
const mostEntries = 100_000;

const stored = 0;

const isWarc = ({ fileName }: Entry): boolean => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(fileName);

/** The WARC entries of a WACZ, in the order of their names. */
const warcEntries = async (path: string, zip: ZipFile): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (seen > mostEntries) throw new UserError(`${path} holds more than ${mostEntries} entries and was not read.`);
    if (isWarc(entry)) entries.push(entry);
  }
  return entries.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
};

/** What is left of the room on the disk that all entries share. */
interface Room {
  left: number;
}

const bounded = (title: string, packed: number, room: Room): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      room.left -= chunk.length;
      if (room.left < 0)
        done(
          new UserError(`${title} would need more than ${archiveLimits.unpacked} bytes unpacked, and was not read.`),
        );
      else if (isBomb(seen, packed))
        done(new UserError(`${title} inflates to more than ${archiveLimits.ratio} times its size, and was not read.`));
      else done(null, chunk);
    },
  });
};

const temporary = /^odi-(\d+)-/;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Removes what runs that were killed left unpacked. */
const removeLeftovers = async (): Promise<void> => {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, pid] = temporary.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    // Another person's, or gone by now: either way not ours to remove.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
};

/** Folders that hold what was unpacked, until the archive is closed. */
const unpackedTo = new Set<string>();

/** A Ctrl-C does not wait for what is being unpacked. */
const removeUnpacked = (): void => {
  for (const folder of unpackedTo) rmSync(folder, { recursive: true, force: true });
};

/** Unpacks an entry into a file, where it can be read at any place. */
const unpack = async (zip: ZipFile, entry: Entry, title: string, target: string, room: Room): Promise<FileHandle> => {
  await pipeline(
    await zip.openReadStreamPromise(entry),
    bounded(title, entry.compressedSize, room),
    createWriteStream(target),
  );
  return open(target);
};

/** The volumes of a WACZ; what is opened on the way is noted in `closing`. */
const volumesOf = async (
  path: string,
  handle: FileHandle,
  zip: ZipFile,
  closing: (() => Promise<void>)[],
): Promise<readonly Volume[]> => {
  const volumes: Volume[] = [];
  const room: Room = { left: archiveLimits.unpacked };
  for (const entry of await warcEntries(path, zip)) {
    const title = `${path} (${entry.fileName})`;
    if (entry.compressionMethod === stored) {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const stretch = () => openStretch(handle, fileDataStart, entry.compressedSize);
      volumes.push({ file: basename(path), title, stretch });
    } else {
      await removeLeftovers();
      const folder = await mkdtemp(join(tmpdir(), `odi-${process.pid}-`));
      unpackedTo.add(folder);
      if (unpackedTo.size === 1) process.once('exit', removeUnpacked);
      closing.push(async () => {
        await rm(folder, { recursive: true, force: true });
        unpackedTo.delete(folder);
        if (unpackedTo.size === 0) process.off('exit', removeUnpacked);
      });
      const unpacked = await unpack(zip, entry, title, join(folder, 'volume.warc.gz'), room);
      closing.push(() => unpacked.close());
      const { size } = await unpacked.stat();
      volumes.push({ file: basename(path), title, stretch: () => openStretch(unpacked, 0, size) });
    }
  }
  return volumes;
};

const asUserError = (path: string, error: unknown): UserError =>
  error instanceof UserError
    ? error
    : new UserError(`${path} cannot be read as a WACZ: ${(error as Error).message}.`, { cause: error });

/**
 * Opens the WARC files of a WACZ (a ZIP with them under `archive/`). They lie stored in it, as its specification asks,
 * and are read in place; a compressed one is unpacked into a temporary file first.
 *
 * @throws UserError where the ZIP is broken, holds no WARC or unpacks to too much.
 */
export const openWacz = async (path: string, handle: FileHandle): Promise<OpenedFile> => {
  const closing: (() => Promise<void>)[] = [() => handle.close()];
  const close = async (): Promise<void> => {
    for (const end of closing.reverse()) await end();
  };
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    closing.push(async () => zip.close());
    const volumes = await volumesOf(path, handle, zip, closing);
    if (volumes.length === 0) throw new UserError(`${path} is a ZIP file without a WARC under archive/.`);
    return { volumes, close };
  } catch (error) {
    closing.shift();
    await close();
    throw asUserError(path, error);
  }
};
