import type { Answer, Site } from './loopback.ts';

/** A dataset that a made-up portal holds. */
export interface Held {
  readonly id: string;
  readonly title: string;
}

/** A catalogue of any size that is never built: datasets are made when they are listed. */
export interface Shelf {
  readonly total: number;
  readonly at: (index: number) => Held;
}

/** The datasets that a search finds. */
export type Find = (phrase: string) => Shelf;

const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });

const numberOf = (url: URL, name: string, fallback: number): number => Number(url.searchParams.get(name) ?? fallback);

const slice = (shelf: Shelf, from: number, count: number): readonly Held[] =>
  Array.from({ length: Math.max(0, Math.min(count, shelf.total - from)) }, (_, index) => shelf.at(from + index));

const file = (id: string) => `http://portal.example/files/${id}.csv`;

const ckan =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/api/3/action/package_search') return undefined;
    const shelf = find(url.searchParams.get('q') ?? '');
    const results = slice(shelf, numberOf(url, 'start', 0), numberOf(url, 'rows', 10)).map(({ id, title }) => ({
      ...{ id, name: id, title, license_id: 'cc-by', metadata_modified: '2024-01-01T00:00:00' },
      resources: [{ url: file(id), format: 'CSV', name: 'Data' }],
    }));
    return json({ help: '…', success: true, result: { count: shelf.total, results } });
  };

const dcatUs = ({ id, title }: Held) => ({
  ...{
    '@type': 'dcat:Dataset',
    identifier: id,
    title,
    accessLevel: 'public',
    landingPage: `http://portal.example/d/${id}`,
  },
  distribution: [{ '@type': 'dcat:Distribution', downloadURL: file(id), format: 'csv' }],
});

const dkan =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/api/1/search') return undefined;
    const shelf = find(url.searchParams.get('fulltext') ?? '');
    const size = numberOf(url, 'page-size', 10);
    const listed = slice(shelf, (numberOf(url, 'page', 1) - 1) * size, size);
    return json({
      total: String(shelf.total),
      results: Object.fromEntries(listed.map((held) => [`dkan_dataset/${held.id}`, dcatUs(held)])),
      facets: [],
    });
  };

const opendatasoft =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/api/explore/v2.1/catalog/datasets') return undefined;
    const shelf = find((url.searchParams.get('where') ?? '').replaceAll('"', ''));
    const results = slice(shelf, numberOf(url, 'offset', 0), numberOf(url, 'limit', 10)).map(({ id, title }) => ({
      ...{ dataset_id: id, has_records: true, data_visible: true, metas: { default: { title } } },
    }));
    return json({ total_count: shelf.total, results });
  };

const socrata =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/api/catalog/v1') return undefined;
    const shelf = find(url.searchParams.get('q') ?? '');
    const results = slice(shelf, numberOf(url, 'offset', 0), numberOf(url, 'limit', 100)).map(({ id, title }) => ({
      resource: {
        id: id
          .padStart(8, '0')
          .slice(-8)
          .replace(/^(.{4})/, '$1-'),
        name: title,
        type: 'dataset',
      },
      ...{ classification: {}, metadata: { domain: 'portal.example' } },
    }));
    return json({ results, resultSetSize: shelf.total });
  };

const hub =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/api/search/v1/collections/dataset/items') return undefined;
    const shelf = find(url.searchParams.get('q') ?? '');
    const start = numberOf(url, 'startindex', 1);
    const limit = numberOf(url, 'limit', 10);
    const features = slice(shelf, start - 1, limit).map(({ id, title }) => ({
      ...{ id, type: 'Feature', properties: { title, owner: 'agency', type: 'CSV', url: file(id) } },
    }));
    const links =
      start - 1 + limit < shelf.total
        ? [{ rel: 'next', href: `${url.pathname}?q=x&limit=${limit}&startindex=${start + limit}` }]
        : [];
    return json({ type: 'FeatureCollection', features, numberMatched: shelf.total, links });
  };

const portal =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/sharing/rest/search') return undefined;
    const shelf = find(url.searchParams.get('q') ?? '');
    const start = numberOf(url, 'start', 1);
    const num = numberOf(url, 'num', 10);
    const results = slice(shelf, start - 1, num).map(({ id, title }) => ({
      id: id.padStart(32, '0'),
      title,
      owner: 'a',
      type: 'CSV',
      access: 'public',
    }));
    return json({ total: shelf.total, start, num, nextStart: start + num <= shelf.total ? start + num : -1, results });
  };

const server =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/arcgis/rest/services') return undefined;
    const services = slice(find(''), 0, 2_000).map(({ title }) => ({
      name: title.replaceAll(' ', '_'),
      type: 'MapServer',
    }));
    return json({ currentVersion: 11, folders: [], services });
  };

const udata =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/api/1/datasets/') return undefined;
    const shelf = find(url.searchParams.get('q') ?? '');
    const [page, size] = [numberOf(url, 'page', 1), numberOf(url, 'page_size', 20)];
    const data = slice(shelf, (page - 1) * size, size).map(({ id, title }) => ({
      id,
      slug: id,
      title,
      resources: [{ title: 'Data', url: file(id), format: 'csv' }],
    }));
    const next =
      page * size < shelf.total ? `http://portal.example/api/1/datasets/?page=${page + 1}&page_size=${size}` : null;
    return json({ data, page, page_size: size, total: shelf.total, next_page: next, previous_page: null });
  };

const pxweb =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/api/v2/tables') return undefined;
    const shelf = find(url.searchParams.get('query') ?? '');
    const [page, size] = [numberOf(url, 'pageNumber', 1), numberOf(url, 'pageSize', 20)];
    const tables = slice(shelf, (page - 1) * size, size).map(({ id, title }) => ({ id, label: title, links: [] }));
    return json({
      language: 'en',
      tables,
      page: { pageNumber: page, pageSize: size, totalElements: shelf.total, totalPages: Math.ceil(shelf.total / size) },
    });
  };

const sdmx =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/rest/dataflow/all/all/latest') return undefined;
    const flows = slice(find(''), 0, 2_000).map(
      ({ id, title }) =>
        `<s:Dataflow id="${id}" agencyID="NSO" version="1.0"><c:Name xml:lang="en">${title}</c:Name></s:Dataflow>`,
    );
    return {
      type: 'application/xml',
      body: `<m:Structure xmlns:m="m" xmlns:s="s" xmlns:c="c"><m:Structures><s:Dataflows>${flows.join('')}</s:Dataflows></m:Structures></m:Structure>`,
    };
  };

const geonetwork =
  (find: Find): Site =>
  (url, payload) => {
    if (url.pathname !== '/srv/api/search/records/_search') return undefined;
    const asked: { from: number; size: number; query: { query_string: { query: string } } } = JSON.parse(payload);
    const shelf = find(asked.query.query_string.query);
    const hits = slice(shelf, asked.from, asked.size).map(({ id, title }) => ({
      _source: {
        uuid: id,
        resourceTitleObject: { default: title },
        link: [{ protocol: 'WWW:DOWNLOAD', urlObject: { default: file(id) } }],
      },
    }));
    return json({ hits: { total: { value: shelf.total }, hits } });
  };

const ogcRecords =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/collections') return undefined;
    const offset = numberOf(url, 'offset', 0);
    const shelf = find('');
    const collections = slice(shelf, offset, 50).map(({ id, title }) => ({
      id,
      title,
      links: [{ rel: 'items', href: file(id), type: 'text/csv' }],
    }));
    const links = offset + 50 < shelf.total ? [{ rel: 'next', href: `/collections?offset=${offset + 50}` }] : [];
    return json({ collections, links });
  };

const dcat =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/catalog.ttl') return undefined;
    const page = numberOf(url, 'page', 1);
    const shelf = find('');
    const datasets = slice(shelf, (page - 1) * 50, 50).map(
      ({ id, title }) =>
        `<http://portal.example/d/${id}> a dcat:Dataset ; dct:title "${title}" ; dcat:distribution [ a dcat:Distribution ; dcat:downloadURL <${file(id)}> ; dct:format "CSV" ] .`,
    );
    const next = page * 50 < shelf.total ? `; hydra:nextPage <http://portal.example/catalog.ttl?page=${page + 1}>` : '';
    return {
      type: 'text/turtle',
      body: `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix hydra: <http://www.w3.org/ns/hydra/core#> .
<http://portal.example/c> a dcat:Catalog . <http://portal.example/p> a hydra:PagedCollection ; hydra:totalItems ${shelf.total} ${next} .
${datasets.join('\n')}`,
    };
  };

const feed =
  (find: Find): Site =>
  (url) => {
    if (url.pathname !== '/feeds/dataset.atom') return undefined;
    const page = numberOf(url, 'page', 1);
    const shelf = find('');
    const entries = slice(shelf, (page - 1) * 20, 20).map(
      ({ id, title }) =>
        `<entry><id>${id}</id><title>${title}</title><link href="http://portal.example/d/${id}"/></entry>`,
    );
    const next = page * 20 < shelf.total ? `<link rel="next" href="/feeds/dataset.atom?page=${page + 1}"/>` : '';
    return {
      type: 'application/atom+xml',
      body: `<feed xmlns="http://www.w3.org/2005/Atom">${next}${entries.join('')}</feed>`,
    };
  };

/** Portals by the software they speak like. */
export const speakers: Readonly<Record<string, (find: Find) => Site>> = {
  ...{ ckan, dkan, opendatasoft, socrata, udata, pxweb, sdmx, geonetwork, dcat, feed },
  ...{ 'arcgis-hub': hub, 'arcgis-portal': portal, 'arcgis-server': server, 'ogc-records': ogcRecords },
};
