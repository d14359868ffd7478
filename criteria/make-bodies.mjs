/**
 * Makes criteria/places/bodies/<id>.yaml: `node criteria/make-bodies.mjs BODIES.jsonl`.
 *
 * One body a line: place, category, name, url, standing (`listed` or `named`), title and source, which are the name and the address of
 * the list or page that names it. A row without a source is refused. Rows come best first. Says how many bodies each category has,
 * by source.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const out = join(home, 'places', 'bodies');
const idsIn = (folder) => new Set(readdirSync(join(home, folder)).map((name) => name.replace(/\.yaml$/, '')));
const [places, categories] = [idsIn('places'), idsIn('categories')];

const [table] = process.argv.slice(2);
if (table === undefined) throw new Error('Name the file: node criteria/make-bodies.mjs BODIES.jsonl');
const rows = readFileSync(table, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** Bodies by place; one that publishes several categories by the same source is one entry. */
const made = new Map();
for (const row of rows) {
  const said = JSON.stringify(row);
  if (!places.has(row.place)) throw new Error(`There is no place ${row.place}: ${said}`);
  if (!categories.has(row.category)) throw new Error(`There is no category ${row.category}: ${said}`);
  if (!row.name || !row.title || !/^https?:\/\//.test(row.source ?? '')) throw new Error(`Without a source: ${said}`);
  if (!['listed', 'named'].includes(row.standing)) throw new Error(`Neither listed nor named: ${said}`);
  const site = new URL(/^https?:/.test(row.url) ? row.url : `http://${row.url}`).href;
  const list = made.get(row.place) ?? [];
  made.set(row.place, list);
  const same = list.find((one) => one.name === tidy(row.name) && one.site === site && one.url === row.source);
  if (same === undefined)
    list.push({
      name: tidy(row.name),
      site,
      categories: [row.category],
      standing: row.standing,
      title: tidy(row.title),
      url: row.source,
    });
  else if (!same.categories.includes(row.category)) same.categories.push(row.category);
}

const quoted = (text) => JSON.stringify(text);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [place, bodies] of [...made].sort(([one], [other]) => (one < other ? -1 : 1))) {
  const lines = bodies.flatMap((body) => [
    `  - name: ${quoted(body.name)}`,
    `    site: ${quoted(body.site)}`,
    `    categories: [${body.categories.join(', ')}]`,
    `    standing: ${body.standing}`,
    `    source: { title: ${quoted(body.title)}, url: ${quoted(body.url)} }`,
  ]);
  const head = [
    '# Made by criteria/make-bodies.mjs: who publishes what, each by the source beside it.',
    `id: ${place}`,
    'bodies:',
  ];
  writeFileSync(join(out, `${place}.yaml`), [...head, ...lines, ''].join('\n'));
}

const count = new Map();
for (const { category, place } of rows) count.set(category, (count.get(category) ?? new Set()).add(place));
for (const [category, of] of [...count].sort())
  process.stdout.write(`${String(of.size).padStart(4)} places: ${category}\n`);
