// DKAN 2 (Drupal 9 and 10): pages drawn by React, data.json in the form of Project Open Data, metastore and search API below /api/1.
import { esc, html, json, text } from '../lib.mjs';

const words = (s) =>
  String(s ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 1);
/** d: {id, title, notes, org, licence, modified, issued, period, tags, temporal, landing, files: [{title, format, url | page, type}]} */
export const dkan2 = ({ origin, title, datasets, routes = {}, robots }) => {
  const item = (d) => ({
    '@type': 'dcat:Dataset',
    accessLevel: 'public',
    ...(d.period ? { accrualPeriodicity: d.period } : {}),
    contactPoint: { '@type': 'vcard:Contact', fn: d.org, hasEmail: `mailto:opendata@${new URL(origin).host}` },
    description: d.notes,
    distribution: d.files.map((f) => ({
      '@type': 'dcat:Distribution',
      ...(f.url ? { downloadURL: f.url, mediaType: f.type } : { accessURL: f.page }),
      format: f.format,
      title: f.title,
    })),
    identifier: d.id,
    issued: d.issued,
    keyword: d.tags,
    ...(d.landing ? { landingPage: d.landing } : {}),
    ...(d.licence ? { license: d.licence } : {}),
    modified: d.modified,
    publisher: { '@type': 'org:Organization', name: d.org },
    ...(d.temporal ? { temporal: d.temporal } : {}),
    theme: ['Government'],
    title: d.title,
  });
  const shell = () =>
    html(
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="Generator" content="Drupal 10 (https://www.drupal.org)"><title>${esc(title)}</title></head><body><div id="root"></div><script src="/frontend/build/static/js/main.7c1d.chunk.js"></script></body></html>`,
    );
  const found = (q) => {
    const ws = words(q);
    return datasets.filter((d) => {
      const have = words(`${d.title} ${d.notes} ${d.tags.join(' ')} ${d.org}`);
      return ws.every((w) => have.includes(w));
    });
  };
  return (r) => {
    if (routes[r.path]) return routes[r.path](r);
    if (r.path === '/robots.txt')
      return text(
        robots ??
          'User-agent: *\nAllow: /core/*.css$\nDisallow: /core/\nDisallow: /profiles/\nDisallow: /README.txt\nDisallow: /admin/\nDisallow: /user/login\n',
      );
    if (r.path === '/data.json')
      return json({
        '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
        '@id': `${origin}/data.json`,
        '@type': 'dcat:Catalog',
        conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
        describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
        dataset: datasets.map(item),
      });
    if (r.path === '/api/1/search') {
      const all = found(r.q.get('fulltext') ?? '');
      const size = Number(r.q.get('page-size') ?? 10);
      const from = (Number(r.q.get('page') ?? 1) - 1) * size;
      return json({
        total: String(all.length),
        results: Object.fromEntries(all.slice(from, from + size).map((d) => [`dkan_dataset/${d.id}`, item(d)])),
        facets: [],
      });
    }
    if (r.path === '/api/1/metastore/schemas/dataset/items') return json(datasets.map(item));
    const one = /^\/api\/1\/metastore\/schemas\/dataset\/items\/([\w-]+)$/.exec(r.path);
    if (one) {
      const d = datasets.find((x) => x.id === one[1]);
      return d ? json(item(d)) : json({ message: `Error retrieving published dataset: ${one[1]} not found.` }, 404);
    }
    if (r.path.startsWith('/api/')) return json({ message: 'No route found' }, 404);
    if (r.path === '/' || r.path === '/search' || /^\/dataset\/[\w-]+$/.test(r.path)) return shell();
    return undefined;
  };
};
