import { describe, expect, test } from 'vitest';
import { statementsOfPage } from '../../src/licence/index.ts';
import type { Link } from '../../src/model/inspection.ts';
import { page } from '../builders.ts';
import { licences } from './known.ts';

const link = (text: string, url: string, given: Partial<Link> = {}): Link => ({
  url,
  text,
  rel: null,
  context: '',
  region: 'main',
  ...given,
});

const by = 'https://creativecommons.org/licenses/by/4.0/';

describe('what a page says about licences', () => {
  test.each([
    ['a link in the main part speaks of the dataset', { links: [link('CC BY', by)] }, 'dataset', 'Yes'],
    ['a link in the footer speaks of the site', { links: [link('CC BY', by, { region: 'footer' })] }, 'site', 'Yes'],
    [
      'a link marked as the licence is read by its text where its address is not known',
      { links: [link('Open Government Licence v3.0', 'https://a.example/ogl', { rel: 'license' })] },
      'dataset',
      'Yes',
    ],
    [
      'structured data gives the licence of the dataset',
      { jsonLd: [{ '@graph': [{ '@type': 'Dataset', license: { '@id': by } }] }] },
      'dataset',
      'Yes',
    ],
    ['a catalogue has a licence of its own', { jsonLd: [{ '@type': 'DataCatalog', license: by }] }, 'portal', 'Yes'],
    ['a meta element gives it', { meta: [{ name: 'dcterms.license', content: by }] }, 'dataset', 'Yes'],
    ['a field on one line', { text: 'Publisher: City\nLicence: CC BY-NC 4.0\nUpdated: today' }, 'dataset', 'No'],
    [
      'a label and its value on the next line',
      { text: 'Lizenz\nDatenlizenz Deutschland Namensnennung 2.0' },
      'dataset',
      'Yes',
    ],
    ['a label in another script', { text: 'Лицензия\nCC BY 4.0' }, 'dataset', 'Yes'],
    ['prose about the data', { text: 'The data may not be used for commercial purposes.' }, 'dataset', 'No'],
    ['prose about the web site', { text: 'The contents of this website may not be copied.' }, 'site', 'No'],
    ['a formula of rights in the footer', { footer: '© 2015 City. All rights reserved.' }, 'footer', 'No'],
    ['a licence in the footer speaks of the site', { footer: 'Licensed under CC BY 4.0' }, 'site', 'Yes'],
  ])('%s', (_, given, scope, open) => {
    expect(statementsOfPage(licences, page(given))).toMatchObject([{ scope, verdict: { open } }]);
  });

  test.each([
    ['a bare copyright line says nothing', { footer: '© 2015 City' }],
    ['a picture’s licence is not the page’s', { jsonLd: [{ '@type': 'ImageObject', license: by }] }],
    ['a link to an unknown address says nothing', { links: [link('Terms', 'https://a.example/terms')] }],
    ['a page about other permissions says nothing', { text: 'Street trading requires a licence from the council.' }],
  ])('%s', (_, given) => {
    expect(statementsOfPage(licences, page(given))).toEqual([]);
  });

  test('on a page of terms the main part speaks of the portal', () => {
    const given = page({ text: 'Our data is licensed under CC BY 4.0.' });
    expect(statementsOfPage(licences, given, { main: 'portal' })).toMatchObject([{ scope: 'portal' }]);
  });

  test('the same licence is told once, where it was first read', () => {
    const given = page({ links: [link('CC BY 4.0', by), link('licence', by)], text: 'Licence: CC BY 4.0' });
    expect(statementsOfPage(licences, given)).toHaveLength(1);
  });

  test('structured data nested without end is no danger', () => {
    let nested: object = { '@type': 'Dataset', license: by };
    for (let depth = 0; depth < 5_000; depth += 1) nested = { child: nested };
    expect(statementsOfPage(licences, page({ jsonLd: [nested as never] }))).toEqual([]);
  });
});

describe('links to terms', () => {
  test('licences come before terms, and terms before legal notices', () => {
    const links = [
      link('Legal notice', 'https://a.example/legal', { region: 'footer' }),
      link('News', 'https://a.example/news'),
      link('Terms of use', 'https://a.example/terms', { region: 'footer' }),
      link('Data licence', 'https://a.example/licence', { region: 'footer' }),
    ];
    expect(licences.termsLinks(page({ links })).map(({ text }) => text)).toEqual([
      'Data licence',
      'Terms of use',
      'Legal notice',
    ]);
  });

  test.each([
    ['Mentions légales'],
    ['Aviso legal'],
    ['Nutzungsbedingungen'],
    ['Termos de uso'],
    ['Note legali'],
    ['Gebruiksvoorwaarden'],
    ['Условия использования'],
    ['Kullanım koşulları'],
    ['利用規約'],
    ['版权声明'],
    ['저작권 정책'],
    ['Regulamin'],
    ['شروط الاستخدام'],
    ['תנאי שימוש'],
    ['Όροι χρήσης'],
    ['Käyttöehdot'],
    ['Podmínky užití'],
    ['Felhasználási feltételek'],
    ['नियम और शर्तें'],
  ])('%s leads to terms', (text) => {
    expect(
      licences.termsLinks(page({ links: [link(text, 'https://a.example/x', { region: 'footer' })] })),
    ).toHaveLength(1);
  });

  test('the same address is listed once, whatever part of it is linked', () => {
    const links = [link('Terms of use', 'https://a.example/t'), link('Licence', 'https://a.example/t#licence')];
    expect(licences.termsLinks(page({ links }))).toHaveLength(1);
  });

  test('a headline that begins like terms is none', () => {
    const links = [
      link(
        'Terms of trade improve for the third year, and exporters are pleased with the result',
        'https://a.example/n',
      ),
    ];
    expect(licences.termsLinks(page({ links }))).toEqual([]);
  });
});
