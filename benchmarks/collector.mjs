/**
 * 2,000 pages of a loopback server that waits 20 ms before each reply, over 50 connections: the collector with
 * recording on, beside `curl --parallel` and linkinator in the same run, and its memory when there are ten times as
 * many. linkinator is no dependency: ODI_LINKINATOR names its folder where it is not installed beside the project.
 *
 *     node benchmarks/collector.mjs [rounds]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.argv[2] ?? 3);
const pages = 2_000;
const many = 20_000;
const latency = 20;
const bars = { curl: 1.4, memory: 1.5 };

/** Runs a program to its end; its wall time in seconds and what it printed. */
const timed = async (program, words) => {
  const start = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (part) => {
    printed += part;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, printed };
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Its program; null where it is not installed. Its package lets nothing but its library be resolved. */
const findLinkinator = () => {
  const file = join(process.env.ODI_LINKINATOR ?? root, 'node_modules/linkinator/build/src/cli.js');
  return existsSync(file) ? file : null;
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
    timed(process.execPath, [linkinator, `${base}/index.html`, '--concurrency', '50', '--verbosity', 'error']);
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
  const large = await contenders.collector(many);

  const curl = median(seconds['curl --parallel']);
  const own = median(seconds.collector);
  console.log(`${pages} pages, ${latency} ms latency, 50 connections; medians of ${rounds} rounds\n`);
  for (const [name, times] of Object.entries(seconds)) {
    console.log(`  ${name.padEnd(18)} ${median(times).toFixed(2)} s  ${(median(times) / curl).toFixed(2)} x curl`);
  }
  if (contenders.linkinator === undefined)
    console.log('  linkinator         SKIPPED: it is not installed (ODI_LINKINATOR)');
  console.log(`\n  robots.txt asked   ${asked} times in ${files - 1} runs`);
  const perPage = (total, count) => `${((total * 1000) / count).toFixed(2)} ms`;
  console.log(
    `  computing a page   ${perPage(median(computed), pages)} for ${pages}, ${perPage(large.cpuSeconds, many)} for ${many}`,
  );
  console.log(
    `  peak memory        ${median(peaks).toFixed(0)} MiB for ${pages}, ${large.peakMiB.toFixed(0)} MiB for ${many}`,
  );

  const missed = [
    own > bars.curl * curl && `the collector took more than ${bars.curl} times the time of curl`,
    contenders.linkinator && own > median(seconds.linkinator) && 'linkinator was faster',
    large.peakMiB > bars.memory * median(peaks) && `memory grew more than ${bars.memory} times`,
    Number(asked) !== files - 1 && 'robots.txt was asked more than once in a run',
  ].filter(Boolean);
  for (const sentence of missed) console.log(`  MISSED: ${sentence}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  server.kill();
  await rm(work, { recursive: true, force: true });
}
