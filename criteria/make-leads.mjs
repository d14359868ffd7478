/**
 * Makes criteria/places/leads/<id>.yaml: `node criteria/make-leads.mjs ENTRIES.csv`.
 *
 * The table holds the entries of the Global Open Data Index as they were published, with the columns place, dataset, year, url,
 * details and publisher. Addresses alone are taken from it, with the place, the category and the year that each was named for: nothing
 * that somebody wrote. What becomes of every address of the column `url` is counted, and told on standard output.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { getDomain, parse as parseHost } from 'tldts';
import { parse as parseYaml } from 'yaml';

const home = dirname(fileURLToPath(import.meta.url));
const out = join(home, 'places', 'leads');

const read = (path) => parseYaml(readFileSync(join(home, path), 'utf8'));
const { codes } = read('methodologies/godi-2015.yaml');
const { thirdParties } = read('vocabulary/discovery.yaml');
const placeIds = new Set(readdirSync(join(home, 'places')).map((name) => name.replace(/\.yaml$/, '')));
const categoryIds = new Set(readdirSync(join(home, 'categories')).map((name) => name.replace(/\.yaml$/, '')));

/** Hosts besides the third parties of discovery: where the index itself stands, and where files are passed around. */
const passers = [
  'okfn.org',
  'okfnlabs.org',
  'google.com',
  'goo.gl',
  'bit.ly',
  'dropbox.com',
  'webcitation.org',
  'ckan.net',
];

/** Addresses that one entry names in its text; what lies behind more of them is a list of something else. */
const mostOfText = 2;

/** Addresses of a category with those of texts, which only fill up what entries named as theirs. */
const mostWithText = 4;

const longest = 400;

const withId = (coded, word) => Object.entries(coded).find(([, code]) => code === word)?.[0] ?? word;

/** The parts of a cell that may be addresses: several stand behind one another in some. */
const piecesOf = (cell) =>
  cell
    .split(/\s+|[;,](?=\s|$|https?:|www\.)|(?<=\S)(?=https?:\/\/)(?<![=/?&(])/)
    .map((piece) => piece.replace(/^[([<"']+|[)\]>"'.,;]+$/g, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));

const isUnder = (host, domain) => host === domain || host.endsWith(`.${domain}`);

/** An address as it is kept, or why it is not. */
const judge = (piece) => {
  const mended = piece.replace(/^h+ttps?:\/*/i, (start) => (/s:/i.test(start) ? 'https://' : 'http://'));
  const written = /^www\./i.test(mended) ? `http://${mended}` : mended;
  if (!URL.canParse(written) || !/^[a-z]+:\/\//i.test(written)) return { why: 'not an address' };
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol)) return { why: 'another protocol than HTTP' };
  if (url.username !== '' || url.password !== '') return { why: 'with a password' };
  const host = url.hostname.replace(/\.$/, '');
  const { isIp, isIcann } = parseHost(host);
  if (isIp || host === 'localhost') return { why: 'a number for a host, or a private address' };
  if (getDomain(host) === null || isIcann !== true) return { why: 'a host that cannot be' };
  if (passers.some((domain) => isUnder(host, domain)))
    return { why: 'the index itself, or a place where files are passed around' };
  if (thirdParties.some(({ domain }) => isUnder(host, domain))) return { why: 'a third party' };
  url.hash = '';
  if (url.href.length > longest) return { why: 'too long' };
  return { url: url.href };
};

/** What makes two addresses the same: neither the protocol, nor `www.`, nor a last slash. */
const keyOf = (url) =>
  url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .toLowerCase();

const [table] = process.argv.slice(2);
if (table === undefined) throw new Error('Name the file: node criteria/make-leads.mjs ENTRIES.csv');
const entries = parseCsv(readFileSync(table), { columns: true, bom: true })
  .map((entry, index) => ({ ...entry, year: Number(entry.year), index }))
  .sort((one, other) => other.year - one.year || one.index - other.index);

/** By place and category: the newest year that names an address, first by its own column, then by the text. */
const leads = new Map();
const seen = { kept: new Set(), left: new Map() };
const strange = [];

const keep = (entry, url, said) => {
  const place = withId(codes.places, entry.place);
  const category = withId(codes.categories, entry.dataset);
  if (!placeIds.has(place) || !categoryIds.has(category)) return false;
  const of = leads.get(place) ?? new Map();
  leads.set(place, of);
  const list = of.get(category) ?? new Map();
  of.set(category, list);
  if (said === 'text' && list.size >= mostWithText) return false;
  if (!list.has(keyOf(url))) list.set(keyOf(url), { url, year: entry.year, said });
  return true;
};

for (const entry of entries) {
  for (const piece of piecesOf(entry.url ?? '')) {
    const { url, why } = judge(piece);
    if (url !== undefined && keep(entry, url, 'address')) seen.kept.add(keyOf(url));
    else seen.left.set(piece, why ?? 'of a place that is not known');
    if (why === 'not an address') strange.push(piece);
  }
}
for (const entry of entries) {
  const words = `${entry.details ?? ''} ${entry.publisher ?? ''}`.match(/https?:\/\/[^\s<>"'`\])}|\\]+/g) ?? [];
  const good = words.map((word) => judge(word.replace(/[.,;:!?*]+$/, '')).url).filter((url) => url !== undefined);
  const own = [...new Map(good.map((url) => [keyOf(url), url])).values()].slice(0, mostOfText);
  for (const url of own) keep(entry, url, 'text');
}

const lines = (list, said) =>
  [...list.values()]
    .filter((lead) => lead.said === said)
    .sort((one, other) => other.year - one.year)
    .map(
      ({ url, year }) => `    - { year: ${year}, ${said === 'text' ? 'said: text, ' : ''}url: ${JSON.stringify(url)} }`,
    );

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [place, of] of [...leads].sort()) {
  const categories = [...of]
    .sort()
    .map(([category, list]) => [`  ${category}:`, ...lines(list, 'address'), ...lines(list, 'text')]);
  const text = [
    '# Made by criteria/make-leads.mjs: addresses that entries of the Global Open Data Index named, newest year first.',
    `id: ${place}`,
    'source: Global Open Data Index',
    'leads:',
    ...categories.flat(),
    '',
  ];
  writeFileSync(join(out, `${place}.yaml`), text.join('\n'));
}

const tally = new Map();
for (const [piece, why] of seen.left) if (!seen.kept.has(keyOf(piece))) tally.set(why, (tally.get(why) ?? 0) + 1);
const all = [...leads.values()].flatMap((of) => [...of.values()].flatMap((list) => [...list.values()]));
process.stdout.write(
  [
    `${seen.kept.size + [...tally.values()].reduce((sum, count) => sum + count, 0)} distinct addresses in the column url`,
    `  ${seen.kept.size} kept`,
    ...[...tally].sort().map(([why, count]) => `  ${count} left out: ${why}`),
    `${all.length} leads of ${leads.size} places: ${all.filter(({ said }) => said === 'address').length} of the column, ${all.filter(({ said }) => said === 'text').length} of the text`,
    '',
  ].join('\n'),
);
if (process.env.SHOW_LEFT !== undefined) process.stdout.write(`${strange.join('\n')}\n`);
