// Denmark: transport timetables. Rejseplanen A/S, owned by the transport companies and the state's railway, publishes all timetables of the country as one GTFS ZIP at www.rejseplanen.info/labs/GTFS.zip, weekly, free and without registration; its guidelines are CC BY-ND 3.0, so not open. It is found by an article of its help centre (Zendesk), to which the catalogue's record and the national access point's DCAT lead.
// What is hard: the record's resource is a page, the licence is on another page of the help centre. Lures: the NeTEx copy behind a log-in, the railway's PDFs, towns' stops and school buses, passenger numbers, road traffic.
// Hosts and the address of the feed: the place file and public code that reads the feed; licence: the index of 2014 and a Nordic project's page; dataset 242 of the access point: a public model that reads it. Numbers and texts of articles and titles of records are made up; robots.txt as Zendesk and CKAN ship them.
import {
  ago,
  ckan,
  csvOf,
  defaultRobots,
  file,
  html,
  json,
  page,
  pdf,
  pkg,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
  text,
} from '../../lib.mjs';
import { alias, arcgisDirectory, broken, geoserverHome, once, pick, secure } from '../../software/common.mjs';
import { gtfs, made, zendesk } from '../software/rejseplanen.mjs';

const H = 'https://help.rejseplanen.dk';
const article = `${H}/hc/da/articles/360011022659-Koreplansdata-GTFS`;
const rules = `${H}/hc/da/articles/360001983857-Retningslinjer-for-brug-af-data`;
const nap = 'https://du-portal-ui.dataudveksler.app.vd.dk/data';
const labs = [201728005, 'RejseplanenLabs'];
const help = zendesk({
  origin: H,
  lang: 'da',
  name: 'Rejseplanen hjælp',
  sections: [
    {
      id: [200023636, 'Brug-af-Rejseplanen'],
      title: 'Brug af Rejseplanen',
      articles: [
        [
          214173205,
          'Sog-rejse',
          'Sådan søger du en rejse',
          '<p>Skriv hvor du rejser fra og til, og vælg et tidspunkt.</p>',
          ago(400),
        ],
        [214173345, 'Priser', 'Priser og billetter', '<p>Prisen vises, når rejsen er beregnet.</p>', ago(300)],
        [214173365, 'Stoppesteder', 'Tavler ved stoppesteder', '<p>Afgangstavler kan vises på en skærm.</p>', ago(700)],
      ],
    },
    {
      id: labs,
      title: 'RejseplanenLabs – data til udviklere',
      articles: [
        [
          214174465,
          'Rejseplanens-API',
          'Rejseplanens API',
          '<p>API’et giver rejseforslag og afgange i realtid. Adgang kræver en nøgle, som du får ved at udfylde en formular.</p>',
          ago(160),
        ],
        [
          360011022659,
          'Koreplansdata-GTFS',
          'Køreplansdata (GTFS)',
          `<p>Her kan du hente køreplaner for al kollektiv trafik i Danmark: tog, metro, letbane, bus og færge fra samtlige trafikselskaber. Data er i formatet GTFS og samlet i én zip-fil, som fornyes hver uge og dækker de næste tre måneder.</p><p>Hent filen: <a href="http://www.rejseplanen.info/labs/GTFS.zip">GTFS.zip</a></p><p>Filen er gratis og kan hentes uden oprettelse. Filen stop_times.txt indeholder ankomst- og afgangstid for hver tur ved hvert stop, calendar.txt de dage turene køres. Læs <a href="${rules}">retningslinjerne for brug af data</a>, inden du går i gang.</p>`,
          made,
        ],
        [
          360001983857,
          'Retningslinjer-for-brug-af-data',
          'Retningslinjer for brug af data',
          '<p>Rejseplanens data stilles til rådighed under licensen <a rel="license" href="https://creativecommons.org/licenses/by-nd/3.0/">Creative Commons BY-ND 3.0</a>. Du må bruge data, også kommercielt, når du angiver Rejseplanen som kilde, men du må ikke ændre data eller udgive en bearbejdet udgave af dem.</p>',
          ago(620),
        ],
      ],
    },
  ],
});
const by = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Navngivelse 4.0',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  isopen: true,
};
const P = (title, organization, files, o = {}) =>
  pkg({
    name: slug(title.replace(/ø/g, 'o').replace(/Ø/g, 'O').replace(/æ/g, 'ae').replace(/å/g, 'aa').replace(/Å/g, 'Aa')),
    title,
    organization,
    notes: `${title}.`,
    ...by,
    metadata_modified: `${ago(90)}T08:00:00.000000`,
    ...o,
    resources: files.map(([name, format, url]) => ({ name, format, url })),
  });
const open = (s) => `https://admin.opendata.dk/dataset/${s}/download`;
const towns = [
  ['Busstoppesteder i Odense', 'Odense Kommune'],
  ['Busstoppesteder i Aarhus', 'Aarhus Kommune'],
  ['Stoppesteder for bus i Aalborg', 'Aalborg Kommune'],
  ['Skolebusser: køreplan og ruter i Vejle', 'Vejle Kommune'],
  ['Skolebuskøreplaner', 'Varde Kommune'],
  ['Buslinjer i København', 'Københavns Kommune'],
  ['Letbanens stoppesteder', 'Aarhus Kommune'],
  ['Færgeafgange til Tunø og Endelave', 'Odder Kommune'],
  ['Telebus og flextrafik', 'Silkeborg Kommune'],
  ['Trafiktællinger', 'Københavns Kommune'],
  ['Cykeltællinger', 'Odense Kommune'],
  ['Parkeringspladser', 'Aarhus Kommune'],
  ['Legepladser', 'Aalborg Kommune'],
].map(([t, o]) => P(t, o, [[`${t} (CSV)`, 'CSV', `${open(slug(t))}/${slug(t)}.csv`]], { tags: ['trafik'] }));
const national = [
  P(
    'Køreplansdata for kollektiv trafik (NeTEx)',
    'Vejdirektoratet',
    [['Dataudveksleren: datasæt 242', 'HTML', `${nap}/242/overview`]],
    {
      notes:
        'Køreplaner, stoppesteder og linjer for kollektiv trafik i hele Danmark i formatet NeTEx (EPIP). Data leveres af Rejseplanen til det nationale adgangspunkt Dataudveksleren. Hentning kræver login.',
      license_id: 'other',
      license_title: 'Leverandørens betingelser',
      license_url: rules,
      isopen: false,
      tags: ['køreplaner', 'kollektiv trafik', 'netex'],
    },
  ),
  P('Køreplansdata GTFS', 'Rejseplanen A/S', [['Køreplansdata (GTFS), vejledning og download', 'HTML', article]], {
    notes:
      'Køreplaner for al kollektiv trafik i Danmark, tog, metro, bus og færge, samlet i én GTFS-fil. Opdateres ugentligt.',
    license_id: 'other',
    license_title: 'Rejseplanens retningslinjer',
    license_url: rules,
    isopen: false,
    url: article,
    tags: ['køreplaner', 'kollektiv trafik', 'gtfs'],
    metadata_modified: `${ago(30)}T08:00:00.000000`,
  }),
  P('Rettidighed for tog', 'Banedanmark', [['Rettidighed pr. måned', 'XLSX', 'https://www.bane.dk/rettidighed.xlsx']]),
  P('Passagerer i kollektiv trafik', 'Danmarks Statistik', [['KOLLEK1', 'HTML', 'https://www.statbank.dk/KOLLEK1']]),
  P('Statsvejnettet (vejman)', 'Vejdirektoratet', [['WFS', 'WFS', 'https://geocloud.vd.dk/CVF/wfs']]),
  P('Trafikmeldinger og vejarbejder (DATEX II)', 'Vejdirektoratet', [['Datasæt 416', 'HTML', `${nap}/416/overview`]]),
  P('Stationer og holdepladser på jernbanenettet', 'Banedanmark', [
    ['GeoJSON', 'GeoJSON', 'https://www.bane.dk/stationer.geojson'],
  ]),
  P('Danmarks Adresser (DAR)', 'Klimadatastyrelsen', [['Datafordeler', 'HTML', 'https://datafordeler.dk/']]),
  P('Det Centrale Virksomhedsregister', 'Erhvervsstyrelsen', [['CVR', 'HTML', 'https://datacvr.virk.dk/']]),
  P('Vejrobservationer', 'DMI', [['API', 'API', 'https://opendatadocs.dmi.govcloud.dk/']]),
  P('Elforbrug pr. kommune', 'Energinet', [['Energi Data Service', 'API', 'https://www.energidataservice.dk/']]),
  P('Postnumre', 'Klimadatastyrelsen', [['API', 'API', 'https://api.dataforsyningen.dk/postnumre']]),
  P('Havnetakster', 'Trafikstyrelsen', [['PDF', 'PDF', 'https://www.trafikstyrelsen.dk/havnetakster.pdf']]),
];
const language = [
  'Den Danske Ordbog: ordliste',
  'Retskrivningsordbogens ordliste',
  'Korpus over forvaltningssprog',
  'Dansk stavekontrol',
  'Talegenkendelse: læst tale',
].map((t) =>
  P(t, 'Digitaliseringsstyrelsen', [[t, 'ZIP', `https://sprogressource.digst.govcloud.dk/filer/${slug(t)}.zip`]]),
);
const W = {
  data: 'Data og ressourcer',
  licence: 'Licens',
  download: 'Hent',
  more: 'Mere information',
  org: 'Organisation',
  datasets: 'Datasæt',
  orgs: 'Organisationer',
  info: 'Yderligere info',
  modified: 'Sidst opdateret',
  field: 'Felt',
  value: 'Værdi',
};
const townFile = (r) => {
  const m = /\/dataset\/([\w-]+)\/download\//.exec(r.path);
  if (!m) return undefined;
  const g = rng(m[1].length * 7);
  const timed = /skolebus|afgange|telebus/.test(m[1]);
  return file(
    csvOf(
      [
        timed ? ['rute', 'stop', 'afgang', 'ankomst', 'dage'] : ['id', 'navn', 'vej', 'lat', 'lon'],
        ...Array.from({ length: 180 }, (_, i) =>
          timed
            ? [`Rute ${1 + (i % 9)}`, `Stop ${i}`, `07:${10 + g(45)}`, `08:${10 + g(45)}`, 'skoledage']
            : [
                i + 1,
                `${pick(g, ['Rådhus', 'Skole', 'Torvet', 'Kirke', 'Station'])} ${i}`,
                pick(g, ['Nørregade', 'Vestergade', 'Søndergade']),
                (55 + g(900) / 1000).toFixed(4),
                (9 + g(900) / 1000).toFixed(4),
              ],
        ),
      ],
      ';',
    ),
    'text/csv',
    ago(120),
  );
};
/** the access point's list of datasets as DCAT (RDF/XML) */
const dcat = once(() => {
  const rows = [
    [
      242,
      'Rejseplanen NeTEx køreplansdata',
      'Køreplaner for kollektiv trafik i Danmark i NeTEx. Kræver login og abonnement.',
      'Rejseplanen A/S',
      rules,
      `${nap}/242/overview`,
      ago(2),
    ],
    [
      243,
      'Rejseplanen GTFS køreplansdata',
      'Køreplaner for kollektiv trafik i Danmark i GTFS, frit tilgængelig hos Rejseplanen.',
      'Rejseplanen A/S',
      rules,
      article,
      made,
    ],
    [
      416,
      'Trafikhændelser og vejarbejder',
      'DATEX II, øjebliksbillede',
      'Vejdirektoratet',
      by.license_url,
      `${nap}/416/overview`,
      ago(1),
    ],
    [
      788,
      'Movia SIRI ET/SX',
      'Realtid for busser på Sjælland',
      'Movia',
      by.license_url,
      `${nap}/788/overview`,
      ago(30),
    ],
    [
      799,
      'Lokaltog SIRI ET/SX',
      'Realtid for lokalbaner',
      'Lokaltog A/S',
      by.license_url,
      `${nap}/799/overview`,
      ago(30),
    ],
    [59, 'Vejvejr', 'Målinger fra glatførestationer', 'Vejdirektoratet', by.license_url, `${nap}/59/overview`, ago(1)],
    [
      112,
      'Hastighedsgrænser',
      'Hastighedsgrænser på statsveje',
      'Vejdirektoratet',
      by.license_url,
      `${nap}/112/overview`,
      ago(200),
    ],
  ];
  return `<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/"><dcat:Catalog rdf:about="https://du-portal-ui.dataudveksler.app.vd.dk/"><dct:title xml:lang="da">Dataudveksleren</dct:title>${rows.map(([id, t, n, org, lic, u, d]) => `<dcat:dataset><dcat:Dataset rdf:about="${nap}/${id}"><dct:title xml:lang="da">${t}</dct:title><dct:description xml:lang="da">${n}</dct:description><dct:modified>${d}</dct:modified><dct:publisher><foaf:Agent><foaf:name>${org}</foaf:name></foaf:Agent></dct:publisher><dcat:landingPage rdf:resource="${nap}/${id}/overview"/><dcat:distribution><dcat:Distribution rdf:about="${nap}/${id}#d"><dcat:accessURL rdf:resource="${u}"/><dct:license rdf:resource="${lic}"/></dcat:Distribution></dcat:distribution></dcat:Dataset></dcat:dataset>`).join('')}</dcat:Catalog></rdf:RDF>`;
});
const dsb = (t, main) =>
  page({
    lang: 'da',
    title: t,
    site: 'DSB',
    nav: [
      ['Køreplaner', '/find-og-kob/koreplaner/'],
      ['Billetter', '/find-og-kob/'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: '<p>© DSB</p>',
  });
const D = (t, links = []) => plain(t, 'da', [t], links);
const hosts = steady({
  'datavejviser-ckan.digst.govcloud.dk': ckan({
    packages: [...towns.slice(0, 9), ...national, ...towns.slice(9)],
    title: 'Datavejviser',
    lang: 'da',
    words: W,
  }),
  'datavejviser.dk': spa('Datavejviser', 'da'),
  'datasets.catalogue.data.gov.dk': ckan({ packages: [...language, towns[2]], title: 'Datasæt', lang: 'da', words: W }),
  'sprogressource.digst.govcloud.dk': ckan({ packages: language, title: 'sprogteknologi.dk', lang: 'da', words: W }),
  'www.opendata.dk': ckan({ packages: towns, title: 'Open Data DK', lang: 'da', words: W, robots: defaultRobots }),
  'admin.opendata.dk': townFile,
  'du-portal-ui.dataudveksler.app.vd.dk': spa('Dataudveksleren', 'da'),
  'businessservice.dataudveksler.app.vd.dk': (r) => {
    if (r.path === '/api/Metadata' && r.q.get('format') === 'DCAT')
      return text(dcat(), 'application/rdf+xml; charset=utf-8');
    return r.path.startsWith('/api/')
      ? { status: 401, headers: { 'content-type': 'application/json' }, body: '{"title":"Unauthorized","status":401}' }
      : undefined;
  },
  'help.rejseplanen.dk': help,
  'www.rejseplanen.dk': spa('Rejseplanen', 'da'),
  'labs.rejseplanen.dk': () => undefined,
  'www.rejseplanen.info': (r) => (r.path === '/labs/GTFS.zip' ? file(gtfs(), 'application/zip', made) : undefined),
  'www.dsb.dk': site({
    '/': dsb('DSB', '<p><a href="/find-og-kob/koreplaner/">Køreplaner</a></p>'),
    '/find-og-kob/': dsb('Billetter', '<p>Køb billet i appen.</p>'),
    '/find-og-kob/koreplaner/': dsb(
      'Køreplaner',
      `<p>Køreplanerne for fjern- og regionaltog som PDF.</p><ul>${['Landsdelstrafik øst-vest', 'Sjælland og øerne', 'Jylland'].map((t, i) => `<li><a href="/globalassets/koreplaner/k2${i}.pdf">${t} (PDF)</a></li>`).join('')}</ul><p>Al kollektiv trafik: <a href="https://www.rejseplanen.dk/">Rejseplanen</a>.</p>`,
    ),
    ...Object.fromEntries(
      [0, 1, 2].map((i) => [
        `/globalassets/koreplaner/k2${i}.pdf`,
        () =>
          file(
            pdf(
              'Koreplan',
              Array.from(
                { length: 140 },
                (_, k) =>
                  `Kobenhavn H ${5 + (k % 18)}.${10 + (k % 49)}   Odense ${6 + (k % 17)}.40   Aarhus H ${8 + (k % 15)}.12`,
              ),
            ),
            'application/pdf',
            ago(200),
          ),
      ]),
    ),
  }),
  'www.trafikstyrelsen.dk': site({
    '/': page({
      lang: 'da',
      title: 'Trafikstyrelsen',
      site: 'Trafikstyrelsen',
      nav: [['Kollektiv trafik', '/arbejdsomraader/kollektiv-trafik']],
      main: '<h1>Trafikstyrelsen</h1><p>Jernbane, luftfart, havne og kollektiv trafik.</p>',
    }),
    '/arbejdsomraader/kollektiv-trafik': page({
      lang: 'da',
      title: 'Kollektiv trafik: data til rejseplanlægning',
      site: 'Trafikstyrelsen',
      main: `<h1>Data til rejseplanlægning</h1><p>Operatører skal udstille køreplansdata på det nationale adgangspunkt, <a href="https://du-portal-ui.dataudveksler.app.vd.dk/">Dataudveksleren</a>. Samlede køreplaner for hele landet findes hos <a href="${H}/hc/da/sections/${labs.join('-')}">RejseplanenLabs</a>.</p>`,
    }),
  }),
  'www.trm.dk': D('Transportministeriet', [['Trafikstyrelsen', 'https://www.trafikstyrelsen.dk/']]),
  'www.bane.dk': D('Banedanmark'),
  'api.dataforsyningen.dk': (r) =>
    r.path === '/postnumre'
      ? json([
          { nr: '1000', navn: 'København K' },
          { nr: '5000', navn: 'Odense C' },
        ])
      : undefined,
  'www.vejdirektoratet.dk': D('Vejdirektoratet', [
    ['Dataudveksleren', 'https://du-portal-ui.dataudveksler.app.vd.dk/'],
  ]),
  'www.energidataservice.dk': spa('Energi Data Service', 'da'),
  'datafordeler.dk': D('Datafordeler', [['Klimadatastyrelsen', 'https://dataforsyningen.dk/']]),
  'dataforsyningen.dk': spa('Dataforsyningen', 'da'),
  'www.statbank.dk': (r) =>
    r.path.startsWith('/statbank5a/')
      ? html(
          page({
            lang: 'da',
            title: 'Statistikbanken',
            main: '<h1>Statistikbanken</h1><p>Transport, befolkning, økonomi.</p>',
          }),
        )
      : undefined,
  'www.dst.dk': D('Danmarks Statistik'),
  'www.retsinformation.dk': spa('Retsinformation', 'da'),
  'fiskeriservice.fiskeristyrelsen.dk': geoserverHome,
  'geodata.fvm.dk': geoserverHome,
  'geoserver.surfacewater.miljoeportal.dk': broken(),
  'jordbrugsanalyser.dk': geoserverHome,
  'geocloud.vd.dk': arcgisDirectory('/arcgis/rest/services', ['CVF']),
});
export default {
  place: 'denmark',
  category: 'transport-timetables',
  hosts: {
    ...hosts,
    'help.rejseplanen.dk': secure(hosts['help.rejseplanen.dk']),
    'www.opendata.dk': secure(hosts['www.opendata.dk']),
    'rejseplanen.dk': alias('www.rejseplanen.dk'),
    'nap.vd.dk': alias('du-portal-ui.dataudveksler.app.vd.dk'),
    'opendata.dk': alias('www.opendata.dk'),
  },
};
