// Malaysia: water quality. data.gov.my (own make: pages made on the server, files on a storage host, an API by id): pollution of river basins by three indicators and year; the older portal (CKAN) has the index by station. CC BY 4.0.
// The Department of Environment says that only the index and what it is made of are published: no metals, fluoride, nitrate, dissolved solids or coliforms. A true No. What is hard: one state's water authority publishes all of them for its own rivers. Lures: a university, access to water, consumption, dams, beaches.
import { ago, ckan, csvOf, file, page, pdf, pkg, plain, rng, site, slug, spa, steady, xlsx } from '../../lib.mjs';
import { alias, broken, once, pick, secure } from '../../software/common.mjs';
import { api, basins, DOE, files, indexByBasin, lastYear, M, portal, rowsOf } from '../../software/data-gov-my.mjs';

const A = 'https://archive.data.gov.my';
const JAS = 'Jabatan Alam Sekitar';
const by = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Attribution',
  license_url: 'http://www.opendefinition.org/licenses/cc-by',
  isopen: true,
};
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const R = (name, title, organization, notes, f, o = {}) =>
  pkg({
    name,
    title,
    organization,
    notes,
    ...by,
    metadata_modified: '2021-08-10T03:00:00.000000',
    tags: [],
    ...o,
    resources: [
      {
        name: title,
        format: f.split('.').pop().toUpperCase(),
        url: `${A}/data/ms_MY/dataset/${name}/resource/4c1b7f02-9d3e-4a6f-8b11-0e5d9a7c2f63/download/${f}`,
        last_modified: '2021-08-10T03:00:00',
      },
    ],
  });
const packages = [
  R(
    'kualiti-air-sungai-selangor',
    'Kualiti Air Sungai di Negeri Selangor',
    'Lembaga Urus Air Selangor',
    'Hasil persampelan kualiti air sungai negeri Selangor mengikut stesen: koliform fekal, arsenik, fluorida, nitrat, jumlah pepejal terlarut.',
    'kualiti-air-sungai-selangor.csv',
    { tags: ['kualiti air', 'sungai'], metadata_modified: `${ago(9)}T03:00:00.000000` },
  ),
  R(
    'indeks-kualiti-air-sungai-mengikut-stesen',
    'Indeks Kualiti Air Sungai Mengikut Stesen Pengawasan',
    JAS,
    'Indeks kualiti air (IKA) sungai seluruh negara mengikut stesen: oksigen terlarut, BOD, COD, ammonia nitrogen, pepejal terampai dan pH.',
    'ika-stesen-2020.xlsx',
    { tags: ['kualiti air', 'IKA', 'sungai'] },
  ),
  R(
    'status-kualiti-air-marin',
    'Status Kualiti Air Marin Mengikut Negeri',
    JAS,
    'Indeks kualiti air marin.',
    'air-marin.xlsx',
    { tags: ['air marin'] },
  ),
  R(
    'kualiti-air-tasik-putrajaya',
    'Kualiti Air Tasik Putrajaya',
    'Perbadanan Putrajaya',
    'Kualiti air tasik.',
    'tasik-putrajaya.csv',
    { tags: ['kualiti air'] },
  ),
  R(
    'kajian-air-sungai-skudai',
    'Kajian Kualiti Air Sungai Skudai',
    'Universiti Teknologi Malaysia',
    'Data kajian sebuah sungai, termasuk logam berat.',
    'skudai.csv',
    { tags: ['kualiti air'] },
  ),
  ...[
    'Bilangan Loji Rawatan Air',
    'Senarai Empangan',
    'Taburan Hujan Bulanan',
    'Senarai Klinik Kesihatan',
    'Bilangan Sekolah',
    'Keluaran Padi',
    'Bilangan Pelancong',
    'Senarai Pejabat Pos',
    'Kemalangan Jalan Raya',
    'Pelesenan Premis',
    'Taman Negara',
    'Statistik Penternakan',
  ].map((t, i) =>
    R(
      slug(t),
      t,
      ['Jabatan Pengairan dan Saliran', 'Kementerian Kesihatan Malaysia', 'Kementerian Pertanian'][i % 3],
      `${t}.`,
      `${slug(t)}.csv`,
    ),
  ),
];
const stations = once(() => {
  const r = rng(1064);
  const rows = basins.flatMap((b, n) =>
    Array.from({ length: 16 + r(20) }, (_, i) => {
      const w = 50 + r(46);
      return [
        `${n + 1}R${String(i + 1).padStart(2, '0')}`,
        b,
        2020,
        w,
        w > 76 ? 'II' : w > 51 ? 'III' : 'IV',
        40 + r(55),
        1 + r(14),
        8 + r(40),
        r(300) / 100,
        5 + r(200),
        6 + r(20) / 10,
      ];
    }),
  );
  return xlsx({
    IKA: [
      [
        'No. Stesen',
        'Lembangan Sungai',
        'Tahun',
        'IKA',
        'Kelas',
        'DO (% tepu)',
        'BOD (mg/l)',
        'COD (mg/l)',
        'NH3-N (mg/l)',
        'SS (mg/l)',
        'pH',
      ],
      ...rows,
    ],
  });
});
const selangor = once(() => {
  const r = rng(60);
  return csvOf([
    [
      'Stesen',
      'Sungai',
      'Daerah',
      'Tarikh',
      'Koliform fekal (CFU/100 ml)',
      'Arsenik (mg/l)',
      'Fluorida (mg/l)',
      'Nitrat (mg/l)',
      'Jumlah pepejal terlarut (mg/l)',
    ],
    ...Array.from({ length: 2400 }, (_, i) => [
      `LUAS${1 + (i % 48)}`,
      pick(r, ['Sungai Klang', 'Sungai Langat', 'Sungai Selangor', 'Sungai Bernam']),
      pick(r, ['Gombak', 'Hulu Langat', 'Kuala Selangor', 'Petaling']),
      ago(10 + Math.floor(i / 48) * 7),
      r(90000),
      r(40) / 1000,
      r(120) / 100,
      r(900) / 100,
      40 + r(400),
    ]),
  ]);
});
const archived = (q) => {
  const f = /\/download\/([\w.-]+)$/.exec(q.path)?.[1];
  if (!f) return undefined;
  if (f === 'ika-stesen-2020.xlsx') return file(stations(), sheet, '2021-08-10');
  if (f.startsWith('kualiti-air-sungai')) return file(selangor(), 'text/csv', ago(9));
  const rows = [
    ['Bil', 'Negeri', 'Tahun', 'Nilai'],
    ...rowsOf(f)
      .slice(0, 200)
      .map((r, i) => [i + 1, r[1], r[0].slice(0, 4), r[2]]),
  ];
  return f.endsWith('.xlsx')
    ? file(xlsx({ Data: rows }), sheet, '2021-08-10')
    : file(csvOf(rows), 'text/csv', '2021-08-10');
};
const archive = ckan({
  packages,
  title: 'Arkib Data Terbuka Malaysia',
  lang: 'ms',
  apis: ['/api/3', '/data/api/3'],
  extra: archived,
  robots: 'User-agent: *\nDisallow: /data/dataset/rate/\nDisallow: /user/\n',
});
const doe = (t, main) =>
  page({
    lang: 'en',
    title: t,
    site: `${DOE} Malaysia`,
    nav: [
      ['Home', '/en/'],
      ['Air quality', '/en/air-quality/'],
      ['River water quality', '/en/river-water-quality/'],
      ['Publications', '/en/publications/'],
    ],
    main: `<article><h1>${t}</h1>${main}</article>`,
    footer: `<p>© ${JAS}</p>`,
  });
const S = (t) => plain(t, 'ms', [t]);
const hosts = steady({
  'data.gov.my': portal,
  'storage.data.gov.my': files,
  'api.data.gov.my': api,
  'developer.data.gov.my': spa('API Docs', 'en'),
  'archive.data.gov.my': Object.assign(
    (q) => archive({ ...q, path: q.path.replace(/^\/data\/(?:ms_MY|en_US)(?=\/dataset)/, '') }),
    { ckan: true },
  ),
  'www.doe.gov.my': site({
    '/': () => ({ status: 302, headers: { location: 'https://www.doe.gov.my/en/' }, body: '' }),
    '/en/': doe(
      `${DOE} Malaysia`,
      '<p><a href="/en/river-water-quality/">River water quality</a> · <a href="/en/publications/">Environmental Quality Report</a></p>',
    ),
    '/en/air-quality/': doe('Air quality', '<p>The Air Pollutant Index is shown hourly on the APIMS site.</p>'),
    '/en/river-water-quality/': doe(
      'River water quality',
      `<p>The Department samples rivers of the whole country at 1,353 stations and publishes, once a year, the Water Quality Index and the parameters it is made of: dissolved oxygen, BOD, COD, ammoniacal nitrogen, suspended solids and pH. Measurements of heavy metals such as arsenic, of fluoride, nitrate, total dissolved solids and faecal coliform are not published by the Department.</p><ul><li><a href="${M}/data-catalogue/river_wqi_basin">Water Quality Index by river basin</a></li><li><a href="${M}/data-catalogue/water_pollution_basin">River basin pollution</a></li></ul>`,
    ),
    '/en/publications/': doe(
      'Publications',
      `<ul><li><a href="/files/eqr-${lastYear}.pdf">Environmental Quality Report ${lastYear} (PDF)</a></li></ul>`,
    ),
    '*': (q) =>
      q.path.endsWith('.pdf')
        ? file(
            pdf('Environmental Quality Report', [
              `ENVIRONMENTAL QUALITY REPORT ${lastYear}`,
              'Chapter 2: River water quality',
              ...indexByBasin()
                .slice(-basins.length)
                .map((r) => `${r[1].padEnd(28)} WQI ${r[2]}  ${r[3]}`),
            ]),
            'application/pdf',
            ago(220),
          )
        : undefined,
  }),
  'mysidc.statistics.gov.my': spa('MysIDC', 'en'),
  'mysubnasional.dosm.gov.my': spa('MySubNasional', 'en'),
  'napic.jpph.gov.my': S('NAPIC'),
  'newss.statistics.gov.my': broken(),
  'tanistats.dosm.gov.my': spa('TaniStats', 'en'),
  'apikijangportal.bnm.gov.my': spa('BNM OpenAPI', 'en'),
  'data.moh.gov.my': spa('KKMNow', 'en'),
  'open.dosm.gov.my': spa('OpenDOSM', 'en'),
  'ismp.water.gov.my': broken(),
  'www.water.gov.my': S('Jabatan Pengairan dan Saliran'),
  'www.airselangor.com': S('Air Selangor'),
  'www.moh.gov.my': site({
    '/': page({
      lang: 'ms',
      title: 'Kementerian Kesihatan Malaysia',
      site: 'KKM',
      nav: [['Drinking water quality surveillance', '/en/drinking-water']],
      main: '<h1>Kementerian Kesihatan Malaysia</h1>',
      footer: '<p>© KKM</p>',
    }),
    '/en/drinking-water': page({
      title: 'Drinking water quality surveillance',
      site: 'Ministry of Health',
      main: '<h1>National drinking water quality surveillance programme</h1><p>Samples are taken at treatment plants and taps in all states. The results are used by health offices and are not published.</p>',
      footer: '<p>© KKM</p>',
    }),
  }),
});
export default {
  place: 'malaysia',
  category: 'water-quality',
  hosts: {
    ...hosts,
    'data.gov.my': secure(hosts['data.gov.my']),
    'archive.data.gov.my': secure(hosts['archive.data.gov.my']),
    'www.data.gov.my': alias('data.gov.my'),
    'www.doe.gov.my': secure(hosts['www.doe.gov.my']),
    'doe.gov.my': alias('www.doe.gov.my'),
    'skips.jupem.gov.my:82': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
