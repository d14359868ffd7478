import { describe, expect, test } from 'vitest';
import { calendarOf, withElections } from '../../src/contests/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Contest } from '../../src/model/contest.ts';

const contest = (given: Partial<Contest> = {}): Contest => ({
  ...{ id: 'lower', kind: 'lower', names: { en: 'House of Representatives' }, native: [], laws: [], source: 'made up' },
  elections: [{ day: '2021-09-08' }],
  ...given,
});

const byOthers = [{ from: null, to: null, seats: 120, direct: 0, tiers: [] }];
const council = contest({ id: 'upper', kind: 'upper', names: { en: 'House of Councillors' }, laws: byOthers });
const president = contest({ id: 'president', kind: 'president', names: { en: 'President' } });

describe('the calendar of a place', () => {
  test('leaves out what voters do not decide', () => {
    expect(calendarOf({ contests: [council] })).toEqual({ held: [], due: [], knownFrom: null });
  });

  test('leaves out what voters are not known to decide', () => {
    const unknown = contest({ laws: [{ from: null, to: null, seats: 21, direct: null, tiers: [] }] });
    expect(calendarOf({ contests: [unknown] }).held).toEqual([]);
  });

  test('takes votes of one day, and rounds around it, as one election', () => {
    const rounds = { ...president, elections: [{ from: '2021-08-25', day: '2021-09-22' }] };
    expect(calendarOf({ contests: [contest(), rounds] }).held).toEqual([
      { from: '2021-08-25', to: '2021-09-22', name: 'President and House of Representatives' },
    ]);
  });

  test('keeps elections of different days apart, the oldest first', () => {
    const earlier = { ...president, elections: [{ day: '2020-05-01' }] };
    expect(calendarOf({ contests: [contest(), earlier] }).held.map(({ to }) => to)).toEqual([
      '2020-05-01',
      '2021-09-08',
    ]);
  });

  test('is known from the day on which every contest has an election', () => {
    const earlier = { ...president, elections: [{ day: '2020-05-01' }] };
    expect(calendarOf({ contests: [contest(), earlier] }).knownFrom).toBe('2021-09-08');
    expect(calendarOf({ contests: [contest(), { ...president, elections: [] }] }).knownFrom).toBeNull();
  });

  test.each([
    ['2026-09', '2026-09-01', '2026-09-30'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-10-04', '2026-10-04', '2026-10-04'],
  ])('an election that is due in %s is due from %s to %s', (next, from, to) => {
    expect(calendarOf({ contests: [contest({ next })] }).due).toEqual([{ from, to, name: 'House of Representatives' }]);
  });

  test('an election is due at the end of a term where nothing else is said, but not where a part is renewed', () => {
    expect(calendarOf({ contests: [contest({ term: 'P5Y' })] }).due).toMatchObject([{ to: '2026-09-08' }]);
    expect(calendarOf({ contests: [contest({ term: 'P6Y', renewal: 'partial' })] }).due).toEqual([]);
  });
});

describe('an election that the reviewer knows', () => {
  const place = { contests: [contest({ next: '2026-09' }), council] };
  const known = (day: string, name: string) =>
    calendarOf({ ...place, elections: [{ day, name, source: 'named by the reviewer' }] });

  test.each([
    ['2026-09-08', 'Chamber of Representatives', 'House of Representatives'],
    ['2025-12-01', 'house of representatives', 'House of Representatives'],
    ['2026-09-08', 'general election', 'general election'],
    ['2026-09-08', 'House of Councillors', 'House of Councillors'],
  ])('on %s of the %s is one, and the next is no longer only due', (day, name, shown) => {
    const { held, due } = known(day, name);
    expect(held.at(-1)).toEqual({ from: day, to: day, name: shown });
    expect(due).toEqual([]);
  });

  test('of another contest leaves the next one due', () => {
    expect(known('2026-03-01', 'referendum').due).toMatchObject([{ from: '2026-09-01' }]);
  });

  test('is laid over those of the place file', () => {
    const election = { day: '2026-09-08', name: 'House', source: 'named' };
    const other = { day: '2026-09-09', name: 'House', source: 'named' };
    const before = { ...openCriteria().place('ma'), elections: [election] };
    expect(withElections(before, [other]).elections).toEqual([election, other]);
  });
});
