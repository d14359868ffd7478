import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { counted } from '../../src/audit/counted.ts';
import { decide, type NewDecision, withdraw } from '../../src/audit/decisions.ts';
import { categoryEdition, requirementOf } from '../../src/content/requirement.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { type Override, programAnswer, type Review, standingAnswer, type Verdict } from '../../src/model/review.ts';
import { review } from '../reviews/builders.ts';

const criteria = openCriteria();
const rulesOf = ({ edition, category }: Review) => {
  const asked = category === null ? undefined : categoryEdition(criteria.category(category.id), edition);
  return {
    edition: criteria.edition(edition),
    requirement: asked === undefined ? null : requirementOf(asked, {}),
  };
};
const captures = join(import.meta.dirname, '../../fixtures/captures');
const captured = (name: string): Review => JSON.parse(readFileSync(join(captures, `${name}.json`), 'utf8')) as Review;
const names = readdirSync(captures)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

const override = (answer: Verdict): Override => ({
  ...{ answer, because: 'It is on the page of terms.', reviewer: 'Ada', at: '2026-11-30T10:00:00.000Z' },
  evidence: [],
});
const decided = (on: string, answer: Verdict, given: Partial<NewDecision> = {}): NewDecision => ({
  on,
  ...override(answer),
  ...given,
});
const inShort = ({ answers }: Review): string =>
  Object.values(answers)
    .map((answer) => standingAnswer(answer)[0])
    .join('');
const all = (given: Review, ...decisions: readonly (readonly [string, Verdict])[]): Review =>
  decisions.reduce((sofar, [on, answer]) => decide(sofar, decided(on, answer), rulesOf), given);

describe('where nobody decided anything', () => {
  test.each(names)('%s is counted as it is', (name) => {
    const given = captured(name);
    expect(counted(given, rulesOf)).toBe(given);
  });

  test.each(names)('what %s keeps of its checks gives its answers', (name) => {
    const given = captured(name);
    const [first = ''] = Object.keys(given.answers);
    const touched = withdraw(decide(given, decided(first, 'Yes'), rulesOf), first, rulesOf);
    expect({ ...touched, decisions: undefined, people: given.people }).toEqual({ ...given, decisions: undefined });
  });
});

describe('what followed from the replaced answer follows from the new one', () => {
  const unsure = captured('constituency-only');

  test('that the data exists gives every other question its own answer back', () => {
    const open = all(unsure, ['exists', 'Yes']);
    expect([inShort(unsure), inShort(open)]).toEqual(['UUUUUUUUU', 'YYYYYYYYY']);
    expect([open.score, open.isOpen]).toEqual([{ points: 100, ceiling: 100, outOf: 100 }, true]);
    expect(open.answers['bulk']?.points).toBe(10);
  });

  test('so does the criterion that was missing', () => {
    const open = all(unsure, ['criteria.polling_station', 'Yes']);
    expect(inShort(open)).toBe('YYYYYYYYY');
    expect(open.answers['exists']).toMatchObject({
      answer: 'Yes',
      reason: 'criteria-met-decided',
      follows: { from: ['criteria.polling_station'], instead: 'Unsure' },
      own: { answer: 'Unsure', reason: 'criteria-not-here' },
    });
    expect(open.criteria.find(({ id }) => id === 'polling_station')).toMatchObject({ answer: 'No' });
  });

  test('a criterion that others are missing beside changes no answer', () => {
    const half = all(captured('morocco-2015'), ['criteria.registered', 'Yes']);
    expect([inShort(half), half.score.points]).toEqual(['UUUUUUUUU', 0]);
  });

  test('a required criterion that a person denies denies the data, and with it everything', () => {
    const gone = all(captured('morocco-2015'), ['criteria.registered', 'No']);
    expect([inShort(gone), gone.score.ceiling]).toEqual(['NNNNNNNNN', 0]);
    expect(gone.answers['free']).toMatchObject({ reason: 'does-not-exist', follows: { instead: 'Unsure' } });
  });

  test('so does one who confirms a No that the program did not see enough for', () => {
    const given = captured('morocco-2015');
    const criteriaSeen = given.criteria.map((one) =>
      one.id === 'registered' ? { ...one, answer: 'No' as const } : one,
    );
    const confirmed = all({ ...given, criteria: criteriaSeen }, ['criteria.registered', 'No']);
    expect(inShort(confirmed)).toBe('NNNNNNNNN');
  });

  test('one address that lacks a criterion does not show that no other has it', () => {
    expect(inShort(all(captured('open-100'), ['criteria.registered', 'No']))).toBe('UUUUUUUUU');
  });

  test('a person has the last word on each question: the rules of the edition change none that was decided', () => {
    const given = all(unsure, ['openlicense', 'Yes']);
    expect([inShort(given), given.score.points]).toEqual(['UUUUUUUYU', 30]);
    const against = all(captured('open-100'), ['exists', 'No'], ['digital', 'Yes']);
    expect(inShort(against)).toBe('NYNNNNNNN');
    expect(against.contradictions).toHaveLength(1);
  });

  test('the answer beside an override is what would count without it', () => {
    const both = all(unsure, ['exists', 'Yes'], ['digital', 'No']);
    expect(both.answers['digital']).toMatchObject({ answer: 'Yes', override: { answer: 'No' }, points: 0 });
    expect(programAnswer(both.answers['digital'] as Review['answers'][string])).toBe('Unsure');
  });
});

describe('an override that a person wrote into the file', () => {
  const written = (given: Review, on: string, answer: Verdict): Review => ({
    ...given,
    answers: {
      ...given.answers,
      [on]: { ...(given.answers[on] as Review['answers'][string]), override: override(answer) },
    },
  });

  test('counts though nothing else in it was changed, and is listed with the decisions', () => {
    const seen = counted(written(captured('open-100'), 'openlicense', 'No'), rulesOf);
    expect([seen.score.points, seen.isOpen]).toEqual([70, false]);
    expect(seen.decisions).toEqual([{ on: 'openlicense', ...override('No'), state: 'counts' }]);
  });

  test('counting twice changes nothing', () => {
    for (const name of names) {
      for (const on of Object.keys(captured(name).answers)) {
        for (const answer of ['Yes', 'No', 'Unsure'] as const) {
          const once = counted(written(captured(name), on, answer), rulesOf);
          expect(counted(once, rulesOf)).toEqual(once);
          const sum = Object.values(once.answers).reduce((total, { points }) => total + points, 0);
          expect(once.score.points).toBe(sum);
        }
      }
    }
  });

  test('one that was taken out again counts no more, and is not forgotten', () => {
    const before = all(captured('open-100'), ['openlicense', 'No']);
    const { openlicense } = before.answers;
    const after = counted(
      { ...before, answers: { ...before.answers, openlicense: { ...openlicense, override: null } as never } },
      rulesOf,
    );
    expect([after.score.points, after.decisions?.[0]?.state]).toEqual([100, 'withdrawn']);
  });
});

describe('reviews that kept nothing of what their checks said', () => {
  const older = review({ word: 'NNNNNNNNN', published: { year: '2015' } });

  test('a published entry whose data exists after all is open to be answered', () => {
    const open = all(older, ['exists', 'Yes']);
    expect([inShort(open), open.score]).toEqual(['YUUUUUUUU', { points: 5, ceiling: 100, outOf: 100 }]);
    expect(open.answers['digital']).toMatchObject({ reason: 'own-not-kept', follows: { from: ['exists'] } });
  });

  test('what did not follow stays', () => {
    expect(inShort(all(review({ word: 'YYNNNYNNY' }), ['exists', 'Unsure'], ['exists', 'Yes']))).toBe('YYNNNYNNY');
  });
});
