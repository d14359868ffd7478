import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressKey,
  domainOf,
  extensionOf,
  extensionOfName,
  fileName,
  isShareLink,
  siteOf,
  withoutFragment,
  withoutQuery,
} from '../../src/web/address.ts';

describe('the key of an address', () => {
  test.each([
    ['HTTP://Data.Example:80', 'http://data.example/'],
    ['https://data.example:443/a/../b', 'https://data.example/b'],
    ['http://data.example/%7Euser/%c3%a9', 'http://data.example/~user/%C3%A9'],
    ['http://data.example/é', 'http://data.example/%C3%A9'],
    ['http://data.example/a#part', 'http://data.example/a'],
    ['http://data.example/a%2fb', 'http://data.example/a%2Fb'],
    ['http://data.example:8080/?q=%41', 'http://data.example:8080/?q=A'],
  ])('of %s is %s', (url, key) => {
    expect(addressKey(url)).toBe(key);
  });

  test.each(['', 'data.example', '/path', 'http://'])('of %j is none', (url) => {
    expect(addressKey(url)).toBeNull();
  });

  test('is its own key', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = addressKey(url) ?? '';
        return addressKey(key) === key;
      }),
    );
  });
});

test.each([
  ['a bookmark', 'http://marks.example/new.xml?url=http://data.gov.example/set&name=Set', true],
  ['a share whose address is escaped', 'https://social.example/s?u=https%3A%2F%2Fdata.gov.example%2Fset', true],
  ['a proxy of its own site', 'http://data.gov.example/get.csv?url=http://data.gov.example/set', false],
  ['a file elsewhere', 'http://files.example/set.csv?from=2020', false],
  ['a viewer of a file elsewhere', 'http://viewer.example/?file=http://files.example/a.csv', false],
  ['what is no address', 'mailto:a@example', false],
])('a link hands its page to another site or not: %s', (_, url, expected) => {
  expect(isShareLink(url, 'http://data.gov.example/set')).toBe(expected);
});

describe('an address taken apart', () => {
  test.each([
    ['https://a.example/data/r%C3%A9sultats-l%C3%A9gislatives.csv?x=/y.zip#z.pdf', 'résultats-législatives.csv', 'csv'],
    ['https://a.example/100%.csv', '100%.csv', 'csv'],
    ['https://a.example/files/', '', null],
    ['https://a.example', '', null],
    ['https://a.example/v1.2/export', 'export', null],
    ['not an address', '', null],
  ])('%s', (url, name, extension) => {
    expect([fileName(url), extensionOf(url)]).toEqual([name, extension]);
  });

  test.each([
    ['Report.FINAL.XLSX', 'xlsx'],
    ['data.csv?download=1', 'csv'],
    ['README', null],
  ])('the name of a file: %s', (name, extension) => {
    expect(extensionOfName(name)).toBe(extension);
  });

  test('loses its fragment and its question', () => {
    expect(withoutFragment('https://a.example/b?c=1#d\n#e')).toBe('https://a.example/b?c=1');
    expect(withoutQuery('https://a.example/b?c=1#d')).toBe('https://a.example/b');
  });

  test.each([
    ['https://WWW.Data.Example:8080/', 'data.example:8080', 'data.example'],
    ['https://data.example./', 'data.example.', 'data.example'],
    ['nothing', '', null],
  ])('the site of %s', (url, site, domain) => {
    expect([siteOf(url), domainOf(url)]).toEqual([site, domain]);
  });
});
