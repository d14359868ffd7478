import { describe, expect, test } from 'vitest';
import type { Lead, Place } from '../../src/model/data.ts';
import { answersIn, auditOf, html, nowhere, results, shell, type Web } from './web.ts';

/* Addresses that an old list named: they are tried, and what they lead to has to be official by itself. */

const silent: Web = { 'http://data.gov.example/': shell };

const old = 'http://results.gov.example/2015';
const csv = 'http://results.gov.example/results.csv';
const pageOf = (file: string) =>
  html(
    'General election results 2025',
    `<h1>General election results 2025</h1><a href="${file}">Results by polling station (CSV)</a>`,
  ).replace('<title>', '<meta name="author" content="Election Commission"><title>');

/** A country of which only an old list knows where its results are. */
const led = (...leads: readonly Lead[]): Place =>
  nowhere({
    addresses: [],
    leads: { id: 'zz', source: 'Old Index', leads: { 'election-results': leads } },
  });

const chosenIn = ({ candidates }: Awaited<ReturnType<typeof auditOf>>): readonly string[] =>
  candidates.filter(({ chosen }) => chosen).map(({ url }) => url);

test('where only an address of an old list still answers, the data is found by it', async () => {
  const web: Web = { ...silent, [old]: pageOf('/results.csv'), [csv]: results('Polling station', 60) };
  const review = await auditOf(web, led({ url: old, year: 2015 }));
  expect(answersIn(review)).toMatchObject({ exists: 'Yes', machinereadable: 'Yes' });
  expect(chosenIn(review)).toEqual([old]);
  expect(review.candidates.find(({ url }) => url === old)?.why).toBe(
    'The address of an entry of the Old Index 2015, election results.',
  );
  const unled = await auditOf(web, led());
  expect(answersIn(unled)).toMatchObject({ exists: 'Unsure' });
});

describe('an address that is somebody else’s by now', () => {
  const taken = 'http://elections-nowhere.test/';
  const rows: readonly (readonly [string, Web, string])[] = [
    ['is for sale', { [taken]: html('elections-nowhere.test', '<p>This domain is for sale.</p>') }, taken],
    [
      'publishes what looks right',
      {
        [taken]: pageOf('http://elections-nowhere.test/results.csv'),
        'http://elections-nowhere.test/results.csv': results('Polling station', 60),
      },
      taken,
    ],
    ['is a file that looks right', { [`${taken}results.csv`]: results('Polling station', 60) }, `${taken}results.csv`],
    [
      'has another subject',
      {
        [taken]: html('Casino', '<h1>Casino</h1><a href="/odds.csv">All odds (CSV)</a>'),
        'http://elections-nowhere.test/odds.csv': 'game,odds\na,1\nb,2\n',
      },
      taken,
    ],
  ];
  test.each(rows)('it %s: no answer rests on it', async (_, web, url) => {
    const review = await auditOf({ ...silent, ...web }, led({ url, year: 2015 }));
    const alone = await auditOf(silent, led());
    expect(review.evidence.map((one) => one.url)).toContain(url);
    expect(answersIn(review)).toEqual(answersIn(alone));
    expect(chosenIn(review)).toEqual([]);
    const foreign = new Set(review.evidence.filter((one) => one.url.startsWith(taken)).map(({ id }) => id));
    const cited = Object.values(review.answers).flatMap(({ evidence }) => evidence);
    expect(cited.filter((id) => foreign.has(id))).toEqual([]);
  });

  test('it is where the government’s own address leads by now', async () => {
    const place = led({ url: old, year: 2015 });
    const sent = { body: pageOf('http://elections-nowhere.test/results.csv'), finalUrl: taken };
    const file = { 'http://elections-nowhere.test/results.csv': results('Polling station', 60) };
    const review = await auditOf({ ...silent, [old]: sent, ...file }, place);
    expect(chosenIn(review)).toEqual([]);
    expect(answersIn(review)).toMatchObject({ exists: 'Unsure' });
  });
});
