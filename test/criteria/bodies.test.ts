import { describe, expect, test } from 'vitest';
import { withBodies } from '../../src/criteria/bodies.ts';
import type { Place, SourcedBody } from '../../src/model/data.ts';
import { nowhere } from '../audit/web.ts';

/* What bodies of published lists add to a place. */

const office = (given: Partial<SourcedBody> = {}): SourcedBody => ({
  ...{ name: 'Statistics Nowhere', site: 'http://stats.zz/', categories: ['national-statistics'], standing: 'listed' },
  source: { title: 'List of offices', url: 'https://lists.example/offices' },
  ...given,
});

const laid = (bodies: readonly SourcedBody[], given: Partial<Place> = {}): Place =>
  withBodies(nowhere(given), { id: 'zz', bodies });

const domainsOf = ({ domains }: Place): readonly string[] => domains.map(({ value }) => value);

describe('a body of a list of those responsible', () => {
  test('is responsible, with its site and the source of both', () => {
    const place = laid([office()]);
    const source = 'List of offices, https://lists.example/offices';
    expect(place.responsible['national-statistics']).toEqual({ value: { en: 'Statistics Nowhere' }, source });
    expect(place.addresses.at(-1)).toMatchObject({ category: 'national-statistics', url: 'http://stats.zz/', source });
    expect(place.domains.at(-1)).toMatchObject({ value: 'stats.zz', source });
    expect(place.named).toEqual([]);
  });

  test.each(['http://stats-nowhere.org/', 'http://stats.com/', 'http://stats.ch/'])(
    'of %s, which anybody may take, the site is not official by the list',
    (site) => {
      const place = laid([office({ site })]);
      expect(domainsOf(place)).toEqual(['gov.example']);
      expect(place.addresses.at(-1)?.url).toBe(site);
    },
  );

  test('adds no site where a person wrote an address, and is tried all the same', () => {
    const place = laid([office({ categories: ['election-results'] })], { responsible: {} });
    expect(place.responsible['election-results']?.value).toEqual({ en: 'Statistics Nowhere' });
    expect(place.addresses).toEqual(nowhere().addresses);
    expect(place.named).toHaveLength(1);
  });

  test('adds no domain below one that is known', () => {
    const zz = { value: 'gov.zz', source: 'made up' };
    expect(domainsOf(laid([office({ site: 'http://stats.gov.zz/' })], { domains: [zz] }))).toEqual(['gov.zz']);
  });

  test('changes nothing where a person named a body and its address, and is tried all the same', () => {
    const body = office({ categories: ['election-results'] });
    const place = laid([body]);
    expect(place.responsible).toEqual(nowhere().responsible);
    expect(place.addresses).toEqual(nowhere().addresses);
    expect(domainsOf(place)).toEqual(['gov.example']);
    expect(place.named).toEqual([body]);
  });
});

test('a body that something else names is responsible for nothing, and its site is nobody’s', () => {
  const body = office({ standing: 'named' });
  const place = laid([body]);
  expect({ ...place, named: [] }).toEqual({ ...nowhere(), named: [] });
  expect(place.named).toEqual([body]);
});
