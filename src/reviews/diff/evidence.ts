import { isAbsence, isBarrier } from '../../model/reply-kinds.ts';
import type { Review, ReviewAnswer, ReviewEvidence } from '../../model/review.ts';

/** What an answer rests on, as the review lists it. */
export const citedBy = ({ evidence }: Review, answer: ReviewAnswer): readonly ReviewEvidence[] =>
  evidence.filter(({ id }) => answer.evidence.includes(id));

/** The same resource asked for again is one address, whatever case its host is in and whether it is asked for over TLS. */
const address = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}${search}`;
};

const wasReached = ({ outcome, kind, status }: ReviewEvidence): boolean =>
  outcome === 'arrived' && !isBarrier(kind) && !isAbsence(kind) && (status === null || status < 400);

/** How the evidence of one side differs from the other's. */
export type EvidenceChange = 'same' | 'access' | 'url' | 'content' | 'nothing';

/** What was fetched; an address that was merely named tells nothing about what is there. */
const fetched = (list: readonly ReviewEvidence[]): readonly ReviewEvidence[] =>
  list.filter(({ outcome }) => outcome !== 'not-captured');

type Pair = readonly [before: ReviewEvidence, after: ReviewEvidence];

const pairsOf = (before: readonly ReviewEvidence[], after: readonly ReviewEvidence[]): readonly Pair[] => {
  const later = new Map(fetched(after).map((item) => [address(item.url), item]));
  return fetched(before).flatMap((item) => {
    const other = later.get(address(item.url));
    return other === undefined ? [] : [[item, other] as const];
  });
};

/** An answer with the review it stands in. */
export interface AnswerInReview {
  readonly review: Review;
  readonly answer: ReviewAnswer;
}

/** What an answer rests on; where it names nothing (some that are Unsure), all that was looked at. */
const restsOn = ({ review, answer }: AnswerInReview): readonly ReviewEvidence[] => {
  const cited = citedBy(review, answer);
  return cited.length > 0 ? cited : review.evidence;
};

/**
 * What changed between the evidence of two answers. What one of them rests on is compared with whatever the other review
 * fetched from the same address, cited or not: a file that is gone is cited only while it was there.
 */
export const evidenceChange = (before: AnswerInReview, after: AnswerInReview): EvidenceChange => {
  const [old, fresh] = [restsOn(before), restsOn(after)];
  if (fetched(old).length === 0 || fetched(fresh).length === 0) return 'nothing';
  const pairs = [...pairsOf(old, after.review.evidence), ...pairsOf(before.review.evidence, fresh)];
  if (pairs.some(([one, other]) => wasReached(one) !== wasReached(other))) return 'access';
  if (pairs.some(([one, other]) => one.sha256 !== other.sha256)) return 'content';
  const known = new Set(pairs.flat());
  return [...fetched(old), ...fetched(fresh)].every((item) => known.has(item)) ? 'same' : 'url';
};
