// Slovenia: government spending. podatki.gov.si (CKAN with its shipped robots.txt: the API is closed, the search in HTML is open, ten seconds between requests).
// The Commission for the Prevention of Corruption gives every payment of budget users (ERAR), a CSV a month, oldest first; the record has 32 files.
// Lures: 24 municipalities whose payments come before it in the search, the budget by item, contracts, a university, a code list. Slovene, inflected; decimal commas; dates 15.10.2026.
import {
  ago,
  ckan,
  csvOf,
  defaultRobots,
  file,
  page,
  pdf,
  pkg,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
} from '../../lib.mjs';
import { alias, arcgisDirectory, months, pick, secure } from '../../software/common.mjs';

const O = 'https://podatki.gov.si';
const by = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Priznanje avtorstva 4.0',
  license_url: 'https://creativecommons.org/licenses/by/4.0/deed.sl',
  isopen: true,
};
const P = (title, organization, notes, resources, o = {}) =>
  pkg({
    name: slug(title),
    title,
    organization,
    notes,
    ...by,
    metadata_modified: `${ago(20)}T08:00:00`,
    resources,
    ...o,
  });
const R = (name, url, format = 'CSV') => ({ name, format, url });
const run = months(30);
const erar = 'transakcije-javnega-sektorja-erar';
const towns =
  'Ajdovščina,Bled,Brežice,Celje,Cerknica,Črnomelj,Domžale,Grosuplje,Idrija,Izola,Kamnik,Kočevje,Kranj,Krško,Laško,Litija,Ljutomer,Metlika,Piran,Postojna,Ptuj,Sežana,Trbovlje,Žalec'.split(
    ',',
  );
const packages = [
  P(
    'Transakcije javnega sektorja (ERAR)',
    'Komisija za preprečevanje korupcije',
    'Podatki o posameznih transakcijah v breme računov proračunskih uporabnikov: plačila ministrstev, organov v njihovi sestavi, sodišč, javnih zavodov in občin pravnim osebam ter podjetnikom. Za vsako transakcijo so navedeni plačnik, prejemnik, datum, namen in znesek. Datoteka za posamezni mesec je objavljena do 20. v naslednjem mesecu. Vir: Uprava Republike Slovenije za javna plačila.',
    [
      R('Metodološka pojasnila', `${O}/dataset/${erar}/resource/pojasnila/download/pojasnila.pdf`, 'PDF'),
      ...run.map((m) => R(`Transakcije ${m}`, `${O}/dataset/${erar}/resource/${m}/download/transakcije-${m}.csv`)),
      R('Šifrant proračunskih uporabnikov', `${O}/dataset/${erar}/resource/sifrant/download/sifrant-pu.csv`),
    ],
    {
      url: 'https://erar.si/',
      tags: ['erar', 'transakcije', 'javna sredstva', 'proračunski uporabniki', 'preglednost'],
      extras: [{ key: 'Frekvenca osveževanja', value: 'mesečno' }],
    },
  ),
  ...towns.map((t, i) =>
    P(
      `Plačila dobaviteljem ${t}`,
      `Občina ${t}`,
      `Plačila Občine ${t} dobaviteljem: datum, dobavitelj, znesek.`,
      [R('Plačila', `${O}/dataset/placila-${i}/resource/a/download/placila-${i}.csv`)],
      { tags: ['plačila', 'izdatki', 'občina'], metadata_modified: `${ago(3)}T08:00:00` },
    ),
  ),
  P(
    'Državni proračun: izdatki po proračunskih postavkah',
    'Ministrstvo za finance',
    'Izdatki državnega proračuna po uporabnikih, politikah in proračunskih postavkah, realizacija po letih.',
    [R('Realizacija 2025', `${O}/dataset/proracun/resource/a/download/proracun-2025.csv`)],
    { tags: ['proračun', 'izdatki', 'poraba'] },
  ),
  P(
    'Javna naročila: oddane pogodbe',
    'Ministrstvo za javno upravo',
    'Sklenjene pogodbe o javnih naročilih z vrednostjo in izvajalcem.',
    [R('Pogodbe 2026', `${O}/dataset/pogodbe/resource/a/download/pogodbe-2026.csv`)],
    { tags: ['javna naročila'] },
  ),
  P(
    'Plačila Univerze v Ljubljani',
    'Univerza v Ljubljani',
    'Posamezna plačila članic univerze dobaviteljem.',
    [R('Plačila', `${O}/dataset/univerza/resource/a/download/placila-99.csv`)],
    { tags: ['plačila'] },
  ),
  ...'Register nepremičnin,Register prostorskih enot,Kakovost zraka,Seznam vrtcev,Zavezanci za DDV,Prometne nesreče,Poslovni register,Vozni redi,Volilni rezultati,Bolnišnice'
    .split(',')
    .map((t, i) =>
      P(t, ['GURS', 'ARSO', 'MIZŠ', 'FURS'][i % 4], t, [R(t, `${O}/dataset/x/resource/a/download/x-${i}.csv`)]),
    ),
];
packages.sort((a, b) => (slug(a.title) < slug(b.title) ? -1 : 1));
const offices = [
  ['1611', 'MINISTRSTVO ZA FINANCE'],
  ['1711', 'MINISTRSTVO ZA NOTRANJE ZADEVE'],
  ['1714', 'POLICIJA'],
  ['1811', 'MINISTRSTVO ZA ZUNANJE IN EVROPSKE ZADEVE'],
  ['1911', 'MINISTRSTVO ZA OBRAMBO'],
  ['2030', 'MINISTRSTVO ZA PRAVOSODJE'],
  ['2130', 'MINISTRSTVO ZA GOSPODARSTVO, TURIZEM IN ŠPORT'],
  ['2330', 'MINISTRSTVO ZA KMETIJSTVO, GOZDARSTVO IN PREHRANO'],
  ['2430', 'MINISTRSTVO ZA INFRASTRUKTURO'],
  ['2570', 'AGENCIJA REPUBLIKE SLOVENIJE ZA OKOLJE'],
  ['2711', 'MINISTRSTVO ZA ZDRAVJE'],
  ['3130', 'MINISTRSTVO ZA JAVNO UPRAVO'],
  ['3330', 'MINISTRSTVO ZA VZGOJO IN IZOBRAŽEVANJE'],
  ['4001', 'VRHOVNO SODIŠČE REPUBLIKE SLOVENIJE'],
  ['1522', 'GEODETSKA UPRAVA REPUBLIKE SLOVENIJE'],
  ['27731', 'UNIVERZITETNI KLINIČNI CENTER LJUBLJANA'],
  ['75701', 'OBČINA MARIBOR'],
];
const vendors = [
  ['5300231', 'TELEKOM SLOVENIJE, D.D.'],
  ['5025796', 'PETROL D.D., LJUBLJANA'],
  ['5881447', 'POŠTA SLOVENIJE D.O.O.'],
  ['2144891', 'DATALAB TEHNOLOGIJE D.D.'],
  ['5489539', 'KOPIJA-NOVA D.O.O.'],
  ['6312345', 'ČISTILNI SERVIS AVREA D.O.O.'],
  ['3377849', 'JANEZ NOVAK S.P.'],
  ['5846021', 'ELEKTRO ENERGIJA, D.O.O.'],
];
const why = [
  'PLAČILO RAČUNA',
  'NAJEMNINA',
  'ELEKTRIČNA ENERGIJA',
  'ČIŠČENJE PROSTOROV',
  'VZDRŽEVANJE PROGRAMSKE OPREME',
];
const paid = (r) => `${100 + r(90000)},${String(r(100)).padStart(2, '0')}`;
const month = (m) => {
  const r = rng(Number(m.replace('-', '')));
  const [y, k] = m.split('-');
  return csvOf(
    [
      [
        'ŠIFRA PU',
        'PRORAČUNSKI UPORABNIK',
        'ŠT. TRANSAKCIJE',
        'DATUM',
        'MATIČNA ŠT. PREJEMNIKA',
        'PREJEMNIK',
        'NAMEN',
        'ZNESEK',
      ],
      ...Array.from({ length: 1400 }, (_, i) => [
        ...offices[i % offices.length],
        `SI${m.replace('-', '')}${10000 + i}`,
        `${String(1 + Math.floor(i / 50)).padStart(2, '0')}.${k}.${y}`,
        ...pick(r, vendors),
        pick(r, why),
        paid(r),
      ]),
    ],
    ';',
  );
};
const town = (i) => {
  const r = rng(500 + i);
  return csvOf(
    [
      ['DATUM', 'DOBAVITELJ', 'ZNESEK'],
      ...Array.from({ length: 120 }, (_, k) => [`${1 + (k % 28)}.${1 + (k % 10)}.2026`, pick(r, vendors)[1], paid(r)]),
    ],
    ';',
  );
};
const other = () =>
  csvOf(
    [
      ['LETO', 'ŠIFRA PU', 'UPORABNIK', 'PP', 'PRORAČUNSKA POSTAVKA', 'VELJAVNI PRORAČUN', 'REALIZACIJA'],
      ...offices.map((o, i) => [2025, ...o, 1000 + i, 'Materialni stroški', 90000 + i, 80000 + i]),
    ],
    ';',
  );
const files = (q) => {
  const m = /\/resource\/[\w-]+\/download\/([\w-]+)\.(csv|pdf)$/.exec(q.path);
  if (!m) return undefined;
  if (m[2] === 'pdf')
    return file(
      pdf('Metodoloska pojasnila', ['Transakcije javnega sektorja', 'Vir: Uprava RS za javna placila.']),
      'application/pdf',
      '2024-06-01',
    );
  const t = /^transakcije-(\d{4}-\d\d)$/.exec(m[1]);
  if (t) return run.includes(t[1]) ? file(month(t[1]), 'text/csv', ago(10)) : undefined;
  const p = /^placila-(\d+)$/.exec(m[1]);
  if (p) return file(town(+p[1]), 'text/csv', ago(3));
  if (m[1] === 'sifrant-pu') return file(csvOf([['ŠIFRA PU', 'NAZIV PU'], ...offices], ';'), 'text/csv', '2026-01-10');
  if (m[1] === 'pogodbe-2026')
    return file(
      csvOf(
        [
          ['NAROČNIK', 'PREDMET', 'IZVAJALEC', 'VREDNOST POGODBE'],
          ...offices.map((o) => [o[1], 'Pisarniški material', vendors[4][1], '12000,00']),
        ],
        ';',
      ),
      'text/csv',
      ago(9),
    );
  return file(other(), 'text/csv', '2026-03-01');
};
const S = (t) => plain(t, 'sl', [t]);
const hosts = steady({
  'podatki.gov.si': ckan({
    packages,
    title: 'Odprti podatki Slovenije',
    lang: 'sl',
    robots: defaultRobots,
    words: {
      data: 'Podatki in viri',
      licence: 'Licenca',
      download: 'Prenesi',
      more: 'Več informacij',
      org: 'Organizacija',
      datasets: 'Podatkovne zbirke',
      orgs: 'Organizacije',
      info: 'Dodatne informacije',
      modified: 'Zadnja sprememba',
      field: 'Polje',
      value: 'Vrednost',
    },
    extra: files,
  }),
  'erar.si': site(
    {
      '/': page({
        lang: 'sl',
        title: 'Erar',
        site: 'Erar',
        nav: [
          ['Iskanje', '/'],
          ['O Erarju', '/o-erarju'],
        ],
        main: '<h1>Erar</h1><form action="/isci"><label>Iskanje po nazivu ali davčni številki <input name="q"></label><button>Išči</button></form>',
        footer: '<p>Komisija za preprečevanje korupcije</p>',
      }),
      '/o-erarju': page({
        lang: 'sl',
        title: 'O Erarju',
        site: 'Erar',
        main: `<h1>O Erarju</h1><p>Podatki so kot odprti podatki objavljeni na <a href="${O}/dataset/${erar}">portalu OPSI</a>.</p>`,
      }),
    },
    { robots: 'User-agent: *\nDisallow: /isci\n' },
  ),
  'clss.si': spa('Portal CLSS', 'sl'),
  'www.e-prostor.gov.si': S('Portal Prostor'),
  'podatki.nijz.si': spa('NIJZ podatkovni portal', 'sl'),
  'px.bsi.si': spa('Banka Slovenije', 'sl'),
  'pxweb.stat.si': spa('SiStat', 'sl'),
  'gis3.furs.gov.si': arcgisDirectory('/arcgis/rest/services', ['KN', 'Utilities']),
  'egeologija.si': spa('eGeologija', 'sl'),
  'eprostor.gov.si': spa('Slovenski INSPIRE metapodatkovni sistem', 'sl'),
});
export default {
  place: 'slovenia',
  category: 'government-spending',
  hosts: {
    ...hosts,
    'podatki.gov.si': secure(hosts['podatki.gov.si']),
    'www.podatki.gov.si': alias('podatki.gov.si'),
    'deegree3.gic.geo-zs.si': Object.assign(() => undefined, { dead: 'hang' }),
    'geoserver.geo-zs.si': Object.assign(() => undefined, { dead: true }),
    'gis.akos-rs.si': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
