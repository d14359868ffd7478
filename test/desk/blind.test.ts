import { describe, expect, test } from 'vitest';
import { comment, sign } from '../../src/audit/decisions.ts';
import { asSeenBy } from '../../src/desk/blind.ts';
import { isThrough, othersOn } from '../../src/desk/people.ts';
import type { Review } from '../../src/model/review.ts';
import { captured, decidedBy, rulesOf } from './given.ts';

const given = captured('behind-fee');
const decided = sign(
  comment(comment(decidedBy(given, 'Ada uptodate Yes', 'Ada public No'), 'Ada: It is a shop.'), 'Bo: Is it?'),
  'Ada',
);
const seen = (review: Review, person: string): Review => asSeenBy(review, person, rulesOf);

describe('a second reviewer', () => {
  test('sees nothing of the first before deciding: the same answers, score and people as if there were none', () => {
    const { answers, score, isOpen, contradictions, decisions } = seen(decidedBy(given, 'Ada uptodate Yes'), 'Bo');
    expect({ answers, score, isOpen, contradictions, decisions }).toEqual({
      answers: given.answers,
      score: given.score,
      isOpen: given.isOpen,
      contradictions: given.contradictions,
      decisions: [],
    });
  });

  test('finds no word of the first in all that is handed on', () => {
    expect(JSON.stringify(seen(decided, 'Bo'))).not.toContain('Ada');
    expect(seen(decided, 'Bo').people.comments).toBe('Bo: Is it?');
  });

  test('sees what the first said of what both answered, and of nothing else', () => {
    const both = decidedBy(decided, 'Bo uptodate No');
    const now = seen(both, 'Bo');
    expect(now.decisions?.map(({ on, reviewer, state }) => `${on} ${reviewer} ${state}`)).toEqual([
      'uptodate Ada replaced',
      'uptodate Bo counts',
    ]);
    expect(now.answers['public']?.override ?? null).toBeNull();
    expect(othersOn(both, 'uptodate', 'Bo').map(({ reviewer, answer }) => `${reviewer} ${answer}`)).toEqual([
      'Ada Yes',
    ]);
    expect(othersOn(both, 'public', 'Bo')).toEqual([]);
  });

  test('sees remarks and signatures once all that the first decided is answered', () => {
    const all = decidedBy(decided, 'Bo uptodate No', 'Bo public No');
    expect(isThrough(decided, 'Bo')).toBe(false);
    expect(isThrough(all, 'Bo')).toBe(true);
    expect(seen(all, 'Bo').people).toMatchObject({
      reviewers: ['Ada', 'Bo'],
      comments: 'Ada: It is a shop.\nBo: Is it?',
    });
  });

  test('does not change what the first one sees', () => {
    const both = decidedBy(decided, 'Bo uptodate No');
    expect(seen(both, 'Ada').answers['uptodate']?.override).toMatchObject({ reviewer: 'Bo', answer: 'No' });
    expect(seen(decided, 'Ada')).toEqual(decided);
  });
});
