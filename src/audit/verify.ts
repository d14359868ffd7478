import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openArchive } from '../archive/archive.ts';
import { type DigestReport, verifyDigests } from '../archive/verify.ts';
import { replyOf } from '../collect/reply.ts';
import type { Archive } from '../model/archive.ts';
import type { Reply } from '../model/exchange.ts';
import { archiveLimits } from '../model/limits.ts';
import type { Review, ReviewEvidence } from '../model/review.ts';

/** A review with the name a person knows it by: its file. */
export interface NamedReview {
  readonly name: string;
  readonly review: Review;
}

/** A piece of evidence that the archive does not bear out. */
export interface EvidenceMismatch {
  readonly review: string;
  readonly evidence: string;
  readonly url: string;
  readonly record: string;
  readonly why: 'missing' | 'different';
}

/** Everything that `odi verify` found out about one archive. */
export interface Verification extends DigestReport {
  /** Base name of the archive, which is what reviews cite. */
  readonly capture: string;
  /** Reviews that cite the archive, and pieces of evidence in it that they cite. */
  readonly reviews: number;
  readonly cited: number;
  readonly evidenceMismatches: readonly EvidenceMismatch[];
}

/** Bounds on what is read are multiples of this; a review may have been made from the beginning of a record. */
const step = 64 * 1024;

/** Is a digest that of a body, or of its beginning up to some bound? */
const isDigestOf = (body: Uint8Array, sha256: string): boolean => {
  const hash = createHash('sha256');
  for (let at = 0; at < body.length; at += step) {
    if (at > 0 && hash.copy().digest('hex') === sha256) return true;
    hash.update(body.subarray(at, at + step));
  }
  return hash.digest('hex') === sha256;
};

const isBorneOut = (reply: Reply, { sha256 }: ReviewEvidence): boolean => {
  if (sha256 === null) return true;
  return reply.kind === 'arrived' && (reply.sha256 === sha256 || isDigestOf(reply.body, sha256));
};

/** What is wrong with a piece of evidence, null where nothing is; `unread` where the payload is too large to be compared. */
const checkEvidence = async (
  archive: Archive,
  evidence: ReviewEvidence,
): Promise<EvidenceMismatch['why'] | 'unread' | null> => {
  const most = archiveLimits.cited;
  const came = evidence.record === null ? null : await archive.read(evidence.record.id, most);
  if (came === null) return 'missing';
  const reply = await replyOf(came, evidence.finalUrl, most);
  if (isBorneOut(reply, evidence)) return null;
  return reply.kind === 'arrived' && reply.body.byteLength >= most ? 'unread' : 'different';
};

/** What came of the evidence that reviews cite. */
interface Cited extends Pick<Verification, 'reviews' | 'cited' | 'evidenceMismatches'> {
  /** How far the index of the archive reaches, null where that is to its end. */
  readonly indexedTo: string | null;
  /** What was not compared, and why. */
  readonly unread: readonly string[];
}

/** The evidence of reviews against an archive that can be opened. */
const checkReviews = async (path: string, reviews: readonly NamedReview[]): Promise<Cited> => {
  const capture = basename(path);
  const evidenceMismatches: EvidenceMismatch[] = [];
  const most = archiveLimits.cited;
  const unread: string[] = [];
  let cited = 0;
  const citing = reviews
    .map(({ name, review }) => ({ name, own: review.evidence.filter(({ record }) => record?.file === capture) }))
    .filter(({ own }) => own.length > 0);
  if (citing.length === 0) return { reviews: 0, cited, evidenceMismatches, indexedTo: null, unread };
  const archive = await openArchive([path]);
  // What the archive tells later is of single records; these are of how far it was read.
  const indexedTo = archive.warnings.length === 0 ? null : archive.warnings.join(' ');
  try {
    for (const { name, own } of citing) {
      for (const evidence of own) {
        cited += 1;
        const why = await checkEvidence(archive, evidence);
        const { id, url, record } = evidence;
        if (why === 'unread') unread.push(`${id} of ${name} (${url}) is over ${most} bytes, and was not compared.`);
        else if (why !== null)
          evidenceMismatches.push({ review: name, evidence: id, url, record: record?.id ?? '', why });
      }
    }
  } finally {
    await archive.close();
  }
  return { reviews: citing.length, cited, evidenceMismatches, indexedTo, unread };
};

/**
 * Holds an archive against its own digests, and the reviews that cite it against the archive.
 *
 * @throws UserError where the archive cannot be opened.
 */
export const verify = async (path: string, reviews: readonly NamedReview[]): Promise<Verification> => {
  const report = await verifyDigests(path);
  const none: Cited = { reviews: 0, cited: 0, evidenceMismatches: [], indexedTo: null, unread: [] };
  const { indexedTo, unread, ...found } = report.records === 0 ? none : await checkReviews(path, reviews);
  // What lies behind our own bound was not looked for.
  const isUnsought = report.unreadable === null && indexedTo !== null;
  const evidenceMismatches = found.evidenceMismatches.filter(({ why }) => why !== 'missing' || !isUnsought);
  const unreadable = [report.unreadable ?? indexedTo, ...unread].filter((one) => one !== null).join(' ');
  return { capture: basename(path), ...report, ...found, evidenceMismatches, unreadable: unreadable || null };
};
