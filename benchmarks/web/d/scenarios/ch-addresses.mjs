// Switzerland: location datasets. opendata.swiss (CKAN in four languages, rights at each resource) and swisstopo: the official register of building addresses, a ZIP of some ten megabytes with a CSV of the whole country:
// street, number, postcode with place, canton, LV95 coordinates; daily. The licence is the portal's own: "Freie Nutzung. Quellenangabe ist Pflicht.", told on its terms page.
// Lures: the post's list of postcodes without addresses, cantons' and towns' addresses (some not for commercial use), the register of streets, the register of places. Compounds: Gebäudeadressverzeichnis, Ortschaftenverzeichnis.
import { ago, csvOf, file, ods, page, plain, site, spa, steady, zip } from '../../lib.mjs';
import { once, secure } from '../../software/common.mjs';
import { opendataSwiss } from '../../software/opendata-swiss.mjs';
import { lines, places, streets } from '../../software/swiss-addresses.mjs';

const G = 'https://data.geo.admin.ch';
const T = 'https://www.swisstopo.admin.ch';
const topo = 'Bundesamt für Landestopografie swisstopo';
const adr = 'ch.swisstopo.amtliches-gebaeudeadressverzeichnis';
const D = (name, title, org, notes, files, o = {}) => ({
  name,
  title,
  org,
  notes,
  terms: 'terms_by',
  issued: '2018-06-01',
  modified: ago(1),
  keywords: [],
  files: files.map(([t, url, format = 'CSV', bytes = null]) => ({ title: t, url, format, bytes })),
  ...o,
});
const gd = (f) => `${G}/dateien/${f}.csv`;
const cantons = ['Zürich', 'Bern', 'Luzern', 'Basel-Stadt', 'Thurgau', 'Aargau', 'St. Gallen'];
const datasets = [
  ...cantons.map((k, i) =>
    D(
      `gebaudeadressen-kanton-${i}`,
      `Gebäudeadressen Kanton ${k}`,
      `Kanton ${k}`,
      `Adressen der Gebäude im Kanton ${k} mit Postleitzahl und Koordinaten.`,
      [['Adressen', gd(`kanton-${i}`)]],
      { terms: i % 2 ? 'terms_by_ask' : 'terms_by', level: 'canton', keywords: ['adressen', 'postleitzahlen'] },
    ),
  ),
  D(
    'adressen-stadt-bern',
    'Adressen der Stadt Bern',
    'Stadt Bern',
    'Adressen mit Postleitzahlen und Standortdaten.',
    [['Adressen', gd('stadt-bern')]],
    { level: 'commune', keywords: ['adressen', 'standortdaten'] },
  ),
  D(
    'amtliches-strassenverzeichnis',
    { de: 'Amtliches Strassenverzeichnis', fr: 'Répertoire officiel des rues', en: 'Official index of streets' },
    topo,
    { de: 'Verzeichnis aller Strassen der Schweiz.' },
    [['Strassenverzeichnis (CSV)', gd('strassen')]],
    { url: `${T}/de/amtliches-verzeichnis-der-strassen`, keywords: ['strassen', 'adressen'] },
  ),
  D(
    'amtliches-gebaudeadressverzeichnis',
    {
      de: 'Amtliches Verzeichnis der Gebäudeadressen',
      fr: 'Répertoire officiel des adresses de bâtiments',
      it: 'Elenco ufficiale degli indirizzi degli edifici',
      en: 'Official directory of building addresses',
    },
    topo,
    {
      de: 'Das amtliche Verzeichnis der Gebäudeadressen enthält alle im Eidgenössischen Gebäude- und Wohnungsregister geführten Gebäudeadressen der Schweiz mit Strasse, Hausnummer, Postleitzahl, Gemeinde und Koordinaten (LV95). Täglich nachgeführt.',
      fr: 'Le répertoire contient toutes les adresses de bâtiments de Suisse, avec numéro postal et coordonnées.',
    },
    [
      [
        'Gebäudeadressen ganze Schweiz (CSV)',
        `${G}/${adr}/amtliches-gebaeudeadressverzeichnis_ch/amtliches-gebaeudeadressverzeichnis_ch_2056.csv.zip`,
        'ZIP',
      ],
      [
        'Gebäudeadressen ganze Schweiz (INTERLIS)',
        `${G}/${adr}/amtliches-gebaeudeadressverzeichnis_ch/amtliches-gebaeudeadressverzeichnis_ch_2056.xtf.zip`,
        'ZIP',
      ],
    ],
    {
      url: `${T}/de/amtliches-verzeichnis-der-gebaeudeadressen`,
      every: 'DAILY',
      keywords: ['adressen', 'gebäude', 'postleitzahl', 'geodaten'],
    },
  ),
  D(
    'amtliches-ortschaftenverzeichnis',
    {
      de: 'Amtliches Ortschaftenverzeichnis mit Postleitzahl und Perimeter',
      fr: 'Répertoire officiel des localités',
      en: 'Official index of cities and towns',
    },
    topo,
    { de: 'Ortschaften der Schweiz mit Postleitzahl und Lage.' },
    [['Ortschaftenverzeichnis (CSV)', gd('ortschaften')]],
    { url: `${T}/de/amtliches-ortschaftenverzeichnis`, keywords: ['postleitzahlen', 'ortschaften'] },
  ),
  ...[
    'Fahrplan',
    'Bundesbudget',
    'Luftqualität NABEL',
    'Gemeindegrenzen',
    'Abstimmungsresultate',
    'Spitalstatistik',
    'Unternehmensregister UID',
  ].map((t, i) => D(`anderes-${i}`, t, 'Bundesverwaltung', t, [[t, gd(`anderes-${i}`)]])),
];
// Made before the servers open: while it is made, nobody would be answered.
const whole = zip({ 'amtliches-gebaeudeadressverzeichnis_ch_2056.csv': lines(380000) });
const xtf = once(() =>
  zip({
    'amtliches-gebaeudeadressverzeichnis_ch_2056.xtf': `<?xml version="1.0" encoding="UTF-8"?><TRANSFER xmlns="http://www.interlis.ch/INTERLIS2.3"><HEADERSECTION SENDER="swisstopo" VERSION="2.3"/><DATASECTION><OfficialIndexOfAddresses_V2_2.OfficialIndexOfAddresses BID="b">${Array.from({ length: 5000 }, (_, i) => `<OfficialIndexOfAddresses_V2_2.OfficialIndexOfAddresses.Address TID="a${i}"><AddressID>${100000000 + i}</AddressID></OfficialIndexOfAddresses_V2_2.OfficialIndexOfAddresses.Address>`).join('')}</OfficialIndexOfAddresses_V2_2.OfficialIndexOfAddresses></DATASECTION></TRANSFER>`,
  }),
);
const geodata = (q) => {
  if (q.path === '/robots.txt') return undefined;
  if (/_2056\.csv\.zip$/.test(q.path)) return file(whole, 'application/zip', ago(1));
  if (/_2056\.xtf\.zip$/.test(q.path)) return file(xtf(), 'application/zip', ago(1));
  const m = /^\/dateien\/([\w-]+)\.csv$/.exec(q.path);
  if (!m) return undefined;
  if (m[1] === 'ortschaften')
    return file(
      csvOf(
        [
          [
            'Ortschaftsname',
            'PLZ',
            'Zusatzziffer',
            'Gemeindename',
            'BFS-Nr',
            'Kantonskürzel',
            'E',
            'N',
            'Sprache',
            'Validity',
          ],
          ...places.map((p) => [p[1], p[0], '00', p[1], p[2], p[3], p[4], p[5], 'de', '2008-07-01']),
        ],
        ';',
      ),
      'text/csv',
      ago(1),
    );
  if (m[1] === 'strassen')
    return file(
      csvOf(
        [
          ['STR_ESID', 'STN_LABEL', 'ZIP_LABEL', 'COM_NAME', 'STR_TYPE'],
          ...places.map((p, i) => [10000000 + i, streets[i % 8], `${p[0]} ${p[1]}`, p[1], 'Street']),
        ],
        ';',
      ),
      'text/csv',
      ago(1),
    );
  if (/kanton|stadt/.test(m[1])) return file(lines(400, Number(/\d+/.exec(m[1])?.[0] ?? 1)), 'text/csv', ago(2));
  return file(
    csvOf(
      [
        ['Jahr', 'Wert'],
        [2025, 1],
      ],
      ';',
    ),
    'text/csv',
    ago(30),
  );
};
const S = (t, main) =>
  page({
    lang: 'de',
    title: t,
    site: 'swisstopo',
    nav: [
      ['Geodaten', '/de/geodaten'],
      ['Rechtliches', '/de/rechtliches'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: '<p>Bundesamt für Landestopografie swisstopo</p>',
  });
const own = {
  '/de/amtliches-verzeichnis-der-gebaeudeadressen': 'Amtliches Verzeichnis der Gebäudeadressen',
  '/de/amtliches-verzeichnis-der-strassen': 'Amtliches Strassenverzeichnis',
  '/de/amtliches-ortschaftenverzeichnis': 'Amtliches Ortschaftenverzeichnis',
};
const topoSite = site(
  {
    '/': () => ({ status: 302, headers: { location: `${T}/de` }, body: '' }),
    '/de': S('swisstopo', '<ul><li><a href="/de/geodaten">Geodaten</a></li></ul>'),
    '/de/geodaten': S(
      'Geodaten',
      `<ul>${Object.entries(own)
        .map(([u, t]) => `<li><a href="${u}">${t}</a></li>`)
        .join('')}</ul>`,
    ),
    '/de/rechtliches': S(
      'Rechtliches',
      '<p>Die Geodaten können frei genutzt werden, die Quelle «© swisstopo» ist anzugeben.</p>',
    ),
    ...Object.fromEntries(
      Object.entries(own).map(([u, t]) => [
        u,
        S(
          t,
          `<p>Download: <a href="${u.includes('gebaeude') ? `${G}/${adr}/amtliches-gebaeudeadressverzeichnis_ch/amtliches-gebaeudeadressverzeichnis_ch_2056.csv.zip` : gd(u.includes('ortschaften') ? 'ortschaften' : 'strassen')}">CSV, ganze Schweiz</a>. Stand: ${ago(1).split('-').reverse().join('.')}.</p>`,
        ),
      ]),
    ),
  },
  { robots: 'User-agent: *\nDisallow:\n' },
);
const post = ods({
  origin: 'https://swisspost.opendatasoft.com',
  title: 'Swiss Post Open Data',
  lang: 'de',
  datasets: [
    {
      id: 'plz_verzeichnis_v2',
      title: 'Postleitzahlenverzeichnis',
      org: 'Post CH AG',
      notes: 'Postleitzahlen der Schweiz, ohne Adressen und Koordinaten.',
      licence: ['Open use. Must provide the source.', 'https://opendata.swiss/de/terms-of-use#terms_by'],
      modified: ago(3),
      theme: 'Adressen',
      keywords: ['plz', 'postleitzahlen'],
      rows: () => [['postleitzahl', 'ortbez18', 'kanton'], ...places.map((p) => [p[0], p[1], p[3]])],
    },
  ],
});
const hosts = steady({
  'opendata.swiss': opendataSwiss({ datasets }),
  'data.geo.admin.ch': geodata,
  'www.swisstopo.admin.ch': topoSite,
  'swisspost.opendatasoft.com': post,
  'data.bfs.admin.ch': spa('BFS Open Data', 'de'),
  'data.snf.ch': spa('SNSF Data Portal'),
  'lindas.admin.ch': plain('LINDAS', 'en', ['Linked Data Service of the federal administration.']),
  'www.data.finance.admin.ch': spa('Data portal of the FFA', 'de'),
  'www.i14y.admin.ch': spa('I14Y', 'de'),
  'map.geo.admin.ch': spa('map.geo.admin.ch', 'de'),
  'data.snb.ch': spa('SNB', 'de'),
  'stats.swiss': spa('Stats Explorer', 'de'),
  'www.pxweb.bfs.admin.ch': plain('STAT-TAB', 'de', ['Interaktive Tabellen']),
});
export default {
  place: 'switzerland',
  category: 'location-datasets',
  hosts: {
    ...hosts,
    'opendata.swiss': secure(hosts['opendata.swiss']),
    'www.opendata.swiss': (r) => ({ status: 301, headers: { location: `https://opendata.swiss${r.path}` }, body: '' }),
    'data.opentransportdata.swiss': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
