import type { Instant } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import { CaptureIndex, type IndexEntry, IndexRoom } from './captures.ts';
import { ArchiveFault, readUpTo } from './fault.ts';
import { readRecords } from './records.ts';
import type { Volume } from './volume.ts';

/** Everything that is known of a set of archives without reading payloads. */
export interface Shelf {
  /** Captures by what was asked, in the order they were made. */
  readonly byKey: ReadonlyMap<string, readonly IndexEntry[]>;
  readonly byId: ReadonlyMap<string, IndexEntry>;
  /** The first reply with a payload, by the payload's digest. */
  readonly byDigest: ReadonlyMap<string, IndexEntry>;
  readonly newest: Instant | null;
}

/** Reads the index of one volume; a fault ends it there and is told. */
const indexOf = async (volume: Volume, room: IndexRoom, warnings: string[]): Promise<CaptureIndex> => {
  const index = new CaptureIndex(volume, room);
  let records = 0;
  try {
    for await (const record of readRecords(volume.stretch())) {
      await index.add(record);
      records += 1;
    }
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    const told = readUpTo(volume.title, records, error);
    if (records === 0 && !room.isUsedUp) throw new UserError(`${told} Name a WARC or WACZ file.`, { cause: error });
    warnings.push(told);
  }
  return index;
};

/** Milliseconds; what has no date is oldest. */
export const momentOf = ({ at }: IndexEntry): number => (at === null ? Number.NEGATIVE_INFINITY : Date.parse(at));

/**
 * Indexes archives, as far as they were written until a moment. What cannot be read to its end, or finds no more room, is used
 * up to there, with a warning.
 *
 * @throws UserError where a file holds no record at all.
 */
export const fillShelf = async (
  volumes: readonly Volume[],
  warnings: string[],
  until: Instant | null,
  room = new IndexRoom(),
): Promise<Shelf> => {
  const isLater = (entry: IndexEntry): boolean => until !== null && momentOf(entry) > Date.parse(until);
  const byKey = new Map<string, IndexEntry[]>();
  const byId = new Map<string, IndexEntry>();
  const byDigest = new Map<string, IndexEntry>();
  let newest: IndexEntry | null = null;
  for (const volume of volumes) {
    for (const [key, filed] of (await indexOf(volume, room, warnings)).entries()) {
      if (isLater(filed)) continue;
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [filed]);
      else same.push(filed);
      // The same record once more, under the address that it is a copy of.
      if (filed.kind === 'memento') continue;
      if (newest === null || momentOf(filed) > momentOf(newest)) newest = filed;
      byId.set(filed.id, filed);
      if (filed.kind === 'told' || filed.kind === 'revisit' || filed.kind === 'conversion') continue;
      if (filed.payloadDigest !== null && !byDigest.has(filed.payloadDigest)) byDigest.set(filed.payloadDigest, filed);
    }
  }
  return { byKey, byId, byDigest, newest: newest?.at ?? null };
};
