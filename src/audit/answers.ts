import type { Result } from '../model/check.ts';
import type { Edition } from '../model/data.ts';
import { answersOf } from '../score/index.ts';
import type { AuditContext } from './context.ts';

/**
 * The edition as it asks about one address. Without a category, whether some expected data exists is not the question: a
 * doubt about it does not silence what the address itself shows (its licence, a log-in, that it is gone), and one answer
 * does not make another. Only what always follows from a No still does.
 */
const ofOneAddress = (edition: Edition): Edition => ({
  ...edition,
  cascade: edition.cascade.filter(({ when, force }) => force === 'always' && when.answer === 'No'),
});

type Answers = ReturnType<typeof answersOf>;

/**
 * The answers about one address that was held against a category. A doubt whether it is the data makes a Yes doubtful,
 * and leaves a No that the address gave of itself: it is gone, it asks for an account, it gives out a sample.
 */
const ofOneCandidate = (edition: Edition, results: readonly Result[]): Answers => {
  const denied = results.flatMap((one) => ('answer' in one && one.answer.outcome === 'no' ? [one.check.id] : []));
  const own = answersOf(ofOneAddress(edition), results);
  return Object.fromEntries(
    Object.entries(answersOf(edition, results)).map(([id, answer]) => {
      const alone = own[id];
      return [id, alone !== undefined && alone.answer === 'No' && denied.includes(alone.rule.id) ? alone : answer];
    }),
  );
};

/** The published answers, by what was asked: a place for its data, or one address. */
export const answersFor = (results: readonly Result[], { category, edition, scope }: AuditContext): Answers => {
  if (category === null) return answersOf(ofOneAddress(edition), results);
  return scope === 'address' ? ofOneCandidate(edition, results) : answersOf(edition, results);
};
