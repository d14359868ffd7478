// Austria: the Firmenbuch is sold: the record on data.gv.at leads to the Ministry of Justice's page with fees, XML deliveries every day and a free specimen of 20 rows.
// Lures: an association's scrape of the whole register with an open licence, the chamber's members, Vienna's and Upper Austria's lists, the specimen (an extract is not the register).
import { ago, ckan, csvOf, file, page, pkg, plain, rng, site, slug, spa, steady } from '../../lib.mjs';

const r = rng(61);
const J = 'https://justizonline.gv.at';
const by = {
  license_id: 'CC-BY-4.0',
  license_title: 'Creative Commons Namensnennung 4.0 International',
  license_url: 'https://creativecommons.org/licenses/by/4.0/deed.de',
  isopen: true,
};
const P = (title, organization, notes, resources, o = {}) =>
  pkg({
    name: slug(title).slice(0, 80),
    title,
    notes,
    organization,
    ...by,
    tags: ['Unternehmen'],
    metadata_modified: `${ago(8)}T00:00:00`,
    resources,
    ...o,
  });
const F = (name, url, format = 'CSV') => ({ name, format, url, last_modified: `${ago(8)}T00:00:00` });
const packages = [
  P(
    'Firmenbuch Österreich: Datenabgabe',
    'Bundesministerium für Justiz',
    'Das Firmenbuch enthält alle eingetragenen Rechtsträger Österreichs mit Firma, Firmenbuchnummer und Geschäftsanschrift. Gesamtbestand und Änderungen werden gegen Gebühr abgegeben.',
    [F('Datenabgabe Firmenbuch', `${J}/jop/web/firmenbuch/datenabgabe`, 'HTML')],
    {
      license_id: 'other-closed',
      license_title: 'Kostenpflichtig, siehe Nutzungsbedingungen',
      license_url: `${J}/jop/web/firmenbuch/nutzungsbedingungen`,
      isopen: false,
      tags: ['Firmenbuch', 'Unternehmen', 'Handelsregister'],
    },
  ),
  P(
    'Unternehmen in Wien',
    'Stadt Wien',
    'Unternehmensregister der Stadt: Firma, Firmenbuchnummer und Adresse, Österreich.',
    [F('Unternehmen Wien', 'https://data.wien.gv.at/daten/unternehmen.csv')],
  ),
  P('Unternehmensregister Oberösterreich', 'Land Oberösterreich', 'Betriebe in Oberösterreich.', [
    F('Betriebe', 'https://data.wien.gv.at/daten/ooe.csv'),
  ]),
  P(
    'Firmen A-Z',
    'Wirtschaftskammer Österreich',
    'Mitglieder der Kammer mit Firma und Anschrift.',
    [F('Firmen', 'https://data.wien.gv.at/daten/wko.csv')],
    { tags: ['Firmen', 'Unternehmen'] },
  ),
  P('Unternehmensdemografie', 'Statistik Austria', 'Zahl der Unternehmen nach Branche.', [
    F('Demografie', 'https://data.wien.gv.at/daten/demografie.csv'),
  ]),
  ...[
    'Bundesbudget 2026',
    'Nationalratswahl 2024',
    'Fahrplandaten',
    'Luftgüte',
    'Adressregister Stichtagsdaten',
    'Krankenanstalten',
    'Wasserqualität',
    'Haltestellen Linz',
    'Baumkataster Graz',
    'Arbeitslose',
    'Bevölkerung',
  ].map((t, i) =>
    P(
      t,
      ['Bundesministerium für Finanzen', 'BEV', 'Stadt Graz'][i % 3],
      t,
      [F(t, `https://data.wien.gv.at/daten/d${i}.csv`)],
      { tags: [] },
    ),
  ),
];
const name = (i) =>
  `${['Alpen', 'Donau', 'Tauern', 'Grazer', 'Linzer', 'Hofer'][i % 6]} ${['Handels', 'Bau', 'Immobilien', 'Software'][i % 4]} ${i} GmbH`;
const fn = (i) => `FN ${100000 + i * 7}${'abdfgh'[i % 6]}`;
const spec = () =>
  csvOf(
    [
      ['Firmenbuchnummer', 'Firma', 'Rechtsform', 'Geschäftsanschrift', 'PLZ', 'Ort', 'Eintragung'],
      ...Array.from({ length: 20 }, (_, i) => [
        fn(i),
        name(i),
        'GmbH',
        `Musterstraße ${i + 1}`,
        1010 + i,
        'Musterort',
        `19${60 + i}-03-01`,
      ]),
    ],
    ';',
  );
const local = (o, n = 150) =>
  csvOf(
    [
      ['Firma', 'Firmenbuchnummer', 'Adresse', 'PLZ', 'Ort'],
      ...Array.from({ length: n }, (_, i) => [
        name(i * 2),
        fn(i * 2),
        `Hauptstraße ${1 + r(200)}`,
        o === 'Wien' ? 1010 + 10 * (i % 23) : 4020,
        o,
      ]),
    ],
    ';',
  );
const scrape = () =>
  csvOf(
    [
      ['Firma', 'Firmenbuchnummer', 'Adresse', 'PLZ', 'Ort', 'Bundesland'],
      ...Array.from({ length: 900 }, (_, i) => [
        name(i),
        fn(i),
        `Hauptstraße ${1 + r(200)}`,
        1010 + r(8000),
        ['Wien', 'Graz', 'Linz', 'Salzburg', 'Innsbruck', 'Klagenfurt', 'St. Pölten', 'Bregenz', 'Eisenstadt'][i % 9],
        [
          'Wien',
          'Steiermark',
          'Oberösterreich',
          'Salzburg',
          'Tirol',
          'Kärnten',
          'Niederösterreich',
          'Vorarlberg',
          'Burgenland',
        ][i % 9],
      ]),
    ],
    ';',
  );
const nav = [
  ['JustizOnline', '/jop/web/home'],
  ['Firmenbuch', '/jop/web/firmenbuch'],
  ['Grundbuch', '/jop/web/grundbuch'],
];
const Q = (t, m) =>
  page({
    lang: 'de',
    title: t,
    site: 'JustizOnline',
    nav,
    main: `<h1>${t}</h1>${m}`,
    footer: '<p>Bundesministerium für Justiz · Impressum</p>',
  });
const jus = site(
  {
    '/': Q('JustizOnline', '<ul><li><a href="/jop/web/firmenbuch">Firmenbuch</a></li></ul>'),
    '/jop/web/home': Q('JustizOnline', '<ul><li><a href="/jop/web/firmenbuch">Firmenbuch</a></li></ul>'),
    '/jop/web/grundbuch': Q('Grundbuch', '<p>Grundbuchsabfrage (kostenpflichtig)</p>'),
    '/jop/web/firmenbuch': Q(
      'Firmenbuchabfrage',
      '<form action="/jop/web/firmenbuchabfrage" method="post"><label>Firma oder Firmenbuchnummer <input name="suche" required></label><button>Suchen</button></form><p>Auszüge sind kostenpflichtig.</p><ul><li><a href="/jop/web/firmenbuch/datenabgabe">Datenabgabe des Gesamtbestandes</a></li></ul>',
    ),
    '/jop/web/firmenbuch/datenabgabe': Q(
      'Firmenbuch: Datenabgabe des Gesamtbestandes',
      `<p>Das Firmenbuch enthält alle eingetragenen Rechtsträger Österreichs: Firma, Firmenbuchnummer, Rechtsform, Geschäftsanschrift.</p><h2>Lieferung</h2><p>Gesamtbestand als XML und CSV zum Herunterladen nach Vertragsabschluss; Änderungsdaten täglich. Letzter Gesamtbestand: ${ago(1)}.</p><h2>Gebühren</h2><table><tr><th>Leistung</th><th>Preis</th></tr><tr><td>Gesamtbestand, einmalig</td><td>EUR 14.500,–</td></tr><tr><td>Änderungsdaten, jährlich</td><td>EUR 12.000,–</td></tr></table><ul><li><a href="/jop/dateien/firmenbuch_muster.csv">Musterdatei (20 Datensätze, kostenlos)</a></li><li><a href="/jop/web/firmenbuch/nutzungsbedingungen">Nutzungsbedingungen</a></li></ul>`,
    ),
    '/jop/web/firmenbuch/nutzungsbedingungen': Q(
      'Nutzungsbedingungen',
      '<p>Die Daten werden nur gegen Gebühr und für eigene Zwecke überlassen. Die Weitergabe an Dritte und die Veröffentlichung sind untersagt.</p>',
    ),
    '/jop/dateien/firmenbuch_muster.csv': () => file(spec(), 'text/csv', '2025-01-15'),
  },
  { robots: 'User-agent: *\nDisallow: /jop/secure/\n' },
);
const wien = (q) => {
  const m = /^\/daten\/(\w+)\.csv$/.exec(q.path);
  return m
    ? file(
        m[1] === 'demografie'
          ? csvOf(
              [
                ['Jahr', 'Branche', 'Unternehmen'],
                [2024, 'Handel', 74000],
                [2024, 'Bau', 36000],
              ],
              ';',
            )
          : /^d\d/.test(m[1])
            ? csvOf(
                [
                  ['Jahr', 'Wert'],
                  [2024, 5],
                  [2025, 6],
                ],
                ';',
              )
            : local(m[1] === 'unternehmen' ? 'Wien' : m[1] === 'ooe' ? 'Linz' : 'Salzburg'),
        'text/csv',
        ago(8),
      )
    : undefined;
};
const odp = ckan({
  apis: ['/katalog/api/3'],
  base: '/katalog',
  title: 'OpenDataPortal Österreich',
  lang: 'de',
  packages: [
    pkg({
      name: 'firmenbuch-oesterreich-offen',
      title: 'Firmenbuch Österreich – alle Firmen',
      notes:
        'Alle Firmen Österreichs mit Firmenbuchnummer und Adresse, vom Verein aus öffentlichen Quellen zusammengetragen; keine amtlichen Daten.',
      organization: 'Verein Offene Firmen',
      ...by,
      tags: ['Firmenbuch', 'Unternehmen'],
      metadata_modified: `${ago(3)}T00:00:00`,
      resources: [
        { name: 'alle Firmen', format: 'CSV', url: 'https://www.opendataportal.at/katalog/dateien/firmen.csv' },
      ],
    }),
    pkg({ name: 'bienen', title: 'Bienenstöcke', organization: 'Imkerverein' }),
  ],
  extra: (q) => (q.path === '/katalog/dateien/firmen.csv' ? file(scrape(), 'text/csv', ago(3)) : undefined),
});
const portal = ckan({
  packages,
  apis: ['/katalog/api/3', '/api/3'],
  base: '/katalog',
  title: 'data.gv.at',
  lang: 'de',
  robots: 'User-agent: *\nDisallow: /wp-admin/\n',
  words: {
    data: 'Daten und Ressourcen',
    licence: 'Lizenz',
    download: 'Herunterladen',
    org: 'Organisation',
    datasets: 'Datensätze',
  },
});
const S = (t) => plain(t, 'de', [t]);
export default {
  place: 'austria',
  category: 'company-register',
  hosts: steady({
    'data.gv.at': portal,
    'www.data.gv.at': portal,
    'justizonline.gv.at': jus,
    'data.wien.gv.at': wien,
    'www.opendataportal.at': odp,
    'unidata.gv.at': spa('unidata', 'de'),
    'data.statistik.gv.at': S('open.data Statistik Austria'),
    'www.statistik.at': S('Statistik Austria'),
    'statcube.at': spa('STATcube', 'de'),
  }),
};
