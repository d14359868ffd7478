// Lithuania: national statistics. The official statistics portal (osp.stat.gov.lt, the State Data Agency) and its SDMX service: gross domestic product by quarter, unemployment by month, population by year; CC BY 4.0, told on the terms page only.
// Lures: a central bank's forecast, an index of a region, the city of Vilnius, hubs drawn by scripts, an open-data host that lists registers. Lithuanian: "BVP", "nedarbo lygis", "2026 m. III ketv."; http and www redirect.
import { ago, csvOf, emptyHub, file, page, plain, rng, site, spa, steady } from '../../lib.mjs';
import { alias, arcgisDirectory, months, secure } from '../../software/common.mjs';
import { sdmx } from '../../software/sdmx.mjs';

const O = 'https://osp.stat.gov.lt';
const X = 'https://osp-rs.stat.gov.lt/rest_xml';
const year = new Date().getUTCFullYear();
const [qy, qm] = ago(32).split('-').map(Number);
const quarters = Array.from({ length: 100 }, (_, i) => {
  const n = qy * 4 + Math.floor((qm - 1) / 3) - 1 - (99 - i);
  return `${Math.floor(n / 4)}-Q${1 + (n % 4)}`;
});
const roman = ['I', 'II', 'III', 'IV'];
const said = (q) => `${q.slice(0, 4)} m. ${roman[Number(q.slice(6)) - 1]} ketv.`;
const area = { id: 'savivaldybesRegdb', name: 'Administracinė teritorija', codes: { '00': 'Lietuvos Respublika' } };
const sex = { id: 'lytisRegdb', name: 'Lytis', codes: { 0: 'Vyrai ir moterys', 1: 'Vyrai', 2: 'Moterys' } };
const kind = {
  id: 'vertinimasRegdb',
  name: 'Vertinimas',
  codes: { T: 'To meto kainomis', P: 'Grandine susietos apimties' },
};
const series = (seed, list, codes, value) => () => {
  const r = rng(seed);
  return codes.flatMap((c) => list.map((t, i) => [t, value(i, r(1000) / 1000, c), ...c]));
};
const flow = (id, lt, en, unit, dimensions, observations) => ({ id, lt, en, unit, dimensions, observations });
const flows = [
  flow('S1R001_M1010101', 'Bendras šalies plotas', 'Total area of the country', 'km²', [area], () => [
    [String(year - 1), 65284, '00'],
  ]),
  flow(
    'S3R167_M3010101',
    'Nuolatinių gyventojų skaičius metų pradžioje',
    'Resident population at the beginning of the year',
    'asmenys',
    [area, sex],
    series(
      1,
      Array.from({ length: year - 1995 }, (_, i) => String(1996 + i)),
      [
        ['00', '0'],
        ['00', '1'],
        ['00', '2'],
      ],
      (i, x, c) => Math.round((3600000 - i * 24000 + x * 9000) * [1, 0.47, 0.53][Number(c[1])]),
    ),
  ),
  flow(
    'S3R348_M3030101',
    'Nedarbo lygis (mėnesio duomenys)',
    'Unemployment rate (monthly)',
    'procentai',
    [area, sex],
    series(
      2,
      months(180),
      [
        ['00', '0'],
        ['00', '1'],
        ['00', '2'],
      ],
      (_, x) => Math.round((5.5 + x * 3) * 10) / 10,
    ),
  ),
  flow(
    'S3R349_M3030102',
    'Bedarbių skaičius (mėnesio duomenys)',
    'Number of unemployed persons (monthly)',
    'tūkst.',
    [area, sex],
    series(3, months(180), [['00', '0']], (_, x) => Math.round((90 + x * 30) * 10) / 10),
  ),
  flow(
    'S7R217_M2110209',
    'Bendrasis vidaus produktas (BVP), ketvirčiais',
    'Gross domestic product (GDP), quarterly',
    'mln. EUR',
    [area, kind],
    series(
      4,
      quarters,
      [
        ['00', 'T'],
        ['00', 'P'],
      ],
      (i, x) => Math.round((4000 + i * 160 + x * 400) * 10) / 10,
    ),
  ),
  flow(
    'S7R246_M2110209',
    'Vidutinis mėnesinis darbo užmokestis',
    'Average monthly earnings',
    'EUR',
    [area],
    series(5, quarters, [['00']], (i) => 400 + i * 20),
  ),
  ...[
    'Vartotojų kainų indeksai',
    'Gimusieji',
    'Mirusieji',
    'Eksportas',
    'Pramonės produkcija',
    'Pasėlių plotas',
    'Būstų skaičius',
    'Nusikalstamos veikos',
  ].map((t, i) =>
    flow(
      `S8R90${i}_M20201${i}`,
      t,
      t,
      'vnt.',
      [area],
      series(10 + i, months(24), [['00']], (k) => 100 + k),
    ),
  ),
];
const nav = [
  ['Pagrindiniai rodikliai', '/pagrindiniai-salies-rodikliai'],
  ['Duomenų bazė', '/statistiniu-rodikliu-analize'],
  ['Atviri duomenys (API)', '/rdb-rest'],
  ['Naudojimo sąlygos', '/naudojimo-salygos'],
];
const P = (t, main) =>
  page({
    lang: 'lt',
    title: t,
    site: 'Oficialiosios statistikos portalas',
    nav,
    main: `<h1>${t}</h1>${main}`,
    footer: '<p>© Valstybės duomenų agentūra</p><a href="/naudojimo-salygos">Naudojimo sąlygos</a>',
  });
const key = [
  ['S7R217_M2110209', 'Bendrasis vidaus produktas (BVP)', `${said(quarters.at(-1))}`, '20 845,3 mln. EUR'],
  ['S3R348_M3030101', 'Nedarbo lygis', `${months(1)[0].replace('-', ' m. ')} mėn.`, '6,8 proc.'],
  ['S3R167_M3010101', 'Nuolatinių gyventojų skaičius', `${year} m. pradžioje`, '2 889 000'],
];
const portal = site(
  {
    '/': P(
      'Oficialiosios statistikos portalas',
      '<ul><li><a href="/pagrindiniai-salies-rodikliai">Pagrindiniai šalies rodikliai</a></li><li><a href="/rdb-rest">Duomenų teikimas (SDMX)</a></li><li><a href="/naujienos">Naujienos</a></li></ul>',
    ),
    '/naujienos': P('Naujienos', '<p>Gruodžio mėnesio leidinių kalendorius.</p>'),
    '/pagrindiniai-salies-rodikliai': P(
      'Pagrindiniai šalies rodikliai',
      `<table><tr><th>Rodiklis</th><th>Laikotarpis</th><th>Reikšmė</th><th>Duomenys</th></tr>${key.map(([id, n, t, v]) => `<tr><td>${n}</td><td>${t}</td><td>${v}</td><td><a href="${X}/data/${id}/">SDMX (XML)</a></td></tr>`).join('')}</table>`,
    ),
    '/statistiniu-rodikliu-analize': spa('Rodiklių duomenų bazė', 'lt'),
    '/rdb-rest': P(
      'Rodiklių duomenų bazės duomenų teikimas',
      `<p>Visi rodikliai teikiami SDMX 2.1 formatu.</p><ul><li><a href="${X}/dataflow/">Rodiklių sąrašas (dataflow)</a></li>${key.map(([id, n]) => `<li><a href="${X}/data/${id}/">${n}</a></li>`).join('')}</ul>`,
    ),
    '/naudojimo-salygos': P(
      'Naudojimo sąlygos',
      '<p>Oficialiosios statistikos portale ir rodiklių duomenų bazėje skelbiami statistiniai duomenys platinami pagal <a rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.lt">Creative Commons Priskyrimas 4.0 (CC BY 4.0)</a> licenciją. Naudojant būtina nurodyti šaltinį.</p>',
    ),
  },
  { robots: 'User-agent: *\nDisallow: /statistiniu-rodikliu-analize\n' },
);
const open = site(
  {
    '/': page({
      lang: 'lt',
      title: 'Atviri duomenų rinkiniai',
      site: 'Valstybės duomenų agentūra',
      main: '<h1>Atviri duomenų rinkiniai</h1><ul><li><a href="/rinkiniai/vilnius-gyventojai.csv">Vilniaus miesto gyventojai pagal seniūnijas (CSV)</a></li><li><a href="/rinkiniai/imones.csv">Veikiantys ūkio subjektai (CSV)</a></li></ul>',
    }),
    '/rinkiniai/vilnius-gyventojai.csv': () =>
      file(
        csvOf(
          [
            ['Seniūnija', 'Gyventojai'],
            ['Antakalnis', 39000],
            ['Žirmūnai', 45000],
          ],
          ';',
        ),
        'text/csv',
        ago(200),
      ),
    '/rinkiniai/imones.csv': () =>
      file(
        csvOf(
          [
            ['Kodas', 'Pavadinimas'],
            ['300000001', 'UAB Pavyzdys'],
          ],
          ';',
        ),
        'text/csv',
        ago(30),
      ),
  },
  { robots: null },
);
const S = (t) => plain(t, 'lt', [t]);
const hosts = steady({
  'osp.stat.gov.lt': portal,
  'open-data.stat.gov.lt': open,
  'data.gov.lt': spa('Lietuvos atvirų duomenų portalas', 'lt'),
  'stat.hi.lt': spa('Higienos institutas', 'lt'),
  'sveikstat.hi.lt': spa('SVEIKSTAT', 'lt'),
  'www.lb.lt': site({
    '/': plain('Lietuvos bankas', 'lt', ['Lietuvos bankas']),
    '/lt/statistikos-duomenu-baze-2': page({
      lang: 'lt',
      title: 'Statistikos duomenų bazė',
      site: 'Lietuvos bankas',
      main: '<h1>Statistikos duomenų bazė</h1><p>Pinigų ir bankų statistika.</p><p><a href="/lt/makroekonomikos-prognozes">Makroekonomikos prognozės: BVP</a></p>',
    }),
    '/lt/makroekonomikos-prognozes': page({
      lang: 'lt',
      title: 'Makroekonomikos prognozės',
      site: 'Lietuvos bankas',
      main: '<h1>Makroekonomikos prognozės</h1><p>BVP augs 2,7 proc.</p>',
    }),
  }),
  'sris.biip.lt': spa('SRIS', 'lt'),
  'tpdr.planuojustatau.lt': arcgisDirectory('/arcgis/rest/services', ['TPDR']),
  'www.geoportal.lt': spa('Geoportal.lt', 'lt'),
  'api.gov.lt': S('API katalogas'),
  'dvr.stat.gov.lt': emptyHub('DVR', 'lt'),
  'sdg.stat.gov.lt': emptyHub('Darnaus vystymosi tikslai', 'lt'),
});
export default {
  place: 'lithuania',
  category: 'national-statistics',
  hosts: {
    ...hosts,
    'osp.stat.gov.lt': secure(hosts['osp.stat.gov.lt']),
    'osp-rs.stat.gov.lt': secure(sdmx({ base: '/rest_xml', agency: 'LSD', flows })),
    'www.osp.stat.gov.lt': alias(new URL(O).host),
    'www.stat.gov.lt': alias('osp.stat.gov.lt'),
  },
};
