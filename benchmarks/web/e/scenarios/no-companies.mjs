// Norway: company register. The Brønnøysund Register Centre's own pages: an overview of datasets and APIs, a documentation that names the whole register as a CSV of some forty megabytes; NLOD 2.0, a national licence, by a link one hop away on data.norge.no.
// data.norge.no is drawn by scripts over a search API by POST. Lures: sub-units, roles, voluntary organisations, Oslo's licensed premises, a code list of legal forms. Norwegian dates and compounds.
import { ago, csvOf, file, html, json, page, plain, rng, site, spa, steady, text } from '../../lib.mjs';
import { alias, broken, pick, secure } from '../../software/common.mjs';

const W = 'https://www.brreg.no';
const B = 'https://data.brreg.no';
const N = 'https://data.norge.no';
const nlod = `${N}/nlod/no/2.0`;
const brreg = 'Registerenheten i Brønnøysund';
const head =
  'organisasjonsnummer,navn,organisasjonsform.kode,organisasjonsform.beskrivelse,naeringskode1.kode,naeringskode1.beskrivelse,antallAnsatte,hjemmeside,forretningsadresse.adresse,forretningsadresse.poststed,forretningsadresse.postnummer,forretningsadresse.kommune,forretningsadresse.kommunenummer,forretningsadresse.land,registreringsdatoEnhetsregisteret,registrertIMvaregisteret,konkurs,underAvvikling'.split(
    ',',
  );
const towns = [
  ['OSLO', '0150', 'OSLO', '0301'],
  ['BERGEN', '5003', 'BERGEN', '4601'],
  ['TRONDHEIM', '7010', 'TRONDHEIM', '5001'],
  ['STAVANGER', '4006', 'STAVANGER', '1103'],
  ['TROMSØ', '9008', 'TROMSØ', '5501'],
  ['BODØ', '8006', 'BODØ', '1804'],
  ['KRISTIANSAND S', '4610', 'KRISTIANSAND', '4204'],
  ['DRAMMEN', '3016', 'DRAMMEN', '3301'],
  ['HAMAR', '2317', 'HAMAR', '3403'],
  ['ÅLESUND', '6002', 'ÅLESUND', '1508'],
  ['ALTA', '9510', 'ALTA', '5601'],
  ['SKIEN', '3724', 'SKIEN', '4003'],
];
const words = ['FJORD', 'NORD', 'VEST', 'BYGG', 'INVEST', 'EIENDOM', 'CONSULT', 'TRANSPORT', 'HAVBRUK', 'DATA'];
/** A register of n units: some ten thousand are drawn, beyond that only the number is new. */
const register = (n) => {
  const r = rng(91);
  const rest = Array.from({ length: Math.min(n, 12000) }, () => {
    const [p, z, k, c] = pick(r, towns);
    return `,${pick(r, words)} ${pick(r, words)} ${1 + r(90)} AS,AS,Aksjeselskap,41.000,Oppføring av bygninger,${r(90)},,${pick(r, ['Storgata', 'Kirkegata', 'Havnegata', 'Skolevegen'])} ${1 + r(120)},${p},${z},${k},${c},Norge,${ago(1 + r(9000))},true,false,false`;
  });
  const out = [head.join(',')];
  for (let i = 0; i < n; i++) out.push(`${810000000 + i * 7}${rest[i % rest.length]}`);
  return Buffer.from(`${out.join('\n')}\n`);
};
// Made before the servers open: while it is made, nobody would be answered.
const whole = register(270000);
const nav = [
  ['Home', '/en/'],
  ['Use of data', '/en/use-of-data-from-the-bronnoysund-register-centre/'],
];
const P = (lang, t, main, links = nav) =>
  page({
    lang,
    title: t,
    site: 'Brønnøysundregistrene',
    nav: links,
    main: `<h1>${t}</h1>${main}`,
    footer: '<p>Brønnøysundregistrene, postboks 900, 8910 Brønnøysund</p>',
  });
const docs = `${B}/enhetsregisteret/api/docs/index.html`;
const overview = '/en/use-of-data-from-the-bronnoysund-register-centre/datasets-and-api/';
const own = site(
  {
    '/': P(
      'nb',
      'Brønnøysundregistrene',
      '<ul><li><a href="/bruke-data-fra-bronnoysundregistrene/datasett-og-api/">Datasett og API</a></li></ul>',
      [
        ['Bruke data', '/bruke-data-fra-bronnoysundregistrene/datasett-og-api/'],
        ['English', '/en/'],
      ],
    ),
    '/en': P('en', 'The Brønnøysund Register Centre', `<ul><li><a href="${overview}">Datasets and API</a></li></ul>`),
    '/en/use-of-data-from-the-bronnoysund-register-centre': P(
      'en',
      'Use of data',
      `<ul><li><a href="${overview}">Datasets and API</a></li></ul>`,
    ),
    [overview]: P(
      'en',
      'Datasets and API',
      `<h2>Open data</h2><ul><li><a href="${docs}">The Central Coordinating Register for Legal Entities (Enhetsregisteret): all companies and other entities, API and bulk download</a></li><li><a href="${B}/frivillighetsregisteret/api/docs/index.html">The Register of Non-Profit Organisations</a></li><li><a href="${B}/regnskapsregisteret/docs/index.html">The Register of Company Accounts: key figures</a></li></ul><h2>Paid products</h2><p>Copies of accounts and certificates are sold.</p>`,
    ),
    '/bruke-data-fra-bronnoysundregistrene/datasett-og-api': P(
      'nb',
      'Datasett og API',
      `<ul><li><a href="${docs}">Enhetsregisteret: API og nedlasting av totalbestand</a></li><li><a href="${B}/frivillighetsregisteret/api/docs/index.html">Frivillighetsregisteret</a></li></ul>`,
    ),
  },
  { robots: 'User-agent: *\nDisallow: /wp-admin/\n' },
);
const D = (t, main, h = '') =>
  html(page({ lang: 'nb', title: t, site: 'data.brreg.no', head: h, main: `<h1>${t}</h1>${main}`, footer: '' }));
const api = (q) => {
  const p = q.path;
  if (p === '/robots.txt') return text('User-agent: *\nDisallow: /fullmakt/\n');
  if (p === '/') return { status: 302, headers: { location: docs }, body: '' };
  if (p === '/enhetsregisteret/api/docs/index.html')
    return D(
      'Enhetsregisteret: dokumentasjon av åpent API',
      `<p>Grunndata om foretak og andre enheter i hele landet. Oppdatert daglig, sist ${ago(1).split('-').reverse().join('.')}.</p><h2>Lisens</h2><p>Dataene distribueres under <a rel="license" href="${nlod}">Norsk lisens for offentlige data (NLOD)</a>.</p><h2>Nedlasting av totalbestand</h2><ul><li><a href="${B}/enhetsregisteret/api/enheter/lastned/csv">Enheter, CSV</a></li><li><a href="${B}/enhetsregisteret/api/underenheter/lastned/csv">Underenheter, CSV</a></li></ul><h2>Oppslag</h2><ul><li><a href="${B}/enhetsregisteret/api/enheter">/enheter</a></li><li><a href="${B}/enhetsregisteret/api/organisasjonsformer/csv">Organisasjonsformer (kodeliste), CSV</a></li></ul>`,
      `<link rel="license" href="${nlod}">`,
    );
  if (p === '/enhetsregisteret/api/enheter/lastned/csv')
    return file(whole, 'text/csv;charset=UTF-8', ago(1), 'enheter_alle.csv');
  if (p === '/enhetsregisteret/api/underenheter/lastned/csv')
    return file(register(3000), 'text/csv;charset=UTF-8', ago(1), 'underenheter_alle.csv');
  if (p === '/enhetsregisteret/api/organisasjonsformer/csv')
    return file(
      csvOf([
        ['kode', 'beskrivelse'],
        ['AS', 'Aksjeselskap'],
        ['ENK', 'Enkeltpersonforetak'],
        ['ANS', 'Ansvarlig selskap'],
      ]),
      'text/csv',
      '2024-01-01',
    );
  if (p === '/enhetsregisteret/api/enheter')
    return json({
      _embedded: {
        enheter: [
          {
            organisasjonsnummer: '810000000',
            navn: 'FJORD BYGG 12 AS',
            organisasjonsform: { kode: 'AS', beskrivelse: 'Aksjeselskap' },
            forretningsadresse: {
              land: 'Norge',
              postnummer: '0150',
              poststed: 'OSLO',
              adresse: ['Storgata 4'],
              kommune: 'OSLO',
              kommunenummer: '0301',
            },
          },
        ],
      },
      page: { size: 20, totalElements: 270000, totalPages: 13500, number: 0 },
    });
  if (p === '/frivillighetsregisteret/api/docs/index.html')
    return D(
      'Frivillighetsregisteret',
      `<p>Frivillige organisasjoner.</p><p><a rel="license" href="${nlod}">NLOD</a></p>`,
    );
  if (p === '/regnskapsregisteret/docs/index.html')
    return D('Regnskapsregisteret', '<p>Nøkkeltall fra siste årsregnskap, ett oppslag om gangen.</p>');
  return undefined;
};
const F = (id, title, description, org, uri) => ({ id, title, description, org, uri });
const found = [
  F(
    '7f2f8a10-1111-4a6d-9f31-2a8d3c0b0001',
    'Skjenkesteder i Oslo',
    'Foretak med skjenkebevilling i Oslo kommune.',
    'Oslo kommune',
    'https://www.oslo.kommune.no/data/skjenkesteder.csv',
  ),
  F(
    '7f2f8a10-1111-4a6d-9f31-2a8d3c0b0002',
    'Enhetsregisteret: enheter',
    'Grunndata om alle enheter i Enhetsregisteret, herunder alle foretak i Foretaksregisteret: organisasjonsnummer, navn, organisasjonsform og forretningsadresse.',
    brreg,
    docs,
  ),
  F(
    '7f2f8a10-1111-4a6d-9f31-2a8d3c0b0003',
    'Enhetsregisteret: underenheter',
    'Bedrifter (underenheter) i Enhetsregisteret.',
    brreg,
    docs,
  ),
  F(
    '7f2f8a10-1111-4a6d-9f31-2a8d3c0b0004',
    'Frivillighetsregisteret',
    'Frivillige organisasjoner.',
    brreg,
    `${B}/frivillighetsregisteret/api/docs/index.html`,
  ),
  F(
    '7f2f8a10-1111-4a6d-9f31-2a8d3c0b0005',
    'Bedrifter etter næring',
    'Statistikk over bedrifter etter næring og ansatte.',
    'Statistisk sentralbyrå',
    'https://www.ssb.no/statbank/table/07091',
  ),
  F(
    '7f2f8a10-1111-4a6d-9f31-2a8d3c0b0006',
    'Luftkvalitet',
    'Målinger av luftkvalitet.',
    'Miljødirektoratet',
    'https://api.nilu.no/',
  ),
];
const hit = (d) => ({
  id: d.id,
  uri: `${N}/datasets/${d.id}`,
  searchType: 'DATASET',
  title: { nb: d.title },
  description: { nb: d.description },
  organization: { name: d.org, prefLabel: { nb: d.org }, orgPath: '/STAT' },
  keyword: [],
  isOpenData: true,
  isAuthoritative: d.org === brreg,
  fdkFormatPrefixed: ['MEDIA_TYPE text/csv'],
  accessRights: { code: 'PUBLIC', uri: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' },
  metadata: { deleted: false, firstHarvested: '2019-10-01T00:00:00Z', modified: '2024-05-01T00:00:00Z' },
});
const search = (q) => {
  if (q.path === '/robots.txt') return undefined;
  if (!q.path.startsWith('/search') || q.method !== 'POST')
    return {
      status: 405,
      headers: { 'content-type': 'application/json' },
      body: '{"status":405,"error":"Method Not Allowed"}',
    };
  const w = String(JSON.parse(q.body || '{}').query ?? '').toLowerCase();
  const all = found.filter((d) => `${d.title} ${d.description}`.toLowerCase().includes(w));
  return json({
    hits: all.map(hit),
    aggregations: {},
    page: { currentPage: 0, size: 10, totalElements: all.length, totalPages: 1 },
  });
};
const resource = (q) => {
  const d = found.find((x) => q.path === `/v1/datasets/${x.id}`);
  return d
    ? json({
        ...hit(d),
        publisher: { name: d.org, prefLabel: { nb: d.org } },
        distribution: [{ title: { nb: d.title }, accessURL: [d.uri], license: [{ uri: nlod, code: 'NLOD20' }] }],
      })
    : undefined;
};
const licence = page({
  lang: 'nb',
  title: 'Norsk lisens for offentlige data (NLOD) 2.0',
  site: 'data.norge.no',
  main: '<h1>Norsk lisens for offentlige data (NLOD) 2.0</h1><h2>1. Innledning</h2><p>Denne lisensen gir deg rett til å bruke informasjonen for alle formål.</p><h2>2. Lisensgivers tillatelse</h2><p>Lisensgiver gir en verdensomspennende, vederlagsfri og ikke-eksklusiv rett til å kopiere og tilgjengeliggjøre, til å endre og til å sette informasjonen sammen med annen informasjon, også kommersielt.</p><h2>3. Lisenstakers plikter</h2><p>Lisenstaker skal navngi lisensgiver og opplyse at data er gjort tilgjengelig under Norsk lisens for offentlige data (NLOD), og angi om informasjonen er endret.</p>',
});
const S = (t) => plain(t, 'nb', [t]);
const hosts = steady({
  'www.brreg.no': own,
  'data.brreg.no': api,
  'data.norge.no': (q) => (q.path.startsWith('/nlod') ? html(licence) : spa('data.norge.no', 'nb')(q)),
  'resource.api.fellesdatakatalog.digdir.no': resource,
  'statistikk.fhi.no': spa('FHI Statistikk', 'nb'),
  'kilden.nibio.no': spa('Kilden', 'nb'),
  'data-test.toll.no': broken(),
  'data.bufdir.no': spa('Bufdir', 'nb'),
  'data.dfo.no': S('DFØ datakatalog'),
  'data.toll.no': broken(),
  'data.norges-bank.no': S('Norges Bank API'),
  'havniauge.fiskeridir.no': S('Statistikkbanken'),
});
export default {
  place: 'norway',
  category: 'company-register',
  hosts: {
    ...hosts,
    'search.api.fellesdatakatalog.digdir.no': search,
    'www.brreg.no': secure(hosts['www.brreg.no']),
    'data.brreg.no': secure(hosts['data.brreg.no']),
    'brreg.no': alias(new URL(W).host),
    'dataut.vegvesen.no': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
