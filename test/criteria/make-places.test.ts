import { expect, test } from 'vitest';

/* What the script that makes place files reads of a registry of catalogues, and what it says of a newer one. */

const { portalsIn, changesOf, told } = await import(
  new URL('../../criteria/make-places.registry.mjs', import.meta.url).href
);

const entry = (given = {}) => ({
  ...{ catalog_type: 'Open data portal', name: 'Data', link: 'https://data.example/', status: 'active' },
  owner: { name: 'Ministry', type: 'Central government' },
  coverage: [{ location: { country: { id: 'ZZ' }, level: 20 } }],
  ...{
    software: { id: 'ckan' },
    langs: [{ id: 'EN' }],
    endpoints: [{ type: 'ckan', url: 'https://data.example/api' }],
  },
  ...given,
});

const read = (...entries: readonly object[]) => portalsIn(entries.map((one) => JSON.stringify(one)).join('\n'));

test('a registry as it is published is read like one that was reduced', () => {
  const reduced = {
    ...{ country: 'ZZ', name: 'Data', link: 'https://data.example/', type: 'Open data portal', software: 'ckan' },
    ...{ national: false, owner: 'Ministry', langs: ['en'], endpoints: { ckan: 'https://data.example/api' } },
  };
  expect(read(entry())).toEqual([reduced]);
  expect(read(reduced)).toEqual([reduced]);
});

test.each([
  ['a town’s', { owner: { name: 'Town', type: 'Local government' } }],
  ['a region’s', { coverage: [{ location: { country: { id: 'ZZ' }, level: 30 } }] }],
  ['one that is out of use', { status: 'inactive' }],
  ['one of no country', { coverage: [] }],
])('%s is left out', (_, given) => {
  expect(read(entry(given))).toEqual([]);
});

test('one that is national is kept whoever runs it, and Norway is Norway', () => {
  const given = {
    ...{ owner: { name: 'Association', type: 'Civil society' }, properties: { is_national: true } },
    coverage: [{ location: { country: { id: false }, level: 20 } }],
  };
  expect(read(entry(given))).toMatchObject([{ country: 'NO', national: true }]);
});

test('what was added, what is gone and what moved is said', () => {
  const portal = (name: string, url: string) => ({ name, url, owner: 'Ministry' });
  const before = [portal('Stays', 'https://a/'), portal('Moves', 'https://b/'), portal('Goes', 'https://c/')];
  const after = [portal('Stays', 'https://a/'), portal('Moves', 'https://d/'), portal('Comes', 'https://e/')];
  expect(told([{ id: 'zz', of: changesOf(before, after) }])).toEqual([
    '1 catalogues added, 1 gone, 1 moved',
    'zz + https://e/',
    'zz - https://c/',
    'zz > https://b/ is at https://d/ (Moves)',
  ]);
});
