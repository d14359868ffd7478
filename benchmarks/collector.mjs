/**
 * 2,000 pages of a loopback server that waits 20 ms before each reply, over 50 connections: the collector with
 * recording on, beside `curl --parallel` and linkinator in the same run, and its memory when there are five and ten times as
 * many. linkinator is no dependency: it is installed, with the Node that it is run by, into ODI_PEERS (~/.cache/odi-peers).
 *
 *     node benchmarks/collector.mjs [rounds]
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.argv[2] ?? 5);
const pages = 2_000;
const more = [10_000, 20_000];
const latency = 20;
const bars = { curl: 1.4, memory: 1.5 };

/** Runs a program to its end; its wall time in seconds and what it printed. */
const timed = async (program, words) => {
  const start = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let told = '';
  child.stderr.on('data', (part) => {
    told += part;
  });
  child.stdout.on('data', (part) => {
    printed += part;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${told}`);
  return { seconds: (performance.now() - start) / 1000, printed };
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const peers = { linkinator: '8.1.0', node: '24' };

/** The words that run linkinator; null where it could not be installed. Its package lets nothing but its library be resolved. */
const findLinkinator = () => {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = process.env.ODI_PEERS ?? join(cache, 'odi-peers');
  const program = join(folder, 'node_modules/linkinator/build/src/cli.js');
  const node = join(folder, 'node_modules/node/bin/node');
  if (!existsSync(program) || !existsSync(node)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "allowScripts": { "node": true } }\n');
    const wanted = Object.entries(peers).map(([name, version]) => `${name}@${version}`);
    const words = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact', ...wanted];
    spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return existsSync(program) && existsSync(node) ? [node, program] : null;
};

const startServer = async () => {
  const server = spawn(process.execPath, [join(root, 'benchmarks/collector/server.mjs'), pages, latency], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(server.stdout, 'data');
  return { server, base: `http://127.0.0.1:${String(port).trim()}` };
};

const work = await mkdtemp(join(tmpdir(), 'odi-collector-'));
const bundle = join(work, 'run.js');
await writeFile(join(work, 'package.json'), '{ "type": "module" }\n');
const { server, base } = await startServer();
let files = 0;

const contenders = {
  'curl --parallel': () =>
    timed('curl', ['--no-progress-meter', '--parallel', '--parallel-max', '50', '-K', join(work, 'curl.conf')]),
  collector: async (count = pages) => {
    files += 1;
    const run = await timed(process.execPath, [bundle, base, count, join(work, `${files}.warc.gz`)]);
    const told = JSON.parse(run.printed);
    if (told.arrived !== count) throw new Error(`${told.arrived} of ${count} pages arrived`);
    return { ...run, ...told };
  },
};
const linkinator = findLinkinator();
if (linkinator !== null) {
  contenders.linkinator = () =>
    timed(linkinator[0], [linkinator[1], `${base}/index.html`, '--concurrency', '50', '--verbosity', 'error']);
}

try {
  await build({
    absWorkingDir: root,
    entryPoints: { run: 'benchmarks/collector/run.ts', 'workers/archive/aside': 'src/archive/aside.worker.ts' },
    outdir: work,
    define: { ODI_BUILT: 'true' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: "import{createRequire as odiRequire}from'node:module';const require=odiRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  const config = Array.from({ length: pages }, (_, page) => `url = "${base}/page/${page}"\noutput = "/dev/null"`);
  await writeFile(join(work, 'curl.conf'), config.join('\n'));

  const seconds = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const peaks = [];
  const computed = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const { seconds: took, peakMiB, cpuSeconds } = await run();
      seconds[name].push(took);
      if (peakMiB === undefined) continue;
      peaks.push(peakMiB);
      computed.push(cpuSeconds);
    }
  }
  const asked = await (await fetch(`${base}/robots-asked`)).text();
  const runs = files;
  const large = [];
  for (const count of more) large.push(await contenders.collector(count));
  const largest = large.at(-1);

  const curl = median(seconds['curl --parallel']);
  const own = median(seconds.collector);
  console.log(`${pages} pages, ${latency} ms latency, 50 connections; medians of ${rounds} rounds\n`);
  for (const [name, times] of Object.entries(seconds)) {
    console.log(`  ${name.padEnd(18)} ${median(times).toFixed(2)} s  ${(median(times) / curl).toFixed(2)} x curl`);
  }
  if (contenders.linkinator === undefined)
    console.log('  linkinator         SKIPPED: it could not be installed (ODI_PEERS)');
  console.log(`\n  robots.txt asked   ${asked} times in ${runs} runs`);
  const told = [[pages, median(computed), median(peaks)]];
  for (const [at, { cpuSeconds, peakMiB }] of large.entries()) told.push([more[at], cpuSeconds, peakMiB]);
  for (const [count, cpuSeconds, peakMiB] of told) {
    const perPage = ((cpuSeconds * 1000) / count).toFixed(2);
    console.log(
      `  ${String(count).padStart(6)} pages       ${perPage} ms computing a page, ${peakMiB.toFixed(0)} MiB at most`,
    );
  }

  const missed = [
    own > bars.curl * curl && `the collector took more than ${bars.curl} times the time of curl`,
    contenders.linkinator && own > median(seconds.linkinator) && 'linkinator was faster',
    largest.peakMiB > bars.memory * median(peaks) && `memory grew more than ${bars.memory} times`,
    Number(asked) !== runs && 'robots.txt was asked more than once in a run',
  ].filter(Boolean);
  for (const sentence of missed) console.log(`  MISSED: ${sentence}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  server.kill();
  await rm(work, { recursive: true, force: true });
}
