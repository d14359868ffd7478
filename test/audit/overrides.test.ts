import { expect, test } from 'vitest';
import { keepOverrides, withOverrides } from '../../src/audit/overrides.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { type Override, standingAnswer } from '../../src/model/review.ts';
import { review, reviewAnswer } from '../builders.ts';

const edition = openCriteria().edition('godi-2015');

const override: Override = {
  answer: 'Yes',
  because: 'The licence is on the page of terms.',
  reviewer: 'Ada',
  at: '2015-12-01',
  evidence: [],
};

const answersOf = (free: 'Yes' | 'No' | 'Unsure') => ({
  exists: reviewAnswer('Yes'),
  free: reviewAnswer(free, { weight: 15 }),
});

test('a person’s answer counts in place of the program’s, and the score follows', () => {
  const changed = withOverrides(review({ answers: answersOf('Unsure') }), { free: override }, edition);
  expect(standingAnswer(changed.answers['free'] ?? reviewAnswer('No'))).toBe('Yes');
  expect([changed.answers['free']?.answer, changed.answers['free']?.points, changed.score.points]).toEqual([
    'Unsure',
    15,
    20,
  ]);
});

test('an audit that is done again keeps what people put into the review', () => {
  const before = withOverrides(review({ answers: answersOf('Unsure') }), { free: override }, edition);
  const signed = { ...before, people: { ...before.people, reviewers: ['Ada'], comments: 'Seen.' } };
  const kept = keepOverrides(review({ answers: answersOf('No') }), signed, edition);
  expect(kept.answers['free']).toMatchObject({ answer: 'No', override, points: 15 });
  expect(kept.people).toMatchObject({ reviewers: ['Ada'], comments: 'Seen.' });
});

test('where nobody changed anything, the new review stands as it is', () => {
  const fresh = review({ answers: answersOf('No') });
  const untouched = review({ answers: answersOf('Yes'), people: { submitter: 'odi', reviewers: [], comments: '' } });
  expect(keepOverrides(fresh, untouched, edition)).toBe(fresh);
});
