import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { NotHere } from '../../model/confine.ts';
import { BrokenInput, reading } from '../../model/errors.ts';
import type { Source, Warning } from '../../model/inspection.ts';
import type { Context } from '../reader.ts';
import { type DetectEncoding, decode, isUtf8 } from '../text/encoding.ts';

/** One file of an archive. */
export interface ArchiveMember {
  /** As the archive names it, control characters shown as `�`. */
  readonly path: string;
  /** Unpacked size as the archive declares it. */
  readonly bytes: number;
  readonly isEncrypted: boolean;
  /** Unpacks it when read; ends early, `complete` false, where a bound is met. */
  readonly source: Source;
}

/** An opened archive. */
export interface ZipArchive {
  readonly members: readonly ArchiveMember[];
  /** True where every member is listed. */
  readonly isWhole: boolean;
  /** Grows as members are read. */
  readonly warnings: readonly Warning[];
}

/** Members smaller than this are unpacked whatever their ratio. */
const SMALL = 2 ** 20;

const plainName = (entry: Entry, detect: DetectEncoding): string => {
  const raw = entry.fileNameRaw;
  const isMarked = (entry.generalPurposeBitFlag & 0x800) !== 0 || isUtf8(raw);
  const name = isMarked ? raw.toString('utf8') : decode(raw, detect(raw, null));
  return name
    .replaceAll('\\', '/')
    .replace(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .slice(0, 500);
};

type Unpacking = Pick<Context, 'limits' | 'budget' | 'isHere'>;

/** The bytes of a member, counted against the bounds as they come. */
const sourceOf = (
  zip: ZipFile,
  entry: Entry,
  path: string,
  { limits, budget, isHere }: Unpacking,
  warn: (warning: Warning) => void,
): Source => {
  let ended = false;
  let paid = 0;
  const stop = (warning: Warning): void => {
    if (!ended) warn(warning);
    ended = true;
  };
  return {
    name: path.split('/').at(-1) ?? path,
    url: null,
    declared: null,
    size: entry.uncompressedSize,
    get complete() {
      return !ended;
    },
    async *chunks() {
      const stream = await reading(() => zip.openReadStreamPromise(entry));
      let length = 0;
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          length += chunk.length;
          if (length > paid) {
            budget.inflated -= length - paid;
            paid = length;
          }
          if (budget.inflated < 0 && isHere) throw new NotHere('It unpacks to more than is read here.');
          const isBomb = length > SMALL && length > entry.compressedSize * limits.ratio;
          if (isBomb)
            stop({
              code: 'zip-bomb',
              says: `${path} unpacks to more than ${limits.ratio} times its size; unpacking stopped.`,
            });
          if (budget.inflated < 0)
            stop({ code: 'zip-bomb', says: `The archive unpacks to more than is read; unpacking stopped at ${path}.` });
          if (ended) return;
          yield chunk;
        }
      } catch (cause) {
        if (cause instanceof NotHere) throw cause;
        throw new BrokenInput(cause instanceof Error ? cause.message : String(cause), { cause });
      } finally {
        stream.destroy();
      }
    },
  };
};

/** The entries of the central directory, as far as it holds together. */
const entriesOf = async function* (zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()[Symbol.asyncIterator]();
  try {
    for (let next = await reading(() => entries.next()); !next.done; next = await reading(() => entries.next())) {
      yield next.value;
    }
  } finally {
    await entries.return?.();
  }
};

/**
 * Opens a ZIP by its central directory.
 *
 * @throws BrokenInput where there is none, as in a file that was cut off.
 */
export const openArchive = async (
  bytes: Uint8Array,
  context: Unpacking & Pick<Context, 'detect'>,
): Promise<ZipArchive> => {
  const { limits, detect } = context;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const zip = await reading(() =>
    fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true, autoClose: false }),
  );
  const members: ArchiveMember[] = [];
  const warnings: Warning[] = [];
  let isWhole = true;
  for await (const entry of entriesOf(zip)) {
    const path = plainName(entry, detect);
    if (path.endsWith('/')) continue;
    if (members.length >= limits.members) {
      isWhole = false;
      warnings.push({ code: 'many-members', says: `Only the first ${limits.members} members were looked at.` });
      break;
    }
    if (/(?:^|\/)\.\.(?:\/|$)|^\/|^[a-z]:/i.test(path)) {
      warnings.push({
        code: 'unsafe-name',
        says: `A member is named ${path}, which would be written outside of a folder.`,
      });
    }
    members.push({
      path,
      bytes: entry.uncompressedSize,
      isEncrypted: entry.isEncrypted(),
      source: sourceOf(zip, entry, path, context, (warning) => warnings.push(warning)),
    });
  }
  return { members, isWhole, warnings };
};
