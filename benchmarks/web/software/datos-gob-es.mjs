// datos.gob.es: pages of Drupal, a record of each dataset as Turtle and JSON, and the linked-data API below /apidata, which searches words of titles only.
import { esc, html, json, page, text } from '../lib.mjs';

const W3 = 'http://publications.europa.eu/resource/authority/file-type/';
const flat = (s) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const esp = (v) => [{ _value: v, _lang: 'es' }];
const q = (s) => `"${String(s).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"@es`;
/** d: {id, title, notes, org, orgId, licence, issued, modified, keywords, files: [{title, url, mime}]} */
export const datosGobEs = ({ datasets, origin = 'https://datos.gob.es' }) => {
  const about = (d) => `${origin}/catalogo/${d.id}`;
  const item = (d) => ({
    _about: about(d),
    title: esp(d.title),
    description: esp(d.notes),
    distribution: d.files.map((f, i) => ({
      _about: `${about(d)}/resource/${i}`,
      accessURL: f.url,
      title: esp(f.title),
      format: { _about: `${origin}/recurso/formato/${i}`, value: f.mime },
      type: 'http://www.w3.org/ns/dcat#Distribution',
    })),
    identifier: `${origin}/${d.id}`,
    issued: new Date(d.issued).toUTCString().replace('GMT', 'GMT+0000'),
    modified: new Date(d.modified).toUTCString().replace('GMT', 'GMT+0000'),
    keyword: d.keywords.map((k) => ({ _value: k, _lang: 'es' })),
    language: 'es',
    license: d.licence,
    publisher: `http://datos.gob.es/recurso/sector-publico/org/Organismo/${d.orgId}`,
    theme: ['http://datos.gob.es/kos/sector-publico/sector/hacienda'],
    type: 'http://www.w3.org/ns/dcat#Dataset',
  });
  const turtle = (d) =>
    `@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n<${about(d)}> a dcat:Dataset ;\n  dct:title ${q(d.title)} ;\n  dct:description ${q(d.notes)} ;\n  dct:publisher <http://datos.gob.es/recurso/sector-publico/org/Organismo/${d.orgId}> ;\n  dct:license <${d.licence}> ;\n  dct:issued "${d.issued}"^^xsd:date ;\n  dct:modified "${d.modified}"^^xsd:date ;\n  dcat:keyword ${d.keywords.map(q).join(', ')} ;\n  dcat:distribution ${d.files.map((_, i) => `<${about(d)}/resource/${i}>`).join(', ')} .\n<http://datos.gob.es/recurso/sector-publico/org/Organismo/${d.orgId}> a foaf:Organization ; foaf:name ${q(d.org)} .\n${d.files.map((f, i) => `<${about(d)}/resource/${i}> a dcat:Distribution ;\n  dct:title ${q(f.title)} ;\n  dcat:accessURL <${f.url}> ;\n  dct:license <${d.licence}> ;\n  dct:format <${W3}${f.mime.split('/').pop().toUpperCase()}> .\n`).join('')}`;
  const nav = [
    ['Catálogo de datos', '/es/catalogo'],
    ['Aviso legal', '/es/aviso-legal'],
  ];
  const frame = (t, main, head = '') =>
    html(
      page({
        lang: 'es',
        title: t,
        site: 'datos.gob.es',
        nav,
        main,
        head: `<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />${head}`,
        footer: '<p>datos.gob.es, reutiliza la información pública</p>',
      }),
    );
  const found = (w) => {
    const ws = flat(w ?? '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    return datasets.filter((d) => ws.every((x) => flat(`${d.title} ${d.notes} ${d.keywords.join(' ')}`).includes(x)));
  };
  const results = (r, list) => {
    const size = Number(r.q.get('_pageSize') ?? 10);
    const n = Number(r.q.get('_page') ?? 0);
    const next = new URL(r.url);
    next.searchParams.set('_page', n + 1);
    return json({
      format: 'linked-data-api',
      version: '0.2',
      result: {
        _about: r.url.href,
        definition: `${origin}/apidata/meta/catalog/dataset.json`,
        first: r.url.href,
        items: list.slice(n * size, (n + 1) * size).map(item),
        itemsPerPage: size,
        ...((n + 1) * size < list.length ? { next: next.href } : {}),
        page: n,
        startIndex: n * size + 1,
        type: ['http://purl.org/linked-data/api/vocab#ListEndpoint', 'http://purl.org/linked-data/api/vocab#Page'],
      },
    });
  };
  return (r) => {
    if (r.path === '/robots.txt')
      return text('User-agent: *\nDisallow: /admin/\nDisallow: /user/\nDisallow: /search/\n');
    const t = /^\/apidata\/catalog\/dataset\/title\/([^/]+?)(?:\.json)?$/.exec(r.path);
    if (t)
      return results(
        r,
        datasets.filter((d) => flat(d.title).includes(flat(t[1]))),
      );
    if (/^\/apidata\/catalog\/dataset(?:\.json)?$/.test(r.path))
      return r.q.get('q') !== null
        ? { status: 400, headers: { 'content-type': 'text/plain' }, body: 'Bad Request' }
        : results(r, datasets);
    const one = /^\/apidata\/catalog\/dataset\/([\w-]+)(?:\.json)?$/.exec(r.path);
    if (one)
      return results(
        r,
        datasets.filter((d) => d.id === one[1]),
      );
    if (r.path === '/') return { status: 302, headers: { location: `${origin}/es/` }, body: '' };
    if (r.path === '/es/' || r.path === '/es')
      return frame(
        'datos.gob.es',
        '<h1>Iniciativa de datos abiertos del Gobierno de España</h1><form action="/es/catalogo"><input name="q"></form>',
      );
    if (r.path === '/es/aviso-legal')
      return frame(
        'Aviso legal',
        '<h1>Aviso legal</h1><p>Condiciones de uso del portal datos.gob.es. La licencia de cada conjunto de datos es la que indica su publicador.</p>',
      );
    if (r.path === '/es/catalogo') {
      const all = found(r.q.get('q'));
      const n = Number(r.q.get('page') ?? 0);
      return frame(
        'Catálogo de datos',
        `<h1>Catálogo de datos</h1><p>${all.length} conjuntos de datos encontrados</p><ul class="dge-list">${all
          .slice(n * 10, n * 10 + 10)
          .map(
            (d) =>
              `<li><strong><a href="/es/catalogo/${d.id}">${esc(d.title)}</a></strong><p>${esc(d.notes.slice(0, 150))}</p><p>${esc(d.org)}</p></li>`,
          )
          .join(
            '',
          )}</ul>${(n + 1) * 10 < all.length ? `<a rel="next" href="/es/catalogo?${r.q.get('q') ? `q=${encodeURIComponent(r.q.get('q'))}&amp;` : ''}page=${n + 1}">Siguiente</a>` : ''}`,
      );
    }
    const m = /^\/(?:es\/)?catalogo\/([\w-]+?)(\.ttl|\.json|\.rdf)?$/.exec(r.path);
    const d = m && datasets.find((x) => x.id === m[1]);
    if (!d) return undefined;
    if (m[2] === '.ttl')
      return { status: 200, headers: { 'content-type': 'text/turtle; charset=utf-8' }, body: turtle(d) };
    if (m[2] === '.json') return json({ result: { items: [item(d)] } });
    return frame(
      d.title,
      `<h1>${esc(d.title)}</h1><p>${esc(d.notes)}</p><h2>Publicador</h2><p>${esc(d.org)}</p><h2>Distribuciones</h2><ul>${d.files.map((f) => `<li>${esc(f.title)} <span>${f.mime}</span> <a href="${esc(f.url)}">Acceder</a></li>`).join('')}</ul><dl><dt>Condiciones de uso</dt><dd><a rel="license" href="${esc(d.licence)}">${esc(d.licence)}</a></dd><dt>Última actualización</dt><dd>${d.modified.split('-').reverse().join('/')}</dd></dl>`,
      `<link rel="alternate" type="text/turtle" href="${about(d)}.ttl"><link rel="alternate" type="application/json" href="${about(d)}.json">`,
    );
  };
};
