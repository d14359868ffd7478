/**
 * Makes criteria/places/bodies/<id>.yaml: `node criteria/make-bodies.mjs [--anew] [BODIES.jsonl…]`.
 *
 * The files are the list itself, each body with its source beside it. Rows of a table, one body a line, are laid to what they
 * hold: place, category, name, url, standing (`listed` or `named`), title and source, which are the name and the address of the list
 * or page that names it. What is held stays where it is, rows come after it, and one that is held already is told of and changes
 * nothing; without a table the files are written as they are held. `--anew` begins with nothing, and rows come best first. A row
 * without a source is refused, and so is one whose site stands under the domain of another country. Says what was added, and how many
 * places each category has.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { countryDomains } from './make-places.tables.mjs';

const home = dirname(fileURLToPath(import.meta.url));

const tidy = (text) => text.replace(/\s+/g, ' ').trim();

const addressOf = (url) => new URL(/^https?:/.test(url) ? url : `http://${url}`).href;

/** Is a site under the domain of some other country? Endings of three letters and more are nobody's. */
const isAbroad = (site, place) => {
  const last = new URL(site).hostname.split('.').at(-1);
  return last.length === 2 && last !== place && last !== countryDomains[place.toUpperCase()];
};

/** What is wrong with a row, or null. */
const wrongWith = (row, { places, categories }) => {
  if (!places.has(row.place)) return `There is no place ${row.place}`;
  if (!categories.has(row.category)) return `There is no category ${row.category}`;
  if (!row.name || !row.title || !/^https?:\/\//.test(row.source ?? '')) return 'Without a source';
  if (!['listed', 'named'].includes(row.standing)) return 'Neither listed nor named';
  return isAbroad(addressOf(row.url), row.place) ? 'Under the domain of another country' : null;
};

/**
 * Lays rows to the bodies of places, a map of lists by place that is not changed: what comes of it, and the rows that it held already.
 * A body that publishes several categories by the same source is one entry.
 */
export const withRows = (held, rows, known) => {
  const all = new Map([...held].map(([place, bodies]) => [place, bodies.map((body) => ({ ...body }))]));
  const again = [];
  for (const row of rows) {
    const wrong = wrongWith(row, known);
    if (wrong !== null) throw new Error(`${wrong}: ${JSON.stringify(row)}`);
    const [name, site] = [tidy(row.name), addressOf(row.url)];
    const list = all.get(row.place) ?? [];
    all.set(row.place, list);
    const same = list.find((one) => one.name === name && one.site === site && one.source.url === row.source);
    if (same?.categories.includes(row.category)) again.push(row);
    else if (same !== undefined) same.categories = [...same.categories, row.category];
    else {
      const source = { title: tidy(row.title), url: row.source };
      list.push({ name, site, categories: [row.category], standing: row.standing, source });
    }
  }
  return { all, again };
};

const quoted = (text) => JSON.stringify(text);

/** The file of a place. */
export const fileOf = (place, bodies) =>
  [
    '# Made by criteria/make-bodies.mjs: who publishes what, each by the source beside it.',
    `id: ${place}`,
    'bodies:',
    ...bodies.flatMap(({ name, site, categories, standing, source }) => [
      `  - name: ${quoted(name)}`,
      `    site: ${quoted(site)}`,
      `    categories: [${categories.join(', ')}]`,
      `    standing: ${standing}`,
      `    source: { title: ${quoted(source.title)}, url: ${quoted(source.url)} }`,
    ]),
    '',
  ].join('\n');

/** The bodies that the files of a folder hold, by place. */
export const heldIn = (folder) =>
  new Map(
    (existsSync(folder) ? readdirSync(folder) : []).sort().map((name) => {
      const { bodies } = parse(readFileSync(join(folder, name), 'utf8'));
      return [name.replace(/\.yaml$/, ''), bodies];
    }),
  );

const run = (words) => {
  const out = join(home, 'places', 'bodies');
  const idsIn = (folder) => new Set(readdirSync(join(home, folder)).map((name) => name.replace(/\.yaml$/, '')));
  const rows = words
    .filter((word) => word !== '--anew')
    .flatMap((table) => readFileSync(table, 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const held = words.includes('--anew') ? new Map() : heldIn(out);
  const { all, again } = withRows(held, rows, { places: idsIn('places'), categories: idsIn('categories') });

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [place, bodies] of all) writeFileSync(join(out, `${place}.yaml`), fileOf(place, bodies));

  const count = new Map();
  for (const [place, bodies] of all)
    for (const category of bodies.flatMap(({ categories }) => categories))
      count.set(category, (count.get(category) ?? new Set()).add(place));
  const say = (line) => process.stdout.write(`${line}\n`);
  say(`${rows.length - again.length} rows added, ${again.length} held already`);
  for (const row of again) say(`= ${row.place} ${row.category}: ${row.name}`);
  for (const [category, of] of [...count].sort()) say(`${String(of.size).padStart(4)} places: ${category}`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2));
