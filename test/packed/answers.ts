/** One answer of a catalogue, as it was served. */
export interface Served {
  readonly url: string;
  readonly type: string;
  readonly body: string;
  /** What the evidence calls it; null where that is not the point. */
  readonly kind: 'record' | 'catalogue' | 'data' | null;
  /** An address that only a reader of the answer finds; absent where it offers none. */
  readonly leadsTo?: string;
}

const host = 'https://data.example';
const file = `${host}/files/results.csv`;
const json = (url: string, value: unknown, kind: Served['kind'], leadsTo: string | null = file): Served => ({
  url: `${host}${url}`,
  type: 'application/json',
  body: JSON.stringify(value),
  kind,
  ...(leadsTo === null ? {} : { leadsTo }),
});
const text = (
  url: string,
  type: string,
  body: string,
  kind: Served['kind'],
  leadsTo: string | null = file,
): Served => ({ url: `${host}${url}`, type, body, kind, ...(leadsTo === null ? {} : { leadsTo }) });

const title = 'Election results by polling station';
const xml = '<?xml version="1.0" encoding="UTF-8"?>';

const dcatUs = {
  '@type': 'dcat:Dataset',
  identifier: 'r1',
  title,
  accessLevel: 'public',
  distribution: [{ '@type': 'dcat:Distribution', downloadURL: file, format: 'csv' }],
};
const ckan = {
  id: 'r1',
  name: 'results',
  title,
  license_id: 'cc-by',
  resources: [{ url: file, format: 'CSV', name: 'Data' }],
};
const udata = { id: '5f', slug: 'results', title, resources: [{ title: 'Data', url: file, format: 'csv' }] };
const opendatasoft = { dataset_id: 'results', has_records: true, data_visible: true, metas: { default: { title } } };
const record = {
  type: 'Feature',
  id: 'r1',
  geometry: null,
  properties: { type: 'dataset', title, license: 'CC-BY-4.0' },
  links: [{ rel: 'item', href: file, type: 'text/csv' }],
};
const hubId = 'a'.repeat(32);

const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
<${host}/d/1> a dcat:Dataset ; dct:title "${title}" ; dcat:distribution [ a dcat:Distribution ; dcat:downloadURL <${file}> ; dct:format "CSV" ] .
`;
const triples = `<${host}/d/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
<${host}/d/1> <http://purl.org/dc/terms/title> "${title}" .
<${host}/d/1> <http://www.w3.org/ns/dcat#distribution> <${host}/d/1#csv> .
<${host}/d/1#csv> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Distribution> .
<${host}/d/1#csv> <http://www.w3.org/ns/dcat#downloadURL> <${file}> .
`;
const rdf = `${xml}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="${host}/d/1"><dct:title>${title}</dct:title><dcat:distribution><dcat:Distribution><dcat:downloadURL rdf:resource="${file}"/><dct:format>CSV</dct:format></dcat:Distribution></dcat:distribution></dcat:Dataset></rdf:RDF>`;
const jsonLd = {
  '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
  '@id': `${host}/d/1`,
  '@type': 'dcat:Dataset',
  'dct:title': title,
  'dcat:distribution': { '@type': 'dcat:Distribution', 'dcat:downloadURL': { '@id': file } },
};
const sdmx = `${xml}<mes:Structure xmlns:mes="a" xmlns:str="b" xmlns:com="c"><mes:Structures><str:Dataflows><str:Dataflow id="GDP" agencyID="NSO" version="1.0"><com:Name xml:lang="en">National accounts</com:Name></str:Dataflow></str:Dataflows></mes:Structures></mes:Structure>`;
const csw = `${xml}<csw:GetRecordsResponse xmlns:csw="x" xmlns:dc="y" xmlns:dct="z"><csw:SearchResults numberOfRecordsMatched="1" nextRecord="0"><csw:Record><dc:identifier>r1</dc:identifier><dc:title>${title}</dc:title><dc:URI protocol="WWW:DOWNLOAD" name="data">${file}</dc:URI></csw:Record></csw:SearchResults></csw:GetRecordsResponse>`;
const wms = `${xml}<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"><Service><Name>WMS</Name><Title>Parcels</Title></Service><Capability><Layer><Name>parcels</Name><Title>Parcels</Title></Layer></Capability></WMS_Capabilities>`;
const atom = `${xml}<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>r1</id><title>${title}</title><link href="${host}/d/1"/><link rel="enclosure" href="${file}" type="text/csv"/></entry></feed>`;
const rss = `${xml}<rss version="2.0"><channel><title>New</title><item><title>${title}</title><link>${host}/d/1</link><enclosure url="${file}" type="text/csv" length="5"/></item></channel></rss>`;
const results = `${xml}<ElectionResult date="2015-09-04">${['A', 'B'].map((name) => `<Precinct name="${name}" electors="100"><Valid>40</Valid><Invalid>2</Invalid></Precinct>`).join('')}</ElectionResult>`;

/** One answer of every catalogue software and every way in which catalogues are written. */
export const answers: Readonly<Record<string, Served>> = {
  'CKAN, a dataset': json('/api/3/action/package_show?id=results', { success: true, result: ckan }, 'record'),
  'CKAN, a search': json(
    '/api/3/action/package_search?q=results',
    { success: true, result: { count: 1, results: [ckan] } },
    'catalogue',
  ),
  DKAN: json(
    '/api/1/search?fulltext=results',
    { total: '1', results: { 'dkan_dataset/r1': dcatUs }, facets: [] },
    'catalogue',
  ),
  udata: json('/api/1/datasets/results/', udata, 'record'),
  Socrata: json(
    '/api/catalog/v1?q=results',
    {
      results: [
        {
          resource: { id: 'abcd-1234', name: title, type: 'dataset' },
          classification: {},
          metadata: { domain: 'data.example' },
        },
      ],
      resultSetSize: 1,
    },
    'catalogue',
    null,
  ),
  Opendatasoft: json('/api/explore/v2.1/catalog/datasets/results', opendatasoft, 'record', null),
  'ArcGIS Hub': json(
    `/api/v3/datasets/${hubId}_0`,
    {
      data: {
        id: `${hubId}_0`,
        type: 'dataset',
        attributes: { name: title, owner: 'x', url: `${host}/arcgis/rest/services/results/FeatureServer/0` },
      },
    },
    'record',
    null,
  ),
  'ArcGIS Server': json(
    '/arcgis/rest/services?f=json',
    { currentVersion: 10.9, folders: [], services: [{ name: 'Election_results', type: 'MapServer' }] },
    'catalogue',
    null,
  ),
  PxWeb: json(
    '/api/v1/en/db',
    [{ id: 'VOTES.px', type: 't', text: title, updated: '2020-01-01T09:00:00' }],
    'catalogue',
    null,
  ),
  'SDMX, XML': text('/rest/dataflow/all/all/latest', 'application/xml', sdmx, 'catalogue', null),
  'SDMX, JSON': json(
    '/rest/dataflow/all/all/latest?format=json',
    { data: { dataflows: [{ id: 'GDP', agencyID: 'NSO', version: '1.0', name: 'National accounts' }] } },
    'catalogue',
    null,
  ),
  GeoNetwork: json(
    '/geonetwork/srv/api/search/records/_search',
    {
      hits: {
        total: { value: 1 },
        hits: [
          {
            _source: {
              uuid: 'u',
              resourceTitleObject: { default: title },
              link: [{ protocol: 'WWW:DOWNLOAD', urlObject: { default: file } }],
            },
          },
        ],
      },
    },
    'catalogue',
  ),
  'OGC API Records': json('/collections/m/items/r1', record, 'record'),
  CSW: text('/csw?request=GetRecords', 'application/xml', csw, 'catalogue'),
  'WMS capabilities': text('/wms?request=GetCapabilities', 'text/xml', wms, null, null),
  'DCAT-US': json(
    '/data.json',
    { conformsTo: 'https://project-open-data.cio.gov/v1.1/schema', dataset: [dcatUs] },
    'catalogue',
  ),
  'JSON-LD': text('/d/1.jsonld', 'application/ld+json', JSON.stringify(jsonLd), 'record'),
  'RDF/XML': text('/d/1.rdf', 'application/rdf+xml', rdf, 'record'),
  Turtle: text('/d/1.ttl', 'text/turtle', turtle, 'record'),
  'N-Triples': text('/d/1.nt', 'application/n-triples', triples, 'record'),
  Atom: text('/feed.atom', 'application/atom+xml', atom, 'catalogue'),
  RSS: text('/feed.rss', 'application/rss+xml', rss, 'catalogue'),
  'results in XML': text('/results.xml', 'application/xml', results, 'data', null),
};
