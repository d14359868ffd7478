import { expect, test } from 'vitest';
import { readMarkedRights } from '../../../src/inspect/html/rights.ts';

const read = (html: string) =>
  readMarkedRights(`<!doctype html><html>${html}</html>`, 'https://data.gov.example/set/1');

test.each([
  ['a link in the head', '<head><link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head>'],
  ['RDFa', '<p property="dct:license" resource="https://creativecommons.org/licenses/by/4.0/">Terms</p>'],
  ['microdata', '<a itemprop="license" href="https://creativecommons.org/licenses/by/4.0/">Terms</a>'],
  [
    'microdata without a visible word',
    '<meta itemprop="license" content="https://creativecommons.org/licenses/by/4.0/">',
  ],
])('%s states a licence by its address', async (_, html) => {
  expect((await read(html)).links).toMatchObject([
    { url: 'https://creativecommons.org/licenses/by/4.0/', rel: 'license' },
  ]);
});

test('an address relative to the page is made whole', async () => {
  const { links } = await read('<link rel="alternate license" href="/terms">');
  expect(links.map(({ url }) => url)).toEqual(['https://data.gov.example/terms']);
});

test('words that are marked as the licence are kept as words', async () => {
  const { links, meta } = await read('<span itemprop="license">Open Government\n Licence</span>');
  expect([links, meta]).toEqual([[], [{ name: 'license', content: 'Open Government Licence' }]]);
});

test('addresses that are no web addresses are not followed, and many marks are cut', async () => {
  const { links, meta } = await read(
    `<a itemprop="license" href="javascript:alert(1)">x</a>${'<i itemprop="license">y</i>'.repeat(50)}`,
  );
  expect([links.length, meta.length]).toEqual([0, 20]);
});

test('a page that marks no licence has none', async () => {
  expect(await read('<p>This licence is a word of the text.</p>')).toEqual({ links: [], meta: [] });
});
