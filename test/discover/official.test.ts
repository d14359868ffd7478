import { describe, expect, test } from 'vitest';
import { lensOf, officialness } from '../../src/discover/index.ts';
import type { Page } from '../../src/model/inspection.ts';
import type { DatasetRecord } from '../../src/model/records.ts';
import { criteria, place, portal, tools } from './tools.ts';

const country = place({
  domains: [
    { value: 'gov.uk', source: 'made up' },
    { value: 'statistics.org.uk', source: 'made up', because: 'The statistics office.' },
  ],
  portals: [
    portal({ url: 'https://opendata.uk', owner: 'Cabinet Office' }),
    portal({ url: 'https://shop.uk', national: false, owner: 'Open Shop Society' }),
    portal({ url: 'https://lands.uk', national: false, owner: 'Lands and Surveys Department' }),
    portal({ url: 'https://town.uk', national: false, owner: 'Roads Department, City of Alba' }),
  ],
  responsible: { 'election-results': { value: { en: 'Electoral Commission' }, source: 'made up' } },
});
const lens = lensOf(country, criteria.category('election-results'), tools.words);

const record = (publisher: string): DatasetRecord => ({
  ...{
    id: 'x',
    title: 'x',
    description: '',
    landingPage: null,
    publisher,
    keywords: [],
    themes: [],
    issued: null,
    modified: null,
  },
  ...{ temporal: null, frequency: null, spatial: null, licence: [], fields: [], isPublic: null, distributions: [] },
});

const page = (given: Partial<Page>): Page => ({
  ...{
    title: '',
    headings: [],
    text: '',
    footer: '',
    links: [],
    forms: [],
    meta: [],
    jsonLd: [],
    mounts: [],
    iframes: [],
  },
  ...{ scripts: { count: 0, bytes: 0, sources: [] }, refresh: null, canonical: null, images: 0, ...given },
});

describe('an address is', () => {
  test.each([
    ['official under a domain of the government', 'https://a.b.gov.uk/x', 'official'],
    ['official on a named site', 'https://www.statistics.org.uk/', 'official'],
    ['official on the national catalogue', 'https://opendata.uk/d/1', 'official'],
    ['unknown on a catalogue that is not national', 'https://shop.uk/d/1', 'unknown'],
    ['official on the catalogue of an authority', 'https://lands.uk/d/1', 'official'],
    ['unknown on the catalogue of a town', 'https://town.uk/d/1', 'unknown'],
    ['unknown where a domain only looks like it', 'https://gov.uk.evil.example/', 'unknown'],
    ['unknown where a name only ends like it', 'https://notgov.uk/', 'unknown'],
    ['of another government', 'https://data.gov.fr.gouv.fr/', 'third-party'],
    ['a platform', 'https://github.com/gov/data', 'third-party'],
    ['nothing', 'not an address', 'unknown'],
  ])('%s', (_, url, verdict) => {
    expect(officialness(url, { lens }).verdict).toBe(verdict);
  });
});

test('without a place a government suffix is official', () => {
  expect(officialness('https://data.go.ke/x', { lens: lensOf(null, null, tools.words) }).verdict).toBe('official');
});

describe('the publisher that a catalogue names', () => {
  const url = 'https://files.example/results.csv';

  test('counts on an official catalogue', () => {
    const found = officialness(url, {
      lens,
      record: record('The Electoral Commission'),
      catalogue: 'https://data.gov.uk/api',
    });
    expect(found).toMatchObject({ verdict: 'official', because: expect.stringContaining('The Electoral Commission') });
  });

  test('counts for nothing on anybody’s catalogue', () => {
    expect(
      officialness(url, { lens, record: record('The Electoral Commission'), catalogue: 'https://mirror.example/' })
        .verdict,
    ).toBe('unknown');
  });
});

describe('a mandate stated on the page', () => {
  test('counts in the country’s own domain', () => {
    const found = officialness('https://results.uk/', {
      lens,
      page: page({ footer: 'Contact © 2024 Electoral Commission, all rights reserved' }),
    });
    expect(found.verdict).toBe('official');
    expect(found.because).toContain('Electoral Commission');
  });

  test('counts for nothing elsewhere', () => {
    expect(
      officialness('https://results.com/', { lens, page: page({ footer: '© Electoral Commission' }) }).verdict,
    ).toBe('unknown');
  });

  test('is not any mention of a ministry', () => {
    expect(
      officialness('https://news.uk/', { lens, page: page({ text: 'The ministry said', title: 'Ministry' }) }).verdict,
    ).toBe('unknown');
  });
});
