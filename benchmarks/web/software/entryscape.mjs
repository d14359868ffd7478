// EntryScape: pages drawn by scripts over an EntryStore, whose search answers JSON with metadata as RDF/JSON, and DCAT-AP as Turtle.
import { esc, html, json, text } from '../lib.mjs';

const DCT = 'http://purl.org/dc/terms/';
const DCAT = 'http://www.w3.org/ns/dcat#';
const lit = (value, lang) => [{ type: 'literal', value, ...(lang ? { lang } : {}) }];
const uri = (value) => [{ type: 'uri', value }];
const quoted = (s) => `"${String(s).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
/** d: {id, title, notes, lang, org, licence, modified, keywords, files: [{title, format, url, page}]} */
export const turtle = (origin, title, datasets) =>
  `@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n<${origin}/catalog> a dcat:Catalog ;\n  dct:title ${quoted(title)} ;\n  dcat:dataset ${datasets.map((d) => `<${origin}/dataset/${d.id}>`).join(', ')} .\n\n${datasets
    .map(
      (d) =>
        `<${origin}/dataset/${d.id}> a dcat:Dataset ;\n  dct:title ${quoted(d.title)}@${d.lang} ;\n  dct:description ${quoted(d.notes)}@${d.lang} ;\n  dct:publisher <${origin}/org/${d.id}> ;\n  dct:modified "${d.modified}"^^xsd:date ;\n  dcat:keyword ${d.keywords.map((k) => `${quoted(k)}@${d.lang}`).join(', ')} ;\n  dcat:distribution ${d.files.map((_, i) => `<${origin}/distribution/${d.id}-${i}>`).join(', ')} .\n<${origin}/org/${d.id}> a foaf:Agent ; foaf:name ${quoted(d.org)} .\n${d.files
          .map(
            (f, i) =>
              `<${origin}/distribution/${d.id}-${i}> a dcat:Distribution ;\n  dct:title ${quoted(f.title)}@${d.lang} ;\n  dcat:accessURL <${f.page ?? f.url}> ;${f.url ? `\n  dcat:downloadURL <${f.url}> ;` : ''}${d.licence ? `\n  dct:license <${d.licence}> ;` : ''}\n  dct:format ${quoted(f.format)} .\n`,
          )
          .join('')}`,
    )
    .join('\n')}`;
export const entryscape = ({ origin, title, lang, datasets }) => {
  const meta = (d) => ({
    [`${origin}/dataset/${d.id}`]: {
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': uri(`${DCAT}Dataset`),
      [`${DCT}title`]: lit(d.title, d.lang),
      [`${DCT}description`]: lit(d.notes, d.lang),
      [`${DCT}publisher`]: uri(`${origin}/org/${d.id}`),
      [`${DCT}modified`]: lit(d.modified),
      [`${DCAT}keyword`]: d.keywords.flatMap((k) => lit(k, d.lang)),
      [`${DCAT}distribution`]: d.files.flatMap((_, i) => uri(`${origin}/distribution/${d.id}-${i}`)),
    },
  });
  const entry = (d) => ({ contextId: '1', entryId: String(d.id), info: {}, metadata: meta(d), relations: {} });
  const shell = (t, head = '') =>
    html(
      `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(t)}</title><link rel="alternate" type="text/turtle" href="${origin}/catalog.ttl" title="DCAT-AP">${head}<script>window.__entryscape_config = [{ entrystore: '${origin}/store', page_language: '${lang}' }];</script><script src="https://static.cdn.entryscape.com/blocks/1/app.js"></script></head><body><div data-entryscape="view"></div></body></html>`,
    );
  const found = (q) => {
    const ws = (q ?? '')
      .toLowerCase()
      .replace(/\b(?:rdftype|public|title|metadata|description|tag\.literal|context)\b[^\s+]*:/g, ' ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w.length > 2 && !/^(?:and|dcat|dataset|http|www|org|true|all|any)$/.test(w));
    return datasets.filter((d) => {
      const have = `${d.title} ${d.notes} ${d.keywords.join(' ')}`.toLowerCase();
      return ws.every((w) => have.includes(w));
    });
  };
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nDisallow: /store/auth\n');
    if (r.path === '/catalog.ttl')
      return {
        status: 200,
        headers: { 'content-type': 'text/turtle; charset=utf-8' },
        body: turtle(origin, title, datasets),
      };
    if (r.path === '/store/search') {
      const all = found(r.q.get('query'));
      const from = Number(r.q.get('offset') ?? 0);
      const limit = Number(r.q.get('limit') ?? 50);
      return json({
        offset: from,
        limit,
        results: all.length,
        resource: { children: all.slice(from, from + limit).map(entry) },
      });
    }
    const m = /^\/store\/1\/(?:metadata|entry|resource)\/(\d+)$/.exec(r.path);
    if (m) {
      const d = datasets.find((x) => String(x.id) === m[1]);
      if (!d) return json({ error: 'Entry not found' }, 404);
      return /turtle/.test(`${r.headers.accept} ${r.q.get('format')}`)
        ? { status: 200, headers: { 'content-type': 'text/turtle; charset=utf-8' }, body: turtle(origin, title, [d]) }
        : json(meta(d));
    }
    const p = /^\/(?:de\/)?(?:datasets\/1_|dataset\/)(\d+)(?:\/.*)?$/.exec(r.path);
    const d = p && datasets.find((x) => String(x.id) === p[1]);
    if (d) return shell(`${d.title} - ${title}`);
    return r.path === '/' || r.path === '/de/' || r.path === '/datasets' ? shell(title) : undefined;
  };
};
