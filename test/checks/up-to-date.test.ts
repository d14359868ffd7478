import { describe, expect, test } from 'vitest';
import uptodate from '../../src/checks/up-to-date.ts';
import type { Dossier } from '../../src/model/check.ts';
import type { Calendar, NationalElection } from '../../src/model/contest.ts';
import type { DatedFact, Sign } from '../../src/model/observation.ts';
import { arrived, dossier, inspection, noElections } from '../builders.ts';
import { date, declaredFile, declaring, file, of, page, record, refusedWith, sign } from './looking.ts';

const dated = (dates: readonly DatedFact[], signs: readonly Sign[] = []): Dossier => of(file(1, { dates, signs }));

const yearly = {
  id: 'budget',
  title: 'Budget',

  cycle: { every: 'P1Y', per: null, grace: 'P3M', source: 'test' },
};
const election = {
  id: 'election-results',
  title: 'Election Results',
  cycle: { every: null, per: 'last-national-election', grace: 'P6M', source: 'test' },
};

const within = (
  category: Dossier['category'],
  dates: readonly DatedFact[],
  elections: Partial<Calendar> = {},
  asOf = '2015-11-12',
): Dossier =>
  dossier([file(1, { dates })], {
    ...{ category, asOf },
    place: { id: 'ma', name: 'Morocco', facts: {}, elections: { ...noElections, ...elections } },
  });

/** An election of one day, or one that was due in some time. */
const vote = (from: string, to = from): NationalElection => ({ from, to, name: 'Chamber' });

/** Elections that were held, of which none is left out. */
const held = (...days: readonly string[]): Partial<Calendar> => ({
  held: days.map((day) => vote(day)),
  knownFrom: days[0] ?? null,
});

const monthly = ['2014-07-31', '2014-06-30', '2014-05-31', '2014-04-30', '2014-03-31'].map((day) => date(day, 'title'));

const rows: readonly (readonly [string, Dossier, string, string])[] = [
  ['a year’s budget within its year and grace', within(yearly, [date('2014-12-31', 'values')]), 'yes', 'within-cycle'],
  [
    'what is asked for every year, of editions two years apart',
    { ...within(yearly, [date('2014-12-31', 'values')]), editionsApart: 730 },
    'unsure',
    'slower-editions',
  ],
  [
    'what is asked for every year, of editions a year apart',
    { ...within(yearly, [date('2014-12-31', 'values')]), editionsApart: 365 },
    'yes',
    'within-cycle',
  ],
  [
    'old data, of editions however far apart',
    { ...within(yearly, [date('2012-12-31', 'values')]), editionsApart: 730 },
    'no',
    'overdue',
  ],
  ['a budget of the year before', within(yearly, [date('2013-12-31', 'values')]), 'no', 'overdue'],
  ['results of the latest election', within(election, [date('2011-11-25')], held('2011-11-25')), 'yes', 'covers-event'],
  ['results of the one before', within(election, [date('2007-09-07')], held('2011-11-25')), 'no', 'event-missing'],
  ['results where the last election is not known', within(election, [date('2007-09-07')]), 'unsure', 'event-unknown'],
  [
    'results that are not due yet',
    within(election, [date('2007-09-07')], held('2015-10-25')),
    'unsure',
    'event-unknown',
  ],
  [
    'results of a first round, before the second is seen',
    within(election, [date('2011-11-25')], { held: [vote('2011-11-20', '2011-12-04')], knownFrom: '2011-11-20' }),
    'yes',
    'covers-event',
  ],
  [
    'results between two rounds, when the election is not over',
    within(election, [date('2007-09-07')], {
      held: [vote('2007-09-07'), vote('2015-11-08', '2015-11-22')],
      knownFrom: '2007-09-07',
    }),
    'yes',
    'covers-event',
  ],
  [
    'results of the one before while those of the newest have their grace',
    within(election, [date('2011-11-25')], held('2011-11-25', '2015-10-25')),
    'yes',
    'within-grace',
  ],
  [
    'results of the one before the one before, though the newest has its grace',
    within(election, [date('2007-09-07')], held('2011-11-25', '2015-10-25')),
    'no',
    'event-missing',
  ],
  [
    'results of the newest known, where another chamber may have been elected since',
    within(election, [date('2011-11-25')], { held: [vote('2011-11-25')], knownFrom: '2013-06-01' }),
    'unsure',
    'event-unknown',
  ],
  [
    'results of the newest known, where a contest has no known day at all',
    within(election, [date('2011-11-25')], { held: [vote('2011-11-25')], knownFrom: null }),
    'unsure',
    'event-unknown',
  ],
  [
    'results that are older than an election that is known, whatever else was held',
    within(election, [date('2007-09-07')], { held: [vote('2011-11-25')], knownFrom: null }),
    'no',
    'event-missing',
  ],
  [
    'results of the newest known, long after another was due',
    within(election, [date('2009-06-07')], { ...held('2009-06-07'), due: [vote('2014-06-01', '2014-06-30')] }),
    'unsure',
    'event-due',
  ],
  [
    'results of the newest known, shortly after another was due',
    within(election, [date('2010-10-03')], { ...held('2010-10-03'), due: [vote('2015-10-01', '2015-10-31')] }),
    'yes',
    'within-grace',
  ],
  [
    'results of an election that is known to have been due only',
    within(election, [date('2015-10-25')], { ...held('2010-10-03'), due: [vote('2015-10-01', '2015-10-31')] }),
    'yes',
    'covers-event',
  ],
  [
    'results of an election after the day of judgement',
    within(election, [date('2014-12-31')], held('2014-05-25', '2016-05-22')),
    'yes',
    'covers-event',
  ],
  [
    'a weekly rhythm kept',
    dated([date('2015-07-01')], [sign('updates-every', 'annual', 'P1Y')]),
    'yes',
    'within-cycle',
  ],
  [
    'a daily rhythm that stopped',
    dated([date('2015-07-01')], [sign('updates-every', 'daily', 'P1D')]),
    'no',
    'overdue',
  ],
  [
    'an edition of 2012, whatever rhythm is declared',
    dated([date('2012-12-31', 'edition')], [sign('updates-every', 'daily', 'P1D')]),
    'unsure',
    'rhythm-unknown',
  ],
  ['monthly files that stop', dated(monthly), 'no', 'overdue'],
  ['“up to yesterday”', dated([], [sign('always-current')]), 'yes', 'says-current'],
  [
    '“up to yesterday”, beside a file of an old year',
    dated([date('2012-12-31', 'file-name')], [sign('always-current')]),
    'yes',
    'says-current',
  ],
  ['a list as of last week', dated([date('2015-11-05')]), 'yes', 'recent'],
  ['a file of two years ago', dated([date('2013-08-21', 'file-name')]), 'no', 'stale'],
  ['values of long ago, perhaps on purpose', dated([date('1995-12-31', 'values')]), 'unsure', 'rhythm-unknown'],
  ['a state of last year', dated([date('2014-12-01')]), 'unsure', 'rhythm-unknown'],
  ['“no longer updated”', dated([date('2015-11-05')], [sign('discontinued')]), 'no', 'discontinued'],
  ['births of long ago in the rows', within(yearly, [date('2004-05-06', 'life-dates')]), 'unsure', 'only-life-dates'],
  ['a company founded last month', within(yearly, [date('2015-10-06', 'life-dates')]), 'yes', 'within-cycle'],
  [
    'old births under a new file name',
    within(yearly, [date('2004-05-06', 'life-dates'), date('2015-10-31', 'file-name')]),
    'yes',
    'within-cycle',
  ],
  [
    'an old budget beside a file that was not seen',
    declaring(within(yearly, [date('2013-12-31', 'values')]), declaredFile('not-asked')),
    'unsure',
    'newer-unseen',
  ],
  [
    'an old budget beside an older one that was not seen',
    declaring(within(yearly, [date('2013-12-31', 'values')]), declaredFile('not-asked', { url: 'budget-2012.csv' })),
    'no',
    'overdue',
  ],
  [
    'results of the election before, and a file that stayed silent',
    declaring(within(election, [date('2007-09-07')], held('2011-11-25')), declaredFile('not-reached')),
    'unsure',
    'newer-unseen',
  ],
  [
    'a whole file without any date, and one that was not seen',
    declaring(dossier([file()], { category: yearly }), declaredFile('not-reached')),
    'unsure',
    'date-not-shown',
  ],
  ['a whole file without any date', dossier([file()], { category: yearly }), 'no', 'no-date'],
  [
    'one page of many without any date',
    dossier([{ ...file(), signs: [{ code: 'paged', quote: '1 of 270' }] }], { category: yearly }),
    'unsure',
    'date-not-shown',
  ],
  [
    'a file cut short without any date',
    dossier([file(1, { inspection: inspection({ complete: false }) })], { category: yearly }),
    'unsure',
    'date-not-shown',
  ],
  ['a dead link', of(refusedWith(404)), 'unsure', 'date-not-shown'],
  [
    'a record touched yesterday',
    of(record(1, [sign('offers-archive')], { dates: [date('2015-11-11', 'modified', { of: 'metadata' })] })),
    'unsure',
    'only-other-dates',
  ],
  [
    'a recording that does not say when',
    of(file(1, { dates: [date('2015-11-05')], outcome: arrived() })),
    'unsure',
    'capture-day-unknown',
  ],
  ['a doubted date', dated([date('2099-12-31', 'values', { doubt: 'placeholder' })]), 'unsure', 'date-not-shown'],
];

describe('uptodate', () => {
  test.each(rows)('%s', (_, given, outcome, reason) => {
    expect(uptodate.decide(given)).toMatchObject({ outcome, reason });
  });

  test('every reason it has is given by a row', () => {
    const given = new Set(rows.map(([, , , reason]) => reason));
    expect(Object.keys(uptodate.reasons).filter((code) => !given.has(code))).toEqual([]);
  });

  test('it is judged on the day it was seen, not on a later day of the review', () => {
    const later = { ...dated([date('2015-11-05')]), asOf: '2024-01-01' };
    expect(uptodate.decide(later)).toMatchObject({ outcome: 'yes', detail: { day: '2015-11-12' } });
  });

  test('a web archive’s own day goes before the day of fetching it', () => {
    const headers = [
      { name: 'Date', value: 'Thu, 12 Nov 2015 10:00:00 GMT' },
      { name: 'Memento-Datetime', value: 'Mon, 01 Jun 2015 10:00:00 GMT' },
    ];
    const kept = of(
      page(1, [sign('shows-rows')], 'page', { dates: [date('2015-05-20')], outcome: arrived({ headers }) }),
    );
    expect(uptodate.decide(kept)).toMatchObject({ outcome: 'yes', detail: { day: '2015-06-01' } });
  });

  test('a date beyond the day it was seen is shown as that day', () => {
    expect(uptodate.decide(dated([date('2015-12-31', 'title')]))).toMatchObject({ detail: { newest: '2015-11-12' } });
  });

  test('a period that has not ended yet is shown by its beginning', () => {
    const year = { ...date('2015-12-31', 'title'), from: '2015-01-01' };
    expect(uptodate.decide(dated([year]))).toMatchObject({
      detail: { newest: { reason: 'or-later', args: { day: '2015-01-01' } } },
    });
  });
});
