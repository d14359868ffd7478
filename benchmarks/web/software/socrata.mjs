// Socrata: discovery API, rows as CSV and JSON, pages drawn by scripts with JSON-LD.
import { csvOf, esc, file, finder, html, json, text } from '../lib.mjs';

/** d: {id, title, notes, org, licence: [name, url], modified, columns, rows: () => rows[][]} */
export const socrata = ({ host, title, lang, datasets }) => {
  const find = finder(
    datasets,
    (d) => d.title,
    (d) => `${d.notes} ${d.org}`,
  );
  const one = (d) => ({
    resource: {
      name: d.title,
      id: d.id,
      description: d.notes,
      attribution: d.org,
      type: 'dataset',
      updatedAt: `${d.modified}T06:00:00.000Z`,
      data_updated_at: `${d.modified}T06:00:00.000Z`,
      columns_name: d.columns,
      columns_field_name: d.columns,
      provenance: 'official',
    },
    classification: { categories: [], tags: [], domain_metadata: [] },
    metadata: { domain: host, license: d.licence[0] },
    permalink: `https://${host}/d/${d.id}`,
    link: `https://${host}/dataset/x/${d.id}`,
  });
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nCrawl-delay: 1\nDisallow: /w/\n');
    if (r.path === '/api/catalog/v1') {
      const all = find(r.q.get('q') ?? '');
      return json({
        results: all.slice(0, Number(r.q.get('limit') ?? 100)).map(one),
        resultSetSize: all.length,
        timings: {},
      });
    }
    const m = /^\/(?:api\/views\/([\w-]{9})\/rows|resource\/([\w-]{9}))\.(csv|json)$/.exec(r.path);
    const d = datasets.find((x) => x.id === (m?.[1] ?? m?.[2]));
    if (m && d)
      return m[3] === 'csv'
        ? file(csvOf([d.columns, ...d.rows()]), 'text/csv; charset=utf-8', d.modified)
        : json(
            d
              .rows()
              .slice(0, 1000)
              .map((x) => Object.fromEntries(d.columns.map((c, i) => [c, x[i]]))),
          );
    const p = /([\w]{4}-[\w]{4})$/.exec(r.path);
    const e = p && datasets.find((x) => x.id === p[1]);
    if (e || r.path === '/')
      return html(
        `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(e?.title ?? title)} | ${esc(title)}</title>${e ? `<script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@type': 'Dataset', name: e.title, description: e.notes, license: e.licence[1], creator: { '@type': 'Organization', name: e.org }, distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `https://${host}/api/views/${e.id}/rows.csv?accessType=DOWNLOAD` }] })}</script>` : ''}</head><body><div id="app"></div><script src="https://cdn.socrata.com/app.js"></script></body></html>`,
      );
    return undefined;
  };
};
