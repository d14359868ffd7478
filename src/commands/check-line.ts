import type { CheckLine, CommonFix } from '../model/checks.ts';
import { type Review, type ReviewEvidence, standingAnswer } from '../model/review.ts';
import { addressKey } from '../web/address.ts';
import type { ListedAddress } from './address-list.ts';
import { seenNothing } from './outcome.ts';

const own = ({ evidence }: Review, url: string): ReviewEvidence | undefined =>
  evidence.find((one) => addressKey(one.url) === addressKey(url)) ?? evidence[0];

/** Formats of what arrived as data; where nothing did, of what the address itself gave. */
const formatsOf = (review: Review, url: string): readonly string[] => {
  const data = review.evidence.filter(({ outcome, kind }) => outcome === 'arrived' && kind === 'data');
  const told = data.length > 0 ? data : [own(review, url)];
  return [...new Set(told.flatMap((one) => one?.format ?? []))];
};

/** A check as one line of a table. */
export const checkLineOf = ({ url, title }: ListedAddress, review: Review): CheckLine => {
  const [gain] = review.gains ?? [];
  const answers = Object.entries(review.answers).map(([id, answer]) => [id, standingAnswer(answer)] as const);
  return {
    ...{ url, title },
    answers: Object.fromEntries(answers),
    ...{ score: review.score, isOpen: review.isOpen },
    formats: formatsOf(review, url),
    fix: gain === undefined ? null : { fix: gain.fix, points: gain.points, certain: gain.certain },
    unseen: seenNothing(review) ? (own(review, url)?.because ?? 'nothing was asked for') : null,
  };
};

/** Fixes over all addresses that a table names. */
const mostFixes = 5;

/** What adds most over several checks; what is certain before what may be, of as many points. */
export const fixesOf = (reviews: readonly Review[]): readonly CommonFix[] => {
  const found = new Map<string, CommonFix>();
  for (const { fix, points, certain } of reviews.flatMap(({ gains = [] }) => gains)) {
    const key = JSON.stringify([fix, certain]);
    const before = found.get(key) ?? { fix, addresses: 0, points: 0, certain };
    found.set(key, { ...before, addresses: before.addresses + 1, points: before.points + points });
  }
  return [...found.values()]
    .sort(
      (left, right) =>
        right.points - left.points || Number(right.certain) - Number(left.certain) || (left.fix < right.fix ? -1 : 1),
    )
    .slice(0, mostFixes);
};
