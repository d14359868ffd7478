import { isAbsence, isBarrier } from '../../model/reply-kinds.ts';
import { type Review, type ReviewAnswer, type ReviewEvidence, standingAnswer } from '../../model/review.ts';
import type { AnswerInReview } from './case.ts';
import { pageKey } from './page-key.ts';

/** What an answer rests on, as the review lists it. */
export const citedBy = ({ evidence }: Review, answer: ReviewAnswer): readonly ReviewEvidence[] =>
  evidence.filter(({ id }) => answer.evidence.includes(id));

/**
 * What one look at an address came to: it shows what is there, its publisher has put something before it, it says that
 * nothing is there, or only we did not see it (no reply, a server that failed, our robots, a wall against programs).
 */
type Sight = 'shown' | 'barred' | 'gone' | 'unseen';

/** Answers of a server that speak of what is asked for; any other of 400 and above speaks of the asking. */
const isGone = (status: number | null): boolean => status === 404 || status === 410;
const isBarred = (status: number | null): boolean => status === 401 || status === 402 || status === 451;

const sightOf = ({ outcome, kind, status }: ReviewEvidence): Sight => {
  if (outcome !== 'arrived' || kind === 'captcha') return 'unseen';
  if (isBarrier(kind) || isBarred(status)) return 'barred';
  if (isGone(status)) return 'gone';
  if (kind === 'error' || (status ?? 0) >= 400) return 'unseen';
  return isAbsence(kind) ? 'gone' : 'shown';
};

/** What was asked for; an address that was merely named tells nothing about what is there. */
const fetched = (list: readonly ReviewEvidence[]): readonly ReviewEvidence[] =>
  list.filter(({ outcome }) => outcome !== 'not-captured');

const keyOf = ({ url }: ReviewEvidence): string => pageKey(url) ?? url;

type Pair = readonly [before: ReviewEvidence, after: ReviewEvidence];

/** Looks at the same address; of several at one, the last. */
const pairsOf = (before: readonly ReviewEvidence[], after: readonly ReviewEvidence[]): readonly Pair[] => {
  const later = new Map(fetched(after).map((item) => [keyOf(item), item]));
  return fetched(before).flatMap((item) => {
    const other = later.get(keyOf(item));
    return other === undefined ? [] : [[item, other] as const];
  });
};

/** What an answer rests on; where it names nothing (some that are Unsure), all that was looked at. */
const restsOn = ({ review, answer }: AnswerInReview): readonly ReviewEvidence[] => {
  const cited = citedBy(review, answer);
  return cited.length > 0 ? cited : review.evidence;
};

/** What a No would have had to see and did not. */
const uncovered = ({ coverage = [], evidence }: Review): readonly ReviewEvidence[] => {
  const wanted = new Set(coverage.flatMap((item) => (item.seen ? [] : item.evidence)));
  return evidence.filter(({ id }) => wanted.has(id));
};

/**
 * What an Unsure of one side could not see, though the other side saw the same address; or did not ask for it, where the
 * Unsure itself names it.
 */
export const unseenBy = (side: AnswerInReview, other: AnswerInReview): readonly ReviewEvidence[] => {
  if (standingAnswer(side.answer) !== 'Unsure') return [];
  const cited = citedBy(side.review, side.answer);
  const elsewhere = new Map(fetched(other.review.evidence).map((item) => [keyOf(item), sightOf(item)]));
  return fetched([...cited, ...uncovered(side.review)]).filter((item) => {
    const sight = elsewhere.get(keyOf(item));
    return sightOf(item) === 'unseen' && (sight === undefined ? cited.includes(item) : sight !== 'unseen');
  });
};

/** How the evidence of one side differs from the other's. */
export type EvidenceChange =
  | { readonly kind: 'same' | 'nothing' }
  /** Looks of one side that came to nothing by our doing. */
  | { readonly kind: 'unseen'; readonly at: readonly ReviewEvidence[]; readonly isNow: boolean }
  /** The same address, then and now. */
  | { readonly kind: 'access' | 'content' | 'redirect'; readonly pair: Pair }
  /** Both sides chose data, at other addresses; or the answers rest on what only one side looked at. */
  | { readonly kind: 'elsewhere' | 'other' };

const addressesOf = ({ candidates }: Review): readonly string[] =>
  candidates.flatMap(({ url, chosen }) => (chosen ? [pageKey(url) ?? url] : []));

/** Both sides chose data, and at other addresses. */
const isElsewhere = (before: Review, after: Review): boolean => {
  const [old, fresh] = [addressesOf(before), addressesOf(after)];
  return old.length > 0 && fresh.length > 0 && !old.some((page) => fresh.includes(page));
};

const isShown = (pair: Pair): boolean => pair.every((item) => sightOf(item) === 'shown');

const isRedirected = (pair: Pair): boolean => {
  const [old, fresh] = pair.map(({ finalUrl }) => pageKey(finalUrl) ?? finalUrl);
  return isShown(pair) && old !== fresh;
};

const isRegated = (pair: Pair): boolean => {
  const [old, fresh] = pair.map(sightOf);
  return old !== fresh && old !== 'unseen' && fresh !== 'unseen';
};

/** Seen on one side only, by our doing. */
const isBlind = (pair: Pair): boolean => pair.filter((item) => sightOf(item) === 'unseen').length === 1;

/**
 * What changed between the evidence of two answers. What one of them rests on is compared with whatever the other review
 * fetched from the same address, cited or not: a file that is gone is cited only while it was there.
 */
export const evidenceChange = (before: AnswerInReview, after: AnswerInReview): EvidenceChange => {
  const [old, fresh] = [restsOn(before), restsOn(after)];
  if (fetched(old).length === 0 || fetched(fresh).length === 0) return { kind: 'nothing' };
  const pairs = [...pairsOf(old, after.review.evidence), ...pairsOf(before.review.evidence, fresh)];
  const gated = pairs.find(isRegated);
  if (isElsewhere(before.review, after.review)) return { kind: 'elsewhere' };
  if (gated !== undefined) return { kind: 'access', pair: gated };
  const [lost, missed] = [unseenBy(after, before), unseenBy(before, after)];
  if (lost.length > 0) return { kind: 'unseen', at: lost, isNow: true };
  if (missed.length > 0) return { kind: 'unseen', at: missed, isNow: false };
  const redirected = pairs.find(isRedirected);
  if (redirected !== undefined) return { kind: 'redirect', pair: redirected };
  const rewritten = pairs.find(([one, other]) => isShown([one, other]) && one.sha256 !== other.sha256);
  if (rewritten !== undefined) return { kind: 'content', pair: rewritten };
  const blind = pairs.find((pair) => isBlind(pair));
  if (blind !== undefined)
    return {
      kind: 'unseen',
      at: blind.filter((item) => sightOf(item) === 'unseen'),
      isNow: sightOf(blind[1]) === 'unseen',
    };
  const known = new Set(pairs.flat());
  return { kind: [...fetched(old), ...fetched(fresh)].every((item) => known.has(item)) ? 'same' : 'other' };
};
