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
/** OpenDataSoft: explore API v2.1 and v1, exports, pages drawn by scripts with JSON-LD. d: {id, title, notes, org, licence: [title, url] | null, modified, theme, keywords, rows: () => rows[][]} */
export const ods = ({ origin, title, lang, datasets }) => {
  const find = finder(
    datasets,
    (d) => d.title,
    (d) => `${d.notes} ${d.org} ${(d.keywords ?? []).join(' ')} ${d.theme}`,
  );
  const rows = (d) => (d.cache ??= d.rows());
  const fields = (d) =>
    rows(d)[0].map((n) => ({
      name: n,
      label: n,
      type: typeof rows(d)[1][rows(d)[0].indexOf(n)] === 'number' ? 'int' : 'text',
      description: null,
      annotations: {},
    }));
  const meta = (d) => ({
    title: d.title,
    description: `<p>${esc(d.notes)}</p>`,
    theme: [d.theme],
    keyword: d.keywords ?? [],
    license: d.licence?.[0] ?? null,
    license_url: d.licence?.[1] ?? null,
    language: lang,
    metadata_languages: [lang],
    publisher: d.org,
    modified: `${d.modified}T06:00:00+00:00`,
    data_processed: `${d.modified}T06:00:00+00:00`,
    references: d.source ?? null,
    attributions: null,
    records_count: rows(d).length - 1,
    update_frequency: d.period ?? null,
  });
  const v2 = (d) => ({
    dataset_id: d.id,
    dataset_uid: `da_${d.id.slice(0, 6)}`,
    attachments: [],
    has_records: true,
    data_visible: true,
    features: ['analyze'],
    metas: { default: meta(d) },
    fields: fields(d),
  });
  const recs = (d, n, s) =>
    rows(d)
      .slice(1 + s, 1 + s + n)
      .map((x) => Object.fromEntries(rows(d)[0].map((k, i) => [k, x[i]])));
  const csvBody = (d) => ({
    status: 200,
    headers: {
      'content-type': 'application/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${d.id}.csv"`,
    },
    body: csvOf(rows(d), ';'),
  });
  const words2 = (r) => r.q.get('q') ?? [...(r.q.get('where') ?? '').matchAll(/"([^"]*)"/g)].map((m) => m[1]).join(' ');
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nAllow: /\nDisallow: /login\n');
    const page2 = (l) =>
      l
        .slice(Number(r.q.get('offset') ?? r.q.get('start') ?? 0))
        .slice(0, Math.min(100, Number(r.q.get('limit') ?? r.q.get('rows') ?? 10)));
    if (/^\/api\/(?:explore\/)?v2\.[01]\/catalog\/datasets\/?$/.test(r.path)) {
      const f = find(words2(r));
      return json({ total_count: f.length, results: page2(f).map(v2) });
    }
    if (/^\/api\/(?:explore\/)?v2\.[01]\/catalog\/exports\/(?:json|dcat|rdf|ttl)/.test(r.path))
      return json(datasets.map(v2));
    const m =
      /^\/api\/(?:explore\/)?v2\.[01]\/catalog\/datasets\/([\w-]+)(?:\/(records|exports)(?:\/(\w+))?)?\/?$/.exec(
        r.path,
      );
    if (m) {
      const d = datasets.find((x) => x.id === m[1]);
      if (!d) return json({ message: `Unknown dataset: ${m[1]}`, error_code: 'InvalidDatasetError' }, 404);
      if (!m[2]) return json(v2(d));
      if (m[2] === 'records')
        return json({
          total_count: rows(d).length - 1,
          results: recs(d, Number(r.q.get('limit') ?? 10), Number(r.q.get('offset') ?? 0)),
        });
      if (!m[3])
        return json({
          links: ['csv', 'json'].map((k) => ({
            rel: k,
            href: `${origin}/api/explore/v2.1/catalog/datasets/${d.id}/exports/${k}`,
          })),
        });
      return m[3] === 'csv'
        ? csvBody(d)
        : m[3] === 'json'
          ? json(recs(d, 1e6, 0))
          : json({ error_code: 'UnsupportedFormat' }, 400);
    }
    if (r.path === '/api/datasets/1.0/search/' || r.path === '/api/datasets/1.0/search') {
      const f = find(words2(r));
      return json({
        nhits: f.length,
        parameters: { rows: 10, start: 0, format: 'json', timezone: 'UTC' },
        datasets: page2(f).map((d) => ({
          datasetid: d.id,
          metas: meta(d),
          has_records: true,
          data_visible: true,
          features: [],
          attachments: [],
          alternative_exports: [],
          fields: fields(d),
        })),
      });
    }
    const o = /^\/api\/datasets\/1\.0\/([\w-]+)\/?$/.exec(r.path);
    if (o) {
      const d = datasets.find((x) => x.id === o[1]);
      return d
        ? json({ datasetid: d.id, metas: meta(d), has_records: true, fields: fields(d), attachments: [] })
        : json({ error: 'Unknown dataset' }, 404);
    }
    if (r.path.startsWith('/api/records/1.0/')) {
      const d = datasets.find((x) => x.id === r.q.get('dataset'));
      return d
        ? r.path.includes('download')
          ? csvBody(d)
          : json({
              nhits: rows(d).length - 1,
              parameters: {},
              records: recs(d, Number(r.q.get('rows') ?? 10), 0).map((x, i) => ({
                datasetid: d.id,
                recordid: String(i),
                fields: x,
              })),
            })
        : json({ error: 'Unknown dataset' }, 404);
    }
    const e = /^\/explore\/dataset\/([\w-]+)(\/download|\/export|\/information|\/table)?\/?$/.exec(r.path);
    if (e) {
      const d = datasets.find((x) => x.id === e[1]);
      if (!d) return undefined;
      if (e[2] === '/download') return csvBody(d);
      const ld = {
        '@context': 'http://schema.org',
        '@type': 'Dataset',
        name: d.title,
        description: d.notes,
        url: `${origin}/explore/dataset/${d.id}/`,
        dateModified: d.modified,
        license: d.licence?.[1],
        publisher: { '@type': 'Organization', name: d.org },
        distribution: [
          {
            '@type': 'DataDownload',
            encodingFormat: 'text/csv',
            contentUrl: `${origin}/api/explore/v2.1/catalog/datasets/${d.id}/exports/csv`,
          },
        ],
      };
      return html(
        `<!DOCTYPE html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${esc(d.title)} — ${esc(title)}</title><meta property="og:site_name" content="${esc(title)}"><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body ng-app="ods.core"><div class="ods-front"></div><script src="/static/compressed/js/output.js"></script></body></html>`,
      );
    }
    if (r.path === '/' || /^\/(pages\/[\w-]+|explore)\/?$/.test(r.path))
      return html(
        `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(title)}</title><meta property="og:site_name" content="${esc(title)}"></head><body ng-app="ods.core"><div class="ods-front"></div><script src="/static/compressed/js/output.js"></script></body></html>`,
      );
    return undefined;
  };
};
