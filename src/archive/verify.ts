import { createHash, type Hash } from 'node:crypto';
import { type Claim, hasherFor, parseDigest } from './digests.ts';
import { ArchiveFault, readUpTo } from './fault.ts';
import { fieldOf } from './fields.ts';
import { openArchiveFile } from './files.ts';
import { PayloadSplitter, wrapsPayload } from './payload.ts';
import { readRecords, type WarcRecord, withoutBrackets } from './records.ts';
import type { Volume } from './volume.ts';

/** A record whose content is not what its digest says. */
export interface DigestMismatch {
  readonly record: string;
  readonly type: string;
  readonly url: string | null;
  readonly of: 'block' | 'payload';
  /** The digest as the record writes it. */
  readonly claimed: string;
}

/** What the digests of an archive say of it. */
export interface DigestReport {
  /** Records that could be read whole. */
  readonly records: number;
  /** Digests that were compared. */
  readonly digests: number;
  readonly mismatches: readonly DigestMismatch[];
  /** How far it could be read, null where it could be read to its end. */
  readonly unreadable: string | null;
}

/** A claimed digest and what is computed. */
interface Comparison {
  readonly claimed: string;
  readonly claim: Claim;
  readonly hash: Hash;
}

const comparisonOf = (record: WarcRecord, field: string): Comparison | null => {
  const claimed = fieldOf(record.fields, field);
  const claim = claimed === null ? null : parseDigest(claimed);
  return claimed === null || claim === null ? null : { claimed, claim, hash: hasherFor(claim) };
};

/** A revisit claims the digest of a payload that lies elsewhere. */
const payloadComparisonOf = (record: WarcRecord): Comparison | null =>
  record.type === 'revisit' ? null : comparisonOf(record, 'WARC-Payload-Digest');

/** Tools differ in whether the payload of a chunked reply has its chunks; either is right. */
const isPayloadRight = ({ claim, hash }: Comparison, splitter: PayloadSplitter): boolean => {
  if (hash.digest('hex') === claim.value) return true;
  const dechunked = splitter.dechunked();
  return dechunked !== null && createHash(claim.algorithm).update(dechunked).digest('hex') === claim.value;
};

interface Checked {
  readonly digests: number;
  readonly mismatches: readonly DigestMismatch[];
}

const checkRecord = async (record: WarcRecord): Promise<Checked> => {
  const block = comparisonOf(record, 'WARC-Block-Digest');
  const payload = payloadComparisonOf(record);
  const splitter = new PayloadSplitter((part) => payload?.hash.update(part));
  const isWrapped = wrapsPayload(record);
  for await (const part of record.block) {
    block?.hash.update(part);
    if (isWrapped) splitter.push(part);
    else payload?.hash.update(part);
  }
  const url = fieldOf(record.fields, 'WARC-Target-URI');
  const about = { record: record.id, type: record.type, url: url === null ? null : withoutBrackets(url) };
  const mismatches: DigestMismatch[] = [];
  if (block !== null && block.hash.digest('hex') !== block.claim.value) {
    mismatches.push({ ...about, of: 'block', claimed: block.claimed });
  }
  if (payload !== null && !isPayloadRight(payload, splitter)) {
    mismatches.push({ ...about, of: 'payload', claimed: payload.claimed });
  }
  return { digests: [block, payload].filter((one) => one !== null).length, mismatches };
};

const checkVolume = async (volume: Volume): Promise<DigestReport> => {
  const mismatches: DigestMismatch[] = [];
  let records = 0;
  let digests = 0;
  try {
    for await (const record of readRecords(volume.stretch())) {
      const checked = await checkRecord(record);
      records += 1;
      digests += checked.digests;
      mismatches.push(...checked.mismatches);
    }
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return { records, digests, mismatches, unreadable: readUpTo(volume.title, records, error) };
  }
  return { records, digests, mismatches, unreadable: null };
};

/**
 * Compares every digest of an archive (block and payload, of any kind that archivers write) with what the records hold.
 *
 * @throws UserError where the file cannot be opened.
 */
export const verifyDigests = async (path: string): Promise<DigestReport> => {
  const file = await openArchiveFile(path);
  try {
    const reports: DigestReport[] = [];
    for (const volume of file.volumes) reports.push(await checkVolume(volume));
    const sum = (of: (report: DigestReport) => number): number => reports.reduce((all, one) => all + of(one), 0);
    const unreadable = reports.flatMap((report) => report.unreadable ?? []);
    return {
      records: sum((report) => report.records),
      digests: sum((report) => report.digests),
      mismatches: reports.flatMap((report) => report.mismatches),
      unreadable: unreadable.length === 0 ? null : unreadable.join(' '),
    };
  } finally {
    await file.close();
  }
};
