/**
 * Trains the field reader of election results and writes criteria/models/election-results.json: `node benchmarks/reader/train.mjs [--version N]
 * [--made YYYY-MM-DD]`. Reads labelled columns and files of ../shared (or the folder in ODI_SHARED); the same material gives the same bytes.
 */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const out = join(root, `.evaluate-${process.pid}`);
try {
  await build({
    absWorkingDir: root,
    entryPoints: [{ in: 'benchmarks/reader/train.ts', out: 'train' }],
    outdir: out,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    define: { ODI_BUILT: 'false', ODI_VERSION: '"training"' },
    logLevel: 'warning',
  });
  const { main } = await import(join(out, 'train.js'));
  await main(process.argv.slice(2), root);
} finally {
  await rm(out, { recursive: true, force: true });
}
