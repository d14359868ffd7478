// Czechia: postcodes with addresses and coordinates: RÚIAN address points of ČÚZK, CSV (windows-1250, S-JTSK grid), by municipality on the first page, the whole country one click deeper on another host; CC BY 4.0; monthly.
// Lures: data.gov.cz is a script shell; Česká pošta's list of PSČ without coordinates; Prague's own file; an edition of 2019; dates of validity inside the records; a terms page over the geoportal.
import { ago, ckan, csv, file, page, pkg, plain, rng, site, spa, steady, zip } from '../../lib.mjs';

const r = rng(52);
const V = 'https://vdp.cuzk.gov.cz';
const stamp = ago(29).replace(/-/g, '');
const towns = [
  ['554782', 'Praha', '11000', 743000, 1043000],
  ['582786', 'Brno', '60200', 598000, 1160000],
  ['554821', 'Ostrava', '70200', 471000, 1101000],
  ['554791', 'Plzeň', '30100', 822000, 1070000],
  ['563889', 'Liberec', '46001', 687000, 974000],
  ['500496', 'Olomouc', '77900', 545000, 1121000],
  ['544256', 'České Budějovice', '37001', 756000, 1165000],
  ['569810', 'Hradec Králové', '50002', 641000, 1040000],
  ['554804', 'Ústí nad Labem', '40001', 760000, 975000],
  ['555134', 'Pardubice', '53002', 647000, 1060000],
  ['585068', 'Zlín', '76001', 521000, 1164000],
  ['586846', 'Jihlava', '58601', 668000, 1129000],
  ['554961', 'Karlovy Vary', '36001', 850000, 1010000],
  ['532053', 'Kladno', '27201', 765000, 1032000],
];
const head = [
  'Kód ADM',
  'Kód obce',
  'Název obce',
  'Kód MOMC',
  'Název MOMC',
  'Kód obvodu Prahy',
  'Název obvodu Prahy',
  'Kód části obce',
  'Název části obce',
  'Kód ulice',
  'Název ulice',
  'Typ SO',
  'Číslo domovní',
  'Číslo orientační',
  'Znak čísla orientačního',
  'PSČ',
  'Souřadnice Y',
  'Souřadnice X',
  'Platí Od',
];
const cp = (s) => {
  const map = {
    Á: 0xc1,
    Č: 0xc8,
    Ď: 0xcf,
    É: 0xc9,
    Ě: 0xcc,
    Í: 0xcd,
    Ň: 0xd2,
    Ó: 0xd3,
    Ř: 0xd8,
    Š: 0x8a,
    Ť: 0x8d,
    Ú: 0xda,
    Ů: 0xd9,
    Ý: 0xdd,
    Ž: 0x8e,
    á: 0xe1,
    č: 0xe8,
    ď: 0xef,
    é: 0xe9,
    ě: 0xec,
    í: 0xed,
    ň: 0xf2,
    ó: 0xf3,
    ř: 0xf8,
    š: 0x9a,
    ť: 0x9d,
    ú: 0xfa,
    ů: 0xf9,
    ý: 0xfd,
    ž: 0x9e,
  };
  return Buffer.from([...s].map((c) => map[c] ?? (c.charCodeAt(0) < 128 ? c.charCodeAt(0) : 63)));
};
const points = ([k, n, psc, y, x], c) =>
  cp(
    csv(
      [
        head,
        ...Array.from({ length: c }, (_, i) => [
          +k * 100 + i,
          k,
          n,
          '',
          '',
          '',
          '',
          400000 + (i % 9),
          n,
          700000 + (i % 40),
          ['Nádražní', 'Masarykova', 'Školní', 'Husova', 'Komenského'][i % 5],
          'č.p.',
          1 + i,
          1 + r(60),
          i % 7 ? '' : 'a',
          psc,
          `${y + r(9000)}.${r(99)}`,
          `${x + r(9000)}.${r(99)}`,
          `${2011 + (i % 14)}-0${1 + (i % 9)}-01T00:00:00`,
        ]),
      ],
      ';',
      false,
    ),
  );
const national = () => zip(Object.fromEntries(towns.map((t) => [`CSV/${stamp}_OB_${t[0]}_ADR.csv`, points(t, 180)])));
const post = () =>
  cp(
    csv(
      [['PSČ', 'Pošta', 'Obec', 'Část obce', 'Okres'], ...towns.map((t) => [t[2], t[1], t[1], t[1], t[1]])],
      ';',
      false,
    ),
  );
const nav = [
  ['Úvod', '/'],
  ['Datové sady', '/datove-sady'],
  ['Podmínky užití', '/podminky-uziti'],
  ['Kontakty', '/kontakty'],
];
const G = (t, m) =>
  page({
    lang: 'cs',
    title: t,
    site: 'Geoportál ČÚZK',
    nav,
    main: `<h1>${t}</h1>${m}`,
    footer: '<p>© ČÚZK 2010 – 2026. Zdrojový kód prohlížeče je dostupný pod licencí Apache 2.0.</p>',
  });
const geo = site(
  {
    '/': G(
      'Geoportál ČÚZK',
      '<h2>Podmínky užití</h2><p>Vstupem na geoportál berete na vědomí podmínky užití.</p><ul><li><a href="/datove-sady">Datové sady</a></li></ul>',
    ),
    '/datove-sady': G(
      'Datové sady',
      '<ul><li><a href="/datove-sady/katastr">Katastrální mapa</a></li><li><a href="/datove-sady/adresni-mista">Adresní místa RÚIAN: PSČ, adresy, souřadnice</a></li><li><a href="/datove-sady/zabaged">ZABAGED</a></li></ul>',
    ),
    '/datove-sady/katastr': G('Katastrální mapa', '<p>Po katastrálních územích.</p>'),
    '/datove-sady/zabaged': G('ZABAGED', '<p>Polohopis.</p>'),
    '/podminky-uziti': G(
      'Podmínky užití',
      '<p>Data poskytovaná ČÚZK jako otevřená data lze užít pod licencí <a href="https://creativecommons.org/licenses/by/4.0/deed.cs">CC BY 4.0</a>.</p>',
    ),
    '/kontakty': G('Kontakty', '<p>Pod sídlištěm 9, Praha 8</p>'),
    '/datove-sady/adresni-mista': G(
      'Adresní místa RÚIAN',
      `<p>Seznam adresních míst s poštovním směrovacím číslem a souřadnicemi ve formátu CSV, aktualizace měsíčně. Licence: <a href="https://creativecommons.org/licenses/by/4.0/deed.cs">CC BY 4.0</a>. Stav k ${ago(29)}.</p><h2>Soubory po obcích</h2><ul>${towns.map((t) => `<li><a href="${V}/vymenny_format/csv/${stamp}_OB_${t[0]}_ADR.csv">Adresní místa obce ${t[1]} (CSV)</a></li>`).join('')}</ul><p>Za celou Českou republiku viz <a href="${V}/vymenny_format/csv/">Veřejný dálkový přístup: adresní místa celé ČR</a>.</p>`,
    ),
  },
  { robots: 'User-agent: *\nDisallow: /Dokumenty/\n' },
);
const vdp = site(
  {
    '/': page({
      lang: 'cs',
      title: 'Veřejný dálkový přístup',
      site: 'VDP ČÚZK',
      main: '<h1>Veřejný dálkový přístup k RÚIAN</h1><ul><li><a href="/vymenny_format/csv/">Adresní místa CSV</a></li></ul>',
    }),
    '/vymenny_format/csv/': page({
      lang: 'cs',
      title: 'Adresní místa CSV, celá ČR',
      site: 'VDP ČÚZK',
      main: `<h1>Adresní místa v CSV, celá Česká republika</h1><ul><li><a href="/vymenny_format/csv/20190131_OB_ADR_csv.zip">20190131_OB_ADR_csv.zip</a> (archiv 2019)</li><li><a href="/vymenny_format/csv/${stamp}_OB_ADR_csv.zip">${stamp}_OB_ADR_csv.zip</a> celá ČR, stav k ${ago(29)}</li></ul><p>Otevřená data, licence <a href="https://creativecommons.org/licenses/by/4.0/deed.cs">CC BY 4.0</a>. Aktualizace: měsíčně.</p>`,
    }),
    '*': (q) => {
      if (/_OB_ADR_csv\.zip$/.test(q.path))
        return file(
          q.path.includes('20190131') ? zip({ 'CSV/20190131_OB_554782_ADR.csv': points(towns[0], 30) }) : national(),
          'application/zip',
          q.path.includes('2019') ? '2019-02-01' : ago(28),
        );
      const m = /_OB_(\d+)_ADR\.csv$/.exec(q.path);
      const t = m && towns.find((x) => x[0] === m[1]);
      return t ? file(points(t, 180), 'text/csv', ago(28)) : undefined;
    },
  },
  { robots: 'User-agent: *\nDisallow: /vdp/\n' },
);
const atom = site(
  {
    '/': page({
      lang: 'cs',
      title: 'ATOM stahovací služby',
      site: 'ČÚZK',
      main: `<h1>Stahovací služby ATOM</h1><ul><li><a href="/AD/AD.xml">Adresy (INSPIRE), po obcích</a></li><li><a href="https://geoportal.cuzk.gov.cz/datove-sady/adresni-mista">Adresní místa RÚIAN (CSV)</a></li></ul>`,
    }),
    '/AD/AD.xml': () => ({
      status: 200,
      headers: { 'content-type': 'application/atom+xml' },
      body: `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="cs"><title>Adresy (INSPIRE)</title><id>https://atom.cuzk.cz/AD/AD.xml</id><rights>CC BY 4.0</rights><updated>${ago(28)}T00:00:00Z</updated>${towns.map((t) => `<entry><title>Adresy - obec ${t[1]}</title><id>https://atom.cuzk.cz/AD/${t[0]}</id><link href="${V}/vymenny_format/csv/${stamp}_OB_${t[0]}_ADR.csv" type="text/csv"/><updated>${ago(28)}T00:00:00Z</updated></entry>`).join('')}</feed>`,
    }),
  },
  { robots: null },
);
const issi = ckan({
  title: 'ISSI',
  lang: 'cs',
  packages: [
    pkg({
      name: 'psc-ceska-posta',
      title: 'Seznam PSČ České republiky',
      notes: 'Seznam poštovních směrovacích čísel částí obcí, bez souřadnic.',
      organization: 'Česká pošta, s.p.',
      license_id: 'cc-by',
      license_title: 'CC BY 4.0',
      isopen: true,
      metadata_modified: `${ago(5)}T00:00:00`,
      tags: ['PSČ', 'adresy'],
      resources: [{ name: 'PSČ', format: 'CSV', url: 'https://ckan.issi.gov.cz/soubory/psc.csv' }],
    }),
    pkg({
      name: 'praha-adresni-mista',
      title: 'Adresní místa Česko: hlavní město Praha',
      notes: 'Adresní místa s PSČ a souřadnicemi na území Prahy.',
      organization: 'Hlavní město Praha',
      license_id: 'cc-by',
      license_title: 'CC BY 4.0',
      isopen: true,
      metadata_modified: `${ago(2)}T00:00:00`,
      tags: ['adresy'],
      resources: [{ name: 'Adresní místa', format: 'CSV', url: 'https://ckan.issi.gov.cz/soubory/praha.csv' }],
    }),
    pkg({ name: 'uzemni-plany', title: 'Územní plány', organization: 'Ministerstvo pro místní rozvoj' }),
  ],
  extra: (q) =>
    q.path === '/soubory/psc.csv'
      ? file(post(), 'text/csv', ago(5))
      : q.path === '/soubory/praha.csv'
        ? file(points(towns[0], 200), 'text/csv', ago(2))
        : undefined,
});
export default {
  place: 'czechia',
  category: 'location-datasets',
  hosts: steady({
    'data.gov.cz': spa('Portál otevřených dat', 'cs'),
    'geoportal.cuzk.gov.cz': geo,
    'geoportal.cuzk.cz': (q) => ({
      status: 301,
      headers: { location: `https://geoportal.cuzk.gov.cz${q.path}` },
      body: '',
    }),
    'atom.cuzk.cz': atom,
    'vdp.cuzk.gov.cz': vdp,
    'vdp.cuzk.cz': (q) => ({ status: 301, headers: { location: V + q.path }, body: '' }),
    'ckan.issi.gov.cz': issi,
    'monitor.statnipokladna.gov.cz': spa('Monitor', 'cs'),
    'csu.gov.cz': plain('ČSÚ', 'cs', ['Český statistický úřad']),
    'data.csu.gov.cz': spa('DataStat', 'cs'),
    'geodata.csu.gov.cz': spa('Geodata', 'cs'),
    'geoportal.gov.cz': spa('Národní geoportál INSPIRE', 'cs'),
  }),
};
