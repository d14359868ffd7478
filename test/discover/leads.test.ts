import { expect, test } from 'vitest';
import { discover } from '../../src/discover/index.ts';
import type { Place } from '../../src/model/data.ts';
import type { Fetch } from '../../src/model/exchange.ts';
import { isLead } from '../../src/model/records.ts';
import { criteria, place, tools } from './tools.ts';

/* Addresses of old lists among the proposals. */

const silence: Fetch = async ({ url }) => ({
  ...{ url, fetchedAt: '2026-10-01T10:00:00Z', hops: [], record: null },
  reply: { kind: 'lost', reason: 'dns', detail: '' },
});

const government = [{ value: 'gov.example', source: 'made up' }];

const proposed = async (given: Partial<Place>, asOf = '2026-10-01') => {
  const category = criteria.category('election-results');
  const request = { place: place({ domains: government, ...given }), category, asOf };
  const { candidates } = await discover({ ...request, extra: [], previous: [], fetch: silence }, tools);
  return candidates.filter(({ parts }) => parts.some(({ name }) => name === 'lead' || name === 'known'));
};

const leads = (...urls: readonly (readonly [number, string])[]): Pick<Place, 'leads'> => ({
  leads: {
    id: 'zz',
    source: 'Old Index',
    leads: {
      'election-results': urls.map(([year, url]) => ({ year, url })),
      legislation: [{ year: 2015, url: 'http://law.gov.example/' }],
    },
  },
});

test('the newest are proposed first, those of the government before others, each with who named it', async () => {
  const found = await proposed(
    leads(
      [2015, 'http://commission.example/'],
      [2014, 'http://votes.gov.example/a'],
      [2013, 'http://votes.gov.example/b'],
    ),
  );
  expect(found.map(({ url }) => url)).toEqual([
    'http://votes.gov.example/a',
    'http://votes.gov.example/b',
    'http://commission.example/',
  ]);
  expect(found.every(isLead)).toBe(true);
  expect(found[0]?.why).toBe('The address of an entry of the Old Index 2014, election results.');
  expect(found[2]?.official.verdict).toBe('unknown');
});

test('what the place’s file names comes before them', async () => {
  const address = { category: 'election-results', url: 'http://votes.gov.example/own', role: 'landing-page' } as const;
  const found = await proposed({
    ...leads([2015, 'http://votes.gov.example/a']),
    addresses: [{ ...address, why: 'It is.', source: 'made up' }],
  });
  expect(found.map(({ url }) => url)).toEqual(['http://votes.gov.example/own', 'http://votes.gov.example/a']);
});

test('sites of bodies that are named as publishers come between the two, two at most, each with its source', async () => {
  const body = (site: string) => ({
    ...{ name: 'Election Commission', site, categories: ['election-results'], standing: 'named' as const },
    source: { title: 'List of commissions', url: 'https://lists.example/' },
  });
  const found = await proposed({
    ...leads([2015, 'http://votes.gov.example/a']),
    named: [body('http://one.gov.example/'), body('http://two.gov.example/'), body('http://three.gov.example/')],
  });
  expect(found.map(({ url }) => url)).toEqual([
    'http://one.gov.example/',
    'http://two.gov.example/',
    'http://votes.gov.example/a',
  ]);
  expect(found[0]?.why).toBe('The site of Election Commission, which publishes it by List of commissions.');
  expect(found.every(isLead)).toBe(true);
});

test('what the place’s file names too is no lead', async () => {
  const url = 'http://votes.gov.example/a';
  const address = { category: 'election-results', url, role: 'landing-page' } as const;
  const found = await proposed({
    ...leads([2015, 'https://www.votes.gov.example/a/']),
    addresses: [{ ...address, why: 'It is.', source: 'made up' }],
  });
  expect(found.map((one) => [one.url, isLead(one)])).toEqual([[url, false]]);
});

test('none of somebody who is known to be no government is tried', async () => {
  const found = await proposed(
    leads([2014, 'https://en.wikipedia.org/wiki/Elections'], [2014, 'http://votes.gov.au/of-another-government']),
  );
  expect(found).toEqual([]);
});

test('three are tried, and none that was named later than the day that is looked at', async () => {
  const found = await proposed(
    leads(
      [2015, 'http://votes.gov.example/late'],
      ...[1, 2, 3, 4].map((at): readonly [number, string] => [2013, `http://votes.gov.example/${at}`]),
    ),
    '2014-06-30',
  );
  expect(found.map(({ url }) => url)).toEqual([1, 2, 3].map((at) => `http://votes.gov.example/${at}`));
});
