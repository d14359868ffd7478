import { describe, expect, test } from 'vitest';
import { byPoints, type DeskItem, itemsOf, nextAfter } from '../../src/desk/items.ts';
import type { Review } from '../../src/model/review.ts';
import { aged, captured, decidedBy, rulesOf } from './given.ts';

const inShort = (review: Review, person: string, most = 99): readonly string[] =>
  itemsOf(review, person, rulesOf)
    .slice(0, most)
    .map(({ on, needs, points }) => `${on} ${needs.join('+')} ${points}`);

const [morocco, open, fee] = [captured('morocco-2015'), captured('open-100'), captured('behind-fee')];

describe('what needs a person, most points first', () => {
  test.each<readonly [string, Review, string, readonly string[]]>([
    ['nothing where all is known', open, 'Ada', []],
    ['what is Unsure', fee, 'Ada', ['machinereadable unsure 15', 'uptodate unsure 10', 'public unsure 5']],
    [
      'not what that person answered',
      decidedBy(fee, 'Ada machinereadable Unsure'),
      'Ada',
      ['uptodate unsure 10', 'public unsure 5'],
    ],
    [
      'what a second person is to answer as well',
      decidedBy(fee, 'Ada machinereadable Yes'),
      'Bo',
      ['machinereadable unsure+second 15', 'uptodate unsure 10', 'public unsure 5'],
    ],
    ['names in any case', decidedBy(fee, 'Ada machinereadable Yes', 'Ada uptodate No'), ' ADA ', ['public unsure 5']],
    ['what was decided on something else', aged(decidedBy(open, 'Ada bulk No'), 'bulk'), 'Ada', ['bulk aged 10']],
    [
      'answers that contradict one another',
      decidedBy(open, 'Ada online No'),
      'Ada',
      ['openlicense contradiction 30', 'bulk contradiction 10'],
    ],
    [
      'and not those that the person stands for',
      decidedBy(open, 'Ada online No', 'Ada openlicense Yes'),
      'Ada',
      ['bulk contradiction 10'],
    ],
    ['nor those that another’s answer made', decidedBy(open, 'Ada online No'), 'Bo', ['online second 5']],
  ])('%s', (_, review, person, expected) => {
    expect(inShort(review, person)).toEqual(expected);
  });

  test('a doubtful choice of the dataset, with the points of what it decides', () => {
    expect(inShort(morocco, 'Ada')).toContain('dataset dataset 100');
  });

  test.each<readonly [string, Review]>([
    ['it shows that the data exists', decidedBy(morocco, 'Ada exists Yes')],
    ['a person decided that it does not', decidedBy(morocco, 'Ada exists No')],
    ['a person chose', { ...morocco, request: { kind: 'audit', urls: [], choose: 'http://www.elections.ma/' } }],
    ['it is a check of one address', { ...morocco, request: { kind: 'check', urls: [] } }],
    ['it was imported', { ...morocco, published: {} }],
    ['there is no other', { ...morocco, candidates: morocco.candidates.filter(({ chosen }) => chosen) }],
    [
      'the others are no data',
      { ...morocco, candidates: morocco.candidates.map((one) => (one.chosen ? one : { ...one, role: 'licence' })) },
    ],
  ])('none where %s', (_, review) => {
    expect(inShort(review, 'Ada').join()).not.toContain('dataset');
  });
});

describe('the order over several reviews', () => {
  const item = (on: string, points: number): DeskItem => ({ on, points, needs: ['unsure'] });

  test('most points first, else as they came', () => {
    expect(byPoints([item('a', 5), item('b', 30), item('c', 5)]).map(({ on }) => on)).toEqual(['b', 'a', 'c']);
  });

  test.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['gone', 'a'],
  ])('after %s comes %s', (here, next) => {
    const items = [item('a', 3), item('b', 2), item('c', 1)];
    expect(nextAfter(items, ({ on }) => on === here)?.on).toBe(next);
  });

  test('after the last one comes nothing', () => {
    expect(nextAfter([item('a', 3)], ({ on }) => on === 'a')).toBeNull();
  });
});
