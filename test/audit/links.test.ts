import { describe, expect, test } from 'vitest';
import { openAuditData } from '../../src/audit/data.ts';
import { outgoingLinks } from '../../src/audit/links.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { lensOf } from '../../src/discover/index.ts';
import type { Link } from '../../src/model/inspection.ts';
import type { DatasetRecord, Distribution } from '../../src/model/records.ts';
import { htmlInspection, observation } from '../builders.ts';
import { distribution, link, record } from '../coverage/looks.ts';
import { nowhere } from './web.ts';

const criteria = openCriteria();
const data = openAuditData(criteria, criteria.edition('godi-2015'));
const lens = lensOf(nowhere(), criteria.category('election-results'), data.discovery);
const context = { lens, data, asOf: '2026-10-01' };

const at = (path: string): string => `https://site.example/${path}`;

const declaring = (...files: readonly Distribution[]): DatasetRecord => ({ ...record(), distributions: files });

const from = (links: readonly Link[], named: DatasetRecord | null = null, subject: DatasetRecord | null = null) =>
  outgoingLinks(observation(1, { url: at(''), inspection: htmlInspection({ links }), subject }), named, context);

const namesOf = (files: readonly { readonly url: string }[]) => files.map(({ url }) => url.slice(at('').length));

test('the page of a dataset that a catalogue named leads to no other page of it, once it leads to files', () => {
  const tag = link(at('tags/elections'), { text: 'Election results' });
  const away = link('https://commission.example/results', { text: 'Election results' });
  const pagesOf = (...given: Parameters<typeof from>) => from(...given).pages.map(({ url }) => url);
  expect(pagesOf([tag, away], declaring(file('r.csv')))).toEqual([away.url]);
  expect(pagesOf([tag], declaring())).toEqual([tag.url]);
  expect(pagesOf([tag])).toEqual([tag.url]);
});

const file = (path: string, given: Partial<Distribution> = {}) => distribution(at(path), { format: null, ...given });

describe('of the files of a dataset', () => {
  test('those that programs read come first, then archives, services, documents and what nobody knows', () => {
    const files = ['x', 'd.pdf', 'a.zip', 'r.csv'].map((path) => file(path));
    const { files: order } = from([], declaring(...files, file('s', { format: 'WFS' })));
    expect(namesOf(order)).toEqual(['r.csv', 'a.zip', 's', 'd.pdf', 'x']);
  });

  test('the newest comes first, by the year of its name and not by that of a plan', () => {
    const files = ['r-2019.csv', 'r-2030.csv', 'r-2024.csv'].map((path) => file(path));
    expect(namesOf(from([], declaring(...files)).files)).toEqual(['r-2024.csv', 'r-2019.csv', 'r-2030.csv']);
  });

  test('the newest comes first, by its day where no year is named', () => {
    const days = ['2020-01-01', '2024-01-01'].map((modified, index) => file(`r${'ab'[index]}.csv`, { modified }));
    expect(namesOf(from([], declaring(...days)).files)).toEqual(['rb.csv', 'ra.csv']);
  });

  test('what only explains the data comes last', () => {
    const files = [file('codes.csv', { title: 'Data dictionary' }), file('r.pdf'), file('r.csv')];
    expect(namesOf(from([], declaring(...files)).files)).toEqual(['r.csv', 'r.pdf', 'codes.csv']);
  });

  test('of links that are called alike the newest comes first', () => {
    const years = [2011, 2026, 2019].map((year) =>
      link(at(`results-${year}.csv`), { text: `Election results ${year}` }),
    );
    expect(namesOf(from(years).files)).toEqual(['results-2026.csv', 'results-2019.csv', 'results-2011.csv']);
    const plain = [2011, 2026, 2019].map((year) => link(at(`a-${year}.csv`), { text: `${year}` }));
    expect(namesOf(from(plain).files)).toEqual(['a-2026.csv', 'a-2019.csv', 'a-2011.csv']);
  });

  test('those that the catalogue declares are told from those that the reply does', () => {
    const { files } = from([], declaring(file('own.csv')), declaring(file('other.csv'), file('own.csv')));
    expect(files.map(({ url, isDeclared }) => [namesOf([{ url }])[0], isDeclared])).toEqual([
      ['own.csv', true],
      ['other.csv', false],
    ]);
  });

  test('one that is declared to be a page is opened as a page', () => {
    const { files } = from([], declaring(file('about', { format: 'HTML' }), file('r', { mediaType: 'text/csv' })));
    expect(files.map(({ role }) => role)).toEqual(['data-file', 'landing-page']);
  });

  test('the reply’s own address is none', () => {
    expect(from([], declaring(file(''))).files).toEqual([]);
  });
});

describe('of the links of a page', () => {
  test('files are followed whatever they are called, and pages only where they speak of the subject', () => {
    const links = [link(at('x.csv')), link(at('news'), { text: 'News' }), link(at('r'), { text: 'Election results' })];
    const { files, pages } = from(links);
    expect([namesOf(files), namesOf(pages)]).toEqual([['x.csv'], ['r']]);
  });

  test('documents are followed where there is no file and nothing on the subject', () => {
    expect(namesOf(from([link(at('d.pdf'))]).files)).toEqual(['d.pdf']);
    expect(namesOf(from([link(at('d.pdf')), link(at('x.csv'))]).files)).toEqual(['x.csv']);
  });

  test('a licence that the record names by words alone is where its page links those words, in whatever language', () => {
    const named = {
      ...declaring(file('r.csv')),
      licence: [{ field: 'x', value: 'Leyfi okkar', scope: 'dataset' as const }],
    };
    const links = [link(at('a'), { text: 'Leyfi okkar' }), link(at('b'), { text: 'Eitthvað' })];
    expect(from(links, named).terms).toEqual([at('a')]);
    expect(from(links).terms).toEqual([]);
  });

  test('a button that hands the page to another site leads nowhere', () => {
    const share = `https://share.example/r.csv?u=${encodeURIComponent(at(''))}`;
    expect(from([link(share)]).files).toEqual([]);
  });
});

describe('of links whose address promises nothing', () => {
  const labels = (...links: readonly Link[]) => {
    const { files } = from(links);
    return files.filter(({ isByLabel = false }) => isByLabel).map(({ url }) => url);
  };

  test('those are files whose label names a format in capitals or a download, or whose address asks for one', () => {
    const zip = link(at('years/'), { text: 'Files by year (ZIP)' });
    const button = link(at('get/7'), { text: 'Last ned' });
    const asked = link(at('file?download=1'), { text: '2025' });
    expect(labels(zip, button, asked)).toEqual([zip.url, button.url, asked.url]);
  });

  test('other words, menus, manuals and sites of others are not', () => {
    expect(
      labels(
        link(at('a'), { text: 'To zip through the text' }),
        link(at('b'), { text: 'Download', region: 'navigation' }),
        link(at('c'), { text: 'Download the user guide' }),
        link('https://reader.example.com/get', { text: 'Download' }),
        link(at('d'), { text: 'News' }),
      ),
    ).toEqual([]);
  });

  test('those that a record names files beside are not asked for', () => {
    const button = link(at('get/7'), { text: 'Download' });
    expect(namesOf(from([button], declaring(file('r.csv'))).files)).toEqual(['r.csv']);
  });

  test('folders of a folder are followed where it lists no file, the newest first', () => {
    const links = ['old/', '2024/', '2026/'].map((name) => link(at(`files/${name}`), { text: name }));
    const listing = (given: readonly Link[], kind: 'listing' | 'page' = 'listing') =>
      outgoingLinks(
        observation(1, { url: at('files/'), kind, inspection: htmlInspection({ links: given }) }),
        null,
        context,
      );
    const pages = listing([link(at('')), ...links]).pages.map(({ url }) => url.slice(at('files/').length));
    expect(pages).toEqual(['2026/', '2024/', 'old/']);
    expect(listing([...links, link(at('files/a.zip'))]).pages).toEqual([]);
    expect(listing(links, 'page').pages).toEqual([]);
  });
});
