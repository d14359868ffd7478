import { describe, expect, test } from 'vitest';
import { calendarOf, isDirect } from '../../src/contests/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Contest } from '../../src/model/contest.ts';

/* The facts that the program ships with. */

const criteria = openCriteria();

/** Territories that are part of another state, by the sources of the place files. */
const territories = [
  'aw',
  'bm',
  'fo',
  'gg',
  'gi',
  'gl',
  'hk',
  'im',
  'je',
  'ky',
  'mo',
  'ms',
  'nc',
  'pr',
  'tc',
  'vg',
  'vi',
];

test('186 sovereign places or more have a national election with its day', () => {
  const dated = criteria
    .places()
    .filter((id) => !territories.includes(id))
    .filter((id) => calendarOf(criteria.place(id)).held.length > 0);
  expect(dated.length).toBeGreaterThanOrEqual(186);
});

/** A contest on one line: seats of the newest law, seats that voters fill, units by tier; first to last known election; the next. */
const lineOf = ({ id, laws, elections, next = '-', renewal }: Contest): string => {
  const law = laws.at(-1);
  const tiers = law?.tiers
    .map(({ kind, units, seats, basis }) => `${units} ${kind}/${seats ?? '?'} ${basis}`)
    .join(' + ');
  const days = elections.map(({ from, day }) => (from === undefined ? day : `${from}..${day}`)).join(' ');
  return `${id}: ${law?.seats}, ${law?.direct}: ${tiers || '-'}; ${renewal ?? 'full'}; ${days || '-'}; ${next}`;
};

describe('the contests of', () => {
  test.each([
    [
      'ma',
      [
        'lower: 395, 395: 92 multi-member/305 derived + 12 regional/90 stated; full; 2011-11-25 2016-10-07 2021-09-08; 2026-09',
        'upper: 120, 0: -; full; 2021-10-05; 2027-10',
      ],
    ],
    [
      'ke',
      [
        'lower: 350, 337: 290 single-member/290 stated + 47 single-member/47 stated; full; 2017-08-08 2022-08-09; 2027-08',
        'upper: 68, 47: 47 single-member/47 stated; full; 2017-08-08 2022-08-09; 2027-08',
        'president: 1, 1: -; full; 2022-08-09; 2027-08-10',
      ],
    ],
    [
      'fr',
      [
        'lower: 577, 577: 577 single-member/577 stated; full; 2017-06-11..2017-06-18 2022-06-12..2022-06-19 2024-06-30..2024-07-07; 2029-06',
        'president: 1, 1: -; full; 2017-04-23..2017-05-07 2022-04-10..2022-04-24; 2027-04',
        'upper: 348, 0: -; partial; 2023-09-24; 2026-09',
      ],
    ],
    [
      'us',
      [
        'president: 1, 1: 51 multi-member/? stated; full; 2020-11-03 2024-11-05; 2028-11-07',
        'lower: 435, 435: 435 single-member/435 stated; full; 2020-11-03 2022-11-08 2024-11-05; 2026-11-03',
        'upper: 100, 100: 50 multi-member/100 stated; partial; 2020-11-03 2022-11-08 2024-11-05; 2026-11-03',
      ],
    ],
    [
      'de',
      [
        'lower: 630, 630: 299 single-member/? stated + 16 multi-member/? stated; full; 2021-09-26 2025-02-23; 2029-02',
        'upper: 69, 0: -; full; -; -',
      ],
    ],
    [
      'jp',
      [
        'lower: 465, 465: 289 single-member/289 stated + 11 regional/176 stated; full; 2021-10-31 2024-10-27 2026-02-08; -',
        'upper: 248, 248: 45 multi-member/148 stated + 1 nationwide/100 stated; partial; 2022-07-10 2025-07-20; 2028-07',
      ],
    ],
    [
      'in',
      [
        'lower: 543, 543: 543 single-member/543 stated; full; 2019-04-11..2019-05-19 2024-04-19..2024-06-01; 2029-04',
        'upper: 245, 0: -; partial; 2024-01-12..2024-06-30; 2026-01',
      ],
    ],
    [
      'br',
      [
        'lower: 513, 513: 27 multi-member/513 stated; full; 2018-10-07 2022-10-02; 2026-10-04',
        'upper: 81, 81: 27 multi-member/81 stated; partial; 2018-10-07 2022-10-02; 2026-10-04',
        'president: 1, 1: -; full; 2018-10-07..2018-10-28 2022-10-02..2022-10-30; 2026-10-04',
      ],
    ],
    [
      'tn',
      [
        'lower: 161, 161: 161 single-member/161 stated; full; 2014-10-26 2019-10-06 2022-12-17..2023-01-29; 2027-12',
        'president: 1, 1: -; full; 2014-11-23..2014-12-21 2019-09-15..2019-10-13 2024-10-06; 2029',
        'upper: 77, 0: -; full; 2024-04-19; 2029-04',
      ],
    ],
  ])('%s are as their sources have them', (id, lines) => {
    expect((criteria.place(id).contests ?? []).map(lineOf)).toEqual(lines);
  });

  test('a place whose president is chosen by others count none, but where voters in fact decide', () => {
    const hasPresident = (id: string): boolean =>
      (criteria.place(id).contests ?? []).some((contest) => contest.kind === 'president' && isDirect(contest));
    expect(['de', 'in', 'jp', 'us'].map(hasPresident)).toEqual([false, false, false, true]);
  });
});

test('the law of Morocco until 2021 is that of its founding page', () => {
  const [lower] = criteria.place('ma').contests ?? [];
  expect(lower?.laws[0]).toMatchObject({
    ...{ from: '2011-09-29', seats: 395, direct: 395 },
    tiers: [
      { kind: 'multi-member', units: 92, seats: 305, threshold: 6 },
      { kind: 'nationwide', units: 1, seats: 90, threshold: 3 },
    ],
  });
});
