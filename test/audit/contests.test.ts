import { describe, expect, test } from 'vitest';
import { retell } from '../../src/audit/retell.ts';
import { withElections } from '../../src/contests/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Place } from '../../src/model/data.ts';
import type { Review } from '../../src/model/review.ts';
import { mute } from './mute.ts';
import { auditOf, body, hits, html, nowhere, type Web } from './web.ts';

/* Whole audits of made-up sites, by the contests of real places. */

const criteria = openCriteria();

/** A made-up country that elects as a real one does. */
const electingAs = (id: string): Place => nowhere({ contests: criteria.place(id).contests ?? [] });

const [morocco, kenya] = [electingAs('ma'), electingAs('ke')];

/** A name for each number, in letters alone: districts that are numbered may begin anew in each region. */
const nameOf = (index: number): string =>
  `${'Bdfglmnprst'[index % 11]}a${'kvzh'[Math.floor(index / 11) % 4]}o${'lmnrstw'[Math.floor(index / 44)]}u`;

const parties = ['Oak', 'Elm', 'Ash'];

/** Votes by constituency and party: so many districts, each with so many stations. */
const votes = (districts: number, stations = 1): string =>
  [
    'Constituency,Polling station,Party,Votes,Registered voters,Invalid votes,Blank ballots',
    ...Array.from({ length: districts * stations * parties.length }, (_, row) => {
      const station = Math.floor(row / parties.length);
      const place = stations === 1 ? ',' : `,School ${station + 1}`;
      return `${nameOf(station % districts)}${place},${parties[row % 3]},${400 + ((row * 37) % 290)},${2900 + ((station * 53) % 80)},${5 + (station % 4)},${3 + (station % 3)}`;
    }),
  ].join('\r\n');

const csv = 'http://elections.gov.example/results.csv';

/** A commission with one page of results, and a catalogue that has none. */
const commission = (title: string, file: string, more = ''): Web => ({
  [body]: html('Election Commission', `<h1>Election Commission</h1><a href="/results">${title}</a>`),
  'http://elections.gov.example/results': html(
    title,
    `<h1>${title}</h1><a href="/results.csv">Results (CSV)</a>${more}`,
  ),
  [csv]: file,
  'http://data.gov.example/': html('National Data', '<h1>National Data</h1>'),
  'http://data.gov.example/api/3/action/package_search': hits(),
});

const criterion = (review: Review, id = 'results') => {
  // Whatever was found, its sentences can be written anew.
  expect(retell(mute(review), { edition: criteria.edition(review.edition) })).toEqual(review);
  const { answer, reason, says } = review.criteria.find((one) => one.id === id) ?? {};
  return { answer, reason, says };
};

describe('Morocco of 2016', () => {
  const title = 'Results of the House of Representatives election, 7 October 2016';
  const on = (day: string, file: string) => auditOf(commission(title, file), morocco, [], undefined, day);

  test('with its 92 districts is whole', async () => {
    const review = await on('2017-02-01', votes(92));
    expect(criterion(review)).toMatchObject({ answer: 'Yes' });
    expect(review.notes).toContain(
      'House of Representatives of 2016-10-07 (92 districts and one nationwide list): in the data, for all of its units (92 of 92)',
    );
  });

  test('with 40 of them is a part, and all was seen', async () => {
    const review = await on('2017-02-01', votes(40));
    expect(criterion(review)).toMatchObject({ answer: 'No', reason: 'units-missing' });
    expect(criterion(review).says).toContain('House of Representatives: 40 of 92');
    expect(review.notes).toContain('for a part of its units (40 of 92)');
  });

  test('with 40 of them leaves open what a file holds that was not seen', async () => {
    const web = commission(title, votes(40), '<a href="/second.csv">Results of the other districts (CSV)</a>');
    const unseen = { ...web, 'http://elections.gov.example/second.csv': { lost: 'timeout' } as const };
    expect(criterion(await auditOf(unseen, morocco, [], undefined, '2017-02-01'))).toMatchObject({ answer: 'Unsure' });
  });

  test('in 2022 is held against the law of 2021, whose number of districts is a hint and no ground of a No', async () => {
    expect(criterion(await on('2022-02-01', votes(40)))).toMatchObject({ answer: 'Unsure', reason: 'units-missing' });
    expect((await on('2022-02-01', votes(92))).notes).toContain(
      'of 2021-09-08 (92 districts and 12 regional lists): in the data, for all of its units (92 of probably 92)',
    );
  });

  test('as a table of seats holds no votes, though columns of parties hold numbers', async () => {
    const rows = Array.from({ length: 92 }, (_, row) => [1 + (row % 3), row < 29 ? 2 : 1] as const);
    const seats = [
      'Constituency,Party Oak,Party Elm',
      ...rows.map(([oak, elm], row) => `${nameOf(row)},${oak},${elm}`),
    ].join('\r\n');
    expect(rows.reduce((sum, [oak, elm]) => sum + oak + elm, 0)).toBe(304);
    expect(criterion(await on('2017-02-01', seats))).toMatchObject({ answer: 'No', reason: 'seats-not-votes' });
    const votesOf = seats.replace(/(?<=,)\d+/g, (seat) => `${Number(seat) * 4000}`);
    expect(criterion(await on('2017-02-01', votesOf))).toMatchObject({ answer: 'Yes' });
  });
});

describe('Kenya of 2022', () => {
  const title = 'Presidential election results, 9 August 2022';
  const president = (more = '') => auditOf(commission(title, votes(290, 3), more), kenya, [], undefined, '2022-12-01');

  test('with a president only names the contests that are missing', async () => {
    const review = await president();
    expect(criterion(review)).toMatchObject({ answer: 'No', reason: 'contest-missing' });
    expect(criterion(review).says).toContain('National Assembly (2022-08-09) and Senate (2022-08-09)');
    expect(review.notes).toMatch(/President of 2022-08-09: in the data.*|National Assembly of 2022-08-09 .*: not seen/);
  });

  test('with the others under their titles on the same site has all', async () => {
    const more = `<ul><li><a href="/na.pdf">National Assembly results 2022</a></li><li><a href="/se.pdf">Senate results 2022</a></li></ul>`;
    expect(criterion(await president(more))).toMatchObject({ answer: 'Yes' });
  });

  test('takes neither results of an earlier election nor lists of candidates for them', async () => {
    const more = `<ul><li><a href="/na.pdf">National Assembly results 2017</a></li><li><a href="/se.pdf">Senate candidates 2022</a></li></ul>`;
    expect(criterion(await president(more)).says).toMatch(/National Assembly .* and Senate/);
  });

  test('has a president, a chamber and a senate where a column says so', async () => {
    const rows = votes(290, 3).split('\r\n');
    const offices = ['President', 'Member of National Assembly', 'Senator'];
    const file = rows.map((row, index) => `${index === 0 ? 'Office' : offices[index % 3]},${row}`).join('\r\n');
    const web = commission('General election results, 9 August 2022', file);
    expect(criterion(await auditOf(web, kenya, [], undefined, '2022-12-01'))).toMatchObject({ answer: 'Yes' });
  });

  test('leaves open which contest a file is of that does not say', async () => {
    const web = commission('General election results, 9 August 2022', votes(290, 3));
    expect(criterion(await auditOf(web, kenya, [], undefined, '2022-12-01'))).toMatchObject({
      ...{ answer: 'Unsure', reason: 'contest-missing' },
    });
  });
});

describe('an election that the facts do not know', () => {
  const title = 'Results of the House of Representatives election, 8 September 2021';
  const file = votes(92, 6);
  const on = (day: string, event: string | null) => {
    const known =
      event === null ? [] : [{ day: event, name: 'Chamber of Representatives', source: 'named by the reviewer' }];
    return auditOf(commission(title, file), withElections(morocco, known), [], undefined, day);
  };
  const uptodate = ({ answers }: Review) => {
    const { answer, reason, says } = answers['uptodate'] ?? {};
    return { answer, reason, says };
  };

  // The made-up servers date their replies of 1 October 2026.
  test('may have its grace', async () => {
    const place = { ...morocco, contests: (morocco.contests ?? []).map((one) => ({ ...one, next: '2026-03' })) };
    const review = await auditOf(commission(title, file), place);
    expect(uptodate(review)).toMatchObject({ answer: 'Unsure', reason: 'event-due' });
    const named = withElections(place, [{ day: '2026-03-15', name: 'Chamber of Representatives', source: 'named' }]);
    expect(uptodate(await auditOf(commission(title, file), named))).toMatchObject({
      ...{ answer: 'No', reason: 'event-missing' },
      says: expect.stringContaining('2026-03-15 (House of Representatives)'),
    });
  });

  test('is named while its grace lasts', async () => {
    expect(uptodate(await on('2026-10-01', '2026-09-08'))).toMatchObject({
      ...{ answer: 'Yes', reason: 'within-grace' },
      says: expect.stringContaining('2021-09-08 (House of Representatives)'),
    });
  });
});
