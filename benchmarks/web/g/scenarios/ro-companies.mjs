// Romania: company register. data.gov.ro (CKAN): the National Trade Register Office adds a record every quarter, named by its date, with the whole register as files separated by carets; CC BY 4.0. Name, codes and the address in eleven columns are in one file, the state of the firm and its activities in others.
// What is hard: the separator. Lures: a dozen older records of the same name, struck-off firms, tax authority's balance sheets by code only, associations, licensed traders of towns, agencies' lists. Quarterly, where every month is asked.
import { ago, ckan, file, page, pkg, plain, site, slug, spa, steady } from '../../lib.mjs';
import { alias, arcgisDirectory, broken, geoserverHome, secure } from '../../software/common.mjs';
import { any, books } from '../../software/onrc.mjs';

const O = 'https://data.gov.ro';
const ONRC = 'Oficiul Național al Registrului Comerțului';
const monthsRo = [
  'ianuarie',
  'februarie',
  'martie',
  'aprilie',
  'mai',
  'iunie',
  'iulie',
  'august',
  'septembrie',
  'octombrie',
  'noiembrie',
  'decembrie',
];
const by = {
  license_id: 'CC-BY-4.0',
  license_title: 'Creative Commons Attribution 4.0',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  isopen: true,
};
const ogl = {
  license_id: 'ogl-rou-1.0',
  license_title: 'Licență pentru Guvernare Deschisă v1.0',
  license_url: 'http://data.gov.ro/base/images/logoinst/OGL-ROU-1.0.pdf',
};
/** the seventh day of each quarter's first month, newest first, at least three weeks ago */
const quarters = (() => {
  const out = [];
  const limit = Date.now() - 21 * 864e5;
  for (let y = new Date().getUTCFullYear(); out.length < 14; y--)
    for (const m of [9, 6, 3, 0])
      if (Date.UTC(y, m, 7) < limit && out.length < 14)
        out.push(new Date(Date.UTC(y, m, 7)).toISOString().slice(0, 10));
  return out;
})();
const spoken = (iso) => `${iso.slice(8)} ${monthsRo[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
const url = (name, n, f) =>
  `${O}/dataset/${name}/resource/${String(n + 1).padStart(8, '0')}-90df-4f37-b5f4-6c9111e6f1e7/download/${f}`;
const P = (name, title, organization, notes, files, o = {}) =>
  pkg({
    name,
    title,
    organization,
    notes,
    ...ogl,
    metadata_modified: `${ago(150)}T07:30:00.000000`,
    ...o,
    resources: files
      .map(([t, f, description = '']) => [t, f, description])
      .map(([t, f, description], n) => ({
        name: t,
        description,
        format: f.split('.').pop().toUpperCase(),
        url: url(name, n, f),
        last_modified: (o.metadata_modified ?? `${ago(150)}T00:00:00`).slice(0, 19),
      })),
  });
const trade = quarters.map((day, i) =>
  P(
    slug(`firme-inregistrate-la-registrul-comertului-pana-la-data-de-${spoken(day)}`),
    `Firme înregistrate la Registrul Comerțului până la data de ${spoken(day)}`,
    ONRC,
    `Setul de date cuprinde firmele înregistrate în registrul comerțului din toată țara până la data de ${spoken(day)}: denumire, cod unic de înregistrare (CUI), număr de ordine, formă juridică, adresa sediului social, stare, activități autorizate și reprezentanți legali. Separatorul de câmp este „^”. Setul se publică trimestrial.`,
    i < 6
      ? [
          ['OD_FIRME', 'od_firme.csv', 'Firmele: denumire, CUI, cod de înmatriculare, adresă'],
          ['OD_STARE_FIRMA', 'od_stare_firma.csv', 'Starea firmei'],
          ['OD_REPREZENTANTI_LEGALI', 'od_reprezentanti_legali.csv', 'Reprezentanți legali'],
          ['OD_CAEN_AUTORIZAT', 'od_caen_autorizat.csv', 'Activități autorizate'],
          ['N_STARE_FIRMA', 'n_stare_firma.csv', 'Nomenclator de stări'],
          ['N_CAEN', 'n_caen.csv', 'Nomenclator CAEN'],
        ]
      : [['Firme neradiate cu sediu', `neradiate-${day}.csv`]],
    { ...by, tags: ['firme', 'registrul comertului', 'societati'], metadata_modified: `${day}T12:05:00.000000` },
  ),
);
const others = [
  ['Firme radiate din registrul comerțului în anul 2019', ONRC, 'firme'],
  ['Situații financiare anuale ale agenților economici', 'Ministerul Finanțelor', 'bilant'],
  ['Registrul contribuabililor declarați inactivi', 'Agenția Națională de Administrare Fiscală', 'contribuabili'],
  ['Registrul național al organizațiilor neguvernamentale', 'Ministerul Justiției', 'ong'],
  [
    'Lista firmelor cu autorizație de funcționare în municipiul Cluj-Napoca',
    'Primăria Municipiului Cluj-Napoca',
    'firme',
  ],
  ['Operatori economici autorizați în sectorul 3', 'Primăria Sectorului 3 București', 'firme'],
  ['Registrul societăților comerciale din portofoliul județului Iași', 'Consiliul Județean Iași', 'societati'],
  [
    'Întreprinderi publice aflate în portofoliul statului',
    'Agenția pentru Monitorizarea și Evaluarea Performanțelor Întreprinderilor Publice',
    'companii de stat',
  ],
  ['Agenții de turism licențiate', 'Ministerul Economiei', 'turism'],
  ['Structuri de primire turistice clasificate', 'Ministerul Economiei', 'turism'],
  ['Operatori licențiați de transport', 'Autoritatea Rutieră Română', 'transport'],
  ['Achiziții publice 2026: contracte atribuite', 'Autoritatea pentru Digitalizarea României', 'achizitii'],
  ['Registrul comercianților de produse fitosanitare', 'Autoritatea Națională Fitosanitară', 'agricultura'],
  ['SIRUTA: unități administrativ-teritoriale', 'Institutul Național de Statistică', 'siruta'],
  ['Coduri poștale', 'Poșta Română', 'coduri'],
  ['Parcul auto', 'Direcția Generală Permise de Conducere și Înmatriculări', 'auto'],
  ['Farmacii', 'Ministerul Sănătății', 'sanatate'],
  ['Șomajul înregistrat', 'Agenția Națională pentru Ocuparea Forței de Muncă', 'somaj'],
  ['Mersul trenurilor', 'SC Informatică Feroviară', 'trenuri'],
  ['Bugetul general consolidat', 'Ministerul Finanțelor', 'buget'],
].map(([t, org, tag], i) =>
  P(slug(t), t, org, `${t}.`, [[t, `${slug(t).slice(0, 40)}.csv`]], { ...(i % 2 ? ogl : by), tags: [tag] }),
);
const packages = [...trade, ...others];
const files = (q) => {
  const m = /^\/dataset\/([\w-]+)\/resource\/[\w-]+\/download\/([\w.-]+)$/.exec(q.path);
  const p = m && packages.find((k) => k.name === m[1] || k.id === m[1]);
  return p && file((books[m[2]] ?? (() => any(m[2])))(), 'text/csv', p.metadata_modified.slice(0, 10));
};
const W = {
  data: 'Date și resurse',
  licence: 'Licență',
  download: 'Descarcă',
  more: 'Mai multe informații',
  org: 'Organizație',
  datasets: 'Seturi de date',
  orgs: 'Instituții',
  info: 'Informații suplimentare',
  modified: 'Ultima actualizare',
  field: 'Câmp',
  value: 'Valoare',
};
const S = (t) => plain(t, 'ro', [t]);
const onrc = (t, main) =>
  page({
    lang: 'ro',
    title: t,
    site: ONRC,
    nav: [
      ['Acasă', '/'],
      ['Informații de interes public', '/index.php/ro/informatii'],
      ['Statistici', '/index.php/ro/statistici'],
      ['Date deschise', '/index.php/ro/date-deschise'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>© ${ONRC}</p>`,
  });
const hosts = steady({
  'data.gov.ro': ckan({
    packages,
    title: 'data.gov.ro',
    lang: 'ro',
    words: W,
    extra: files,
    robots:
      'User-agent: *\nDisallow: /dataset/rate/\nDisallow: /revision/\nDisallow: /dataset/*/history\nCrawl-Delay: 2\n',
  }),
  'www.onrc.ro': site({
    '/': onrc(ONRC, '<p>Portalul de servicii online și serviciul RECOM.</p>'),
    '/index.php/ro/informatii': onrc(
      'Informații de interes public',
      '<p>Furnizarea de informații din registrul comerțului se face contra cost pentru certificate și gratuit pentru seturile de date deschise.</p>',
    ),
    '/index.php/ro/statistici': onrc('Statistici', '<p>Înmatriculări în anul curent, pe județe.</p>'),
    '/index.php/ro/date-deschise': onrc(
      'Date deschise',
      `<p>Seturile de date deschise se publică trimestrial pe portalul național: <a href="${O}/dataset/${trade[0].name}">${trade[0].title}</a>.</p>`,
    ),
  }),
  'portal.onrc.ro': spa('Portal ONRC', 'ro'),
  'statistici.insse.ro': spa('TEMPO Online', 'ro'),
  'geocatalog.rosa.ro': broken(),
  'gis.anpm.ro': arcgisDirectory('/services/rest/services', ['Mediu']),
  'gis.cestrin.ro': broken(),
  'harti.roaep.ro': arcgisDirectory('/ArcGIS/rest/services', ['Sectii']),
  'inspire.rowater.ro': arcgisDirectory('/inspire/rest/services', ['Ape']),
  'www.roadapt.ro': broken(),
  'geo.salt.gov.ro': geoserverHome,
  'geoportal.ancpi.ro': arcgisDirectory('/inspireview/rest/services', ['CP', 'AU']),
  'gisportal.insse.ro': arcgisDirectory('/server/rest/services', ['Recensamant']),
  'www.just.ro': S('Ministerul Justiției'),
  'gov.ro': S('Guvernul României'),
  'mfinante.gov.ro': S('Ministerul Finanțelor'),
});
export default {
  place: 'romania',
  category: 'company-register',
  hosts: {
    ...hosts,
    'data.gov.ro': secure(hosts['data.gov.ro']),
    'www.data.gov.ro': alias('data.gov.ro'),
    'onrc.ro': alias('www.onrc.ro'),
    'imdroflood.meteoromania.ro:8080': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
