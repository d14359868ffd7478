import type { Archive, Asked, Came, Held } from '../model/archive.ts';
import type { Instant } from '../model/basics.ts';
import { cameIn, withPayload } from './capture.ts';
import { captureKey, type IndexEntry } from './captures.ts';
import { drawnMethod } from './compose.ts';
import { digestOf } from './digests.ts';
import { fieldOf } from './fields.ts';
import { openArchiveFile } from './files.ts';
import { readRecords, type WarcRecord, withoutBrackets } from './records.ts';
import { fillShelf, momentOf, type Shelf } from './shelf.ts';

/** Reads one record again, by its place. */
const recordAt = async <T>(
  { volume, place }: IndexEntry,
  use: (record: WarcRecord) => Promise<T>,
): Promise<T | null> => {
  // Awaited here: leaving the loop closes the reader that the block is read from.
  for await (const record of readRecords(volume.stretch(), place)) return await use(record);
  return null;
};

/** The reply whose payload a revisit shares: by identifier, else by the digest of the payload. */
const originalOf = (shelf: Shelf, revisit: WarcRecord): IndexEntry | null => {
  const id = fieldOf(revisit.fields, 'WARC-Refers-To');
  const digest = fieldOf(revisit.fields, 'WARC-Payload-Digest');
  return (
    (id === null ? undefined : shelf.byId.get(withoutBrackets(id))) ??
    (digest === null ? undefined : shelf.byDigest.get(digest)) ??
    null
  );
};

const readRevisit = async (shelf: Shelf, record: WarcRecord, most: number): Promise<Came | null> => {
  const original = originalOf(shelf, record);
  if (original === null || original.kind === 'revisit') return null;
  const source = await recordAt(original, (found) => cameIn(found, original.kind, most));
  if (source?.kind !== 'replied') return null;
  const revisit = await cameIn(record, 'revisit', most);
  // Some tools leave the head of a revisit out: it is then that of the reply it points at.
  return revisit?.kind === 'replied' ? withPayload(revisit, source) : source;
};

const readFiled = (shelf: Shelf, filed: IndexEntry, most: number): Promise<Came | null> =>
  recordAt(filed, (record) =>
    filed.kind === 'revisit' ? readRevisit(shelf, record, most) : cameIn(record, filed.kind, most),
  );

/** What was seen outweighs what was not; a copy that a web archive gave out comes last, since no run asked for it. */
const rank = ({ kind }: IndexEntry): number => (kind === 'memento' ? 2 : kind === 'told' ? 1 : 0);

/**
 * Best first: what was asked with the same `Accept`, or with one that is not known, before what was asked with another: a
 * robots.txt may be served where the page itself was refused. Then a reply before a loss, a loss before a copy, the same
 * `Accept` before an unknown one, the newest first, the later in the file first.
 */
const ranked = (filed: readonly IndexEntry[], accept: string): readonly IndexEntry[] => {
  const isAnother = (one: IndexEntry): number => (one.accept !== null && one.accept !== accept ? 1 : 0);
  const isUnknown = (one: IndexEntry): number => (one.accept === accept ? 0 : 1);
  return filed
    .toReversed()
    .sort(
      (a, b) =>
        isAnother(a) - isAnother(b) ||
        rank(a) - rank(b) ||
        isUnknown(a) - isUnknown(b) ||
        momentOf(b) - momentOf(a) ||
        0,
    );
};

const otherScheme = (url: string): string =>
  url.startsWith('https:') ? `http:${url.slice('https:'.length)}` : `https:${url.slice('http:'.length)}`;

const finder = (shelf: Shelf, warnings: string[]): Archive['find'] => {
  const warnOnce = (text: string): void => {
    if (!warnings.includes(text)) warnings.push(text);
  };

  const read = async (filed: IndexEntry, asked: Asked, most: number): Promise<Held | null> => {
    const came = await readFiled(shelf, filed, most);
    if (came === null && filed.kind === 'memento') return null;
    if (came === null || filed.at === null) {
      warnOnce(`The record ${filed.id} of ${filed.url} in ${filed.volume.title} cannot be made sense of.`);
      return null;
    }
    if (filed.kind === 'memento') {
      warnOnce(`${filed.url} was answered from a copy that a web archive made at ${filed.at} (record ${filed.id}).`);
    }
    const capture = { asked: { ...asked, url: filed.url }, sent: [], at: filed.at, came };
    return { capture, record: { file: filed.volume.file, id: filed.id } };
  };

  const under = (asked: Asked): readonly IndexEntry[] => {
    const payload = asked.payload === null ? null : digestOf(Buffer.from(asked.payload.text));
    const method = asked.drawnFrom === undefined ? asked.method : drawnMethod;
    return shelf.byKey.get(captureKey(asked.url, method, payload) ?? '') ?? [];
  };

  const firstReadable = async (filed: readonly IndexEntry[], asked: Asked, most: number): Promise<Held | null> => {
    for (const one of ranked(filed, asked.accept)) {
      const held = await read(one, asked, most);
      if (held !== null) return held;
    }
    return null;
  };

  return async (asked, most) => {
    const exact = under(asked);
    if (exact.length > 0) return firstReadable(exact, asked, most);
    const loose = under({ ...asked, url: otherScheme(asked.url) });
    if (loose.length === 0) return null;
    warnOnce(`${asked.url} is held under ${otherScheme(asked.url)} only and was answered from there.`);
    return firstReadable(loose, asked, most);
  };
};

/**
 * Opens WARC and WACZ files as one archive. Only an index is kept in memory; payloads are read when they are asked for.
 *
 * @param until Answer as the archive would have up to then: an archive that was gone on with holds later captures, too.
 * @throws UserError where a file cannot be opened or holds no record at all.
 */
export const openArchive = async (paths: readonly string[], until: Instant | null = null): Promise<Archive> => {
  const files: Awaited<ReturnType<typeof openArchiveFile>>[] = [];
  const close = async (): Promise<void> => {
    for (const file of files) await file.close();
  };
  const warnings: string[] = [];
  try {
    for (const path of paths) files.push(await openArchiveFile(path));
    const volumes = files.flatMap((file) => file.volumes);
    const shelf = await fillShelf(volumes, warnings, until);
    const read: Archive['read'] = async (id, most) => {
      const filed = shelf.byId.get(id);
      return filed === undefined ? null : readFiled(shelf, filed, most);
    };
    return {
      find: finder(shelf, warnings),
      holds: (id) => shelf.byId.has(id),
      read,
      newest: shelf.newest,
      warnings,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
