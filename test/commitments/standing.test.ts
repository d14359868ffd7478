import { describe, expect, test } from 'vitest';
import { type Aim, elapsedOn, progressOf } from '../../src/commitments/progress.ts';
import { standingOf } from '../../src/commitments/standing.ts';
import type { MeasuredValue, Strength } from '../../src/model/commitments-report.ts';

const aim: Aim = { baseline: 136, target: 300, at: 'least', from: '2018-08-30', by: '2020-08-31' };

const whole = (on: string, value: number): MeasuredValue => ({
  ...{ on, seenOn: on, value, low: value, high: value, strength: 'whole', from: 'a list', evidence: ['ev-1'] },
});

const bounded = (on: string, low: number | null, high: number | null, strength: Strength): MeasuredValue => ({
  ...whole(on, low ?? 0),
  ...{ value: low, low, high, strength },
});

const stands = (values: readonly MeasuredValue[], asOf: string, given: Aim = aim): readonly string[] => {
  const { status, reason } = standingOf(given, values, asOf, 'nothing');
  return [status, reason];
};

describe('progress', () => {
  test.each([
    [136, 0],
    [230, 0.573],
    [301, 1.006],
    [100, -0.22],
  ])('%i of 136 to 300 is %f', (value, share) => {
    expect(progressOf(aim, value)).toBe(share);
  });

  test('without a baseline is the share of the target', () => {
    expect(progressOf({ ...aim, baseline: null, target: 20 }, 5)).toBe(0.25);
  });

  test.each([
    ['the baseline is the target', { ...aim, target: 136 }],
    ['the target is zero', { ...aim, baseline: null, target: 0 }],
    ['the target lies below what there is', { ...aim, target: 100 }],
    ['what should fall would grow', { ...aim, baseline: 0.05, target: 0.1, at: 'most' as const }],
    ['what should fall begins nowhere', { ...aim, baseline: null, at: 'most' as const }],
  ])('is not told where %s', (_, given) => {
    expect(progressOf(given, 5)).toBeNull();
  });

  test.each([
    ['2018-08-01', 0],
    ['2018-09-30', 0.042],
    ['2019-10-31', 0.583],
    ['2020-08-31', 1],
    ['2024-01-01', 1],
  ])('of the time on %s is %f', (day, share) => {
    expect(elapsedOn(aim, day)).toBe(share);
  });
});

test('progress of what should fall is the share that has fallen', () => {
  expect(progressOf({ ...aim, baseline: 0.5, target: 0.1, at: 'most' }, 0.4)).toBe(0.25);
});

describe('a target on the wrong side of its baseline', () => {
  test.each<readonly [string, Partial<Aim>, string]>([
    ['before it is due', { target: 100 }, '2019-10-31'],
    ['after it was due', { target: 100 }, '2020-08-31'],
    ['that allows more than there was', { baseline: 1, target: 2, at: 'most' }, '2019-10-31'],
  ])('%s', (_, given, day) => {
    expect(stands([whole(day, 29)], day, { ...aim, ...given })).toEqual(['not-verifiable', 'target-against']);
  });
});

describe('a target that is the baseline', () => {
  const same: Aim = { ...aim, target: 136 };
  test.each([
    [136, 'met', 'reached'],
    [130, 'unsure', 'no-change'],
  ])('with %i', (value, status, reason) => {
    expect(stands([whole('2019-10-31', value)], '2019-10-31', same)).toEqual([status, reason]);
  });
});

test('what is told of the way is the progress of the value', () => {
  const value = { ...bounded('2019-10-31', 240, 280, 'interval'), value: 260 };
  expect(standingOf(aim, [value], '2019-10-31', '').args).toMatchObject({ value: 260, progress: progressOf(aim, 260) });
});

describe('before the due day', () => {
  test.each([
    ['nothing gained', 136, '2018-09-30', 'behind', 'lagging'],
    ['less than the time', 230, '2019-10-31', 'behind', 'lagging'],
    ['more than the time', 232, '2019-10-31', 'on-course', 'ahead'],
    ['as much as is promised', 300, '2019-10-31', 'met', 'reached'],
  ])('%s', (_, value, day, status, reason) => {
    expect(stands([whole(day, value)], day)).toEqual([status, reason]);
  });

  test('exactly as much as the time is on course', () => {
    const even: Aim = { baseline: 0, target: 100, at: 'least', from: '2020-01-01', by: '2020-01-11' };
    expect(stands([whole('2020-01-06', 50)], '2020-01-06', even)[0]).toBe('on-course');
    expect(stands([whole('2020-01-06', 49)], '2020-01-06', even)[0]).toBe('behind');
  });

  test.each([
    ['all of it ahead', 240, 280, 'on-course'],
    ['all of it behind', 140, 150, 'behind'],
    ['on both sides', 200, 260, 'unsure'],
  ])('an interval, %s', (_, low, high, status) => {
    expect(stands([bounded('2019-10-31', low, high, 'interval')], '2019-10-31')[0]).toBe(status);
  });

  test.each(['lower-bound', 'declared'] as const)('a %s shows what is reached, never what is behind', (strength) => {
    const at = (low: number) =>
      stands([bounded('2019-10-31', low, strength === 'declared' ? low : null, strength)], '2019-10-31');
    expect(at(140)).toEqual(['unsure', strength === 'declared' ? 'declared-only' : 'lower-bound']);
    expect(at(240)[0]).toBe('on-course');
    expect(at(305)[0]).toBe('met');
  });

  test('what has no upper bound is not behind', () => {
    expect(stands([bounded('2019-10-31', 140, null, 'interval')], '2019-10-31')).toEqual(['unsure', 'bound-unknown']);
  });
});

describe('from the due day on', () => {
  test.each([
    ['reached on the day', [whole('2020-08-31', 301)], '2020-08-31', 'met', 'reached'],
    ['reached in time, seen later', [whole('2020-08-20', 301)], '2021-05-01', 'met', 'reached'],
    ['reached after', [whole('2020-08-31', 290), whole('2021-05-01', 301)], '2021-05-01', 'met-late', 'reached-after'],
    ['reached after, nothing known of the day', [whole('2021-05-01', 301)], '2021-05-01', 'met-late', 'reached-after'],
    ['reached two weeks late', [whole('2020-09-14', 301)], '2020-09-14', 'met-late', 'reached-after'],
    ['short on the day', [whole('2020-08-31', 290)], '2020-08-31', 'missed', 'short'],
    ['short on about the day', [whole('2020-09-30', 290)], '2021-05-01', 'missed', 'short'],
    ['short today, nothing known of the day', [whole('2026-11-29', 290)], '2026-11-29', 'not-met-now', 'short-now'],
    [
      'short on the day and today',
      [whole('2020-08-31', 290), whole('2026-11-29', 290)],
      '2026-11-29',
      'missed',
      'short',
    ],
    ['measured long before', [whole('2019-10-31', 290)], '2020-08-31', 'unsure', 'none-near'],
    ['measured 32 days after', [whole('2020-10-02', 290)], '2020-08-31', 'unsure', 'none-near'],
    ['measured 31 days after', [whole('2020-10-01', 290)], '2020-08-31', 'missed', 'short'],
    ['nothing measured', [], '2020-08-31', 'unsure', 'no-value'],
  ])('%s', (_, values, asOf, status, reason) => {
    expect(stands(values, asOf)).toEqual([status, reason]);
  });

  test('by the dates of a later list, 270 is unsure and 305 is met', () => {
    expect(stands([bounded('2020-08-31', 270, null, 'lower-bound')], '2020-08-31')).toEqual(['unsure', 'lower-bound']);
    expect(stands([bounded('2020-08-31', 305, null, 'lower-bound')], '2020-08-31')).toEqual(['met', 'reached']);
  });

  test('what was seen whole on the day goes before the dates of a later list', () => {
    const values = [whole('2020-08-31', 290), bounded('2020-08-31', 305, null, 'lower-bound')];
    expect(stands(values, '2020-08-31')).toEqual(['missed', 'short']);
  });

  test('what came after the due day makes nothing late on the day itself', () => {
    const values = [whole('2020-08-31', 290), bounded('2020-09-05', 301, 310, 'interval')];
    expect(stands(values, '2020-08-31')).toEqual(['missed', 'short']);
    expect(stands(values, '2020-09-05')).toEqual(['met-late', 'reached-after']);
  });

  test.each([
    ['an interval', bounded('2020-08-31', 100, 200, 'interval'), 'part-seen'],
    ['a part that was not bounded', bounded('2020-08-31', 100, null, 'interval'), 'bound-unknown'],
    ['a lower bound', bounded('2020-08-31', 100, null, 'lower-bound'), 'lower-bound'],
    ['the own count of the publisher', bounded('2020-08-31', 100, 100, 'declared'), 'declared-only'],
    ['a value that could not be told', bounded('2020-08-31', null, null, 'interval'), 'not-told'],
  ])('%s never shows that something was missed', (_, value, reason) => {
    expect(stands([value], '2020-08-31')).toEqual(['unsure', reason]);
    expect(stands([value], '2020-09-15')[0]).toBe('unsure');
  });

  test('a note that a person signs counts', () => {
    expect(stands([bounded('2020-08-31', 290, 290, 'signed')], '2020-08-31')[0]).toBe('missed');
  });
});

describe('what should fall', () => {
  const fall: Aim = { baseline: 100, target: 40, at: 'most', from: '2020-01-01', by: '2021-01-01' };

  test.each([
    [40, '2020-07-01', 'met'],
    [70, '2020-07-01', 'on-course'],
    [71, '2020-07-01', 'behind'],
    [41, '2021-01-01', 'missed'],
  ])('%i on %s is %s', (value, day, status) => {
    expect(stands([whole(day, value)], day, fall)[0]).toBe(status);
  });

  test('is not reached by what may be higher', () => {
    expect(stands([bounded('2021-01-01', 30, null, 'lower-bound')], '2021-01-01', fall)[0]).toBe('unsure');
    expect(stands([bounded('2021-01-01', 30, 50, 'interval')], '2021-01-01', fall)[0]).toBe('unsure');
  });
});
