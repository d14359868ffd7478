import { describe, expect, test } from 'vitest';
import { agreementsOf } from '../../src/desk/agreement.ts';
import { answered, DeskRefusal, nameOf, remarked, signed, standOf } from '../../src/desk/decision.ts';
import type { Review, Verdict } from '../../src/model/review.ts';
import { captured, decidedBy, rulesOf } from './given.ts';

const given = captured('behind-fee');
const ada = { name: 'Ada', as: 'reviewer' } as const;
const at = '2026-11-30T10:00:00Z';
const stand = (review: Review, on: string, person = 'Ada'): string => standOf(on, review, person, rulesOf);

interface Said {
  readonly on?: string;
  readonly answer?: Verdict;
  readonly because?: string;
  readonly evidence?: readonly string[];
  readonly stand?: string;
}

const answer = (
  review: Review,
  said: Said = {},
  person: { name: string; as: 'reviewer' | 'submitter' } = ada,
): Review =>
  answered(
    review,
    {
      on: 'uptodate',
      answer: 'Yes',
      because: 'Seen.',
      evidence: [],
      stand: stand(review, said.on ?? 'uptodate'),
      ...said,
    },
    person,
    at,
    rulesOf,
  );

const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskRefusal) return error.fault;
    throw error;
  }
  return 'nothing';
};

describe('an answer', () => {
  test('counts at once, with its reason, its name and what it rests on', () => {
    const now = answer(given, {
      because: '  It says so, see https://a.example/b. ',
      evidence: ['ev-1', 'ev-999'],
    });
    expect(now.decisions).toMatchObject([
      {
        ...{ on: 'uptodate', answer: 'Yes', reviewer: 'Ada', at, state: 'counts' },
        because: 'It says so, see https://a.example/b.',
        evidence: ['ev-1', 'https://a.example/b'],
      },
    ]);
    expect([given.score.points, now.score.points, now.people.reviewers]).toEqual([15, 25, ['Ada']]);
  });

  test('of a submitter is signed as one', () => {
    expect(answer(given, {}, { name: 'Di', as: 'submitter' }).people).toMatchObject({ submitter: 'Di', reviewers: [] });
  });

  test.each<readonly [string, string, Said]>([
    ['without a reason', 'no-reason', { because: ' \n' }],
    ['with more than anybody reads', 'too-long', { because: 'a'.repeat(4001) }],
    ['to what is not asked', 'no-question', { on: 'nosuch' }],
    ['to the choice of the dataset', 'no-question', { on: 'dataset' }],
    ['on what was another when it was shown', 'changed', { stand: 'f'.repeat(32) }],
  ])('%s decides nothing', (_, fault, said) => {
    expect(faultOf(() => answer(given, said))).toBe(fault);
  });

  test('of nobody decides nothing', () => {
    expect(faultOf(() => answer(given, {}, { name: ' ', as: 'reviewer' }))).toBe('no-name');
  });

  test('from a second window, that does not know of the first, decides nothing', () => {
    const shown = stand(given, 'uptodate');
    const first = answer(given, { stand: shown });
    expect(faultOf(() => answer(first, { answer: 'No', stand: shown }))).toBe('changed');
    expect(answer(first, { answer: 'No' }).answers['uptodate']?.override?.answer).toBe('No');
  });

  test('of another person in the meantime is no matter, for that one is not to be known', () => {
    const shown = stand(given, 'uptodate', 'Bo');
    const first = answer(given);
    expect(answer(first, { answer: 'No', stand: shown }, { name: 'Bo', as: 'reviewer' }).decisions).toHaveLength(2);
  });

  test('on other evidence than was shown decides nothing', () => {
    const shown = stand(given, 'uptodate');
    const moved = { ...given, evidence: given.evidence.map((one) => ({ ...one, sha256: 'f'.repeat(64) })) };
    expect(faultOf(() => answer(moved, { stand: shown }))).toBe('changed');
  });
});

describe('remarks, signatures and names', () => {
  test('a remark is one line with its name', () => {
    expect(remarked(given, ' One\n\nBo: two ', ada).people.comments).toBe('Ada: One Bo: two');
    expect(faultOf(() => remarked(given, ' ', ada))).toBe('no-words');
  });

  test('who signs twice is named once', () => {
    expect(signed(signed(given, ada), ada).people.reviewers).toEqual(['Ada']);
  });

  test.each([
    ['', 'no-name'],
    ['\u200b', 'no-name'],
    ['x'.repeat(201), 'too-long'],
  ])('%j is no name', (name, fault) => {
    expect(faultOf(() => nameOf(name))).toBe(fault);
  });

  test('a name is one line', () => {
    expect(nameOf(' Ada\n\u202e Lovelace\u200b ')).toBe('Ada Lovelace');
  });
});

describe('how far two people agree', () => {
  const [one, other] = [
    decidedBy(given, 'Ada uptodate Yes', 'Bo uptodate No', 'Ada public No', 'Bo public No', 'Cy free No'),
    decidedBy(captured('dead-link'), 'Ada exists Yes', 'bo exists Yes', 'Bo public No'),
  ];

  test('counts what both answered, over all reviews, and the last word of each', () => {
    expect(agreementsOf([one, other], 'ada')).toEqual([{ with: 'Bo', n: 3, same: 2, kappa: expect.closeTo(0.4, 5) }]);
    expect(agreementsOf([decidedBy(one, 'Bo uptodate Yes')], 'Ada')).toMatchObject([{ n: 2, same: 2 }]);
  });

  test('is nothing where nobody else answered the same', () => {
    expect(agreementsOf([one, other], 'Cy')).toEqual([]);
  });
});
