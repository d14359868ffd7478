// Latvia: weather forecast. data.gov.lv: CKAN with its pages below /dati/lv and its API at the root too, which robots.txt leaves open; the front page is Drupal's.
// The centre of meteorology gives a forecast of seven days for some five hundred places as long tables with numbered parameters, and a rolling year of what stations measured, in a record of its own. CC0.
// Lures: the same forecast as it was until 2023, the port of Liepāja, Riga's stations, a forecast for one airport, warnings, rivers, the sea, roads. Latvian; CSV with every value quoted.
import { ago, ckan, file, html, page, pkg, plain, rng, site, slug, spa, steady } from '../../lib.mjs';
import { alias, arcgisDirectory, broken, geoserverHome, pick, secure } from '../../software/common.mjs';
import { books, table, towns } from '../../software/lvgmc.mjs';

const O = 'https://data.gov.lv';
const LVGMC = 'Latvijas Vides, ģeoloģijas un meteoroloģijas centrs';
const recent = new Date(Date.now() - 3 * 36e5).toISOString();
const cc0 = {
  license_id: 'CC0-1.0',
  license_title: 'Creative Commons CCZero',
  license_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  isopen: true,
};
const by = {
  license_id: 'CC-BY-4.0',
  license_title: 'Creative Commons Attribution 4.0',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  isopen: true,
};
const forecastId = '9e2c5f0b-6d3a-4c1e-8f47-2b7d90a1c3e5';
const observedId = '40d80be5-0c09-47c4-80f3-fad4bec19f33';
const at = (id, n, name) =>
  `${O}/dati/dataset/${id}/resource/${String(n).padStart(8, '0')}-5b19-4a81-822c-f218f92c16dc/download/${name}`;
const R = (id, list, when) =>
  list.map(([name, f, description = '', last_modified = when.slice(0, 19)], n) => ({
    name,
    description,
    url: at(id, n + 1, f),
    format: f.split('.').pop().toUpperCase(),
    last_modified,
  }));
const P = (name, title, organization, notes, resources, o = {}) =>
  pkg({
    name,
    title,
    organization,
    notes,
    ...cc0,
    metadata_modified: `${ago(25)}T09:30:00.000000`,
    ...o,
    resources: R(o.id ?? slug(name), resources, o.metadata_modified ?? ago(25)),
  });
const met = [
  P(
    'meteorologiskas-prognozes-apdzivotam-vietam-jaunaka-datu-kopa',
    'Meteoroloģiskās prognozes apdzīvotām vietām (jaunākā datu kopa)',
    LVGMC,
    'Laika prognozes Latvijas pilsētām, pagastu centriem un ciemiem: stundu prognoze nākamajām 24 stundām un diennakts prognoze septiņām dienām – gaisa temperatūra, vējš, nokrišņi. Datne satur vietas numuru, parametra numuru, datumu un vērtību; numuru nozīme ir tabulās “Apdzīvoto vietu saraksts” un “Parametru saraksts”. Dati tiek atjaunoti četras reizes diennaktī.',
    [
      ['Apdzīvoto vietu saraksts', 'cities.csv', 'CITY_ID, nosaukums, koordinātas, veids, novads.'],
      ['Parametru saraksts', 'forcity_param.csv', 'PARA_ID, parametra nosaukums un mērvienība.'],
      ['Stundu prognoze apdzīvotām vietām', 'forecast_cities.csv', 'Nākamās 24 stundas.'],
      ['Diennakts prognoze apdzīvotām vietām', 'forecast_cities_day.csv', 'Septiņas dienas.'],
      ['Laika apstākļu kodi', 'weather_codes.csv'],
    ],
    {
      id: forecastId,
      metadata_modified: recent.slice(0, 19),
      url: 'https://videscentrs.lvgmc.lv/',
      tags: ['laika prognoze', 'meteoroloģija', 'laikapstākļi', 'temperatūra', 'vējš', 'nokrišņi'],
    },
  ),
  P(
    'hidrometeorologiskie-noverojumi',
    'Hidrometeoroloģiskie novērojumi',
    LVGMC,
    'Meteoroloģisko un hidroloģisko novērojumu staciju dati visā Latvijā: operatīvie dati par pēdējām 48 stundām un arhīva dati par pēdējām 365 dienām. Operatīvie dati tiek atjaunoti katru stundu, arhīva dati – katru dienu.',
    [
      ['Meteoroloģiskās stacijas', 'meteo_stacijas.csv'],
      ['Meteoroloģiskie parametri', 'meteo_parametri.csv'],
      ['Meteoroloģiskie operatīvie dati (48 stundas)', 'meteo_operativie_dati.csv'],
      ['Meteoroloģiskie arhīva dati, pēdējās 365 dienas (vidējās, minimālās, maksimālās)', 'meteo_arhiva_dati_max.csv'],
      ['Hidroloģiskās stacijas', 'hidro_stacijas.csv'],
      ['Hidroloģiskie operatīvie dati', 'hidro_operativie_dati.csv'],
    ],
    {
      id: observedId,
      metadata_modified: recent.slice(0, 19),
      tags: ['novērojumi', 'gaisa temperatūra', 'meteoroloģija', 'hidroloģija'],
    },
  ),
  P(
    'meteorologiskas-prognozes-apdzivotam-vietam',
    'Meteoroloģiskās prognozes apdzīvotām vietām (vecā datu kopa)',
    LVGMC,
    'Laika prognozes apdzīvotām vietām. Datu kopa kopš 2023. gada jūnija netiek atjaunota, to aizstāj jaunākā datu kopa.',
    [['Diennakts prognoze', 'forecast_cities_day_2023.csv', '', '2023-06-14T05:00:00']],
    { metadata_modified: '2023-06-14T05:00:00.000000', tags: ['laika prognoze'] },
  ),
  P(
    'telpiskas-meteorologiskas-prognozes',
    'Telpiskās meteoroloģiskās prognozes',
    LVGMC,
    'Prognoze režģa punktos deviņām dienām: temperatūra un nokrišņi. Divas reizes diennaktī.',
    [
      ['Gaisa temperatūra režģī', 't.csv'],
      ['Nokrišņu daudzums režģī', 'tp.csv'],
    ],
    { metadata_modified: recent.slice(0, 19), tags: ['prognozes', 'režģis'] },
  ),
  ...[
    ['hidrometeorologiskie-bridinajumi', 'Hidrometeoroloģiskie brīdinājumi', 'bridinajumu_metadata.csv'],
    ['hidrologiskas-prognozes', 'Hidroloģiskās prognozes', 'hidro_forecast.csv'],
    ['telpiskas-juras-prognozes', 'Telpiskās jūras prognozes', 'juras_limenis.csv'],
    ['klimatiskie-dati', 'Klimatiskie dati', 'normas_1991_2020.csv'],
    ['gaisa-kvalitate', 'Gaisa kvalitātes novērojumi', 'gaiss.csv'],
  ].map(([n, t, f]) =>
    P(n, t, LVGMC, `${t} Latvijā.`, [[t, f]], { metadata_modified: recent.slice(0, 19), tags: ['vide'] }),
  ),
];
const others = [
  ['Rīgas valstspilsētas pašvaldības meteoroloģisko staciju dati', 'Rīgas valstspilsētas pašvaldība'],
  ['Laikapstākļu prognoze Liepājas ostā', 'Liepājas speciālās ekonomiskās zonas pārvalde'],
  ['Laika prognoze starptautiskajai lidostai “Rīga” (TAF)', 'Latvijas gaisa satiksme'],
  ['Aktuālie ceļu meteoroloģisko staciju dati', 'Latvijas Valsts ceļi'],
  ['Lauksaimniecības meteostacijas', 'Latvijas Biozinātņu un tehnoloģiju universitāte'],
  ['Uzņēmumu reģistra atvērtie dati', 'Latvijas Republikas Uzņēmumu reģistrs'],
  ['Valsts adrešu reģistra informācijas sistēmas atvērtie dati', 'Valsts zemes dienests'],
  ['Kadastra informācijas sistēmas atvērtie telpiskie dati', 'Valsts zemes dienests'],
  ['Darījumi ar telpu grupām', 'Valsts zemes dienests'],
  ['Maršrutu saraksti Rīgas Satiksme sabiedriskajam transportam', 'Rīgas valstspilsētas pašvaldība'],
  ['Rīgas apkaimes', 'Rīgas valstspilsētas pašvaldība'],
  ['Saeimas sēdes', 'Latvijas Republikas Saeima'],
  ['Iepirkumu piedāvājumu atvēršanu datu grupa', 'Valsts digitālās attīstības aģentūra'],
  ['Meža valsts reģistra meža dati', 'Valsts meža dienests'],
  ['Valsts budžeta izdevumi', 'Valsts kase'],
  ['Covid-19 izmeklējumi', 'Slimību profilakses un kontroles centrs'],
  ['Peldvietu ūdens kvalitāte', 'Veselības inspekcija'],
  ['Ceļu satiksmes negadījumi', 'Valsts policija'],
  ['Administratīvo teritoriju robežas', 'Centrālā statistikas pārvalde'],
  ['Bezdarbnieku skaits novados', 'Nodarbinātības valsts aģentūra'],
  ['Muzeju saraksts', 'Kultūras informācijas sistēmu centrs'],
].map(([t, org], i) =>
  P(slug(t), t, org, `${t}.`, [[t, `${slug(t).slice(0, 30)}.csv`]], i % 3 ? {} : { ...by, tags: ['pašvaldība'] }),
);
const packages = [...met, ...others];
const any = (name) => {
  const r = rng(name.length * 13);
  return table([
    ['ID', 'NOSAUKUMS', 'DATUMS', 'VERTIBA'],
    ...Array.from({ length: 400 }, (_, i) => [i + 1, pick(r, towns)[0], ago(r(300)), r(5000)]),
  ]);
};
const files = (q) => {
  const m = /\/resource\/[\w-]+\/download\/([\w.-]+\.csv)$/.exec(q.path);
  if (!m) return undefined;
  const old = m[1].includes('2023');
  return file((books[m[1]] ?? (() => any(m[1])))(), 'text/csv', old ? '2023-06-14' : books[m[1]] ? recent : ago(25));
};
const robots =
  'User-agent: *\nDisallow: /core/\nDisallow: /profiles/\nDisallow: /admin/\nDisallow: /search/\nDisallow: /user/login\nDisallow: /dati/dataset/rate/\nDisallow: /dati/revision/\nDisallow: /dati/dataset/*/history\nCrawl-Delay: 2\n';
const catalogue = ckan({
  packages,
  apis: ['/api/3', '/dati/api/3', '/dati/api'],
  base: '/dati',
  title: 'Latvijas Atvērto datu portāls',
  lang: 'lv',
  robots,
  words: {
    data: 'Dati un resursi',
    licence: 'Licence',
    download: 'Lejupielādēt',
    more: 'Vairāk informācijas',
    org: 'Organizācija',
    datasets: 'Datu kopas',
    orgs: 'Organizācijas',
    info: 'Papildu informācija',
    modified: 'Pēdējās izmaiņas',
    field: 'Lauks',
    value: 'Vērtība',
  },
});
const front = html(
  page({
    lang: 'lv',
    title: 'Sākums',
    site: 'Latvijas Atvērto datu portāls',
    nav: [
      ['Datu kopas', '/dati/lv/dataset'],
      ['Organizācijas', '/dati/lv/organization'],
      ['Par portālu', '/lv/par-portalu'],
    ],
    main: `<h1>Latvijas Atvērto datu portāls</h1><form action="/dati/lv/dataset" method="get"><input name="q" placeholder="Meklēt datu kopas"><button>Meklēt</button></form><p>${packages.length} datu kopas. Datus var lasīt arī ar <a href="/dati/api/3/action/package_list">CKAN API</a>.</p>`,
    footer: '<p>Valsts digitālās attīstības aģentūra</p>',
  }),
);
const portal = Object.assign(
  (q) => {
    if (q.path === '/') return { status: 302, headers: { location: `${O}/lv` }, body: '' };
    if (q.path === '/lv') return front;
    return files(q) ?? catalogue({ ...q, path: q.path.replace(/^\/dati\/(?:lv|eng)(?=\/|$)/, '/dati') });
  },
  { ckan: true },
);
const S = (t) => plain(t, 'lv', [t]);
const hosts = steady({
  'data.gov.lv': portal,
  'videscentrs.lvgmc.lv': site({
    '/': page({
      lang: 'lv',
      title: 'Laika prognoze',
      site: 'LVĢMC',
      nav: [['Atvērtie dati', '/lapas/atvertie-dati']],
      main: '<h1>Laika prognoze</h1><div id="forecast"></div><script src="/assets/forecast.js"></script>',
      footer: `<p>${LVGMC}</p>`,
    }),
    '/lapas/atvertie-dati': page({
      lang: 'lv',
      title: 'Atvērtie dati',
      site: 'LVĢMC',
      main: `<h1>Atvērtie dati</h1><ul><li><a href="${O}/dati/lv/dataset/${met[0].name}">Meteoroloģiskās prognozes apdzīvotām vietām</a></li><li><a href="${O}/dati/lv/dataset/${met[1].name}">Hidrometeoroloģiskie novērojumi</a></li></ul>`,
    }),
  }),
  'dati.lnb.lv': ckan({
    title: 'LNB Datu portāls',
    lang: 'lv',
    packages: [pkg({ name: 'nacionala-bibliografija', title: 'Nacionālā bibliogrāfija', organization: 'LNB' })],
  }),
  'api.viss.gov.lv': spa('API Pārvaldnieks', 'lv'),
  'data.stat.gov.lv': spa('Oficiālā statistika', 'lv'),
  'statistika.spkc.gov.lv': spa('SPKC statistika', 'lv'),
  'www.stat.gov.lv': S('Oficiālās statistikas portāls'),
  'proxygds.viss.gov.lv': arcgisDirectory('/arcgis/rest/services', ['Utilities']),
  'geo.stat.gov.lv': spa('GEO', 'lv'),
  'ims-web.vvd.gov.lv': geoserverHome,
  'inspire.stat.gov.lv': broken(),
  'kartes.lgia.gov.lv': arcgisDirectory('/arcgis/rest/services', ['Hosted', 'Topo50']),
});
export default {
  place: 'latvia',
  category: 'weather-forecast',
  hosts: {
    ...hosts,
    'data.gov.lv': secure(hosts['data.gov.lv']),
    'www.data.gov.lv': alias('data.gov.lv'),
    'lvgmc.lv': alias('videscentrs.lvgmc.lv'),
    'stat.gov.lv': alias('www.stat.gov.lv'),
    'geometadati.viss.gov.lv': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
