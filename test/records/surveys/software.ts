import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/* Catalogues of every software on loopback, each with the same datasets in the answers of its own interface. */

/** A dataset that all of them hold. */
export interface HeldDataset {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly theme: string;
  readonly day: string;
}

/** Answers one request; undefined is a 404. */
export type Speaker = (url: URL, payload: string, root: string) => Reply | undefined;

export interface Reply {
  readonly type?: string;
  readonly body: string;
}

const publishers = ['Ministry of Health', 'Ministry of Finance', 'Statistics Office', 'Water Agency', 'Road Agency'];
const themes = ['Health', 'Economy', 'Environment'];

/** 130 datasets: 26 of each publisher, 44, 43 and 43 of the themes. */
export const held: readonly HeldDataset[] = Array.from({ length: 130 }, (_, index) => ({
  id: `set-${String(index).padStart(3, '0')}`,
  title: `Table ${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + Math.floor(index / 26))} of the register`,
  publisher: publishers[index % 5] ?? '',
  theme: themes[index % 3] ?? '',
  day: `2026-${String((index % 11) + 1).padStart(2, '0')}-15`,
}));

const json = (value: unknown): Reply => ({ body: JSON.stringify(value) });
const xml = (body: string): Reply => ({ type: 'application/xml', body });
const number = (url: URL, name: string, fallback: number): number => Number(url.searchParams.get(name) ?? fallback);
const counted = (of: 'publisher' | 'theme'): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const one of held) counts.set(one[of], (counts.get(one[of]) ?? 0) + 1);
  return [...counts];
};
const file = (root: string, id: string): string => `${root}/files/${id}.csv`;

const ckan: Speaker = (url, _, root) => {
  if (url.pathname === '/api/3/action/status_show') return json({ success: true, result: { ckan_version: '2.9.5' } });
  if (url.pathname === '/api/3/action/organization_list')
    return json({ success: true, result: [...publishers, 'An empty one'] });
  if (url.pathname !== '/api/3/action/package_search') return undefined;
  const [start, rows] = [number(url, 'start', 0), number(url, 'rows', 10)];
  const facet = (of: 'publisher' | 'theme') => ({
    items: counted(of).map(([name, count]) => ({ name, display_name: name, count })),
  });
  return json({
    success: true,
    result: {
      count: held.length,
      search_facets: url.searchParams.has('facet.field')
        ? { organization: facet('publisher'), groups: facet('theme') }
        : {},
      results: held.slice(start, start + rows).map(({ id, title, publisher, theme, day }) => ({
        ...{ id, name: id, title, license_id: 'cc-by', metadata_created: day, metadata_modified: day },
        organization: { title: publisher },
        groups: [{ title: theme }],
        resources: [{ url: file(root, id), format: 'CSV' }],
      })),
    },
  });
};

const udata: Speaker = (url, _, root) => {
  if (url.pathname === '/api/1/site/')
    return json({ id: 'x', metrics: { datasets: 130, reuses: 41, organizations: 6 } });
  if (url.pathname === '/api/1/organizations/')
    return json({
      data: [...publishers, 'An empty one'].map((name) => ({
        name,
        metrics: { datasets: name === 'An empty one' ? 0 : 26 },
      })),
      total: 6,
    });
  if (url.pathname !== '/api/1/datasets/') return undefined;
  const [page, size] = [number(url, 'page', 1), number(url, 'page_size', 20)];
  const data = held.slice((page - 1) * size, page * size).map(({ id, title, publisher, day }) => ({
    ...{
      id,
      slug: id,
      title,
      organization: { name: publisher },
      license: 'lov2',
      tags: ['a'],
      created_at: day,
      last_update: day,
    },
    resources: [{ url: file(root, id), format: 'csv', title }],
  }));
  const next = page * size < held.length ? `${root}/api/1/datasets/?page=${page + 1}&page_size=${size}` : null;
  return json({ data, page, page_size: size, total: held.length, next_page: next, previous_page: null });
};

const opendatasoft: Speaker = (url) => {
  if (url.pathname === '/api/explore/v2.1/catalog/facets')
    return json({
      links: [],
      facets: [
        {
          name: 'publisher',
          facets: counted('publisher').map(([name, count]) => ({ name, count, value: name, state: 'displayed' })),
        },
        {
          name: 'theme',
          facets: counted('theme').map(([name, count]) => ({ name, count, value: name, state: 'displayed' })),
        },
      ],
    });
  if (url.pathname !== '/api/explore/v2.1/catalog/datasets') return undefined;
  const [offset, limit] = [number(url, 'offset', 0), Math.min(100, number(url, 'limit', 10))];
  return json({
    total_count: held.length,
    results: held.slice(offset, offset + limit).map(({ id, title, publisher, theme, day }) => ({
      ...{ dataset_id: id, has_records: true, data_visible: true, features: [] },
      metas: { default: { title, publisher, theme: [theme], license: 'CC BY 4.0', modified: day, keyword: ['a'] } },
    })),
  });
};

const socrata: Speaker = (url) => {
  if (url.pathname === '/api/catalog/v1/domain_categories')
    return json({
      results: counted('theme').map(([name, count]) => ({ domain_category: name, count })),
      resultSetSize: 3,
    });
  if (url.pathname !== '/api/catalog/v1' || url.searchParams.get('only') !== 'dataset') return undefined;
  const [offset, limit] = [number(url, 'offset', 0), number(url, 'limit', 100)];
  return json({
    resultSetSize: held.length,
    results: held.slice(offset, offset + limit).map(({ id, title, publisher, theme, day }) => ({
      resource: {
        id: `${id.slice(-3)}a-${id.slice(-3)}b`,
        name: title,
        type: 'dataset',
        attribution: publisher,
        createdAt: day,
        data_updated_at: day,
      },
      classification: { domain_category: theme, domain_tags: ['a'] },
      metadata: { domain: 'data.example.org', license: 'Public Domain' },
    })),
  });
};

const hub: Speaker = (url, _, root) => {
  const collection = '/api/search/v1/collections/dataset';
  if (url.pathname === `${collection}/aggregations`)
    return json({
      aggregations: {
        aggregations: [
          { field: 'source', aggregations: counted('publisher').map(([label, value]) => ({ label, value })) },
          { field: 'type', aggregations: [{ label: 'csv', value: 130 }] },
        ],
      },
    });
  if (url.pathname !== `${collection}/items`) return undefined;
  const [start, limit] = [number(url, 'startindex', 1), number(url, 'limit', 10)];
  const features = held.slice(start - 1, start - 1 + limit).map(({ id, title, publisher, day }) => ({
    ...{ id, type: 'Feature' },
    properties: {
      id,
      title,
      owner: 'account',
      source: publisher,
      type: 'CSV',
      url: file(root, id),
      tags: ['a'],
      created: Date.parse(day),
      modified: Date.parse(day),
    },
  }));
  return json({
    type: 'FeatureCollection',
    numberMatched: held.length,
    numberReturned: features.length,
    features,
    links: [],
  });
};

const dcatUs =
  (root: string) =>
  ({ id, title, publisher, theme, day }: HeldDataset) => ({
    ...{
      '@type': 'dcat:Dataset',
      identifier: id,
      title,
      description: title,
      keyword: ['a'],
      theme: [theme],
      issued: day,
      modified: day,
    },
    ...{
      accessLevel: 'public',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      publisher: { '@type': 'org:Organization', name: publisher },
    },
    contactPoint: { '@type': 'vcard:Contact', fn: 'Desk', hasEmail: 'mailto:desk@example.org' },
    distribution: [{ '@type': 'dcat:Distribution', downloadURL: file(root, id), mediaType: 'text/csv', format: 'CSV' }],
  });

const dkan: Speaker = (url, _, root) => {
  if (url.pathname !== '/api/1/search') return undefined;
  const [page, size] = [number(url, 'page', 1), number(url, 'page-size', 10)];
  const listed = held.slice((page - 1) * size, page * size).map(dcatUs(root));
  return json({
    total: String(held.length),
    results: Object.fromEntries(listed.map((one) => [`dkan_dataset/${one.identifier}`, one])),
    facets: [
      ...counted('theme').map(([name, total]) => ({ type: 'theme', name, total: String(total) })),
      ...counted('publisher').map(([name, total]) => ({ type: 'publisher__name', name, total: String(total) })),
    ],
  });
};

const dataJson: Speaker = (url, _, root) =>
  url.pathname === '/data.json'
    ? json({
        conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
        '@type': 'dcat:Catalog',
        dataset: held.map(dcatUs(root)),
      })
    : undefined;

const dcat: Speaker = (url, _, root) => {
  if (url.pathname !== '/catalog.ttl') return undefined;
  const page = number(url, 'page', 1);
  const size = 50;
  const listed = held.slice((page - 1) * size, page * size);
  const datasets = listed.map(
    ({
      id,
      title,
      publisher,
      day,
    }) => `<${root}/dataset/${id}> a dcat:Dataset ; dct:identifier "${id}" ; dct:title "${title}" ;
 dct:publisher [ a foaf:Agent ; foaf:name "${publisher}" ] ; dct:issued "${day}"^^xsd:date ; dct:modified "${day}"^^xsd:date ; dcat:keyword "a" ;
 dct:license <http://creativecommons.org/licenses/by/4.0/> ; dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ;
 dcat:distribution [ a dcat:Distribution ; dcat:downloadURL <${file(root, id)}> ; dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ] .`,
  );
  const next = page * size < held.length ? ` ; hydra:next <${root}/catalog.ttl?page=${page + 1}>` : '';
  return {
    type: 'text/turtle',
    body: `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<${root}/> a dcat:Catalog ; dcat:dataset ${listed.map(({ id }) => `<${root}/dataset/${id}>`).join(', ')} .
<${root}/catalog.ttl?page=${page}> a hydra:PartialCollectionView${next} ; hydra:totalItems ${held.length} .
${datasets.join('\n')}`,
  };
};

const geonetwork: Speaker = (url, payload, root) => {
  if (url.pathname !== '/srv/api/search/records/_search') return undefined;
  const { from, size }: { from: number; size: number } = JSON.parse(payload);
  const hits = held.slice(from, from + size).map(({ id, title, publisher, day }) => ({
    _source: {
      ...{ uuid: id, resourceTitleObject: { default: title }, resourceAbstractObject: { default: title } },
      ...{
        contactForResource: [{ organisationObject: { default: publisher }, email: 'desk@example.org' }],
        tag: [{ default: 'a' }],
      },
      ...{ publicationDateForResource: [day], revisionDateForResource: [day], mainLanguage: 'eng' },
      link: [{ protocol: 'WWW:DOWNLOAD', urlObject: { default: file(root, id) } }],
    },
  }));
  return json({
    hits: { total: { value: held.length, relation: 'eq' }, hits },
    aggregations: {
      OrgForResource: { buckets: counted('publisher').map(([key, doc_count]) => ({ key, doc_count })) },
      'cl_topic.key': { buckets: counted('theme').map(([key, doc_count]) => ({ key, doc_count })) },
    },
  });
};

const csw: Speaker = (url, _, root) => {
  if (url.pathname !== '/csw' || url.searchParams.get('request') !== 'GetRecords') return undefined;
  if (!/isotc211/.test(url.searchParams.get('outputSchema') ?? ''))
    return xml(
      '<ows:ExceptionReport xmlns:ows="o"><ows:Exception>no such schema</ows:Exception></ows:ExceptionReport>',
    );
  const [start, size] = [number(url, 'startPosition', 1), number(url, 'maxRecords', 10)];
  const listed = held.slice(start - 1, start - 1 + size);
  const text = (value: string): string => `<gco:CharacterString>${value}</gco:CharacterString>`;
  const records = listed.map(
    ({
      id,
      title,
      publisher,
      day,
    }) => `<gmd:MD_Metadata><gmd:fileIdentifier>${text(id)}</gmd:fileIdentifier><gmd:dateStamp><gco:Date>${day}</gco:Date></gmd:dateStamp>
<gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation><gmd:title>${text(title)}</gmd:title></gmd:CI_Citation></gmd:citation>
<gmd:abstract>${text(title)}</gmd:abstract><gmd:pointOfContact><gmd:CI_ResponsibleParty><gmd:organisationName>${text(publisher)}</gmd:organisationName>
<gmd:electronicMailAddress>${text('desk@example.org')}</gmd:electronicMailAddress></gmd:CI_ResponsibleParty></gmd:pointOfContact>
<gmd:language><gmd:LanguageCode codeListValue="eng"/></gmd:language></gmd:MD_DataIdentification></gmd:identificationInfo>
<gmd:distributionInfo><gmd:MD_Distribution><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${file(root, id)}</gmd:URL></gmd:linkage></gmd:CI_OnlineResource></gmd:MD_Distribution></gmd:distributionInfo></gmd:MD_Metadata>`,
  );
  const next = start + size <= held.length ? start + size : 0;
  return xml(
    `<csw:GetRecordsResponse xmlns:csw="c" xmlns:gmd="g" xmlns:gco="o"><csw:SearchResults numberOfRecordsMatched="${held.length}" numberOfRecordsReturned="${listed.length}" nextRecord="${next}">${records.join('')}</csw:SearchResults></csw:GetRecordsResponse>`,
  );
};

const ogcRecords: Speaker = (url, _, root) => {
  const items = '/collections/catalogue/items';
  if (url.pathname !== items) return undefined;
  const [offset, limit] = [number(url, 'offset', 0), number(url, 'limit', 10)];
  const features = held.slice(offset, offset + limit).map(({ id, title, publisher, day }) => ({
    ...{ id, type: 'Feature', geometry: null },
    properties: {
      type: 'dataset',
      title,
      created: day,
      updated: day,
      keywords: ['a'],
      contacts: [{ organization: publisher, emails: [{ value: 'desk@example.org' }] }],
      language: { code: 'en' },
    },
    links: [{ rel: 'item', href: file(root, id), type: 'text/csv' }],
  }));
  const links =
    offset + limit < held.length
      ? [{ rel: 'next', href: `${root}${items}?limit=${limit}&offset=${offset + limit}&f=json` }]
      : [];
  return json({
    type: 'FeatureCollection',
    numberMatched: held.length,
    numberReturned: features.length,
    features,
    links,
  });
};

const pxweb: Speaker = (url) => {
  if (url.pathname !== '/api/v2/tables') return undefined;
  const [page, size] = [number(url, 'pageNumber', 1), number(url, 'pageSize', 20)];
  const tables = held.slice((page - 1) * size, page * size).map(({ id, title, publisher, day }) => ({
    ...{
      id,
      label: title,
      description: '',
      updated: `${day}T08:00:00Z`,
      firstPeriod: '2015',
      lastPeriod: '2025',
      source: publisher,
      links: [],
    },
  }));
  return json({
    language: 'en',
    tables,
    page: { pageNumber: page, pageSize: size, totalElements: held.length, totalPages: Math.ceil(held.length / size) },
  });
};

const sdmx: Speaker = (url) =>
  url.pathname === '/rest/dataflow/all/all/latest'
    ? xml(
        `<m:Structure xmlns:m="m" xmlns:s="s" xmlns:c="c"><m:Structures><s:Dataflows>${held.map(({ id, title, publisher }) => `<s:Dataflow id="${id}" agencyID="${publisher.replaceAll(' ', '_')}" version="1.0"><c:Name xml:lang="en">${title}</c:Name></s:Dataflow>`).join('')}</s:Dataflows></m:Structures></m:Structure>`,
      )
    : undefined;

/** Every software, with the path under which a person opens the portal. */
export const speakers: Readonly<Record<string, { readonly speak: Speaker; readonly path: string }>> = {
  ckan: { speak: ckan, path: '/' },
  udata: { speak: udata, path: '/' },
  opendatasoft: { speak: opendatasoft, path: '/' },
  socrata: { speak: socrata, path: '/' },
  'arcgis-hub': { speak: hub, path: '/' },
  dkan: { speak: dkan, path: '/' },
  dcat: { speak: dcat, path: '/' },
  'data-json': { speak: dataJson, path: '/' },
  geonetwork: { speak: geonetwork, path: '/' },
  csw: { speak: csw, path: '/csw' },
  'ogc-records': { speak: ogcRecords, path: '/collections/catalogue/items' },
  pxweb: { speak: pxweb, path: '/' },
  sdmx: { speak: sdmx, path: '/' },
};

/** Opens the portal of a software. */
export const openSpeaker = async (
  speak: Speaker,
): Promise<{ readonly root: string; readonly asked: readonly string[]; readonly close: () => Promise<void> }> => {
  const asked: string[] = [];
  let root = '';
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', root);
    asked.push(`${request.method} ${url.pathname}`);
    const reply = speak(url, Buffer.concat(chunks).toString(), root);
    if (reply === undefined)
      response
        .writeHead(404, { 'content-type': 'text/html' })
        .end('<html><title>Not found</title><h1>Not found</h1></html>');
    else response.writeHead(200, { 'content-type': reply.type ?? 'application/json' }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { root, asked, close: () => new Promise((resolve) => server.close(() => resolve())) };
};
