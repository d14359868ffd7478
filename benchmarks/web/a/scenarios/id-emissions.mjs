// Indonesia: katalog.data.go.id (CKAN). The Ministry of Environment publishes an index (ISPU) and its category by city, no concentrations, and says so: by the ruling of 2015 a true No.
// Lures: Jakarta's complete file with PM10, SO2, CO, O3, NO2; a university's; greenhouse gases; the words PM2.5 and SO2 as "critical parameter" in the national file.
import { ago, ckan, csvOf, file, html, page, pkg, plain, rng, site, slug, steady } from '../../lib.mjs';

const r = rng(9);
const K = 'https://ispu.kemenlh.go.id';
const KLH = 'Kementerian Lingkungan Hidup';
const cc = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Attribution',
  license_url: 'http://www.opendefinition.org/licenses/cc-by',
  isopen: true,
};
const P = (title, organization, notes, resources, o = {}) =>
  pkg({
    name: slug(title).slice(0, 90),
    title,
    notes,
    organization,
    ...cc,
    tags: ['udara'],
    metadata_modified: `${ago(1)}T03:00:00`,
    resources,
    ...o,
  });
const R = (name, url, format = 'CSV') => ({ name, format, url, last_modified: `${ago(1)}T03:00:00` });
const packages = [
  P(
    'Data Indeks Standar Pencemar Udara (ISPU) Indonesia di Provinsi DKI Jakarta',
    'Pemerintah Provinsi DKI Jakarta',
    'Konsentrasi PM10, PM2.5, SO2, CO, O3, dan NO2 harian di lima stasiun pemantau kualitas udara.',
    [R('ISPU DKI Jakarta', 'https://data.jakarta.go.id/unduh/ispu.csv')],
  ),
  P(
    'Indeks Standar Pencemar Udara (ISPU) Harian per Kota',
    KLH,
    'Nilai indeks dan kategori ISPU harian per kota dari stasiun pemantau otomatis nasional. Data konsentrasi parameter tidak termasuk.',
    [R('ISPU harian per kota', `${K}/unduh/ispu_harian.csv`)],
    { url: `${K}/`, tags: ['udara', 'kualitas udara', 'pencemaran udara', 'ISPU'] },
  ),
  P('Kualitas Udara Bandung Raya', 'Institut Teknologi Bandung', 'Pengukuran PM10 dan SO2 di kampus.', [
    R('Kualitas udara', 'https://data.jakarta.go.id/unduh/itb.csv'),
  ]),
  P('Kualitas Udara Kota Surabaya', 'Pemerintah Kota Surabaya', 'Pengukuran SO2 dan PM10 di Surabaya.', [
    R('Kualitas udara', 'https://data.jakarta.go.id/unduh/surabaya.csv'),
  ]),
  P(
    'Inventarisasi Emisi Gas Rumah Kaca Nasional',
    KLH,
    'Emisi CO2, CH4, N2O menurut sektor.',
    [R('Emisi GRK', `${K}/unduh/grk.csv`)],
    { metadata_modified: '2025-03-01T00:00:00' },
  ),
  P(
    'Indeks Kualitas Lingkungan Hidup (IKLH) menurut Provinsi',
    KLH,
    'Indeks kualitas air, udara, dan lahan.',
    [R('IKLH', `${K}/unduh/iklh.csv`)],
    { metadata_modified: '2025-06-01T00:00:00' },
  ),
  P(
    'Jumlah Cerobong Industri yang Terpantau',
    KLH,
    'Jumlah cerobong (SISPEK) menurut provinsi; tanpa nilai emisi.',
    [R('Cerobong', `${K}/unduh/sispek.csv`)],
    { metadata_modified: '2025-06-01T00:00:00' },
  ),
  ...[
    'Jumlah Penduduk menurut Provinsi',
    'Anggaran Belanja',
    'Hasil Pemilu 2024',
    'Kualitas Air Sungai',
    'Daftar Rumah Sakit',
    'Harga Beras',
    'Produksi Padi',
    'Kecelakaan Lalu Lintas',
    'Jadwal Kereta Api',
    'Luas Hutan',
    'Kebakaran Hutan',
    'Kode Pos',
  ].map((t, i) =>
    P(t, ['BPS', 'Kementerian Keuangan', 'KPU', 'Kementerian PU'][i % 4], t, [R(t, `${K}/unduh/d${i}.csv`)], {
      tags: [],
    }),
  ),
];
const cities = [
  ['DKI Jakarta', 'Jakarta'],
  ['Jawa Timur', 'Surabaya'],
  ['Sumatera Utara', 'Medan'],
  ['Riau', 'Pekanbaru'],
  ['Jambi', 'Jambi'],
  ['Sumatera Selatan', 'Palembang'],
  ['Kalimantan Barat', 'Pontianak'],
  ['Kalimantan Tengah', 'Palangkaraya'],
  ['Sulawesi Selatan', 'Makassar'],
  ['Bali', 'Denpasar'],
  ['Jawa Barat', 'Bandung'],
  ['Papua', 'Jayapura'],
];
const ispu = () =>
  csvOf([
    ['tanggal', 'provinsi', 'kota', 'stasiun', 'nilai_ispu', 'kategori', 'parameter_kritis'],
    ...Array.from({ length: 30 }, (_, d) =>
      cities.map(([p, k]) => {
        const v = 20 + r(120);
        return [
          ago(1 + d),
          p,
          k,
          `AQMS ${k}`,
          v,
          v < 51 ? 'BAIK' : v < 101 ? 'SEDANG' : 'TIDAK SEHAT',
          ['PM2.5', 'PM10', 'SO2', 'O3'][r(4)],
        ];
      }),
    ).flat(),
  ]);
const jakarta = () =>
  csvOf([
    [
      'tanggal',
      'stasiun',
      'pm_sepuluh',
      'pm_duakomalima',
      'sulfur_dioksida',
      'karbon_monoksida',
      'ozon',
      'nitrogen_dioksida',
      'kategori',
    ],
    ...Array.from({ length: 60 }, (_, d) =>
      ['DKI1 Bundaran HI', 'DKI2 Kelapa Gading', 'DKI3 Jagakarsa', 'DKI4 Lubang Buaya', 'DKI5 Kebon Jeruk'].map((s) => [
        ago(1 + d),
        s,
        40 + r(60),
        50 + r(80),
        20 + r(30),
        10 + r(20),
        20 + r(30),
        10 + r(20),
        'SEDANG',
      ]),
    ).flat(),
  ]);
const one = (c) =>
  csvOf([
    ['tanggal', 'lokasi', 'PM10', 'SO2'],
    ...Array.from({ length: 40 }, (_, d) => [ago(10 + d), c, 40 + r(60), 10 + r(20)]),
  ]);
const nav = [
  ['Beranda', '/'],
  ['Peta ISPU', '/peta'],
  ['Unduh', '/unduh'],
  ['Tanya Jawab', '/faq'],
];
const Q = (t, m) =>
  page({
    lang: 'id',
    title: t,
    site: 'ISPU Kementerian Lingkungan Hidup',
    nav,
    main: `<h1>${t}</h1>${m}`,
    footer: '<p>© Kementerian Lingkungan Hidup Republik Indonesia</p>',
  });
const klh = site(
  {
    '/': Q(
      'Indeks Standar Pencemar Udara (ISPU)',
      `<p>Indeks harian di ${cities.length} kota.</p><table><tr><th>Kota</th><th>ISPU</th><th>Kategori</th></tr>${cities.map(([, k], i) => `<tr><td>${k}</td><td>${30 + i * 7}</td><td>${i < 3 ? 'BAIK' : 'SEDANG'}</td></tr>`).join('')}</table>`,
    ),
    '/peta': Q(
      'Peta ISPU',
      `<ul>${cities.map(([, k]) => `<li>${k}: <span style="background:#0a0">BAIK</span></li>`).join('')}</ul>`,
    ),
    '/unduh': Q(
      'Unduh data ISPU',
      '<ul><li><a href="/unduh/ispu_harian.csv">ISPU harian per kota (CSV)</a></li><li><a href="/unduh/grk.csv">Emisi gas rumah kaca (CSV)</a></li></ul><p>Yang disajikan hanya nilai indeks dan kategori. Data konsentrasi parameter (PM10, PM2,5, SO2, NO2, CO, O3) tidak dipublikasikan.</p>',
    ),
    '/faq': Q(
      'Tanya Jawab',
      '<p>Apakah tersedia data konsentrasi? Tidak. Kementerian hanya mempublikasikan indeks (ISPU) beserta kategorinya; data konsentrasi tidak dipublikasikan.</p>',
    ),
    '*': (q) => {
      const m = /^\/unduh\/(\w+)\.csv$/.exec(q.path);
      return m
        ? file(
            m[1] === 'ispu_harian'
              ? ispu()
              : m[1] === 'grk'
                ? csvOf([
                    ['tahun', 'sektor', 'CO2e (Gg)'],
                    ...Array.from({ length: 20 }, (_, i) => [2004 + i, 'Energi', 400000 + r(90000)]),
                  ])
                : csvOf([['tahun', 'provinsi', 'nilai'], ...cities.map(([p]) => [2024, p, r(90)])]),
            'text/csv',
            m[1] === 'ispu_harian' ? ago(1) : '2025-06-01',
          )
        : undefined;
    },
  },
  { robots: 'User-agent: *\nDisallow:\n' },
);
const jkt = (q) => {
  const m = /^\/unduh\/(\w+)\.csv$/.exec(q.path);
  return m
    ? file(m[1] === 'ispu' ? jakarta() : one(m[1] === 'itb' ? 'ITB Ganesha' : 'Surabaya Pusat'), 'text/csv', ago(1))
    : undefined;
};
const S = (t) => plain(t, 'id', [t]);
const none = (t) =>
  ckan({ packages: [pkg({ name: 'profil', title: `Profil ${t}`, organization: t })], title: t, lang: 'id' });
export default {
  place: 'indonesia',
  category: 'pollutant-emissions',
  hosts: steady({
    'katalog.data.go.id': ckan({
      packages,
      title: 'Portal Satu Data Indonesia',
      lang: 'id',
      words: {
        data: 'Data dan Sumber Daya',
        licence: 'Lisensi',
        download: 'Unduh',
        org: 'Organisasi',
        datasets: 'Dataset',
      },
    }),
    'ispu.kemenlh.go.id': klh,
    'data.jakarta.go.id': jkt,
    'spacemap.brin.go.id': site({
      '*': () =>
        html(page({ lang: 'id', title: 'BRIN SpaceMap', main: '<h1>BRIN SpaceMap</h1><p>Katalog citra satelit</p>' })),
    }),
    'ckan.perpusnas.go.id': none('Perpusnas'),
    'data.bnpb.go.id': none('BNPB'),
    'data.pu.go.id': none('Kementerian PU'),
    'satudata.dpd.go.id': none('DPD RI'),
    'satudata.kemenperin.go.id': none('Kemenperin'),
    'satudata.kemenpora.go.id': S('Satu Data Kemenpora'),
    'www.bi.go.id': site({
      '*': () =>
        html(
          page({
            lang: 'id',
            title: 'SEKI',
            site: 'Bank Indonesia',
            main: '<h1>Statistik Ekonomi dan Keuangan Indonesia</h1>',
          }),
        ),
    }),
    'www.bps.go.id': site({
      '*': () =>
        html(
          page({ lang: 'id', title: 'Tabel Statistik', site: 'BPS', main: '<h1>Tabel Statistik</h1><p>Energi</p>' }),
        ),
    }),
    'fp2.menlhk.go.id': (q) =>
      q.path === '/robots.txt'
        ? undefined
        : q.path.startsWith('/catalogue/csw')
          ? {
              status: 200,
              headers: { 'content-type': 'application/xml' },
              body: '<?xml version="1.0"?><csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><csw:SearchResults numberOfRecordsMatched="0" numberOfRecordsReturned="0" elementSet="full"/></csw:GetRecordsResponse>',
            }
          : html(
              '<html><head><title>Geoportal KLHK</title></head><body><h1>Geoportal</h1><p>Peta kawasan hutan</p></body></html>',
            ),
    'geoportal.kemenperin.go.id': S('Geoportal Kemenperin'),
  }),
};
