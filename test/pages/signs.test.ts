import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf, signsOf } from '../../src/pages/index.ts';
import { isPhrase, phrasesIn } from '../../src/pages/words.ts';
import { evened } from '../../src/text/fold.ts';
import { dataset, distribution, html, prose, type Reply, reading, seen, words } from './seeing.ts';

const codes = async (reply: Reply): Promise<readonly string[]> =>
  signsOf(await seen(reply)).map(({ code, value }) => (value === undefined ? code : `${code}=${value}`));

const rows = (count: number, cell = (i: number) => `${i * 310}`): string =>
  `<table><tr><th>Town</th><th>People</th></tr>${Array.from({ length: count }, (_, i) => `<tr><td>Town ${i}</td><td>${cell(i)}</td></tr>`).join('')}</table>`;

/** Two rows of names and figures below as many headers. */
const twoRows = (columns: number): string => {
  const row = (cell: (at: number) => string): string =>
    `<tr>${Array.from({ length: columns }, (_, at) => cell(at)).join('')}</tr>`;
  const values = (of: number) => row((at) => `<td>${at === 1 ? 70 + of : `${of} name ${at}`}</td>`);
  return `<table>${row((at) => `<th>Head ${at}</th>`)}${values(1)}${values(2)}</table>`;
};

const json = { 'content-type': 'application/json' };
const recordOf = (...distributions: readonly Parameters<typeof distribution>[0][]): Reply => ({
  headers: json,
  body: '{}',
  reading: reading({ datasets: [dataset({ distributions: distributions.map(distribution) })] }),
});

describe('what is offered', () => {
  test.each<readonly [string, Reply, readonly string[]]>([
    ['a CSV of a record', recordOf({}), ['offers-rows=1']],
    ['a ZIP declared to hold CSV', recordOf({ format: 'zip+csv', url: 'https://a.example/f.zip' }), ['offers-rows=1']],
    [
      'a CSV whose address ends in .zip',
      recordOf({ format: 'csv', url: 'https://a.example/f-csv.zip' }),
      ['offers-rows=1'],
    ],
    ['a ZIP that says no more', recordOf({ format: 'zip', url: 'https://a.example/f.zip' }), ['offers-archive=1']],
    [
      'a format told by the address alone',
      recordOf({ format: null, url: 'https://a.example/f.xlsx' }),
      ['offers-rows=1'],
    ],
    [
      'a format asked for in the address',
      recordOf({ format: null, url: 'https://a.example/wfs?request=GetFeature&outputFormat=csv' }),
      ['offers-rows=1'],
    ],
    [
      'a format of the European vocabulary',
      recordOf({ format: 'http://publications.europa.eu/resource/authority/file-type/CSV' }),
      ['offers-rows=1'],
    ],
    ['a link without a format', recordOf({ format: null, url: 'https://a.example/get' }), ['offers-unknown=1']],
    [
      'a file whose address is its page',
      recordOf({ format: 'html', url: 'https://a.example/set' }, { format: 'csv', url: 'https://a.example/set#' }),
      ['offers-document=1', 'offers-unknown=1'],
    ],
    [
      'a dictionary beside the data',
      recordOf({ title: 'Data dictionary', format: 'pdf', url: 'https://a.example/d.pdf' }, {}),
      ['offers-rows=1'],
    ],
    ['a record without files', recordOf(), ['offers-nothing']],
    [
      'a feature service',
      recordOf({ format: 'esri rest', url: 'https://a.example/FeatureServer/0' }),
      ['offers-service=1'],
    ],
    [
      'a place to order',
      recordOf({ title: 'Online ordering', format: null, url: 'https://a.example/o' }),
      ['offers-unknown=1', 'names-ordering'],
    ],
  ])('%s', async (_, reply, expected) => {
    expect(await codes(reply)).toEqual(expected);
  });

  test.each<readonly [string, string, readonly string[]]>([
    ['a CSV in the text', '<p>All figures: <a href="/f.csv">figures</a></p>', ['offers-rows=1']],
    ['a button that names its format', '<p><a href="/get?id=1">Télécharger (XLSX)</a></p>', ['offers-rows=1']],
    ['a user guide', `${prose()}<a href="/guide.pdf">User guide</a>${'<a href="/x">x</a>'.repeat(30)}`, []],
    ['one document among many links', `${prose()}<a href="/r.pdf">Report</a>${'<a href="/x">x</a>'.repeat(30)}`, []],
    [
      'many documents',
      Array.from({ length: 9 }, (_, i) => `<a href="/m${i}.pdf">Minutes ${i}</a>`).join(''),
      ['offers-document=9'],
    ],
    ['rows on the page', rows(12), ['shows-rows=12']],
    ['two rows under few headers', rows(2), []],
    ['two rows under many headers', twoRows(4), ['shows-rows=2']],
    ['one row under many headers', twoRows(4).replace(/<tr>(?:<td>[^<]*<\/td>)+<\/tr><\/table>/, '</table>'), []],
    [
      'a calendar',
      `<table>${Array.from({ length: 6 }, (_, w) => `<tr>${Array.from({ length: 7 }, (_x, d) => `<td>${w * 7 + d}</td>`).join('')}</tr>`).join('')}</table>`,
      [],
    ],
    [
      'paragraphs laid out in cells',
      `<table>${Array.from({ length: 6 }, () => `<tr><td>${'words '.repeat(60)}</td><td>${'more '.repeat(60)}</td></tr>`).join('')}</table>`,
      [],
    ],
    [
      'an export with a limit',
      '<p>Download CSV. Export is limited to maximum of 5000 records per download.</p>',
      ['names-download', 'capped-download'],
    ],
    ['a limit of something else', '<p>Speed is limited to maximum of five.</p>', []],
    ['log in to download', '<p>Log in to download the file.</p>', ['login-to-see']],
    ['a telephone call free of charge', '<p>Call us free of charge.</p>', []],
    ['please log in to comment', '<p>Please log in to add a comment.</p>', []],
    ['a retired officer', '<p>The officer has retired.</p>', []],
    ['free of charge, in Dutch', '<p>De gegevens zijn kosteloos.</p>', ['stated-free']],
    ['no longer updated, in Portuguese', '<p>Os dados não serão mais atualizados.</p>', ['discontinued']],
    ['a short page as of a day', '<p>Members as of 1 March 2024: 12</p>', ['shows-state']],
  ])('%s', async (_, main, expected) => {
    expect(await codes({ body: html('Figures', main) })).toEqual(expected);
  });
});

describe('a part of more', () => {
  const list = (count: number, more = ''): string =>
    `{"items":${JSON.stringify(Array.from({ length: count }, (_, i) => ({ town: `T${i}`, people: i })))}${more}}`;
  test.each<readonly [string, Reply, boolean]>([
    ['a total above the rows', { headers: json, body: list(3, ',"total":2809') }, true],
    ['a total of the rows', { headers: json, body: list(3, ',"total":3') }, false],
    ['an address of what follows', { headers: json, body: list(3, ',"next":"https://a.example/?page=2"') }, true],
    ['nothing that follows', { headers: json, body: list(3, ',"next":null') }, false],
    [
      'a Link to what follows',
      { headers: { ...json, link: '<https://a.example/?page=2>; rel="next"' }, body: list(3) },
      true,
    ],
    ['a count in a header', { headers: { ...json, 'x-total-count': '400' }, body: list(3) }, true],
    ['as many as were asked for', { url: 'https://a.example/r.json?$limit=3', headers: json, body: list(3) }, true],
    ['fewer than were asked for', { url: 'https://a.example/r.json?limit=1000', headers: json, body: list(3) }, false],
  ])('%s', async (_, reply, isPart) => {
    expect((await codes(reply)).some((code) => code.startsWith('paged'))).toBe(isPart);
  });
});

describe('a sample in the place of the whole', () => {
  const csv = { 'content-type': 'text/csv' };
  const body = `Town,People\n${Array.from({ length: 9 }, (_, i) => `Town ${i},${i * 7}`).join('\n')}\n`;
  const file = (name: string): Reply => ({ url: `https://a.example/${name}`, headers: csv, body, role: 'data-file' });
  const linked = (label: string, name: string, text = ''): Reply => ({
    body: html('Figures', `<h1>Figures</h1><p>${text}</p><p><a href="/${name}">${label}</a></p>`),
  });
  const rest = 'The complete register can be ordered by letter.';
  test.each<readonly [string, Reply, readonly string[]]>([
    ['a file named so', file('sample.csv'), ['is-sample']],
    ['a file named so in German', file('beispieldaten_2024.csv'), ['is-sample']],
    ['a file of samples of water', file('water-samples-2024.csv'), []],
    ['a file of a survey by sample', file('household_sample_survey.csv'), []],
    ['a plain name', file('figures.csv'), []],
    ['a label that says so', linked('Extract (CSV)', 'a.csv'), ['offers-sample']],
    ['a label in Spanish', linked('Descargar muestra (CSV)', 'a.csv'), ['offers-sample']],
    ['a label in Japanese', linked('サンプル（CSV）', 'a.csv'), ['offers-sample']],
    ['a label that says more', linked('Sample results of the lakes (CSV)', 'a.csv'), []],
    [
      'a label that says more, and a text that the whole is elsewhere',
      linked('Extract of the register (CSV)', 'a.csv', `Below is an extract of 60 companies. ${rest}`),
      ['offers-sample', 'says-sample'],
    ],
    ['a text alone', linked('Register (CSV)', 'a.csv', `This is a sample. ${rest}`), ['says-sample']],
    ['a text that speaks of the whole only', linked('Register (CSV)', 'a.csv', rest), []],
    [
      'a text that speaks of both far apart',
      linked('Register (CSV)', 'a.csv', `Samples are taken daily. Rain is measured. Wind is not. ${rest}`),
      [],
    ],
    ['a file of a record', recordOf({ title: 'Sample', url: 'https://a.example/s.csv' }), ['offers-sample']],
  ])('%s', async (_, reply, expected) => {
    const told = signsOf(await seen(reply)).map(({ code }) => code);
    expect(told.filter((code) => code.includes('sample'))).toEqual(expected);
  });
});

describe('a record inside a page', () => {
  const bare = reading({ datasets: [dataset({ distributions: [] })] });
  test('leaves to the page what it does not say itself', async () => {
    const body = html('Set', '<h1>Set</h1><a href="/f.csv">Set (CSV)</a><p>The data is free of charge.</p>');
    expect(await codes({ body, reading: bare })).toEqual(['offers-rows=1', 'stated-free']);
  });

  test('and the page is not counted twice for what both say', async () => {
    const body = html('Set', '<h1>Set</h1><a href="https://data.agency.example/files/figures.csv">Set (CSV)</a>');
    expect(await codes({ body, reading: reading() })).toEqual(['offers-rows=1']);
  });
});

test('figures in a frame of another site are told', async () => {
  const body = html('Figures', `${prose()}<iframe src="https://app.powerbi.com/view?r=1"></iframe>`);
  expect(await codes({ body })).toContain('embeds-viewer');
});

describe('how often', () => {
  test.each([
    ['monthly', 'P1M'],
    ['R/P1W', 'P7D'],
    ['Diária', 'P1D'],
    ['http://publications.europa.eu/resource/authority/frequency/ANNUAL', 'P1Y'],
    ['毎年', 'P1Y'],
    ['jährlich (im März)', 'P1Y'],
    ['notPlanned', 'never'],
    ['whenever it suits us', undefined],
  ])('%s', async (frequency, every) => {
    const signs = signsOf(
      await seen({ headers: json, body: '{}', reading: reading({ datasets: [dataset({ frequency })] }) }),
    );
    expect(signs.find(({ code }) => code === 'updates-every')?.value).toBe(every);
  });
});

describe('phrases', () => {
  test('stand as words of their own where a script parts words', () => {
    const at = (text: string, phrase: string): number | undefined => phrasesIn([phrase]).first(text)?.at;
    expect(at('blogin login', 'login')).toBe(7);
    expect(at('price 20€ each', '€')).toBe(8);
    expect(at('20eur', 'eur')).toBe(2);
    expect(at('gentle', 'tl')).toBeUndefined();
    expect(at('ここに無料で公開', '無料で')).toBe(3);
  });

  test('a button is a phrase as a whole', () => {
    expect(isPhrase(words, 'agree-button', '» I Agree! «')).toBe(true);
    expect(isPhrase(words, 'agree-button', 'I agree with the mayor')).toBe(false);
  });

  test('are written as they are looked for', () => {
    for (const byLanguage of Object.values(words.phrases)) {
      for (const phrase of Object.values(byLanguage).flat()) expect(evened(phrase)).toBe(phrase);
    }
  });
});

test('no body breaks the readers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
      const given = await seen({
        body: `<html><body><form><p>${text}</p><a href="${text}">${text}</a></form></body></html>`,
      });
      expect(kindOf(given).kind).toBeTypeOf('string');
      expect(signsOf(given)).toBeInstanceOf(Array);
    }),
    { numRuns: 60 },
  );
});
