// ArcGIS Hub over a feature service: search API (OGC records), dcat-us feed, pages drawn by scripts, downloads; and the feature service itself: description of a layer, query, count.
import { csvOf, esc, file, html, json, text } from '../lib.mjs';

const org = 'qXk3bQhG7xkUe1Wn';
const words = (s) =>
  String(s ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 2);
/** Where the layers of an item are served. */
export const layerOf = (d) => `https://services9.arcgis.com/${org}/arcgis/rest/services/${d.service}/FeatureServer/0`;
/** d: {id, slug, title, notes, tags, source, licence, created, modified (day), service, geometry, fields: [[name, type]], features: () => GeoJSON features} */
export const hub = ({ origin, title, datasets, lang = 'en' }) => {
  const ms = (day) => Date.parse(day);
  const item = (d) => ({
    id: d.id,
    type: 'Feature',
    geometry: null,
    time: null,
    links: [
      { rel: 'self', type: 'application/geo+json', href: `${origin}/api/search/v1/collections/dataset/items/${d.id}` },
      { rel: 'alternate', type: 'text/html', href: `${origin}/datasets/${d.slug}` },
    ],
    properties: {
      id: d.id,
      title: d.title,
      snippet: d.notes.slice(0, 160),
      description: `<p>${esc(d.notes)}</p>`,
      type: 'Feature Service',
      tags: d.tags,
      owner: d.owner ?? 'lsd_admin',
      source: d.source,
      license: 'custom',
      licenseInfo: d.licence ? `<p>${esc(d.licence)}</p>` : null,
      accessInformation: d.source,
      created: ms(d.created),
      modified: ms(d.modified),
      url: layerOf(d).slice(0, -2),
      slug: d.slug,
      access: 'public',
      size: 0,
    },
  });
  const found = (q) => {
    const ws = words(q);
    return datasets.filter((d) => {
      const have = words(`${d.title} ${d.notes} ${d.tags.join(' ')}`);
      return ws.every((w) => have.some((h) => h.startsWith(w.slice(0, Math.max(4, w.length - 1)))));
    });
  };
  const dcat = (d) => ({
    '@type': 'dcat:Dataset',
    identifier: `https://www.arcgis.com/home/item.html?id=${d.id}&sublayer=0`,
    landingPage: `${origin}/datasets/${d.slug}`,
    title: d.title,
    description: d.notes,
    keyword: d.tags,
    issued: `${d.created}T00:00:00.000Z`,
    modified: `${d.modified}T00:00:00.000Z`,
    publisher: { name: d.source },
    license: d.licence ?? '',
    accessLevel: 'public',
    distribution: [
      {
        '@type': 'dcat:Distribution',
        title: 'ArcGIS Hub Dataset',
        format: 'Web Page',
        mediaType: 'text/html',
        accessURL: `${origin}/datasets/${d.slug}`,
      },
      {
        '@type': 'dcat:Distribution',
        title: 'ArcGIS GeoService',
        format: 'ArcGIS GeoServices REST API',
        mediaType: 'application/json',
        accessURL: layerOf(d),
      },
      ...[
        ['GeoJSON', 'geojson', 'application/vnd.geo+json'],
        ['CSV', 'csv', 'text/csv'],
      ].map(([t, f, m]) => ({
        '@type': 'dcat:Distribution',
        title: t,
        format: t,
        mediaType: m,
        accessURL: `${origin}/api/download/v1/items/${d.id}/${f}?layers=0`,
      })),
    ],
  });
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nDisallow: /*/explore\n');
    if (r.path === '/api/search/v1/collections/dataset/items' || r.path === '/api/search/v1/collections/all/items') {
      const all = found(r.q.get('q') ?? '');
      const from = Number(r.q.get('startindex') ?? 1) - 1;
      const limit = Number(r.q.get('limit') ?? 10);
      const list = all.slice(from, from + limit).map(item);
      return json({
        type: 'FeatureCollection',
        features: list,
        timestamp: new Date().toISOString(),
        numberMatched: all.length,
        numberReturned: list.length,
        links: [],
      });
    }
    const one = /^\/api\/search\/v1\/collections\/\w+\/items\/(\w+)$/.exec(r.path);
    if (one) {
      const d = datasets.find((x) => x.id === one[1]);
      return d ? json(item(d)) : json({ statusCode: 404, message: 'Not found' }, 404);
    }
    if (r.path === '/api/search/v1' || r.path === '/api/search/v1/')
      return json({
        title: `${title} Search API`,
        links: [{ rel: 'data', href: `${origin}/api/search/v1/collections` }],
      });
    if (/^\/api\/feed\/dcat-us\/1\.1(?:\.json)?$/.test(r.path) || r.path === '/data.json')
      return json({
        '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
        '@type': 'dcat:Catalog',
        conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
        dataset: datasets.map(dcat),
      });
    const dl = /^\/api\/download\/v1\/items\/(\w+)\/(geojson|csv)$/.exec(r.path);
    if (dl) {
      const d = datasets.find((x) => x.id === dl[1]);
      if (!d) return undefined;
      return dl[2] === 'csv'
        ? file(
            csvOf([d.fields.map((f) => f[0]), ...d.features().map((f) => d.fields.map(([n]) => f.properties[n]))]),
            'text/csv',
            d.modified,
            `${d.service}.csv`,
          )
        : file(
            JSON.stringify({
              type: 'FeatureCollection',
              name: d.service,
              crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
              features: d.features(),
            }),
            'application/geo+json',
            d.modified,
            `${d.service}.geojson`,
          );
    }
    if (r.path.startsWith('/api/')) return json({ statusCode: 404, message: 'Not found' }, 404);
    const m = /^\/datasets\/([\w:-]+)(?:\/(?:about|explore))?$/.exec(r.path);
    const d = m && datasets.find((x) => x.slug === m[1] || x.id === m[1]);
    const shell = (t, ld = '') =>
      html(
        `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(t)}</title>${ld}</head><body class="opendata-ui"><div class="ember-application"></div><script src="https://hubcdn.arcgis.com/opendata-ui/assets/opendata-ui.js"></script></body></html>`,
      );
    if (d)
      return shell(
        `${d.title} | ${title}`,
        `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Dataset', name: d.title, description: d.notes, license: d.licence, dateModified: d.modified, creator: { '@type': 'Organization', name: d.source } })}</script>`,
      );
    return r.path === '/' || r.path === '/search' ? shell(title) : undefined;
  };
};
/** services9.arcgis.com: the feature services of the items. */
export const featureServices = (datasets) => (r) => {
  if (r.path === '/robots.txt') return undefined;
  const m = /\/services\/(\w+)\/FeatureServer(?:\/(0)(?:\/(query))?)?\/?$/.exec(r.path);
  const d = m && datasets.find((x) => x.service === m[1]);
  if (!d) return json({ error: { code: 400, message: 'Invalid URL', details: ['Invalid URL'] } });
  const about = {
    currentVersion: 11.4,
    description: d.notes,
    copyrightText: d.source,
    maxRecordCount: 2000,
    supportedQueryFormats: 'JSON, geoJSON',
  };
  if (!m[2])
    return json({
      ...about,
      layers: [{ id: 0, name: d.title, type: 'Feature Layer', geometryType: d.geometry }],
      tables: [],
    });
  if (!m[3])
    return json({
      ...about,
      id: 0,
      name: d.title,
      type: 'Feature Layer',
      geometryType: d.geometry,
      editingInfo: { lastEditDate: Date.parse(d.modified) },
      fields: d.fields.map(([name, type]) => ({ name, type: `esriFieldType${type}`, alias: name })),
      capabilities: 'Query,Extract',
    });
  const all = d.features();
  if (r.q.get('returnCountOnly') === 'true') return json({ count: all.length });
  const from = Number(r.q.get('resultOffset') ?? 0);
  const list = all.slice(from, from + Math.min(2000, Number(r.q.get('resultRecordCount') ?? 2000)));
  const more = from + list.length < all.length;
  return r.q.get('f') === 'geojson'
    ? json({
        type: 'FeatureCollection',
        ...(more ? { properties: { exceededTransferLimit: true } } : {}),
        features: list,
      })
    : json({
        objectIdFieldName: 'OBJECTID',
        geometryType: d.geometry,
        spatialReference: { wkid: 4326 },
        fields: d.fields.map(([name, type]) => ({ name, type: `esriFieldType${type}` })),
        ...(more ? { exceededTransferLimit: true } : {}),
        features: list.map((f) => ({ attributes: f.properties, geometry: { rings: f.geometry.coordinates } })),
      });
};
