import { describe, expect, test } from 'vitest';
import { publishedNames, titlesOf } from '../../src/commands/published-names.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Review } from '../../src/model/review.ts';
import { csvLine } from '../../src/reviews/csv.ts';
import {
  dataPackage,
  entryRow,
  headerRow,
  type PublishedCsv,
  publishedRow,
  readEntries,
  reviewerOfEntries,
} from '../../src/reviews/published/index.ts';
import { contradictions, scoreOf } from '../../src/score/index.ts';
import { file, header, row, years } from './published-file.ts';

const criteria = openCriteria();
const vocabulary = criteria.data<PublishedCsv>('vocabulary/godi-csv');
const names = publishedNames(criteria, vocabulary);
const read = (text: string) => readEntries(text, vocabulary, names);
const reviewsOf = (text: string): readonly Review[] =>
  read(text).entries.map(reviewerOfEntries(vocabulary, titlesOf(criteria), { scoreOf, contradictions }));

const exported = (reviews: readonly Review[], edition = 'godi-2015'): string => {
  const rules = criteria.edition(edition);
  const rows = [...reviews].sort((one, other) => (publishedRow(one) ?? 0) - (publishedRow(other) ?? 0));
  return [
    headerRow(rules, vocabulary),
    ...rows.map((review) => {
      const { cells, rankAt } = entryRow({ review, edition: rules, vocabulary });
      return rankAt === null ? cells : cells.with(rankAt, '9');
    }),
  ]
    .map(csvLine)
    .join('');
};

test('entries that are answered alike share their answers, and each has those that it would have alone', () => {
  const address = 'http://data.example/elections';
  const rest = (url: string, licence: string) => `${url},,${licence},,,,2015-09-01T10:00:00,A Submitter,A Reviewer,,`;
  const { entries } = read(
    file(
      row(),
      row({ place: 'tn' }),
      row({ place: 'ke', word: 'YYYYYNNNU' }),
      row({ place: 'jp', rest: rest(address, '') }),
      row({ place: 'de', rest: rest('', address) }),
      row({ place: 'fr', rest: rest(address, `${address}/licence`) }),
      row({ place: 'br', rest: rest(address, address) }),
      row({ year: 2014 }),
    ),
  );
  const reviewer = () => reviewerOfEntries(vocabulary, titlesOf(criteria), { scoreOf, contradictions });
  const together = entries.map(reviewer());
  expect(together).toEqual(entries.map((entry) => reviewer()(entry)));
  expect(together[1]?.answers).toBe(together[0]?.answers);
  expect(new Set(together.map(({ answers }) => answers)).size).toBe(7);
});

test('what is imported is exported to the byte', () => {
  expect(exported(reviewsOf(years))).toBe(years);
});

test('a row that is there twice belongs to the year after as well, where that has none of its own', () => {
  const reviews = reviewsOf(years).filter(
    ({ place, category }) => place?.id === 'tn' && category?.id === 'government-budget',
  );
  expect(reviews.map(({ year, edition, published }) => [year, edition, published?.['year']])).toEqual([
    [2013, 'godi-2013', undefined],
    [2014, 'godi-2014', '2013'],
  ]);
});

describe('a review made of a published entry', () => {
  const [morocco, tunisia] = reviewsOf(years) as [Review, Review];

  test('has the answers, the score and the openness of the entry', () => {
    expect(morocco.score).toEqual({ points: 0, ceiling: 100, outOf: 100 });
    expect(tunisia).toMatchObject({
      isOpen: true,
      score: { points: 100 },
      place: { id: 'tn' },
      category: { id: 'election-results' },
    });
    expect(new Set(Object.values(tunisia.answers).map(({ answer }) => answer))).toEqual(new Set(['Yes']));
  });

  test('keeps people and prose where an audit has them', () => {
    expect(morocco.people).toEqual({
      submitter: 'Submitter, A',
      reviewers: ['A Reviewer'],
      comments: 'Checked.\r\nTwice.',
    });
    expect(morocco.notes).toBe('Said "unsure"\ntwice');
  });

  test('shows a stranger where the entry was published, and what it named', () => {
    expect(tunisia.evidence.map(({ url, outcome }) => [url, outcome])).toEqual([
      ['http://2015.index.okfn.org/place/tunisia/elections/', 'not-captured'],
      ['http://data.example/elections', 'not-captured'],
      ['http://data.example/licence', 'not-captured'],
    ]);
    expect([tunisia.answers['bulk']?.evidence, tunisia.answers['openlicense']?.evidence]).toEqual([
      ['ev-1', 'ev-2'],
      ['ev-1', 'ev-3'],
    ]);
  });

  test('is judged as of the day it was submitted', () => {
    expect([morocco.asOf, reviewsOf(file(row({ rest: ',,,,,,10/5/2012 14:14,,,,' })))[0]?.asOf]).toEqual([
      '2015-10-10',
      '2015-12-31',
    ]);
  });
});

describe('other headers and spellings of the index', () => {
  test('the site of 2014: Y, N and ?, True and False, people joined, fewer columns', () => {
    const text = [
      'place,dataset,year,score,rank,isopen,dataset,exists,digital,public,online,free,machinereadable,bulk,openlicense,uptodate,url,format,licenseurl,dateavailable,title,publisher,timestamp,submitters,reviewers,details',
      'tn,companies,2014,45,3,True,companies,Y,Y,Y,Y,Y,N,N,?,Y,http://data.example/,HTML,,,Register,,2014-11-01T09:27:03.782Z,Ada~*Bob,,Said.',
    ].join('\n');
    const [review] = reviewsOf(text);
    expect(review).toMatchObject({
      score: { points: 45, ceiling: 75 },
      people: { submitter: 'Ada~*Bob', reviewers: [] },
    });
    expect(review?.published).toMatchObject({ officialtitle: 'Register', isopen: 'True' });
  });

  test('one dataset column, lower-case headers, semicolons, ids of our own', () => {
    const text = [
      header.replace(',dataset,exists', ',exists').toLowerCase(),
      row({ place: 'morocco', dataset: 'election-results' }),
    ]
      .join('\n')
      .replace(',election-results,Yes', ',Yes')
      .replaceAll(',', ';');
    expect(reviewsOf(text)[0]).toMatchObject({ place: { id: 'ma' }, category: { id: 'election-results' } });
  });

  test('2016: another set of questions under other names, and places by name', () => {
    const text =
      'place_name,year,dataset,rank,score,open_licence,format,downloadable,uptodate,online_free,free\nThe Bahamas,2016,land,1,50,no,yes,yes,yes,no,no\n';
    const [review] = reviewsOf(text);
    expect(review).toMatchObject({
      edition: 'godi-2016',
      place: { id: 'bs' },
      category: { id: 'land-ownership' },
      score: { points: 50, ceiling: 50 },
    });
    expect(exported(reviewsOf(text), 'godi-2016').split('\r\n')[1]).toBe(
      'bs,land,2016,1,50,No,land,No,No,Yes,Yes,No,Yes,,,,,,,,,,',
    );
  });

  test('codes of the index that are no ISO codes', () => {
    const [review] = reviewsOf(file(row({ place: 'ko' })));
    expect([
      review?.place?.id,
      exported(review === undefined ? [] : [review])
        .split('\r\n')[1]
        ?.slice(0, 3),
    ]).toEqual(['xk', 'ko,']);
  });

  test('columns that nobody knows are kept', () => {
    const [review] = reviewsOf(`${header},qualityinfo\n${row()},good\n`);
    expect(review?.published).toMatchObject({ qualityinfo: 'good' });
  });
});

describe('a bad row is named by line and column, and costs only itself', () => {
  test.each([
    [
      'an answer of a fourth kind',
      row({ word: 'YYYYYNNNY' }).replace(',Yes,Yes', ',Maybe,Yes'),
      'exists',
      'Yes, No or Unsure is expected, not "Maybe"',
    ],
    ['a year without edition', row({ year: 1999 }), 'year', 'one of 2013, 2014, 2015, 2016 is expected, not "1999"'],
    ['a place nobody knows', row({ place: 'Atlantis' }), 'place', 'There is no place called "Atlantis"'],
    ['a place left out', row({ place: '' }), 'place', 'a code or a name is expected'],
    ['a dataset nobody knows', row({ dataset: 'dragons' }), 'dataset', 'There is no category called "dragons"'],
    ['two names of one dataset', row().replace(',elections,Yes', ',budget,Yes'), 'dataset', 'the two cells differ'],
    ['a cell too few', row().slice(0, -1), null, '27 cells are expected, not 26'],
  ])('%s', (_, bad, column, says) => {
    const { entries, faults } = read(file(row({ place: 'tn' }), bad, row({ place: 'dz' })));
    expect(entries.map(({ place }) => place)).toEqual(['tn', 'dz']);
    expect(faults).toEqual([{ line: 3, column, says: expect.stringContaining(says) }]);
  });

  test('a second, different entry of the same place, dataset and year', () => {
    expect(read(file(row(), row({ word: 'YYYYYNNNN' }))).faults).toEqual([
      { line: 3, column: null, says: 'line 2 is another entry of the same place, dataset and year' },
    ]);
  });

  test('a third copy of the same entry', () => {
    const { entries, faults } = read(file(row({ year: 2014 }), row({ year: 2014 }), row({ year: 2014 })));
    expect([entries.length, faults[0]?.says]).toEqual([2, 'line 2 is the same entry']);
  });

  test.each([
    ['an empty file', '', 'the file is empty'],
    ['another file', 'name,value\na,1\n', 'the header has no column place, dataset, year'],
  ])('%s holds nothing, and says why', (_, text, says) => {
    expect(read(text)).toMatchObject({ entries: [], faults: [{ line: 1, says }] });
  });
});

test('a score or an openness that does not follow from the answers is kept as it was published', () => {
  const odd = file(row({ score: 44, open: 'Yes' }));
  expect(reviewsOf(odd)[0]?.score.points).toBe(45);
  expect(exported(reviewsOf(odd))).toBe(odd);
});

test('an overruled answer takes the published rank, score and openness with it', () => {
  const [review] = reviewsOf(file(row({ score: 44 }))) as [Review];
  const bulk = review.answers['bulk'];
  if (bulk === undefined) throw new Error('Every question is answered.');
  const override = {
    answer: 'Yes' as const,
    because: 'Seen.',
    reviewer: 'Ada',
    at: '2016-01-01T00:00:00Z',
    evidence: [],
  };
  const overruled = {
    ...review,
    score: { ...review.score, points: 55 },
    answers: { ...review.answers, bulk: { ...bulk, override } },
  };
  expect(exported([overruled]).split('\r\n')[1]).toContain(
    'ma,elections,2015,9,55,No,elections,Yes,Yes,Yes,Yes,Yes,No,Yes,',
  );
});

test('the data package describes every column of the file by its name', () => {
  const edition = criteria.edition('godi-2015');
  const described = { path: 'entries.csv', bytes: 1, hash: `sha256:${'0'.repeat(64)}`, rows: 1, years: [2015] };
  const value = JSON.parse(dataPackage(edition, vocabulary, described));
  const { fields } = value.resources[0].schema;
  expect(fields.map(({ name }: { name: string }) => name)).toEqual(headerRow(edition, vocabulary));
  expect(fields.find(({ name }: { name: string }) => name === 'bulk').constraints).toEqual({
    required: true,
    enum: ['Yes', 'No', 'Unsure'],
  });
});
