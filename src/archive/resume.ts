import { createGunzip } from 'node:zlib';
import { UserError } from '../model/errors.ts';
import { ArchiveFault, readUpTo } from './fault.ts';
import { openArchiveFile } from './files.ts';
import { drain, readRecords } from './records.ts';
import { readExactly, type Stretch } from './stretch.ts';

/** Where an archive can be gone on with, and how much behind that is half a record. */
export interface ResumePoint {
  readonly end: number;
  readonly torn: number;
}

const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08]);

/** Bytes behind the last whole record that are taken for half a record; more of them is no record that broke off. */
const mostTorn = 128 * 1024 * 1024;

const refuse = (path: string, why: string): UserError =>
  new UserError(`${path} cannot be gone on with: ${why}. Name another file with --record, or move that one.`);

/** Does a gzip member with a record start here? Only its first bytes are inflated. */
const isMember = (bytes: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    const inflating = createGunzip();
    const end = (found: boolean): void => {
      inflating.destroy();
      resolve(found);
    };
    inflating.once('data', (first: Buffer) => end(first.toString('latin1', 0, 5) === 'WARC/'));
    inflating.once('error', () => end(false));
    inflating.once('end', () => end(false));
    inflating.end(bytes);
  });

/** Bytes of a member that hold the beginning of its first line whatever it is compressed by. */
const firstBytes = 4_096;

/** Does a record start somewhere behind the first byte? Then the file is damaged in its middle, and not torn at its end. */
const holdsLaterRecord = async (bytes: Buffer): Promise<boolean> => {
  for (let at = bytes.indexOf(gzipMagic, 1); at !== -1; at = bytes.indexOf(gzipMagic, at + 1)) {
    if (await isMember(bytes.subarray(at, at + firstBytes))) return true;
  }
  return false;
};

const tornAt = async (path: string, stretch: Stretch, records: number, fault: ArchiveFault): Promise<number> => {
  const { offset, skip } = fault.place ?? { offset: 0, skip: 0 };
  const told = readUpTo('it', records, fault).replace(/\.$/, '');
  const torn = stretch.size - offset;
  if (records === 0 || skip > 0 || torn > mostTorn) throw refuse(path, told);
  if (await holdsLaterRecord(await readExactly(stretch, offset, torn))) throw refuse(path, told);
  return offset;
};

/**
 * Finds the end of the last whole record of an archive that a run left behind, interrupted or not. The file stays as it is.
 *
 * @throws UserError where it is no such archive, or damaged elsewhere than at its end.
 */
export const resumePointOf = async (path: string): Promise<ResumePoint> => {
  const { volumes, close } = await openArchiveFile(path);
  try {
    const [volume, other] = volumes;
    if (volume === undefined || other !== undefined) throw refuse(path, 'it is no WARC file');
    const stretch = volume.stretch();
    const { size } = stretch;
    if (size === 0) return { end: 0, torn: 0 };
    const start = await readExactly(stretch, 0, gzipMagic.length);
    if (!start.equals(gzipMagic)) throw refuse(path, 'it is no WARC file that is compressed by record');
    let records = 0;
    try {
      for await (const record of readRecords(volume.stretch())) {
        await drain(record);
        records += 1;
      }
    } catch (error) {
      if (!(error instanceof ArchiveFault)) throw error;
      const end = await tornAt(path, stretch, records, error);
      return { end, torn: size - end };
    }
    if (records === 0) throw refuse(path, 'it holds no record');
    return { end: size, torn: 0 };
  } finally {
    await close();
  }
};
