import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { judgeWith } from '../../src/checks/judge.ts';
import { type AnswerBy, type Check, defineCheck, type Reasons } from '../../src/model/check.ts';
import { daysBetween, plus } from '../../src/time/duration.ts';
import { dossier } from '../builders.ts';

const reasons = {
  told: {
    says: 'It is {what}.',
    example: 'x',
    changes: 'y',
    confidence: 'high',
    improve: 'Make {what}',
  },
} as const satisfies Reasons;
const given = { id: 'sound', version: 3, question: 'Is it?', rationale: 'A test.', sources: ['test'] } as const;
const sound = defineCheck<AnswerBy<typeof reasons>>({
  ...{ ...given, reasons },
  decide: () => ({ outcome: 'no', reason: 'told', grounds: [{ evidence: 'ev-1' }], detail: { what: 12 } }),
});
const broken: Check = {
  ...sound,
  id: 'broken',
  decide: () => {
    throw new Error('A defect.');
  },
};
const mute: Check = { ...sound, id: 'mute', reasons: {} };

test('an answer without a value that its sentence names does not compile, and is a defect of its check', () => {
  const unfilled = defineCheck<AnswerBy<typeof reasons>>({
    ...{ ...given, reasons },
    // @ts-expect-error: the sentence names a value.
    decide: () => ({ outcome: 'no', reason: 'told', grounds: [{ evidence: 'ev-1' }], detail: {} }),
  });
  expect(judgeWith([unfilled], dossier())[0]).toMatchObject({ broken: expect.stringContaining('{what}') });
});

test('a check that breaks says so, and costs no other its answer', () => {
  expect(judgeWith([broken, sound], dossier())).toEqual([
    { check: { id: 'broken', version: 3 }, broken: 'A defect.' },
    { check: { id: 'sound', version: 3 }, answer: sound.decide(dossier()), says: 'It is 12.', improve: 'Make 12' },
  ]);
});

test('a reason without a sentence is a defect of its check', () => {
  expect(judgeWith([mute], dossier())[0]).toMatchObject({ broken: expect.stringContaining('told') });
});

test('every reason tells a reader what it needs to', () => {
  for (const { id, reasons, rationale, sources } of checks) {
    expect(rationale.length, id).toBeGreaterThan(60);
    expect(sources.length, id).toBeGreaterThan(0);
    for (const [code, { says, example, changes }] of Object.entries(reasons)) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(says.endsWith('.') || says.endsWith('{licence}'), `${id} ${code}`).toBe(true);
      expect(example.length * changes.length, `${id} ${code}`).toBeGreaterThan(0);
    }
  }
});

test('durations keep to the calendar', () => {
  expect(plus('2015-01-31', 'P1M')).toBe('2015-02-28');
  expect(plus('2016-02-29', 'P1Y')).toBe('2017-02-28');
  expect(plus('2015-12-31', 'P1W')).toBe('2016-01-07');
  expect(plus('2015-12-31', 'PT1H')).toBe('2015-12-31');
  expect(() => plus('2015-12-31', 'a year')).toThrow('not an ISO 8601 duration');
});

test('a day and some days is that many days later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (days) => {
      expect(daysBetween('2015-11-12', plus('2015-11-12', `P${days}D`))).toBe(days);
    }),
  );
});
