import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UserError } from '../model/errors.ts';
import { openStretch } from './stretch.ts';
import type { OpenedFile, Volume } from './volume.ts';

/** Entries of a WACZ at most, and bytes of a WARC that lies compressed in it. */
const mostEntries = 100_000;
const mostBytes = 4 * 1024 ** 3;

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

const bounded = (title: string): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > mostBytes) done(new UserError(`${title} inflates to more than ${mostBytes} bytes and was not read.`));
      else done(null, chunk);
    },
  });
};

/** Unpacks an entry into a file, where it can be read at any place. */
const unpack = async (zip: ZipFile, entry: Entry, title: string, target: string): Promise<FileHandle> => {
  await pipeline(await zip.openReadStreamPromise(entry), bounded(title), createWriteStream(target));
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
  for (const entry of await warcEntries(path, zip)) {
    const title = `${path} (${entry.fileName})`;
    if (entry.compressionMethod === stored) {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const stretch = () => openStretch(handle, fileDataStart, entry.compressedSize);
      volumes.push({ file: basename(path), title, stretch });
    } else {
      const folder = await mkdtemp(join(tmpdir(), 'odi-'));
      closing.push(() => rm(folder, { recursive: true, force: true }));
      const unpacked = await unpack(zip, entry, title, join(folder, 'volume.warc.gz'));
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
