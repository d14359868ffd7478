// What Malaysia's portals hold on water: river basins by year, the index by station, one state's samples; and the portal data.gov.my itself, pages made on the server, files on a storage host, an API by id. Figures are made up.
import { ago, csvOf, esc, file, html, json, page, rng, slug, text } from '../lib.mjs';
import { once, pick } from './common.mjs';

export const M = 'https://data.gov.my';
const storage = 'https://storage.data.gov.my';
export const DOE = 'Department of Environment';
export const lastYear = new Date().getUTCFullYear() - 2;
export const basins = [
  'Sungai Perlis',
  'Sungai Kedah',
  'Sungai Muda',
  'Sungai Pinang',
  'Sungai Perak',
  'Sungai Bernam',
  'Sungai Selangor',
  'Sungai Klang',
  'Sungai Langat',
  'Sungai Linggi',
  'Sungai Melaka',
  'Sungai Muar',
  'Sungai Batu Pahat',
  'Sungai Johor',
  'Sungai Tebrau',
  'Sungai Rompin',
  'Sungai Pahang',
  'Sungai Kemaman',
  'Sungai Dungun',
  'Sungai Terengganu',
  'Sungai Besut',
  'Sungai Kelantan',
  'Sungai Sarawak',
  'Sungai Rajang',
  'Sungai Baram',
  'Sungai Padas',
  'Sungai Kinabatangan',
  'Sungai Segama',
  'Sungai Tawau',
  'Sungai Papar',
];
const pollution = once(() => {
  const r = rng(198);
  return Array.from({ length: lastYear - 1999 }, (_, i) => 2000 + i).flatMap((y) =>
    ['bod5', 'nh3n', 'ss'].flatMap((m) => {
      const dirty = 6 + r(20);
      const middle = 20 + r(30);
      return [
        ['clean', 144 - dirty - middle],
        ['slightly_polluted', middle],
        ['polluted', dirty],
      ].map(([status, n]) => [`${y}-01-01`, m, status, n, Math.round((1000 * n) / 144) / 10]);
    }),
  );
});
export const indexByBasin = once(() => {
  const r = rng(275);
  return Array.from({ length: 12 }, (_, i) => lastYear - 11 + i).flatMap((y) =>
    basins.map((b) => {
      const w = 58 + r(36);
      return [`${y}-01-01`, b, w, w > 80 ? 'clean' : w > 59 ? 'slightly_polluted' : 'polluted', 1 + r(20)];
    }),
  );
});
export const rowsOf = (id) => {
  const r = rng(id.length * 11);
  return Array.from({ length: 600 }, (_, i) => [
    `${2005 + (i % 20)}-01-01`,
    pick(r, ['Johor', 'Kedah', 'Perak', 'Sabah', 'Sarawak', 'Selangor', 'Pahang']),
    r(9000),
  ]);
};
/** the catalogue: id, folder, title, description, source, columns, rows, frequency, as of */
const sets = [
  [
    'water_pollution_basin',
    'water',
    'River Basin Pollution Monitoring',
    'Number and proportion of the 144 monitored river basins that are clean, slightly polluted or polluted, by three indicators: biochemical oxygen demand (BOD5), ammoniacal nitrogen (NH3-N) and suspended solids (SS). For the whole country.',
    DOE,
    ['date', 'indicator', 'status', 'basins', 'proportion'],
    pollution,
    'YEARLY',
    `${lastYear}`,
  ],
  [
    'river_wqi_basin',
    'water',
    'Water Quality Index by River Basin',
    'Water quality index (WQI) of the main river basins of Malaysia, its class and the number of stations. The index is made of six parameters; results of single parameters are not part of this dataset, and results for metals, fluoride, nitrate, dissolved solids and coliforms are not published.',
    DOE,
    ['date', 'basin', 'wqi', 'status', 'stations'],
    indexByBasin,
    'YEARLY',
    `${lastYear}`,
  ],
  [
    'water_access',
    'water',
    'Access to Treated Water by State & Strata',
    'Share of the population with piped water.',
    'National Water Services Commission',
  ],
  [
    'water_consumption',
    'water',
    'Water Consumption by State & Sector',
    'Consumption in million litres a day.',
    'National Water Services Commission',
  ],
  [
    'water_production',
    'water',
    'Water Production by State',
    'Production in million litres a day.',
    'National Water Services Commission',
  ],
  ['dam_levels', 'water', 'Storage of Dams', 'Storage of dams.', 'National Water Services Commission'],
  ['air_pollution', 'environment', 'Monthly Air Pollution', 'Concentrations of pollutants.', DOE],
  ['forest_reserve_state', 'environment', 'Forest Reserves by State', 'Area.', 'Department of Forestry'],
  ['ghg_emissions', 'environment', 'Greenhouse Gas Emissions', 'Emissions by source.', 'Ministry of Natural Resources'],
  [
    'hh_access_amenities',
    'demography',
    'Access to Basic Amenities by State & District',
    'Water, electricity.',
    'Department of Statistics Malaysia',
  ],
  ...[
    'Population Table: Malaysia',
    'Fuel Prices',
    'Births by Day',
    'Blood Donations',
    'Hospital Beds',
    'Exchange Rates',
    'Ridership of Rail',
    'Crime by District',
    'Fish Landings',
    'Schools by District',
    'Organ Pledges',
    'Labour Force',
  ].map((t) => [slug(t).replace(/-/g, '_'), 'misc', t, `${t}.`, 'Department of Statistics Malaysia']),
].map(
  ([
    id,
    folder,
    title,
    notes,
    org,
    columns = ['date', 'state', 'value'],
    rows = () => rowsOf(id),
    frequency = 'YEARLY',
    upTo = '2025',
  ]) => ({
    id,
    folder,
    title,
    notes,
    org,
    columns,
    rows,
    frequency,
    upTo,
    csv: `${storage}/${folder}/${id}.csv`,
    parquet: `${storage}/${folder}/${id}.parquet`,
  }),
);
const P = (t, main, next) =>
  html(
    page({
      title: t,
      site: 'data.gov.my',
      nav: [
        ['Home', '/'],
        ['Data Catalogue', '/data-catalogue'],
        ['Dashboards', '/dashboard'],
        ['API Docs', 'https://developer.data.gov.my/'],
      ],
      head: `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: next ?? {} }, buildId: 'k2v1' })}</script>`,
      main: `<h1>${esc(t)}</h1>${main}`,
      footer: '<p>© Government of Malaysia. Data are licensed under CC BY 4.0.</p>',
    }),
  );
const table = (head, rows) =>
  `<table><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr>${rows.map((r) => `<tr>${r.map((c) => `<td>${esc(c)}</td>`).join('')}</tr>`).join('')}</table>`;
const item = (s) => `<li><a href="/data-catalogue/${s.id}">${esc(s.title)}</a> <span>${s.org}</span></li>`;
export const portal = (q) => {
  if (q.path === '/robots.txt') return text('User-agent: *\nAllow: /\nSitemap: https://data.gov.my/sitemap.xml\n');
  if (q.path === '/sitemap.xml')
    return text(
      `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${['', '/data-catalogue', ...sets.map((s) => `/data-catalogue/${s.id}`)].map((u) => `<url><loc>${M}${u}</loc></url>`).join('')}</urlset>`,
      'application/xml',
    );
  if (q.path === '/')
    return P(
      "Malaysia's official open data portal",
      '<form action="/data-catalogue"><input name="search" placeholder="Search datasets"></form><p><a href="/data-catalogue">Data Catalogue</a></p>',
    );
  if (q.path === '/data-catalogue') {
    const w = (q.q.get('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const hit = sets.filter((s) => w.every((x) => `${s.title} ${s.notes} ${s.org}`.toLowerCase().includes(x)));
    return P('Data Catalogue', `<p>${hit.length} datasets</p><ul>${hit.map(item).join('')}</ul>`, {
      collection: hit.map((s) => ({ id: s.id, title: s.title, data_as_of: s.upTo })),
    });
  }
  const s = sets.find((x) => q.path === `/data-catalogue/${x.id}`);
  if (!s) return undefined;
  const meta = {
    id: s.id,
    title: s.title,
    description: s.notes,
    data_source: [s.org],
    frequency: s.frequency,
    data_as_of: s.upTo,
    last_updated: `${ago(200)} 12:00`,
    license: 'CC BY 4.0',
    link_csv: s.csv,
    link_parquet: s.parquet,
  };
  return P(
    s.title,
    `<p>${esc(s.notes)}</p>${table(s.columns, s.rows().slice(-12))}<h2>Metadata</h2><dl><dt>Data source</dt><dd>${s.org}</dd><dt>Data as of</dt><dd>${s.upTo}</dd><dt>Frequency</dt><dd>Yearly</dd><dt>License</dt><dd><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></dd></dl><h2>Download</h2><ul><li><a href="${s.csv}">Full dataset (CSV)</a></li><li><a href="${s.parquet}">Full dataset (Parquet)</a></li></ul>`,
    { meta },
  );
};
const objects = (r) => Object.fromEntries(r);
export const files = (q) => {
  const s = sets.find((x) => new URL(x.csv).pathname === q.path);
  return s
    ? file(csvOf([s.columns, ...s.rows()]), 'text/csv', ago(200))
    : sets.some((x) => new URL(x.parquet).pathname === q.path)
      ? file(
          Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(900, 3), Buffer.from('PAR1')]),
          'application/octet-stream',
          ago(200),
        )
      : undefined;
};
export const api = (q) => {
  if (q.path !== '/data-catalogue') return undefined;
  const s = sets.find((x) => x.id === q.q.get('id'));
  return s
    ? json(
        s
          .rows()
          .slice(0, Number(q.q.get('limit') ?? 1e6))
          .map((r) => objects(s.columns.map((c, i) => [c, r[i]]))),
      )
    : json({ status: 404, errors: ['Dataset not found'] }, 404);
};
