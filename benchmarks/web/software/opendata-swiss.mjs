// opendata.swiss: CKAN whose titles, descriptions and keywords are texts in four languages, whose rights stand at each resource, and whose pages name the terms by a link.
import { esc, finder, html, json, page, text } from '../lib.mjs';

const four = (t) => (typeof t === 'string' ? { de: t, fr: '', it: '', en: '' } : { fr: '', it: '', en: '', ...t });
const terms = {
  terms_open: ['NonCommercialAllowed-CommercialAllowed-ReferenceNotRequired', 'Freie Nutzung.'],
  terms_by: ['NonCommercialAllowed-CommercialAllowed-ReferenceRequired', 'Freie Nutzung. Quellenangabe ist Pflicht.'],
  terms_ask: [
    'NonCommercialAllowed-CommercialWithPermission-ReferenceNotRequired',
    'Freie Nutzung. Kommerzielle Nutzung nur mit Bewilligung des Datenlieferanten zulässig.',
  ],
  terms_by_ask: [
    'NonCommercialAllowed-CommercialWithPermission-ReferenceRequired',
    'Freie Nutzung. Quellenangabe ist Pflicht. Kommerzielle Nutzung nur mit Bewilligung des Datenlieferanten zulässig.',
  ],
};
/** d: {name, title, notes (texts or {de, fr, it, en}), org, terms, issued, modified, every, keywords, url, files: [{title, format, url, bytes}]} */
export const opendataSwiss = ({ datasets, origin = 'https://opendata.swiss' }) => {
  const find = finder(
    datasets,
    (d) => Object.values(four(d.title)).join(' '),
    (d) => `${Object.values(four(d.notes)).join(' ')} ${d.org} ${d.keywords.join(' ')}`,
  );
  const show = (d) => ({
    id: `${d.name}@swiss`,
    name: d.name,
    title: four(d.title),
    display_name: four(d.title),
    description: four(d.notes),
    url: d.url ?? '',
    publisher: JSON.stringify({ name: d.org, url: d.url ?? '' }),
    organization: {
      name: d.org.toLowerCase().replace(/[^a-z]+/g, '-'),
      title: four(d.org),
      type: 'organization',
      political_level: d.level ?? 'confederation',
    },
    issued: `${d.issued}T00:00:00`,
    modified: `${d.modified}T00:00:00`,
    metadata_modified: `${d.modified}T05:00:00`,
    accrual_periodicity: d.every ? `http://publications.europa.eu/resource/authority/frequency/${d.every}` : '',
    keywords: { de: d.keywords, fr: [], it: [], en: [] },
    groups: [{ name: 'regi', display_name: four('Regionen und Städte') }],
    language: ['de', 'fr'],
    isopen: false,
    license_id: null,
    license_title: null,
    state: 'active',
    type: 'dataset',
    num_resources: d.files.length,
    resources: d.files.map((f, i) => ({
      id: `${d.name}-${i}`,
      package_id: `${d.name}@swiss`,
      title: four(f.title),
      display_name: four(f.title),
      name: four(f.title),
      description: four(''),
      url: f.url,
      download_url: f.url,
      access_url: f.url,
      format: f.format,
      media_type: `http://www.iana.org/assignments/media-types/${f.format === 'CSV' ? 'text/csv' : 'application/zip'}`,
      byte_size: f.bytes ?? null,
      rights: terms[d.terms][0],
      license: `http://dcat-ap.ch/vocabulary/licenses/${d.terms}`,
      issued: `${d.issued}T00:00:00`,
      modified: `${d.modified}T00:00:00`,
      state: 'active',
    })),
  });
  const nav = [
    ['Datensätze', '/de/dataset'],
    ['Organisationen', '/de/organization'],
    ['Nutzungsbedingungen', '/de/terms-of-use'],
  ];
  const frame = (t, main) =>
    html(
      page({
        lang: 'de',
        title: t,
        site: 'opendata.swiss',
        nav,
        main,
        footer: '<p>opendata.swiss, eine Zusammenarbeit von Bund, Kantonen und Gemeinden</p>',
      }),
    );
  const list = (q, n) => {
    const all = find(q ?? '');
    return frame(
      'Datensätze',
      `<h1>${all.length} Datensätze</h1><ul>${all
        .slice((n - 1) * 20, n * 20)
        .map(
          (d) =>
            `<li><h2><a href="/de/dataset/${d.name}">${esc(four(d.title).de)}</a></h2><p>${esc(four(d.notes).de.slice(0, 160))}</p><p>${esc(d.org)}</p></li>`,
        )
        .join('')}</ul><a href="?${q ? `q=${encodeURIComponent(q)}&` : ''}page=${n + 1}">Nächste Seite</a>`,
    );
  };
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nDisallow: /de/search\nDisallow: /harvest/\n');
    if (r.path === '/api/3/action/package_search') {
      const q = r.q.get('q') ?? '';
      const all = find(q === '*:*' ? '' : q);
      const from = Number(r.q.get('start') ?? 0);
      return json({
        help: `${origin}/api/3/action/help_show?name=package_search`,
        success: true,
        result: {
          count: all.length,
          sort: 'core desc',
          facets: {},
          results: all.slice(from, from + Number(r.q.get('rows') ?? 10)).map(show),
          search_facets: {},
        },
      });
    }
    if (r.path === '/api/3/action/package_show') {
      const d = datasets.find((x) => x.name === r.q.get('id') || `${x.name}@swiss` === r.q.get('id'));
      return d
        ? json({ help: '', success: true, result: show(d) })
        : json({ success: false, error: { __type: 'Not Found Error', message: 'Nicht gefunden' } }, 404);
    }
    if (r.path.startsWith('/api/'))
      return json({ success: false, error: { __type: 'Not Found Error', message: 'Not found' } }, 404);
    if (r.path === '/') return { status: 302, headers: { location: `${origin}/de` }, body: '' };
    if (r.path === '/de')
      return frame(
        'opendata.swiss',
        '<h1>Offene Behördendaten</h1><form action="/de/dataset"><input name="q"><button>Suchen</button></form>',
      );
    if (r.path === '/de/dataset') return list(r.q.get('q'), Number(r.q.get('page') ?? 1));
    if (r.path === '/de/terms-of-use' || r.path === '/terms-of-use')
      return frame(
        'Nutzungsbedingungen',
        `<h1>Nutzungsbedingungen für offene Behördendaten</h1>${Object.entries(terms)
          .map(
            ([k, [, t]]) =>
              `<section id="${k}"><h2>${t}</h2><p>${/nur mit/.test(t) ? 'Sie dürfen diesen Datensatz für nicht kommerzielle Zwecke nutzen. Für kommerzielle Zwecke braucht es die Bewilligung des Datenlieferanten.' : 'Sie dürfen diesen Datensatz für nicht kommerzielle und für kommerzielle Zwecke nutzen, verändern und weitergeben.'} ${/Pflicht/.test(t) ? 'Eine Quellenangabe (Autor, Titel und Link zum Datensatz) ist Pflicht.' : 'Eine Quellenangabe wird empfohlen.'}</p></section>`,
          )
          .join('')}`,
      );
    const m = /^\/(?:(?:de|fr|it|en)\/)?dataset\/([\w-]+)$/.exec(r.path);
    const d = m && datasets.find((x) => x.name === m[1]);
    return d
      ? frame(
          four(d.title).de,
          `<h1>${esc(four(d.title).de)}</h1><p>${esc(four(d.notes).de)}</p><h2>Ressourcen</h2><ul>${d.files.map((f) => `<li><a href="${esc(f.url)}">${esc(f.title)}</a> (${f.format}) <a href="/de/terms-of-use#${d.terms}">${terms[d.terms][1]}</a></li>`).join('')}</ul><dl><dt>Herausgeber</dt><dd>${esc(d.org)}</dd><dt>Aktualisiert</dt><dd>${d.modified.split('-').reverse().join('.')}</dd>${d.url ? `<dt>Landing page</dt><dd><a href="${d.url}">${d.url}</a></dd>` : ''}</dl>`,
        )
      : undefined;
  };
};
