// Estonia's information gateway: an own catalogue whose pages are drawn by scripts over a JSON API (search, record by number or slug), OAI-PMH and a sitemap beside it. Unknown parameters and paths are refused.
import { esc, finder, html, json, text } from '../lib.mjs';

const known = ['search', 'page', 'limit', 'lang', 'sortBy', 'sortOrder'];
const xml = (b) => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${new Date().toISOString().slice(0, 19)}Z</responseDate>${b}</OAI-PMH>`,
});
/** d: {id, slug, title, notes, org, licence: [code, name, url] | null, period, modified, keywords, files: [{title, format, url}]} */
export const teabevarav = ({ origin, title, datasets }) => {
  const find = finder(
    datasets,
    (d) => d.title,
    (d) => `${d.notes} ${d.org} ${d.keywords.join(' ')}`,
  );
  const short = (d) => ({
    id: d.id,
    slug: d.slug,
    title: d.title,
    description: d.notes,
    access: 'PUBLIC',
    informationHolder: d.org,
    updatedAt: `${d.modified}T06:00:00.000Z`,
  });
  const full = (d) => ({
    ...short(d),
    titleEt: d.title,
    descriptionEt: d.notes,
    status: 'COMPLETED',
    accrualPeriodicity: d.period,
    keywords: d.keywords.map((name, id) => ({ id, name })),
    licence: d.licence ? { code: d.licence[0], name: d.licence[1], uri: d.licence[2] } : null,
    landingPage: d.page ?? null,
    organization: { name: d.org },
    distributions: d.files.map((f, i) => ({
      id: `${d.id.slice(0, -2)}${String(10 + i)}`,
      titleEt: f.title,
      format: f.format,
      accessUrls: [f.url],
      license: d.licence?.[2] ?? null,
    })),
  });
  const missing = (q) => json({ message: `Cannot GET ${q.path}`, error: 'Not Found', statusCode: 404 }, 404);
  const record = (d) =>
    `<record><header><identifier>oai:andmed.eesti.ee:${d.id}</identifier><datestamp>${d.modified}</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${esc(d.title)}</dc:title><dc:description>${esc(d.notes)}</dc:description><dc:publisher>${esc(d.org)}</dc:publisher><dc:date>${d.modified}</dc:date><dc:identifier>${origin}/datasets/${d.slug}</dc:identifier>${d.files.map((f) => `<dc:relation>${esc(f.url)}</dc:relation>`).join('')}<dc:rights>${esc(d.licence?.[2] ?? '')}</dc:rights></oai_dc:dc></metadata></record>`;
  const oai = (q) => {
    const verb = q.q.get('verb');
    if (verb === 'ListRecords') return xml(`<ListRecords>${datasets.map(record).join('')}</ListRecords>`);
    if (verb === 'ListMetadataFormats')
      return xml(
        '<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat></ListMetadataFormats>',
      );
    return verb === 'Identify'
      ? xml(
          `<Identify><repositoryName>Estonian OpenData</repositoryName><baseURL>${origin}/oai</baseURL><protocolVersion>2.0</protocolVersion></Identify>`,
        )
      : xml('<error code="badVerb">Illegal OAI verb</error>');
  };
  const search = (q) => {
    const strange = [...q.q.keys()].find((k) => !known.includes(k));
    if (strange)
      return json({ message: [`property ${strange} should not exist`], error: 'Bad Request', statusCode: 400 }, 400);
    const limit = Math.min(75, Number(q.q.get('limit') ?? 20));
    const from = (Number(q.q.get('page') ?? 1) - 1) * limit;
    const all = find(q.q.get('search') ?? '');
    return json({
      data: all.slice(from, from + limit).map(short),
      metadata: { total: all.length, page: from / limit + 1, limit },
    });
  };
  return (q) => {
    if (q.path === '/robots.txt') return text(`User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`);
    if (q.path === '/sitemap.xml')
      return text(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${datasets.map((d) => `<url><loc>${origin}/datasets/${d.slug}</loc><lastmod>${d.modified}</lastmod></url>`).join('')}</urlset>`,
        'application/xml',
      );
    if (q.path === '/oai') return oai(q);
    if (/^\/api\/(?:v[23]\/datasets\/search|datasets)\/?$/.test(q.path)) return search(q);
    const m = /^\/api\/(?:v[23]\/)?datasets\/(?:slug\/)?([\w.-]+)$/.exec(q.path);
    const d = m && datasets.find((x) => x.id === m[1] || x.slug === m[1]);
    if (d) return json(full(d));
    if (q.path.startsWith('/api')) return missing(q);
    return html(
      `<!doctype html><html lang="et"><head><meta charset="utf-8"><title>${title}</title><base href="/"></head><body><app-root></app-root><script src="runtime.js" type="module"></script><script src="main.js" type="module"></script></body></html>`,
    );
  };
};
