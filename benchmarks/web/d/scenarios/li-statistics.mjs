// Liechtenstein: national statistics. opendata.li (EntryScape: pages drawn by scripts, EntryStore search, DCAT-AP as Turtle), eTab (PxWeb: API, saved queries as CSV), a site of the Statistics Office.
// Three tables make the category: gross domestic product (yearly, two years late), unemployed persons (monthly), population (half-yearly). The licence is told on the terms page only: CC BY 4.0.
// Lures: a municipality's population, a bank's forecast of growth, the unemployment fund's accounts, index of wages. German compounds; an API address in the place file that speaks English.
import { ago, page, plain, rng, site, spa, steady } from '../../lib.mjs';
import { arcgisDirectory, months, secure } from '../../software/common.mjs';
import { entryscape } from '../../software/entryscape.mjs';
import { pxweb } from '../../software/pxweb.mjs';

const E = 'https://etab.llv.li';
const O = 'https://www.opendata.li';
const S = 'https://www.statistikportal.li';
const office = 'Amt für Statistik, Liechtensteinische Landesverwaltung';
const thisYear = new Date().getUTCFullYear();
const years = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
const v = (code, text, valueTexts, o = {}) => ({
  code,
  text,
  values: o.time ? valueTexts : valueTexts.map((_, i) => String(i)),
  valueTexts,
  ...o,
});
const table = (id, saved, title, measure, updated, variables, cell) => ({
  id,
  saved,
  title,
  measure,
  updated: `${updated}T09:00:00`,
  source: office,
  variables,
  cell,
});
const noise = (seed) => {
  const r = rng(seed);
  return Array.from({ length: 4000 }, () => r(1000));
};
const n1 = noise(1);
const n2 = noise(2);
const monthly = months(120);
const halves = years(2000, thisYear)
  .flatMap((y) => [`${y}-06-30`, `${y}-12-31`])
  .filter((d) => d < ago(100));
const gdp = table(
  'vgr_bip.px',
  'b1f0a3d2-5c7e-4b0e-9a11-0d6c2f4e8a01',
  'Bruttoinlandprodukt und Bruttonationaleinkommen nach Jahr',
  'Mio. CHF',
  ago(250),
  [
    v('Groesse', 'Grösse', [
      'Bruttoinlandprodukt (BIP) zu laufenden Preisen',
      'Bruttonationaleinkommen (BNE)',
      'BIP pro Beschäftigten in CHF',
    ]),
    v('Jahr', 'Jahr', years(1998, thisYear - 2), { time: true }),
  ],
  ([g, y]) => (g === 2 ? 150000 + y * 1500 : Math.round(4200 + y * 110 + n1[y] / 20 - g * 150)),
);
const jobs = table(
  'al_bestand.px',
  'b1f0a3d2-5c7e-4b0e-9a11-0d6c2f4e8a02',
  'Arbeitslose und Arbeitslosenquote nach Monat',
  'Wert',
  ago(18),
  [
    v('Merkmal', 'Merkmal', ['Arbeitslose Personen', 'Arbeitslosenquote in Prozent', 'Offene Stellen']),
    v('Geschlecht', 'Geschlecht', ['Total', 'Männer', 'Frauen']),
    v('Monat', 'Monat', monthly, { time: true }),
  ],
  ([m, s, t]) => (m === 1 ? 1.3 + (n2[t] % 9) / 10 : Math.round((m ? 400 : 330 + (n2[t] % 90)) / (s ? 2 : 1))),
);
const people = table(
  'bev_stand.px',
  'b1f0a3d2-5c7e-4b0e-9a11-0d6c2f4e8a03',
  'Ständige Bevölkerung nach Stichtag, Heimat und Geschlecht',
  'Personen',
  ago(60),
  [
    v('Heimat', 'Heimat', ['Total', 'Liechtenstein', 'Ausland']),
    v('Geschlecht', 'Geschlecht', ['Total', 'Männer', 'Frauen']),
    v('Stichtag', 'Stichtag', halves, { time: true }),
  ],
  ([h, s, t]) => Math.round((32800 + t * 150) * [1, 0.66, 0.34][h] * [1, 0.496, 0.504][s]),
);
const plainTable = (id, title, seed) =>
  table(
    id,
    undefined,
    title,
    'Wert',
    ago(120),
    [v('Jahr', 'Jahr', years(2010, thisYear - 1), { time: true })],
    ([y]) => 100 + y + (n1[seed + y] % 9),
  );
const folders = [
  {
    id: '1',
    text: 'Bevölkerung und Wohnen',
    tables: [
      people,
      plainTable('geburten.px', 'Lebendgeborene nach Jahr', 40),
      plainTable('bev_gemeinde.px', 'Ständige Bevölkerung nach Gemeinde, Vaduz', 60),
    ],
  },
  {
    id: '2',
    text: 'Arbeit und Erwerb',
    tables: [
      plainTable('lohn.px', 'Lohnindex nach Jahr', 80),
      jobs,
      plainTable('beschaeftigung.px', 'Beschäftigte nach Jahr', 90),
    ],
  },
  {
    id: '3',
    text: 'Volkswirtschaft und Preise',
    tables: [gdp, plainTable('lik.px', 'Landesindex der Konsumentenpreise', 110)],
  },
  { id: '4', text: 'Umwelt und Energie', tables: [plainTable('energie.px', 'Energieverbrauch nach Jahr', 130)] },
];
const terms = `${S}/de/nutzungsbedingungen`;
const D = (id, title, notes, keywords, t, o = {}) => ({
  id,
  title,
  notes,
  lang: 'de',
  org: office,
  modified: t?.updated.slice(0, 10) ?? ago(300),
  keywords,
  files: t
    ? [
        {
          title: `${title} (CSV)`,
          format: 'text/csv',
          url: `${E}/PXWeb/sq/${t.saved}.csv`,
          page: `${E}/PXWeb/pxweb/de/eTab/`,
        },
        { title: `${title} (eTab)`, format: 'text/html', page: `${E}/PXWeb/pxweb/de/eTab/` },
      ]
    : [{ title, format: 'text/csv', url: `${O}/files/${id}.csv` }],
  ...o,
});
const datasets = [
  D(
    11,
    'Gemeinde Vaduz: Einwohnerstatistik',
    'Einwohnerinnen und Einwohner der Gemeinde Vaduz.',
    ['Bevölkerung', 'Gemeinde'],
    null,
    { org: 'Gemeinde Vaduz' },
  ),
  D(
    12,
    'Volkswirtschaftliche Gesamtrechnung: Bruttoinlandprodukt',
    'Bruttoinlandprodukt und Bruttonationaleinkommen Liechtensteins seit 1998.',
    ['BIP', 'Bruttoinlandprodukt', 'Volkswirtschaftliche Gesamtrechnung'],
    gdp,
  ),
  D(
    13,
    'Arbeitslosenstatistik',
    'Arbeitslose Personen, Arbeitslosenquote und offene Stellen in Liechtenstein nach Monat.',
    ['Arbeitslosigkeit', 'Arbeitsmarkt'],
    jobs,
  ),
  D(
    14,
    'Bevölkerungsstatistik',
    'Ständige Bevölkerung Liechtensteins per 30. Juni und 31. Dezember.',
    ['Bevölkerung', 'Demografie'],
    people,
  ),
  D(
    15,
    'Arbeitslosenkasse: Rechnung',
    'Einnahmen und Ausgaben der Arbeitslosenversicherungskasse.',
    ['Arbeitslosigkeit', 'Finanzen'],
    null,
    { org: 'Amt für Volkswirtschaft' },
  ),
  D(16, 'Konjunkturprognose BIP', 'Prognose des Wirtschaftswachstums einer Bank.', ['BIP', 'Prognose'], null, {
    org: 'Liechtenstein-Institut',
  }),
  ...[
    'Gebäudeadressen',
    'Luftqualität',
    'Fahrplan LIEmobil',
    'Gesetze',
    'Landesvoranschlag',
    'Abfallmengen',
    'Motorfahrzeugbestand',
  ].map((t, i) => D(20 + i, t, t, [t], null, { org: 'Landesverwaltung' })),
];
const nav = [
  ['Themen', '/de/themen'],
  ['Publikationen', '/de/publikationen'],
  ['Nutzungsbedingungen', '/de/nutzungsbedingungen'],
];
const P = (t, main) =>
  page({
    lang: 'de',
    title: t,
    site: 'Statistikportal Liechtenstein',
    nav,
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>Amt für Statistik</p><a href="/de/nutzungsbedingungen">Nutzungsbedingungen</a>`,
  });
const chapter = (t, rows) =>
  P(
    t,
    `<table><tr><th>Kennzahl</th><th>Wert</th></tr>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table><p>Tabellen: <a href="${E}/PXWeb/pxweb/de/eTab/">eTab-Portal</a></p>`,
  );
const portal = site(
  {
    '/': () => ({ status: 302, headers: { location: `${S}/de/` }, body: '' }),
    '/de': P('Statistikportal Liechtenstein', '<ul><li><a href="/de/themen">Themen</a></li></ul>'),
    '/de/themen': P(
      'Themen',
      '<ul><li><a href="/de/themen/volkswirtschaft">Volkswirtschaft</a></li><li><a href="/de/themen/arbeit-und-erwerb">Arbeit und Erwerb</a></li><li><a href="/de/themen/bevoelkerung">Bevölkerung</a></li></ul>',
    ),
    '/de/themen/volkswirtschaft': chapter('Volkswirtschaft', [[`Bruttoinlandprodukt ${thisYear - 2}`, '7,1 Mrd. CHF']]),
    '/de/themen/arbeit-und-erwerb': chapter('Arbeit und Erwerb', [['Arbeitslosenquote', '1,7%']]),
    '/de/themen/bevoelkerung': chapter('Bevölkerung', [['Einwohner', '40 900']]),
    '/de/publikationen': P('Publikationen', '<p>Das Statistische Jahrbuch erscheint im Herbst.</p>'),
    '/de/nutzungsbedingungen': P(
      'Nutzungsbedingungen',
      '<p>Die Daten des Amtes für Statistik, einschliesslich der Tabellen des eTab-Portals und der Datensätze auf opendata.li, stehen unter der Lizenz <a rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.de">Creative Commons Namensnennung 4.0 International (CC BY 4.0)</a>. Quelle: Amt für Statistik.</p>',
    ),
  },
  { robots: 'User-agent: *\nDisallow: /umbraco/\n' },
);
const store = entryscape({ origin: O, title: 'opendata.li', lang: 'de', datasets });
const hosts = steady({
  'www.opendata.li': (r) =>
    /^\/files\/\d+\.csv$/.test(r.path)
      ? { status: 200, headers: { 'content-type': 'text/csv' }, body: 'Jahr;Wert\r\n2024;1\r\n2025;2\r\n' }
      : store(r),
  'www.statistikportal.li': portal,
  'map.geo.llv.li': spa('Geodatenportal', 'de'),
  'service.geo.llv.li': arcgisDirectory('/arcgis/rest/services', ['Utilities']),
  'www.regierung.li': plain('Regierung', 'de', ['Fürstentum Liechtenstein']),
});
const etab = pxweb({
  base: '/PXWeb/api/v1',
  languages: ['de', 'en'],
  ui: '/PXWeb/pxweb/de',
  db: { id: 'eTab', text: 'eTab' },
  folders,
  title: 'eTab-Portal',
  lang: 'de',
  footer: `<p>${office}</p><a href="${terms}">Nutzungsbedingungen</a>`,
});
export default {
  place: 'liechtenstein',
  category: 'national-statistics',
  hosts: {
    ...hosts,
    'etab.llv.li': secure(etab),
    'www.opendata.li': secure(hosts['www.opendata.li']),
    'opendata.li': (r) => ({ status: 301, headers: { location: O + r.path }, body: '' }),
  },
};
