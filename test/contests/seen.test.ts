import { describe, expect, test } from 'vitest';
import {
  type ContestFile,
  type ContestOffer,
  type ContestWords,
  contestsSeen,
  judgeContests,
  judgeStations,
  vocabularyOf,
} from '../../src/contests/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Contest, ContestsSeen, Tier } from '../../src/model/contest.ts';
import type { Column, Table } from '../../src/model/inspection.ts';
import { column, finding, inspection, table } from '../builders.ts';

const vocabulary = vocabularyOf(openCriteria().data<ContestWords>('vocabulary/contests'));

const contest = (id: string, kind: Contest['kind'], name: string, tiers: readonly Tier[], seats: number): Contest => ({
  ...{ id, kind, names: { en: name }, native: [], source: 'made up', elections: [{ day: '2016-10-07' }] },
  laws: [{ from: null, to: null, seats, direct: seats, tiers }],
});

const tier = (units: number, given: Partial<Tier> = {}): Tier => ({
  ...{ kind: 'multi-member', units, seats: units, basis: 'stated' },
  ...given,
});

const chamber = (tiers: readonly Tier[] = [tier(92)], given: Partial<Contest> = {}): Contest => ({
  ...contest(
    'lower',
    'lower',
    'House of Representatives',
    tiers,
    tiers.reduce((sum, { seats }) => sum + (seats ?? 0), 0),
  ),
  ...given,
});
const senate = contest('upper', 'upper', 'Senate', [], 50);
const president = contest('president', 'president', 'President', [], 1);

const file = (
  tables: readonly Table[] = [table(['Party', 'Votes'])],
  given: Partial<ContestFile> = {},
): ContestFile => ({
  ...{ evidence: 'ev-1', name: 'results.csv', titles: [], inspection: inspection({ tables }) },
  ...given,
});

const seenIn = (
  contests: readonly Contest[],
  files: readonly ContestFile[],
  offers: readonly ContestOffer[] = [],
  which: 'all' | 'newest' = 'all',
): ContestsSeen => {
  const seen = contestsSeen({ place: { contests }, asOf: '2017-01-01', which, files, offers, vocabulary });
  if (seen === null) throw new Error('No contest is known.');
  return seen;
};

/** How each contest was seen, by its id. */
const sights = ({ contests }: ContestsSeen): Readonly<Record<string, string>> =>
  Object.fromEntries(contests.map(({ id, seen }) => [id, seen?.how ?? 'not seen']));

const all = [chamber(), senate, president];

describe('a file is of a contest', () => {
  test.each([
    ['presidential-results.csv', 'president'],
    ['R%C3%A9sultats%20pr%C3%A9sidentielle.csv', 'president'],
    ['législatives-2016.csv', 'lower'],
    ['House_of_Representatives.csv', 'lower'],
    ['senatoriales2016.csv', 'upper'],
    ['نتائج انتخابات مجلس النواب.csv', 'lower'],
    ['衆議院.csv', 'lower'],
  ])('that its name says: %s', (name, id) => {
    expect(sights(seenIn(all, [file(undefined, { name, titles: [] })]))).toMatchObject({ [id]: 'data' });
  });

  test.each([
    ['state-senate-results.csv'],
    ['European elections, results.csv'],
    ['élections municipales.csv'],
    ['mayor and county president.csv'],
    ['results.csv'],
  ])('but of none where it is another body’s, or says nothing: %s', (name) => {
    const seen = seenIn(all, [file(undefined, { name })]);
    expect(sights(seen)).toEqual({ lower: 'not seen', upper: 'not seen', president: 'not seen' });
    expect(seen.isUnderstood).toBe(false);
  });

  test('that a column of offices names, not one of many names', () => {
    const offices = (values: readonly string[], distinct = values.length): ContestFile =>
      file([table(['Office'], { columns: [column('Office', { values, distinct })] })]);
    expect(sights(seenIn(all, [offices(['Senator', 'Governor'])]))).toMatchObject({
      upper: 'data',
      president: 'not seen',
    });
    const names = ['Jane Senator of the Northern Hills', ...Array.from({ length: 4 }, (_, i) => `Name ${i}`)];
    expect(sights(seenIn(all, [offices(names)]))).toMatchObject({ upper: 'not seen' });
    expect(sights(seenIn(all, [offices(['Senator'], 41)]))).toMatchObject({ upper: 'not seen' });
  });

  test('decided with others that a column of offices tells apart, unless all was read', () => {
    const offices = (...values: readonly string[]): ContestFile =>
      file([table(['Office'], { columns: [column('Office', { values, distinct: values.length })] })]);
    const yes = finding('results', { answer: 'Yes' });
    const two = seenIn(all, [offices('President', 'House of Representatives')]);
    expect(sights(two)).toMatchObject({ upper: 'together' });
    expect([judgeContests(yes, two, false), judgeContests(yes, two, true)?.answer]).toEqual([null, 'No']);
    expect(sights(seenIn(all, [offices('President', 'Governor')]))).toMatchObject({ upper: 'not seen' });
    const earlier = { ...senate, elections: [{ day: '2014-05-04' }] };
    expect(
      sights(seenIn([chamber(), earlier, president], [offices('President', 'House of Representatives')])),
    ).toMatchObject({
      upper: 'not seen',
    });
  });

  test('that its page names where it does not itself', () => {
    const titles = ['Presidential election'];
    expect(sights(seenIn(all, [file(undefined, { titles })]))).toMatchObject({ president: 'data', upper: 'not seen' });
    expect(sights(seenIn(all, [file(undefined, { titles, name: 'senate.csv' })]))).toMatchObject({
      upper: 'data',
      president: 'not seen',
    });
  });

  test('without a word where there is only one', () => {
    expect(sights(seenIn([president], [file()]))).toEqual({ president: 'data' });
    expect(sights(seenIn([president], []))).toEqual({ president: 'not seen' });
  });
});

describe('what is offered beside the data', () => {
  const offer = (title: string, context = ''): string =>
    sights(seenIn(all, [], [{ evidence: 'ev-2', title, context }]))['upper'] ?? '';

  test.each([
    ['Results of the Senate, 2016', ''],
    ['Senate results', 'Elections of 2016'],
  ])('counts as results of its newest election: %s (%s)', (title, context) => {
    expect(offer(title, context)).toBe('offered');
  });

  test.each([
    ['Results of the Senate, 2011', ''],
    ['Results of the Senate, 2011', 'beside those of 2016'],
    ['Results of the Senate', ''],
    ['Candidates for the Senate, 2016', ''],
  ])('does not where it is older, undated or no results: %s (%s)', (title, context) => {
    expect(offer(title, context)).toBe('not seen');
  });
});

test('the contests decided last are those of the newest election alone', () => {
  const later = { ...president, elections: [{ day: '2016-12-04' }] };
  expect(sights(seenIn([chamber(), later], [], [], 'newest'))).toEqual({ president: 'not seen' });
  const lastRound = { ...president, elections: [{ from: '2016-09-07', day: '2016-10-20' }] };
  expect(Object.keys(sights(seenIn([chamber(), lastRound], [], [], 'newest')))).toEqual(['lower', 'president']);
});

test('nothing is asked of a contest without a known election up to the day, and a file is not its for want of another', () => {
  const later = { ...senate, elections: [{ day: '2018-01-01' }] };
  const seen = seenIn([president, later], [file()]);
  expect(seen.contests.map(({ id, election }) => [id, election === null])).toEqual([
    ['president', false],
    ['upper', true],
  ]);
  expect(sights(seen)).toEqual({ president: 'not seen', upper: 'not seen' });
  const ofPresident = seenIn([president, later], [file(undefined, { name: 'president.csv' })]);
  expect(judgeContests(finding('results', { answer: 'Yes' }), ofPresident, true)).toBeNull();
  const input = { asOf: '2017-01-01', which: 'all', files: [], offers: [], vocabulary } as const;
  expect(contestsSeen({ ...input, place: { contests: [later] } })).toBeNull();
});

describe('units in a column', () => {
  const districts = (distinct: number, given: Partial<Column> = {}, complete = true): ContestFile => {
    const columns = [column('Constituency', { distinct, examples: ['Anfa', 'Fes'], ...given })];
    return file([], { inspection: inspection({ tables: [table([], { columns })], complete }) });
  };
  const counted = (
    one: ContestFile,
    tiers: readonly Tier[] = [tier(92, { seats: 305 }), tier(1, { kind: 'nationwide', seats: 90 })],
  ) => seenIn([chamber(tiers)], [one]).contests[0].counted;

  test.each([
    [92, 'whole', 92],
    [93, 'whole', 92],
    [91, 'whole', 92],
    [40, 'part', 92],
    [82, 'part', 92],
    [86, 'open', 92],
    [98, 'open', 92],
    [102, 'finer', 92],
  ])('%i of 92 are %s', (distinct, extent, units) => {
    expect(counted(districts(distinct))).toMatchObject({ shown: distinct, units, extent, isStated: true });
  });

  test('may be those of one tier or of all', () => {
    const tiers = [tier(290), tier(47)];
    expect(counted(districts(337), tiers)).toMatchObject({ extent: 'whole', units: 337 });
    expect(counted(districts(47), tiers)).toMatchObject({ extent: 'whole', units: 47 });
    expect(counted(districts(200), tiers)).toMatchObject({ extent: 'part', units: 290 });
  });

  test.each<[string, ContestFile]>([
    ['numbered, which may begin anew in each region', districts(40, { examples: ['District 1', 'District 2'] })],
    ['codes', districts(40, { type: 'code' })],
    ['in a file that was not read whole', districts(40, {}, false)],
  ])('are no part where they are %s', (_, one) => {
    expect(counted(one)).toMatchObject({ extent: 'open' });
  });

  test.each<[string, ContestFile]>([
    ['the count of them ended at a bound', districts(40, { distinctIsFloor: true })],
    ['the column is of regions', districts(12, { name: 'Region', levels: ['Region'] })],
  ])('are not counted where %s', (_, one) => {
    expect(counted(one)).toBeNull();
  });

  test('are not counted of an election for a part of the seats, nor where the law is not known', () => {
    expect(seenIn([chamber([tier(92)], { renewal: 'partial' })], [districts(40)]).contests[0].counted).toBeNull();
    expect(seenIn([chamber([tier(92)], { laws: [] })], [districts(40)]).contests[0].counted).toBeNull();
    expect(counted(districts(40), [tier(92, { basis: 'derived' })])).toMatchObject({ extent: 'part', isStated: false });
  });
});

describe('seats', () => {
  const numbers = (sum: number, given: Partial<Column> = {}): Partial<Column> => ({
    ...{ type: 'integer', distinct: 5, numbers: { count: 8, min: 2, max: 125, sum } },
    ...given,
  });
  const seatsIn = (columns: readonly Column[], given: Partial<ContestFile> = {}) =>
    seenIn(
      [chamber([tier(92, { seats: 305 }), tier(1, { kind: 'nationwide', seats: 90 })])],
      [file([table([], { columns: [column('Party'), ...columns], rows: 92 })], given)],
    );
  const seats = (...columns: readonly Column[]) => seatsIn(columns).contests[0].seatsInstead;

  test.each<[string, readonly Column[]]>([
    ['to all of them', [column('2016', numbers(395))]],
    ['to those of a tier', [column('Total', numbers(305))]],
    ['to all but a few', [column('Total', numbers(390))]],
    ['together', [column('Women', numbers(195)), column('Men', numbers(200))]],
    [
      'beside a running number',
      [
        column('No', numbers(4278, { distinct: 92, numbers: { count: 92, min: 1, max: 92, sum: 4278 } })),
        column('Total', numbers(395)),
      ],
    ],
  ])('are what sums %s', (_, columns) => {
    expect(seats(...columns)).not.toBeNull();
  });

  test.each<[string, readonly Column[]]>([
    ['where the header says votes', [column('Votes', numbers(395))]],
    ['where a larger number stands beside', [column('Total', numbers(395)), column('Count', numbers(812_000))]],
    ['where it is another number', [column('Total', numbers(7_000))]],
    ['where nothing is counted', []],
  ])('are not told %s', (_, columns) => {
    expect(seats(...columns)).toBeNull();
  });

  test('are not told of a file that was not read whole', () => {
    const tables = [table([], { columns: [column('Party'), column('Total', numbers(395))], rows: 92 })];
    const cut = seatsIn([], { inspection: inspection({ tables, complete: false }) });
    expect(cut.contests[0].seatsInstead).toBeNull();
  });

  test('are no votes', () => {
    const yes = finding('results', { answer: 'Yes', label: 'Votes' });
    const seen = seatsIn([column('Total', numbers(395))]);
    expect(judgeContests(yes, seen, true)).toMatchObject({ answer: 'No', reason: 'seats-not-votes' });
    expect(judgeContests(yes, seen, false)).toMatchObject({
      answer: 'Unsure',
      where: [{ quote: 'Total (sum 395)' }, {}],
    });
  });
});

describe('a Yes for the votes of all contests', () => {
  const yes = finding('results', { answer: 'Yes', label: 'Votes' });
  const ofPresident = file(undefined, { name: 'president.csv' });

  test('stands where all are seen', () => {
    expect(judgeContests(yes, seenIn([president], [file()]), true)).toBeNull();
  });

  test('is a No where one is nowhere, all was seen and every file says what it is of', () => {
    expect(judgeContests(yes, seenIn([president, senate], [ofPresident]), true)).toMatchObject({
      ...{ answer: 'No', reason: 'contest-missing', says: 'Votes: No, nothing is of Senate (2016-10-07).' },
    });
  });

  test.each<[string, ContestsSeen, boolean]>([
    ['where not all was seen', seenIn([president, senate], [ofPresident]), false],
    ['where a file does not say what it is of', seenIn([president, senate], [ofPresident, file()]), true],
    ['where no file says what it is of', seenIn([president, senate], [file()]), true],
    ['where nothing was seen', seenIn([president, senate], []), true],
  ])('is Unsure %s', (_, seen, isAllSeen) => {
    expect(judgeContests(yes, seen, isAllSeen)).toMatchObject({
      ...{ answer: 'Unsure', reason: 'contest-missing' },
      says: expect.stringContaining('nothing was seen that is of'),
    });
  });

  test('says how much of the units is there, and takes a derived number for no ground of a No', () => {
    const districts = file([table([], { columns: [column('Constituency', { distinct: 40, examples: ['Anfa'] })] })]);
    const by = (basis: Tier['basis']) =>
      judgeContests(yes, seenIn([chamber([tier(92, { basis })])], [districts]), true);
    expect(by('stated')).toMatchObject({
      answer: 'No',
      reason: 'units-missing',
      says: expect.stringContaining('40 of 92'),
    });
    expect(by('derived')).toMatchObject({ answer: 'Unsure', reason: 'units-missing' });
  });

  test('changes nothing else', () => {
    const unsure = finding('results', { answer: 'Unsure' });
    expect(judgeContests(unsure, seenIn([president, senate], [ofPresident]), true)).toBeNull();
  });
});

describe('a Yes for stations', () => {
  const yes = finding('polling_station', { answer: 'Yes', label: 'By station' });
  const tableOf = (station: string, rows: number | null): Table =>
    table([], { columns: [column('Constituency', { distinct: 92, examples: ['Anfa'] }), column(station)], rows });
  const judged = (...tables: readonly Table[]) => judgeStations(yes, seenIn([chamber()], [file(tables)]));

  test('is doubted where all units are there and stations are fewer', () => {
    const districts = table([], { columns: [column('Constituency', { distinct: 92, examples: ['Anfa'] })], rows: 92 });
    const few = table([], { columns: [column('Polling station', { distinct: 60 })], rows: 60 });
    expect(judged(districts, few)).toMatchObject({ answer: 'Unsure', reason: 'fewer-than-units' });
  });

  test('stands where they are as many, were not all counted, or the units are a part', () => {
    expect(judged(tableOf('Polling station', 92))).toBeNull();
    expect(judged(tableOf('Polling station', null))).toBeNull();
    const districts = table([], { columns: [column('Constituency', { distinct: 92, examples: ['Anfa'] })], rows: 92 });
    const cut = file([], { inspection: inspection({ tables: [tableOf('Polling station', 60)], complete: false }) });
    expect(judgeStations(yes, seenIn([chamber()], [file([districts]), cut]))).toBeNull();
    const part = table([], {
      columns: [column('Constituency', { distinct: 40, examples: ['Anfa'] }), column('Precinct')],
      rows: 60,
    });
    expect(judged(part)).toBeNull();
  });
});
