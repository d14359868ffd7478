import { describe, expect, test, vi } from 'vitest';
import { statementsOfPage } from '../../src/licence/index.ts';
import type { Page } from '../../src/model/inspection.ts';
import { look } from '../inspect/look.ts';
import { licences } from './known.ts';

const by = 'https://creativecommons.org/licenses/by/4.0/';
const agpl = 'https://www.gnu.org/licenses/agpl-3.0.html';
const mit = 'https://opensource.org/licenses/MIT';

const pageOf = async (body: string, language: string): Promise<Page> => {
  const html = `<!doctype html><html lang="${language}"><head><title>x</title></head><body>${body}</body></html>`;
  const { page } = await look(html, { url: 'https://data.example/budget' });
  if (page === null) throw new Error('no page was read');
  return page;
};

/** What the links of a page say. */
const linked = async (body: string, language = 'en') =>
  statementsOfPage(licences, await pageOf(body, language), { language })
    .filter(({ where }) => where.startsWith('link'))
    .map(({ scope, verdict: { id, open, reason } }) => ({ scope, id, open, reason }));

describe('a link to a licence in running text says what its sentence says', () => {
  test.each([
    ['en', `<p>This code is licensed under <a href="${mit}">the MIT License</a>.</p>`],
    ['en', `<p>The source code of this portal is under <a rel="license" href="${agpl}">AGPL</a>.</p>`],
    ['de', `<p>Der Quellcode dieser Anwendung steht unter der <a href="${mit}">MIT-Lizenz</a>.</p>`],
    ['fr', `<p>Les photographies sont sous <a href="${by}">cette licence</a>.</p>`],
    ['es', `<p>Los iconos se distribuyen bajo licencia <a href="${by}">CC BY 4.0</a>.</p>`],
    ['pl', `<p>Kod źródłowy portalu jest dostępny na licencji <a href="${mit}">MIT</a>.</p>`],
    [
      'sr',
      `<footer>Изворни код портала <a href="/code">udata</a> је доступан под лиценцом <a href="${agpl}">AGPL v3</a>. Садржај блога: <a href="${by}">CC BY 4.0</a>.</footer>`,
    ],
    ['en', `<p>Licence: <a href="${mit}">MIT</a>, of the source code</p>`],
    ['en', `<p><a href="/code">Source code</a> (<a href="${mit}">MIT</a>)</p>`],
    ['en', `<p>The source code is under <a property="dct:license" href="${mit}">MIT</a>.</p>`],
  ])('%s: of code and pictures, not of the data: %s', async (language, body) => {
    expect(await linked(body, language)).toMatchObject([{ scope: 'site', open: 'Unsure', reason: 'something-else' }]);
  });

  test.each([
    ['en', `<p>We plan to publish this data under <a href="${by}">this licence</a>.</p>`, 'not-granted'],
    ['en', `<p>This data is not licensed under <a href="${by}">CC BY 4.0</a>.</p>`, 'not-granted'],
    [
      'en',
      `<p>Except for the data tables, this publication is licensed under <a href="${by}">CC BY 4.0</a>.</p>`,
      'data-excepted',
    ],
    ['de', `<p>Wir planen, die Daten unter <a href="${by}">CC BY 4.0</a> zu veröffentlichen.</p>`, 'not-granted'],
  ])('%s: named and not granted: %s', async (language, body, reason) => {
    expect(await linked(body, language)).toMatchObject([{ scope: 'dataset', open: 'Unsure', reason }]);
  });

  test.each([
    ['en', `<p>The data on this page is published under <a href="${by}">this licence</a>.</p>`],
    ['en', `<p>The code is under <a href="${mit}">MIT</a>, the data is under <a href="${by}">CC BY 4.0</a>.</p>`],
    ['pl', `<p>Dane są udostępniane na licencji <a href="${by}">CC BY 4.0</a>.</p>`],
    ['en', `<p>The press photos may not be copied. The data is under <a href="${by}">CC BY 4.0</a>.</p>`],
  ])('%s: granted for the data: %s', async (language, body) => {
    expect(await linked(body, language)).toMatchObject([{ scope: 'dataset', id: 'CC-BY-4.0', open: 'Yes' }]);
  });

  test('of hundreds of sentences with the same licence some are read', async () => {
    const each = (_: unknown, at: number) => `<p>Data of office ${at} is under <a href="${by}">CC BY 4.0</a>.</p>`;
    const page = await pageOf(Array.from({ length: 300 }, each).join(''), 'en');
    const read = vi.fn(licences.read);
    expect(statementsOfPage({ ...licences, read }, page)).toMatchObject([
      { scope: 'dataset', verdict: { open: 'Yes' } },
    ]);
    expect(read.mock.calls.length).toBeLessThan(50);
  });

  test('what is granted for the content of the site is said of the site', async () => {
    const body = `<p>Content on this site is licensed under <a href="${by}">CC BY 4.0</a>.</p>`;
    expect(await linked(body)).toMatchObject([{ scope: 'site', open: 'Yes' }]);
  });
});

describe('a link that stands for itself says its licence', () => {
  test.each([
    ['on a line of its own', `<h2>Licence</h2><p><a href="${by}"><img alt="CC BY 4.0" src="by.png"></a></p>`],
    ['as a sentence of its own', `<p>The code is ours. <a href="${by}">The wombat deed</a></p>`],
    ['as the value of a field, whatever it is called', `<p>Licence: <a href="${by}">the wombat deed</a></p>`],
    [
      'among other links',
      `<p><a href="/imprint">Imprint</a> <a href="/wombats">Wombats</a> <a href="${by}">CC BY</a></p>`,
    ],
    [
      'in a long menu, whatever else it leads to',
      `<p>${['Source code', 'Photos', 'Software', 'Newsletter', 'Statistics', 'Publications', 'Wombats', 'Imprint'].map((name) => `<a href="/${name}">${name}</a>`).join(' ')} <a href="${by}">CC BY</a></p>`,
    ],
  ])('%s', async (_, body) => {
    expect(await linked(body)).toMatchObject([{ scope: 'dataset', id: 'CC-BY-4.0', open: 'Yes' }]);
  });
});

describe('a link to the terms of something else is not opened', () => {
  test.each([
    [
      'a licence of code at an unknown address',
      '<p>The source code is published under <a href="/l">this licence</a>, see <a href="/LICENSE">licence</a>.</p>',
    ],
    ['a licence that is planned', `<p>We plan to publish this data under the <a href="${by}">licence</a>.</p>`],
  ])('%s', async (_, body) => {
    expect(licences.termsLinks(await pageOf(body, 'en'))).toEqual([]);
  });

  test.each([
    ['the licence of the data', '<p>The data is published under an open <a href="/licence">licence</a>.</p>'],
    [
      'terms of an application that may hold the data',
      '<p>Whoever uses this application accepts the <a href="/t">terms of use</a>.</p>',
    ],
    ['what the page marks as its licence, in whatever language', '<p><a rel="license" href="/l">Leyfi okkar</a></p>'],
    ['a condition about an unknown licence', '<p>We plan to publish this data under the <a href="/l">licence</a>.</p>'],
  ])('opened: %s', async (_, body) => {
    expect(licences.termsLinks(await pageOf(body, 'en'))).toHaveLength(1);
  });
});
