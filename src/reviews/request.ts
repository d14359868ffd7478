import type { Review, ReviewRequest } from '../model/review.ts';

/** What older programs wrote of the one address of a check, and of addresses that a reviewer named in an audit. */
const older = { check: 'Named by the reviewer.', named: 'The reviewer named it.' };

/**
 * What was asked for when a review was made. Reviews of programs before `request` was kept are known by the sentences
 * that those wrote, which are fixed here and follow no later wording.
 */
export const requestOf = ({ request, candidates }: Review): ReviewRequest => {
  if (request !== undefined) return request;
  const [first, ...others] = candidates;
  if (first !== undefined && others.length === 0 && first.why === older.check) {
    return { kind: 'check', urls: [first.url] };
  }
  return { kind: 'audit', urls: candidates.filter(({ why }) => why.startsWith(older.named)).map(({ url }) => url) };
};
