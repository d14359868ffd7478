import { createHash } from 'node:crypto';
import type { OwnAnswer, Review, ReviewCriterion } from '../model/review.ts';

/** What a decision was made on: an answer of the program with the evidence it rests on. */
export type DecidedOn = Pick<OwnAnswer, 'answer' | 'reason' | 'evidence'> | ReviewCriterion;

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Digest of what a person saw who decides on an answer: the bytes behind every address it rests on, how asking for them
 * ended, and what the program made of them. Numbers of evidence, days and archives do not go into it, so that the same look
 * on another day gives the same digest. SHA-256, in hexadecimal.
 */
export const seenDigest = (
  { evidence }: Pick<Review, 'evidence'>,
  { answer, reason, evidence: cited }: DecidedOn,
): string => {
  const seen = evidence
    .filter(({ id }) => cited.includes(id))
    .map(({ url, outcome, status, sha256 }) => JSON.stringify([url, outcome, status, sha256]));
  const whole = JSON.stringify([answer, reason, ...[...new Set(seen)].sort(byText)]);
  return createHash('sha256').update(whole).digest('hex');
};
