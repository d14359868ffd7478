import { type RulesOf, withOverride } from '../audit/carried.ts';
import { counted, countedAnew, overridesIn } from '../audit/counted.ts';
import { withGains } from '../audit/gains.ts';
import type { Review } from '../model/review.ts';
import { isSamePerson, isThrough, ownWords } from './people.ts';

/** Remarks are kept as `name: text`, a line each. */
const remarksOf = (comments: string, person: string): string =>
  comments
    .split('\n')
    .filter((line) => isSamePerson(line.split(':')[0] ?? '', person))
    .join('\n');

/**
 * The review as a second reviewer may see it: what others decided counts, and stands there, only where that person has answered
 * the same question; what they remarked and signed, only where all that they decided was answered. Decisions that must be made
 * again stay, since they count for nothing: that there is one is no secret, but what it says is left to `othersOn`.
 */
export const asSeenBy = (review: Review, person: string, rulesOf: RulesOf): Review => {
  const whole = counted(review, rulesOf);
  const own = ownWords(whole, person);
  const hidden = Object.keys(overridesIn(whole)).filter((on) => !own.has(on));
  const { people, decisions = [] } = whole;
  const shown = isThrough(whole, person)
    ? people
    : {
        ...people,
        reviewers: people.reviewers.filter((name) => isSamePerson(name, person)),
        comments: remarksOf(people.comments, person),
      };
  if (hidden.length === 0) return { ...whole, people: shown };
  const bare = hidden.reduce((now, on) => withOverride(now, on, null), whole);
  const kept = decisions.filter(({ on, state }) => own.has(on) || state === 'ask-again');
  const now = countedAnew({ ...bare, decisions: kept, people: shown }, rulesOf);
  // What the publisher can gain quotes the reasons of people.
  return withGains(now, rulesOf(now));
};
