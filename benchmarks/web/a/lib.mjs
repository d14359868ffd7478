// Where the simulated web's own library lies: $ODI_SHARED, else the nearest `shared` beside a folder above (the project's, at benchmarks/web/<set>/).
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const up = [];
for (let d = import.meta.dirname; d !== path.dirname(d); d = path.dirname(d)) up.push(path.join(d, 'shared'));
const roots = [process.env.ODI_SHARED, ...up].filter(Boolean);
const root = roots.find((r) => fs.existsSync(path.join(r, 'web/lib/ckan.mjs')));
if (!root) throw new Error('shared/web/lib not found: set ODI_SHARED');
const get = (f) => import(pathToFileURL(path.join(root, 'web/lib', f)).href);
export const { ckan, pkg, defaultRobots } = await get('ckan.mjs');
export const { udata } = await get('udata.mjs');
export const { esc, html, json, text, redirect, file, page, site } = await get('html.mjs');
export const { spa, plain, cloudflare, to } = await get('world.mjs');
export const { zip, xlsx, pdf, rng, csv, latin1 } = await get('files.mjs');
/** n days before the day of the run, as YYYY-MM-DD: what is renewed every day or month must be fresh whenever the set is run */
export const ago = (n) => new Date(Date.now() - n * 864e5).toISOString().slice(0, 10);
export const dmy = (iso, s = '/') => iso.split('-').reverse().join(s);
export const csvOf = (rows, d = ',') => Buffer.from(`\ufeff${csv(rows, d, false)}`);
export const slug = (s) =>
  s
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
/** Every address answers the same bytes however often it is asked: rows are drawn once. */
export const steady = (hosts) =>
  Object.fromEntries(
    Object.entries(hosts).map(([h, f]) => {
      const seen = new Map();
      const g = (r) => {
        const k = r.url.pathname + r.url.search;
        if (r.path.startsWith('/api') || r.method === 'POST') return f(r);
        if (!seen.has(k)) seen.set(k, f(r));
        return seen.get(k);
      };
      return [
        h,
        Object.assign(
          g,
          f.dead ? { dead: f.dead } : {},
          /"?\/action\//.test(String(f)) || f.ckan ? { ckan: true } : {},
        ),
      ];
    }),
  );
const words = (s) =>
  String(s ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w.length > 2);
/** whole-text search: every word must occur somewhere, titles weigh more */
export const finder = (items, title, rest) => {
  const b = items.map((p) => ({ p, t: words(title(p)), a: words(rest(p)) }));
  const has = (l, w) => l.some((x) => x.startsWith(w.slice(0, Math.max(4, w.length - 2))));
  return (q) => {
    const ws = words(q);
    if (!ws.length) return items;
    return b
      .map(({ p, t, a }) => ({
        p,
        n: ws.filter((w) => has(t, w) || has(a, w)).length,
        s: ws.reduce((k, w) => k + (has(t, w) ? 4 : 0) + (has(a, w) ? 1 : 0), 0),
      }))
      .filter((x) => x.n === ws.length)
      .sort((x, y) => y.s - x.s)
      .map((x) => x.p);
  };
};
/** DKAN 1 (Drupal 7): data.json, CKAN-like API without a search, HTML search closed by Drupal's robots.txt. d: {slug, title, notes, org, licence: [title, url], modified, period, tags, files: [{title, format, url, type}]} */
export const dkan = ({ origin, title, lang, datasets, front, words: w = {}, extra = () => undefined }) => {
  const W = {
    data: 'Data and Resources',
    licence: 'License',
    download: 'Download',
    org: 'Publisher',
    modified: 'Modified',
    datasets: 'Datasets',
    ...w,
  };
  const find = finder(
    datasets,
    (d) => d.title,
    (d) => `${d.notes} ${d.org} ${(d.tags ?? []).join(' ')}`,
  );
  const nav = [
    [W.datasets, '/search/type/dataset'],
    ['Groups', '/groups'],
    ['About', '/about'],
  ];
  const frame = (t, main) =>
    html(
      page({
        lang,
        title: t,
        site: title,
        nav,
        main,
        head: '<meta name="generator" content="Drupal 7 (http://drupal.org)" />',
        footer: `<p>${esc(title)} · Powered by <a href="http://getdkan.com/">DKAN</a>, a project of <a href="http://granicus.com/">Granicus</a></p>`,
      }),
    );
  const item = (d) => ({
    '@type': 'dcat:Dataset',
    accessLevel: 'public',
    accrualPeriodicity: d.period,
    contactPoint: { '@type': 'vcard:Contact', fn: d.org, hasEmail: `mailto:info@${new URL(origin).host}` },
    description: d.notes,
    distribution: d.files.map((f) => ({
      '@type': 'dcat:Distribution',
      downloadURL: f.url,
      mediaType: f.type ?? 'text/csv',
      format: f.format,
      title: f.title,
      description: f.description ?? '',
    })),
    identifier: `${origin}/node/${1000 + datasets.indexOf(d)}`,
    issued: '2018-03-01',
    keyword: d.tags ?? [],
    landingPage: `${origin}/dataset/${d.slug}`,
    license: d.licence?.[1],
    modified: d.modified,
    publisher: { '@type': 'org:Organization', name: d.org },
    title: d.title,
  });
  return (r) => {
    const ex = extra(r);
    if (ex) return ex;
    if (r.path === '/robots.txt')
      return text(
        'User-agent: *\nCrawl-delay: 10\nDisallow: /includes/\nDisallow: /misc/\nDisallow: /modules/\nDisallow: /admin/\nDisallow: /user/\nDisallow: /search/\n',
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
    if (r.path === '/api/3/action/package_list')
      return json({
        help: "Return a list of the names of the site's datasets.",
        success: true,
        result: datasets.map((d) => d.slug),
      });
    if (r.path === '/api/3/action/package_show') {
      const d = datasets.find((x) => x.slug === r.q.get('id'));
      return d
        ? json({
            help: '',
            success: true,
            result: [
              {
                id: d.slug,
                name: d.slug,
                title: d.title,
                notes: d.notes,
                license_title: d.licence?.[0],
                url: `${origin}/dataset/${d.slug}`,
                metadata_modified: d.modified,
                groups: [{ title: d.org }],
                resources: d.files.map((f) => ({ name: f.title, url: f.url, format: f.format })),
              },
            ],
          })
        : json({ success: false, error: { message: 'Not found' } }, 404);
    }
    if (r.path.startsWith('/api/'))
      return html('<html><head><title>404</title></head><body><h1>Page not found</h1></body></html>', 404);
    if (r.path === '/search/type/dataset') {
      const f = find(r.q.get('query') ?? '');
      return frame(
        W.datasets,
        `<h1>${f.length} ${W.datasets}</h1>${f
          .slice(0, 30)
          .map(
            (d) =>
              `<article class="node-search-result"><h2><a href="/dataset/${d.slug}">${esc(d.title)}</a></h2><p>${esc(d.notes.slice(0, 140))}</p></article>`,
          )
          .join('')}`,
      );
    }
    const m = /^\/dataset\/([^/]+)$/.exec(r.path);
    const d = m && datasets.find((x) => x.slug === m[1]);
    if (d)
      return frame(
        d.title,
        `<h1>${esc(d.title)}</h1><div class="field-name-body">${esc(d.notes)}</div><h2>${W.data}</h2><div id="data-and-resources"><ul class="resource-list">${d.files.map((f) => `<li><a class="heading">${esc(f.title)}</a> <span class="format-label" data-format="${f.format}">${f.format}</span> <a class="btn data-link" href="${esc(f.url)}">${W.download}</a></li>`).join('')}</ul></div><table class="field-group-format"><tr><th>${W.org}</th><td>${esc(d.org)}</td></tr><tr><th>${W.modified}</th><td>${d.modified}</td></tr>${d.licence ? `<tr><th>${W.licence}</th><td><a href="${d.licence[1]}">${esc(d.licence[0])}</a></td></tr>` : ''}</table>`,
      );
    if (r.path === '/')
      return frame(
        title,
        front ??
          `<h1>${esc(title)}</h1><form action="/search/type/dataset"><input name="query"></form><p>${datasets.length} ${W.datasets}</p>`,
      );
    return undefined;
  };
};
/** ArcGIS Hub that holds nothing on the topic */
export const emptyHub = (title, lang) => (r) =>
  r.path === '/robots.txt'
    ? text('User-agent: *\nDisallow:\n')
    : r.path.startsWith('/api/search/v1')
      ? json({
          type: 'FeatureCollection',
          features: [],
          timestamp: new Date().toISOString(),
          numberMatched: 0,
          numberReturned: 0,
          links: [],
        })
      : r.path === '/'
        ? html(
            `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><div class="ember-application"></div><script src="/assets/hub.js"></script></body></html>`,
          )
        : undefined;
