/**
 * Holds six kinds of page of a site against Lighthouse: the median of three runs of each, with its desktop preset, in a Chromium of this machine.
 *
 *     node benchmarks/lighthouse.mjs <folder of a site> [--keep "which code, on which machine"]
 *
 * Needs a Chromium (or one named in ODI_CHROMIUM) and Node 24 or newer to run Lighthouse, which is not installed with the project: `.ci/long site` brings
 * both into the folders that ODI_NODES and ODI_LIGHTHOUSE name. The site is served from loopback, compressed, as file hosts do. Ends with 1 where
 * a category of a page is below 95. `--keep` writes the figures to `benchmarks/baseline/lighthouse.json`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const baseline = join(root, 'benchmarks', 'baseline', 'lighthouse.json');
const caches = process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? '.', '.cache');
const node = join(process.env.ODI_NODES ?? join(caches, 'odi-nodes'), '24', 'node_modules', 'node', 'bin', 'node');
const lighthouse = join(
  process.env.ODI_LIGHTHOUSE ?? join(caches, 'odi-lighthouse'),
  ...['node_modules', 'lighthouse', 'cli', 'index.js'],
);
const chromium =
  process.env.ODI_CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find((path) => existsSync(path));

const least = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
const site = positionals[0] ?? '';
for (const [path, what] of [
  [join(site, 'index.html'), 'a site'],
  [node, 'Node 24'],
  [lighthouse, 'Lighthouse'],
  [chromium ?? '', 'Chromium'],
])
  if (!existsSync(path)) {
    console.error(`${what} is not at ${path}: see the head of benchmarks/lighthouse.mjs.`);
    process.exit(2);
  }

/** The newest year of the site in which Morocco has a review of its elections, and the years that it is compared with. */
const year = readdirSync(site)
  .filter((name) => existsSync(join(site, name, 'ma', 'election-results')))
  .sort()
  .at(-1);
const pair = readdirSync(join(site, 'compare'))
  .filter((name) => /^\d{4}-\d{4}$/.test(name))
  .sort()
  .at(-1);
const pages = {
  front: '',
  place: `${year}/ma/`,
  category: `${year}/categories/election-results/`,
  review: `${year}/ma/election-results/`,
  matrix: `${year}/matrix/`,
  compare: `compare/${pair}/`,
};

const types = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
};
const server = createServer((request, response) => {
  const path = normalize(join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname)));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  if (!file.startsWith(normalize(site)) || !existsSync(file)) return response.writeHead(404).end();
  const type = types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  response
    .writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-encoding': 'gzip',
      'cache-control': 'max-age=600',
    })
    .end(gzipSync(readFileSync(file)));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}/`;

/** The points of a page in each category, and what kept it from having all. */
const run = (page) =>
  new Promise((resolve, reject) => {
    const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' ');
    const words = [
      `${origin}${page}`,
      '--preset=desktop',
      '--output=json',
      '--quiet',
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${flags}`,
    ];
    const child = spawn(node, [lighthouse, ...words], {
      env: { ...process.env, CHROME_PATH: chromium },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error(`Lighthouse ended with ${code} at ${page}.`));
      const report = JSON.parse(text);
      const points = Object.fromEntries(categories.map((id) => [id, Math.round(report.categories[id].score * 100)]));
      const missed = Object.entries(report.audits).flatMap(([id, { score, title }]) =>
        score !== null && score < 0.9 ? [`${id}: ${title}`] : [],
      );
      resolve({ points, missed });
    });
  });

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

const figures = {};
const low = [];
row('page', ...categories, 'what it lacks');
row('---', ...categories.map(() => '---:'), '---');
for (const [kind, page] of Object.entries(pages)) {
  const runs = [await run(page), await run(page), await run(page)];
  const points = categories.map((id) => median(runs.map((one) => one.points[id])));
  const missed = [...new Set(runs.flatMap((one) => one.missed))];
  categories.forEach((id, at) => {
    figures[`${kind}, ${id}`] = points[at];
    if (points[at] < least) low.push(`${kind}, ${id}: ${points[at]}`);
  });
  row(kind, ...points, missed.join('; '));
}
server.close();
if (values.keep !== undefined)
  writeFileSync(baseline, `${JSON.stringify({ evaluation: 'lighthouse', of: values.keep, figures }, null, 2)}\n`);
for (const one of low) console.log(`MISSED: ${one}, at least ${least}.`);
process.exitCode = low.length === 0 ? 0 : 1;
