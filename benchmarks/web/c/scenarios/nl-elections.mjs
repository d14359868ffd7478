// Netherlands: election results. data.overheid.nl (CKAN below /data/api/3): the Electoral Council's EML 510b by polling station, three ZIP files that together hold the country, CC0.
// verkiezingsuitslagen.nl shows totals and links to the record. The Senate is elected by the provinces' members, so the House is the one contest.
// Lures: municipal, provincial and European elections of the same publisher, towns' own complete CSVs, polling places, a poll, the editions of 2021 and 2023. One Dutch compound is many words elsewhere.
import { ago, ckan, csvOf, file, html, page, pdf, pkg, plain, rng, site, slug, spa, steady, zip } from '../../lib.mjs';
import { alias, once, secure } from '../../software/common.mjs';
import { count, day, parties } from '../../software/eml.mjs';

const O = 'https://data.overheid.nl';
const K = 'https://www.kiesraad.nl';
const zero = {
  license_id: 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl',
  license_title: 'CC-0 (1.0)',
  license_url: 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl',
  isopen: true,
};
const P = (name, title, organization, notes, resources, o = {}) =>
  pkg({
    name,
    title,
    organization,
    notes,
    ...zero,
    tags: ['verkiezingen'],
    metadata_modified: '2025-12-02T09:00:00',
    resources,
    ...o,
  });
const eml = (id) => [
  ...[1, 2, 3].map((n) => ({
    name: `EML-bestanden ${id} deel ${n}`,
    format: 'ZIP',
    mimetype: 'application/zip',
    url: `${O}/sites/default/files/dataset/eml/EML_bestanden_${id}_deel_${n}.zip`,
  })),
  {
    name: 'Toelichting bij de EML-bestanden',
    format: 'PDF',
    mimetype: 'application/pdf',
    url: `${O}/sites/default/files/dataset/eml/Toelichting_EML.pdf`,
  },
];
const towns =
  "Aalsmeer,Alkmaar,Almelo,Almere,Alphen aan den Rijn,Amersfoort,Amstelveen,Amsterdam,Apeldoorn,Arnhem,Assen,Barneveld,Bergen op Zoom,Breda,Capelle aan den IJssel,Coevorden,Delft,Den Helder,Deventer,Doetinchem,Dordrecht,Drachten,Ede,Eindhoven,Emmen,Enschede,Goes,Gorinchem,Gouda,'s-Gravenhage,Groningen,Haarlem,Haarlemmermeer,Harderwijk,Heerenveen,Heerlen,Helmond,Hengelo,'s-Hertogenbosch,Hilversum,Hoogeveen,Hoorn,Kampen,Leeuwarden,Leiden,Lelystad,Maastricht,Meppel,Middelburg,Nijmegen,Nissewaard,Noordoostpolder,Oss,Purmerend,Roermond,Roosendaal,Rotterdam,Sittard-Geleen,Smallingerland,Sneek,Terneuzen,Texel,Tiel,Tilburg,Urk,Utrecht,Veenendaal,Velsen,Venlo,Vlissingen,Wageningen,Weert,Westland,Winterswijk,Zaanstad,Zeist,Zoetermeer,Zutphen,Zwolle".split(
    ',',
  );
const packages = [
  P(
    'verkiezingsuitslag-tweede-kamer-2025',
    'Verkiezingsuitslag Tweede Kamer 2025',
    'Kiesraad',
    'De officiële uitslag van de Tweede Kamerverkiezing van 29 oktober 2025. De EML-bestanden bevatten per gemeente en per stembureau de stemmen per lijst en per kandidaat, het aantal kiesgerechtigden en de blanco en ongeldige stemmen. Wegens de omvang in drie delen: gemeenten A tot en met G, H tot en met R, S tot en met Z.',
    eml('TK2025'),
    { tags: ['verkiezingen', 'Tweede Kamer', 'EML', 'stembureaus'] },
  ),
  ...[2023, 2021, 2017].map((y) =>
    P(
      `verkiezingsuitslag-tweede-kamer-${y}`,
      `Verkiezingsuitslag Tweede Kamer ${y}`,
      'Kiesraad',
      `De officiële uitslag van de Tweede Kamerverkiezing van ${y} per stembureau.`,
      eml(`TK${y}`),
      { metadata_modified: `${y}-12-12T09:00:00`, tags: ['verkiezingen', 'Tweede Kamer', 'EML'] },
    ),
  ),
  P(
    'verkiezingsuitslag-gemeenteraad-2026',
    'Verkiezingsuitslag Gemeenteraad 2026',
    'Kiesraad',
    'De uitslagen van de gemeenteraadsverkiezingen van 18 maart 2026 per stembureau.',
    eml('GR2026'),
    { metadata_modified: '2026-04-20T09:00:00' },
  ),
  P(
    'verkiezingsuitslag-provinciale-staten-2023',
    'Verkiezingsuitslag Provinciale Staten 2023',
    'Kiesraad',
    'De uitslagen van de Provinciale Statenverkiezingen per stembureau.',
    eml('PS2023'),
  ),
  P(
    'verkiezingsuitslag-europees-parlement-2024',
    'Verkiezingsuitslag Europees Parlement 2024',
    'Kiesraad',
    'De uitslag van de verkiezing van het Europees Parlement per stembureau.',
    eml('EP2024'),
  ),
  ...['Rotterdam', 'Utrecht', 'Eindhoven', 'Groningen', 'Den Haag', 'Breda', 'Nijmegen', 'Leiden'].flatMap((t, i) => [
    P(
      `verkiezingsuitslagen-${slug(t)}`,
      `Verkiezingsuitslagen Tweede Kamer 2025 ${t} per stembureau`,
      `Gemeente ${t}`,
      `Verkiezingsuitslagen per stembureau in ${t}: stemmen per partij, blanco, ongeldig, opgeroepen kiezers.`,
      [{ name: 'Uitslagen', format: 'CSV', url: `https://ckan.dataplatform.nl/download/${i}.csv` }],
      { metadata_modified: `${ago(4)}T09:00:00` },
    ),
    P(`stembureaus-${slug(t)}`, `Stembureaus ${t}`, `Gemeente ${t}`, 'Locaties van de stembureaus.', [
      { name: 'Stembureaus', format: 'CSV', url: `https://ckan.dataplatform.nl/download/sb${i}.csv` },
    ]),
  ]),
  P(
    'nationaal-kiezersonderzoek',
    'Nationaal Kiezersonderzoek',
    'SKON',
    'Enquête onder kiezers: stemgedrag en motieven.',
    [{ name: 'Toelichting', format: 'PDF', url: `${O}/sites/default/files/dataset/nko.pdf` }],
  ),
  ...'Basisregistratie Adressen en Gebouwen,Luchtmeetnet,Rijksbegroting,Kadastrale kaart,Openbaar vervoer dienstregeling,CBS Kerncijfers wijken,Stremmingen,Waterkwaliteit'
    .split(',')
    .map((t) => P(slug(t), t, 'Rijksoverheid', t, [], { tags: [] })),
];
const first = (t) => t.replace(/[^a-z]/gi, '')[0].toUpperCase();
const sharing = (n) => (t) => (first(t) <= 'G' ? 1 : first(t) <= 'R' ? 2 : 3) === n;
const archives = {};
const archive = (id, n) => {
  archives[id + n] ??= once(() =>
    zip(
      Object.fromEntries(
        towns
          .filter(sharing(n))
          .map((t) => [
            `Telling_${id}_gemeente_${t.replace(/[' ]/g, '_')}.eml.xml`,
            count(id, t, 100 + towns.indexOf(t)),
          ]),
      ),
    ),
  );
  return archives[id + n]();
};
const explained = pdf('Toelichting EML', [
  'Toelichting bij de EML-bestanden (EML_NL 1.0)',
  '',
  'EML 510b: telling per gemeente, met per stembureau een ReportingUnitVotes.',
  'ValidVotes: aantal geldige stemmen op de lijst of de kandidaat.',
  'Cast: aantal kiesgerechtigden (opgeroepen kiezers).',
  'TotalCounted: aantal geldige stemmen.',
  'RejectedVotes blanco: aantal blanco stemmen. RejectedVotes ongeldig: aantal ongeldige stemmen.',
  'UncountedVotes toegelaten kiezers: aantal toegelaten kiezers.',
]);
const portal = ckan({
  packages,
  apis: ['/data/api/3'],
  title: 'Data overheid',
  lang: 'nl',
  robots: 'User-agent: *\nDisallow: /admin/\nDisallow: /user/\nCrawl-delay: 1\n',
  words: {
    data: 'Databronnen',
    licence: 'Licentie',
    download: 'Downloaden',
    org: 'Eigenaar',
    datasets: 'Datasets',
    orgs: 'Organisaties',
    modified: 'Laatst gewijzigd',
  },
  extra: (q) => {
    const m = /\/eml\/EML_bestanden_(\w\w\d{4})_deel_(\d)\.zip$/.exec(q.path);
    if (m && day[m[1]]) return file(archive(m[1], +m[2]), 'application/zip', `${m[1].slice(2)}-12-02`);
    if (/Toelichting_EML\.pdf$/.test(q.path)) return file(explained, 'application/pdf', '2025-11-07');
    if (/nko\.pdf$/.test(q.path))
      return file(pdf('NKO', ['Nationaal Kiezersonderzoek']), 'application/pdf', '2024-01-01');
    return undefined;
  },
});
const local = (q) => {
  const r = rng(7);
  const rows = /\/sb\d/.test(q.path)
    ? [
        ['Stembureau', 'Adres', 'X', 'Y'],
        ...Array.from({ length: 40 }, (_, i) => [`Stembureau ${i + 1}`, `Dorpsstraat ${i}`, 92000 + i, 437000 + i]),
      ]
    : [
        ['Stembureau', 'Opgeroepen', ...parties, 'Blanco', 'Ongeldig'],
        ...Array.from({ length: 90 }, (_, i) => [`Stembureau ${i + 1}`, 1500, ...parties.map(() => r(90)), r(5), r(6)]),
      ];
  return /\.csv$/.test(q.path) ? file(csvOf(rows, ';'), 'text/csv', ago(4)) : undefined;
};
const nav = [
  ['Verkiezingen', '/verkiezingen'],
  ['Over deze site', '/over'],
];
const V = (t, main) =>
  page({
    lang: 'nl',
    title: t,
    site: 'Databank Verkiezingsuitslagen',
    nav,
    main: `<h1>${t}</h1>${main}`,
    footer: '<p>Kiesraad</p>',
  });
const bank = site(
  {
    '/': V(
      'Databank Verkiezingsuitslagen',
      '<ul><li><a href="/verkiezingen">Alle verkiezingen</a></li><li><a href="/verkiezingen/detail/TK20251029">Tweede Kamer 29 oktober 2025</a></li><li><a href="/verkiezingen/detail/GR20260318">Gemeenteraad 18 maart 2026</a></li></ul>',
    ),
    '/verkiezingen': V(
      'Verkiezingen',
      '<ul><li><a href="/verkiezingen/detail/GR20260318">Gemeenteraad 18 maart 2026</a></li><li><a href="/verkiezingen/detail/TK20251029">Tweede Kamer 29 oktober 2025</a></li></ul>',
    ),
    '/over': V(
      'Over deze site',
      `<p>De uitslagen sinds 1848. De bestanden per stembureau staan als open data op <a href="${O}/dataset/verkiezingsuitslag-tweede-kamer-2025">data.overheid.nl</a>.</p>`,
    ),
    '/verkiezingen/detail/GR20260318': V('Gemeenteraad 18 maart 2026', '<p>Opkomst 53,7%.</p>'),
    '/verkiezingen/detail/TK20251029': V(
      'Tweede Kamer 29 oktober 2025',
      `<table><tr><th>Lijst</th><th>Stemmen</th><th>Zetels</th></tr>${parties.map((p, i) => `<tr><td>${p}</td><td>${1790000 - i * 110000}</td><td>${26 - i}</td></tr>`).join('')}</table><p>Kiesgerechtigden 13.593.000. Uitslagen per stembureau: <a href="${O}/dataset/verkiezingsuitslag-tweede-kamer-2025">EML-bestanden op data.overheid.nl</a>.</p>`,
    ),
  },
  { robots: 'User-agent: *\nDisallow:\n' },
);
const S = (t) => plain(t, 'nl', [t]);
const hosts = steady({
  'data.overheid.nl': portal,
  'www.verkiezingsuitslagen.nl': bank,
  'www.kiesraad.nl': plain(
    'Kiesraad',
    'nl',
    ['De Kiesraad stelt de uitslag vast.'],
    [
      ['Databank', 'https://www.verkiezingsuitslagen.nl/'],
      ['Adviezen', '/adviezen'],
    ],
  ),
  'ckan.dataplatform.nl': local,
  'catalogus.healthdata.nl': spa('Nationale Gezondheidsdatacatalogus', 'nl'),
  'ckan.healthdata.nl': ckan({
    title: 'Health-RI',
    packages: [pkg({ name: 'lifelines', title: 'Lifelines cohort', organization: 'Lifelines' })],
  }),
  'netherlands.openaire.eu': spa('Netherlands Research Portal'),
  'stelselcatalogus.nl': S('Stelselcatalogus'),
  'geotiles.citg.tudelft.nl': () =>
    html(
      '<html><head><title>GeoTiles</title></head><body><h1>GeoTiles</h1><p>Point clouds and orthophotos by tile.</p></body></html>',
    ),
  'www.ahn.nl': S('Actueel Hoogtebestand Nederland'),
  'data.bibliotheken.nl': spa('KB data', 'nl'),
  'data.labs.kadaster.nl': spa('Kadaster Labs', 'nl'),
  'datahub.pleio.nl': spa('Datahub', 'nl'),
  'dataplatform.knmi.nl': ckan({
    title: 'KNMI',
    packages: [pkg({ name: 'neerslag', title: 'Neerslag radar', organization: 'KNMI' })],
  }),
  'duo.triply.cc': spa('DUO', 'nl'),
});
export default {
  place: 'netherlands',
  category: 'election-results',
  hosts: {
    ...hosts,
    'data.overheid.nl': secure(hosts['data.overheid.nl']),
    'www.verkiezingsuitslagen.nl': secure(hosts['www.verkiezingsuitslagen.nl']),
    'verkiezingsuitslagen.nl': alias('www.verkiezingsuitslagen.nl'),
    'kiesraad.nl': alias(new URL(K).host),
  },
};
