/**
 * Measures `odi report` over made stores: 122 places by 15 categories over four years, built in one language from nothing, again where nothing
 * changed, and again after one changed review; then stores of growing size, of which a review is to take no longer than in a small one.
 *
 *     node benchmarks/site.mjs [reviews…] [--keep "which code, on which machine"]      sizes besides, 25000 50000 100000 unless told otherwise
 *
 * Needs `npm run build` first, and GNU time. The stores are made of the captured reviews in `fixtures/captures`, kept again under the names of other
 * places, categories and years, so that every page has as much to show as one of a real audit; they are removed in the end. Ends with 1 where a bar
 * is missed. `--keep` writes the figures to `benchmarks/baseline/site.json`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = process.env.ODI_BIN ?? join(root, 'bin', 'odi.js');
const baseline = join(root, 'benchmarks', 'baseline', 'site.json');
const work = mkdtempSync(join(tmpdir(), 'odi-site-'));

/** The most that each figure may come to. */
const bars = {
  'full build of 7,320 reviews, s': 60,
  'full build of 7,320 reviews, MiB': 500,
  'nothing changed, s': 3,
  'one review changed, s': 3,
  'heaviest page without the map, kB': 150,
  'time a review of the largest store, times that of 7,320': 1.5,
};

const listed = (command) =>
  JSON.parse(
    spawnSync(process.execPath, [bin, command, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout,
  )[command];
const categories = listed('categories').map(({ id, title }) => ({ id, title }));
const places = listed('places').map(({ id, names }) => ({ id, name: names.en }));

/** Real places as far as there are any, made-up ones after them. */
const placeAt = (at) => places[at] ?? { id: `p${String(at).padStart(5, '0')}`, name: `Place ${at}` };

const models = readdirSync(join(root, 'fixtures', 'captures'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(root, 'fixtures', 'captures', name), 'utf8')))
  .filter(({ place, edition }) => place !== null && edition === 'godi-2015');

/** A number for three others that looks like chance and is the same every time. */
const scattered = (...values) => {
  let hash = 2166136261;
  for (const value of values) hash = Math.imul(hash ^ value, 16777619) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
};

/** A store of so many places in all categories and so many years; of all entries a third is another one than in the year before. */
const madeStore = (store, count, years) => {
  for (let year = 2027 - years; year <= 2026; year += 1)
    for (let at = 0; at < count; at += 1) {
      const place = placeAt(at);
      const folder = join(store, String(year), place.id);
      mkdirSync(folder, { recursive: true });
      for (const [own, category] of categories.entries()) {
        const since = Array.from({ length: year - 2016 }, (_, back) => year - back).find(
          (one) => scattered(at, own, one) % 3 === 0,
        );
        const model = models[scattered(at, own, since ?? 0, 1) % models.length];
        const review = { ...model, place, category, year, asOf: `${year}-02-01` };
        writeFileSync(join(folder, `${category.id}.json`), `${JSON.stringify(review, null, 2)}\n`);
      }
    }
  return count * categories.length * years;
};

/** Seconds and peak memory in MiB of one build; the peak is told by GNU time. */
const build = (store, out) => {
  const began = process.hrtime.bigint();
  const words = [bin, 'report', '--store', store, '--out', out, '--lang', 'en', '--base-url', 'https://open.example/'];
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...words], {
    cwd: work,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return {
    seconds: Number(process.hrtime.bigint() - began) / 1e9,
    mebibytes: Number(stderr.trim().split('\n').at(-1)) / 1024,
    pages: Number(/(\d+) pages written/.exec(stderr)?.[1]),
  };
};

/** The heaviest page of a site in kB, without the geometry of its map. */
const heaviest = (site) =>
  readdirSync(join(work, site), { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const text = readFileSync(join(work, site, name), 'utf8');
      return { name, kB: Buffer.byteLength(text.replace(/<!--geometry-->[\s\S]*?<!--\/geometry-->/, '')) / 1000 };
    })
    .reduce((most, one) => (one.kB > most.kB ? one : most));

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const shown = (value) => value.toFixed(value < 10 ? 2 : 0);

const fourYears = (figures) => {
  const reviews = madeStore(join(work, 'reviews'), 122, 4);
  const full = build('reviews', 'site');
  figures['full build of 7,320 reviews, s'] = full.seconds;
  figures['full build of 7,320 reviews, MiB'] = full.mebibytes;
  figures['nothing changed, s'] = build('reviews', 'site').seconds;
  const path = join(work, 'reviews', '2026', 'ma', 'election-results.json');
  const changed = {
    ...models.find(({ isOpen }) => isOpen),
    ...JSON.parse(readFileSync(path, 'utf8')),
    notes: 'Other.',
  };
  writeFileSync(path, `${JSON.stringify(changed, null, 2)}\n`);
  figures['one review changed, s'] = build('reviews', 'site').seconds;
  const heavy = heaviest('site');
  figures['heaviest page without the map, kB'] = heavy.kB;
  console.log(`${reviews} reviews, ${full.pages} pages; the heaviest is ${heavy.name}\n`);
  rmSync(join(work, 'site'), { recursive: true });
  rmSync(join(work, 'reviews'), { recursive: true });
  return full.seconds / reviews;
};

/** Ten years of ever more places. */
const growth = (sizes, figures, small) => {
  row('reviews', 'places a year', 'pages', 's', 's for 1,000 reviews', 'MiB', 'heaviest page, kB');
  row('---:', '---:', '---:', '---:', '---:', '---:', '---:');
  for (const size of sizes) {
    const count = Math.ceil(size / 10 / categories.length);
    const reviews = madeStore(join(work, 'reviews'), count, 10);
    const { seconds, mebibytes, pages } = build('reviews', 'site');
    const heavy = heaviest('site');
    row(reviews, count, pages, shown(seconds), shown((seconds / reviews) * 1000), shown(mebibytes), shown(heavy.kB));
    figures['time a review of the largest store, times that of 7,320'] = seconds / reviews / small;
    rmSync(join(work, 'site'), { recursive: true });
    rmSync(join(work, 'reviews'), { recursive: true });
  }
  console.log();
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
const kept = existsSync(baseline) ? JSON.parse(readFileSync(baseline, 'utf8')).figures : {};
const figures = {};
try {
  const small = fourYears(figures);
  growth(positionals.length > 0 ? positionals.map(Number) : [25_000, 50_000, 100_000], figures, small);
} finally {
  rmSync(work, { recursive: true, force: true });
}
row('figure', 'value', 'at most', 'kept');
row('---', '---:', '---:', '---:');
for (const [name, most] of Object.entries(bars))
  row(name, shown(figures[name]), most, kept[name] === undefined ? '' : shown(kept[name]));
if (values.keep !== undefined)
  writeFileSync(baseline, `${JSON.stringify({ evaluation: 'site', of: values.keep, figures }, null, 2)}\n`);
const missed = Object.entries(bars).filter(([name, most]) => !(figures[name] <= most));
for (const [name, most] of missed) console.log(`MISSED: ${name} is ${shown(figures[name])}, at most ${most}.`);
process.exitCode = missed.length === 0 ? 0 : 1;
