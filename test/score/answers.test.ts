import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Result } from '../../src/model/check.ts';
import { answersOf } from '../../src/score/index.ts';

const edition = openCriteria().edition('godi-2015');
const of = (id: string, version = 1) => ({ id, version });

const yes = (id: string): Result => ({
  check: of(id),
  answer: { outcome: 'yes', reason: 'seen', grounds: [{ evidence: 'ev-1', quote: id }] },
  says: `${id} was seen.`,
  improve: null,
});
const no = (id: string): Result => ({
  check: of(id),
  answer: { outcome: 'no', reason: 'seen-not', grounds: [{ evidence: 'ev-2' }] },
  says: `${id} was not so.`,
  improve: `Do ${id}.`,
});
const unsure = (id: string): Result => ({
  check: of(id),
  answer: { outcome: 'unsure', reason: 'not-reached', missing: [{ evidence: 'ev-3' }] },
  says: `${id} could not be told.`,
  improve: null,
});
const silent = (id: string): Result => ({
  check: of(id),
  answer: { outcome: 'not-applicable', reason: 'does-not-arise' },
  says: `${id} does not arise.`,
  improve: null,
});
const broken = (id: string): Result => ({ check: of(id), broken: 'TypeError' });

const all = edition.questions.map(({ id }) => id);
const results = (...given: readonly Result[]): readonly Result[] =>
  all.map((id) => given.find(({ check }) => check.id === id) ?? yes(id));
const inShort = (given: readonly Result[]): string =>
  Object.values(answersOf(edition, given))
    .map(({ answer }) => answer[0])
    .join('');

describe('the answers of 2015, in the order exists digital public online free mr bulk licence uptodate', () => {
  test.each([
    ['everything seen', results(), 'YYYYYYYYY'],
    ['what does not exist has no other quality', results(no('exists')), 'NNNNNNNNN'],
    ['unsure existence makes all others unsure', results(unsure('exists')), 'UUUUUUUUU'],
    ['unsure existence takes back a No as well', results(unsure('exists'), no('openlicense')), 'UUUUUUUUU'],
    [
      'no settles what paper cannot be',
      results(no('digital'), silent('online'), silent('machinereadable'), silent('bulk')),
      'YNYNYNNYY',
    ],
    ['evidence against the form stays', results(no('digital')), 'YNYYYYYYY'],
    [
      'behind a log-in',
      results(no('public'), unsure('free'), unsure('online'), silent('bulk'), silent('openlicense')),
      'YYNNNYNNY',
    ],
    ['a fee settles the licence', results(no('free'), unsure('openlicense')), 'YYYYNYYNY'],
    ['one rule sees the answers of another', results(no('public'), silent('free'), silent('openlicense')), 'YYNYNYYNY'],
    ['what a program reads is digital', results(unsure('digital')), 'YYYYYYYYY'],
    ['an open licence asks no fee', results(unsure('free')), 'YYYYYYYYY'],
    ['nothing speaks for a question that does not arise', results(silent('uptodate')), 'YYYYYYYYU'],
    ['a broken check is Unsure', results(broken('bulk')), 'YYYYYYUYY'],
    ['a broken check stays Unsure where the form only presumes', results(no('public'), broken('bulk')), 'YYNYYYUYY'],
    ['no results at all', [], 'UUUUUUUUU'],
  ])('%s', (_, given, expected) => {
    expect(inShort(given)).toBe(expected);
  });

  test('a cascaded answer has its own reason, and rests on what its cause rests on', () => {
    expect(answersOf(edition, results(no('exists'))).bulk).toEqual({
      answer: 'No',
      reason: 'does-not-exist',
      says: 'The data does not exist, so none of the other questions can be answered with Yes.',
      grounds: [{ evidence: 'ev-2' }],
      rule: of('bulk'),
      improve: 'Do exists.',
      args: { advice: { reason: 'seen-not', args: { of: 'exists' } } },
    });
  });

  test("a check's own reason for the same answer stays", () => {
    const answers = answersOf(edition, results(unsure('exists'), unsure('online'), silent('bulk')));
    expect([answers.online?.reason, answers.bulk?.reason]).toEqual(['not-reached', 'existence-unsure']);
  });

  test.each([
    ['broken', results(broken('bulk')), 'bulk', 'check-broken'],
    ['missing', results().slice(0, 8), 'uptodate', 'not-checked'],
    ['silent', results(silent('uptodate')), 'uptodate', 'does-not-arise'],
  ])('a %s result says so in its reason', (_, given, question, reason) => {
    expect(answersOf(edition, given)[question]?.reason).toBe(reason);
  });

  test('every Yes and every No rests on evidence, whatever the results are', () => {
    const kinds = [yes, no, unsure, silent, broken];
    for (let code = 0; code < 5 ** 4; code += 1) {
      const given = all.map((id, at) => (kinds[Math.floor(code / 5 ** (at % 4)) % 5] ?? yes)(id));
      for (const { answer, grounds } of Object.values(answersOf(edition, given))) {
        if (answer !== 'Unsure') expect(grounds.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('several checks behind one question', () => {
  const joined = {
    ...edition,
    cascade: [],
    questions: [{ id: 'online_free', title: '', weight: 15, checks: ['online', 'public'] }],
  } as const;

  test.each([
    ['all yes', [yes('online'), yes('public')], 'Yes', 'ev-1'],
    ['one no', [unsure('online'), no('public')], 'No', 'ev-2'],
    ['one doubt', [yes('online'), unsure('public')], 'Unsure', 'ev-3'],
  ])('%s', (_, given, answer, evidence) => {
    const joint = answersOf(joined, given).online_free;
    expect([joint?.answer, joint?.grounds[0]?.evidence]).toEqual([answer, evidence]);
  });

  test('a shared yes shows the grounds and the words of all', () => {
    const shared = answersOf(joined, [yes('online'), yes('public')]).online_free;
    expect(shared?.says).toBe('online was seen. public was seen.');
    expect(shared?.grounds).toEqual([
      { evidence: 'ev-1', quote: 'online' },
      { evidence: 'ev-1', quote: 'public' },
    ]);
  });
});
