// PxWeb: the tree of databases, folders and tables below /api/v1/<language>, variables of a table by GET, values by POST (json-stat2, csv), saved queries, and pages in HTML that ask for a selection first.
import { esc, html, json, page, text } from '../lib.mjs';

const cells = (vars) => vars.reduce((l, v) => l.flatMap((x) => v.values.map((_, i) => [...x, i])), [[]]);
/** One table as CSV, the time across or down as PxWeb's csv3 does: one row a combination. */
export const csvOfTable = (t, vars = t.variables) =>
  [
    [...vars.map((v) => v.text), t.measure].map((s) => `"${s}"`).join(','),
    ...cells(vars).map((ix) => [...ix.map((k, i) => `"${vars[i].valueTexts[k]}"`), t.cell(ix, vars)].join(',')),
  ].join('\r\n');
const stat2 = (t, vars) => ({
  version: '2.0',
  class: 'dataset',
  label: t.title,
  source: t.source,
  updated: t.updated,
  id: vars.map((v) => v.code),
  size: vars.map((v) => v.values.length),
  dimension: Object.fromEntries(
    vars.map((v) => [
      v.code,
      {
        label: v.text,
        category: {
          index: Object.fromEntries(v.values.map((x, i) => [x, i])),
          label: Object.fromEntries(v.values.map((x, i) => [x, v.valueTexts[i]])),
        },
      },
    ]),
  ),
  value: cells(vars).map((ix) => t.cell(ix, vars)),
  role: { time: vars.filter((v) => v.time).map((v) => v.code) },
});
/**
 * base: path of the API up to the language, languages: those it answers in, db: {id, text}, folders: [{id, text, tables}].
 * A table: {id, title, measure, source, updated, variables: [{code, text, values, valueTexts, time}], cell(indices, variables)}.
 */
export const pxweb = ({
  base,
  languages,
  ui,
  db,
  folders,
  title,
  lang,
  footer,
  robots = 'User-agent: *\nDisallow:\n',
}) => {
  const all = folders.flatMap((f) => f.tables.map((t) => ({ ...t, folder: f })));
  const uiOf = (t) => `${ui}/${db.id}/${db.id}__${t.folder.id}/${t.id}/`;
  const frame = (t, main) => html(page({ lang, title: t, site: title, main, footer }));
  return (r) => {
    if (r.path === '/robots.txt') return text(robots);
    const l = languages.find((x) => r.path === `${base}/${x}` || r.path.startsWith(`${base}/${x}/`));
    if (l) {
      const parts = r.path.slice(`${base}/${l}`.length).split('/').filter(Boolean);
      if (r.q.get('query') !== null) {
        const w = r.q.get('query').replace(/\*/g, '').toLowerCase();
        return json(
          all
            .filter((t) => t.title.toLowerCase().includes(w))
            .map((t) => ({ id: t.id, path: `/${t.folder.id}`, title: t.title, score: 1, published: t.updated })),
        );
      }
      if (!parts.length) return json([{ dbid: db.id, text: db.text }]);
      if (parts[0] !== db.id) return { status: 404, headers: { 'content-type': 'text/plain' }, body: '' };
      if (parts.length === 1) return json(folders.map((f) => ({ id: f.id, type: 'l', text: f.text })));
      const f = folders.find((x) => x.id === parts[1]);
      if (f && parts.length === 2)
        return json(f.tables.map((t) => ({ id: t.id, type: 't', text: t.title, updated: t.updated })));
      const t = all.find((x) => x.id === parts.at(-1));
      if (!t) return { status: 404, headers: { 'content-type': 'text/plain' }, body: '' };
      if (r.method !== 'POST')
        return json({
          title: t.title,
          variables: t.variables.map(({ code, text: name, values, valueTexts, time }) => ({
            code,
            text: name,
            values,
            valueTexts,
            ...(time ? { time: true } : {}),
          })),
        });
      const asked = JSON.parse(r.body || '{}');
      const vars = t.variables.map((v) => {
        const q = (asked.query ?? []).find((x) => x.code === v.code)?.selection;
        const keep = !q || q.filter === 'all' ? v.values : q.filter === 'top' ? v.values.slice(-q.values[0]) : q.values;
        const ix = keep.map((x) => v.values.indexOf(x)).filter((i) => i >= 0);
        return { ...v, at: ix, values: ix.map((i) => v.values[i]), valueTexts: ix.map((i) => v.valueTexts[i]) };
      });
      const full = { ...t, cell: (ix) => t.cell(ix.map((k, i) => vars[i].at?.[k] ?? k)) };
      return /^csv/.test(asked.response?.format ?? '')
        ? { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, body: csvOfTable(full, vars) }
        : json(stat2(full, vars));
    }
    const sq = /\/sq\/([\w-]+)(?:\.(csv|json))?$/.exec(r.path);
    if (sq) {
      const t = all.find((x) => x.saved === sq[1]);
      if (!t) return undefined;
      return sq[2] === 'json'
        ? json(stat2(t, t.variables))
        : { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, body: csvOfTable(t) };
    }
    if (r.path === '/' || r.path === ui || r.path === `${ui}/` || r.path === `${ui}/${db.id}/`)
      return frame(
        title,
        `<h1>${esc(title)}</h1><ul>${folders.map((f) => `<li>${esc(f.text)}<ul>${f.tables.map((t) => `<li><a href="${uiOf({ ...t, folder: f })}">${esc(t.title)}</a> <span>${t.updated.slice(0, 10)}</span></li>`).join('')}</ul></li>`).join('')}</ul>`,
      );
    const t = all.find((x) => r.path === uiOf(x) || r.path === uiOf(x).slice(0, -1));
    return t
      ? frame(
          t.title,
          `<h1>${esc(t.title)}</h1><form method="post"><p>Choose variables</p>${t.variables.map((v) => `<label>${esc(v.text)}<select multiple name="${v.code}">${v.valueTexts.map((x) => `<option>${esc(x)}</option>`).join('')}</select></label>`).join('')}<button>Show table</button></form><p>Latest update: ${t.updated.slice(0, 10)}. Source: ${esc(t.source)}</p>`,
        )
      : undefined;
  };
};
