import { describe, expect, test } from 'vitest';
import { answersIn, auditOf, dataset, hits, html, nowhere, results, type Web } from './web.ts';

/* A country that publishes results by constituency only: what its publisher says of that, and what else must be seen. */

const search = 'http://data.gov.example/api/3/action/package_search';
const page = 'http://data.gov.example/dataset/results';
const file = 'http://data.gov.example/results.csv';
const says = 'Results by polling station are not published.';

const found = dataset('results', 'Election results 2025', [{ url: file }]);

const web = (text: string, more: Web = {}): Web => ({
  [search]: hits(found),
  [page]: html('Election results 2025', `<h1>Election results 2025</h1><p>${text}</p>`),
  [file]: results('Constituency'),
  ...more,
});
const place = nowhere({ addresses: [] });
const existsIn = async (given: Web, where = place) => answersIn(await auditOf(given, where))['exists'];

describe('where the file of the place names no pages of the responsible body', () => {
  test('the publisher says what it does not publish, and everything that was found was read whole: No', async () => {
    const review = await auditOf(web(says), place);
    expect(answersIn(review)['exists']).toBe('No');
    expect(review.coverage?.filter(({ reason }) => reason === 'told').map(({ need }) => need)).toEqual([
      'responsible-body',
    ]);
  });

  test('nobody says so: it stays open', async () => {
    expect(await existsIn(web('Results by constituency.'))).toBe('Unsure');
  });

  test('it is said of something else: it stays open', async () => {
    expect(await existsIn(web('Opinions of the judges are not published.'))).toBe('Unsure');
  });

  test('it is said of something that the data shows: what it does not show stays open', async () => {
    expect(await existsIn(web('The number of registered voters is not published.'))).toBe('Unsure');
  });

  test('a newspaper says so: it stays open', async () => {
    const paper = 'http://news.example/elections';
    const link = `<a href="${paper}">Election results by polling station</a>`;
    const given = web(link, { [paper]: html('Election results', `<h1>Election results</h1><p>${says}</p>`) });
    const review = await auditOf(given, place);
    expect(review.evidence.map(({ url }) => url)).toContain(paper);
    expect(answersIn(review)['exists']).toBe('Unsure');
  });

  test('a town says so of itself: it stays open', async () => {
    const town = 'http://data.gov.example/dataset/town';
    const own = dataset('town', 'Election results of the City of Springfield', [
      { url: 'http://data.gov.example/town.csv' },
    ]);
    const given = web('Results by constituency.', {
      [search]: hits(found, { ...own, organization: { title: 'City of Springfield' } }),
      [town]: html('Election results of the City of Springfield', `<h1>City of Springfield</h1><p>${says}</p>`),
      'http://data.gov.example/town.csv': results('Constituency'),
    });
    expect(await existsIn(given)).toBe('Unsure');
  });

  test('another hit was not seen: it stays open', async () => {
    const other = dataset('more', 'Election results 2021', [{ url: 'http://data.gov.example/more.csv' }]);
    const given = web(says, {
      [search]: hits(found, other),
      'http://data.gov.example/dataset/more': html('Election results 2021', '<h1>Election results 2021</h1>'),
      'http://data.gov.example/more.csv': { lost: 'timeout' },
    });
    expect(await existsIn(given)).toBe('Unsure');
  });

  test('no catalogue could be searched: it stays open', async () => {
    const { [search]: _, ...rest } = web(says);
    const given: Web = { ...rest, [search]: { lost: 'timeout' } };
    expect(answersIn(await auditOf(given, place, [page]))['exists']).toBe('Unsure');
  });
});
