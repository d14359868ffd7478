/**
 * Runs the evaluations against labelled material in ../shared (or the folder in ODI_SHARED): `npm run evaluate` for all of them, `npm run evaluate --
 * licence answers` for some. Builds the program first, then bundles the evaluations beside it.
 */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = `.evaluate-${process.pid}`;
const { rm } = await import('node:fs/promises');
try {
  execFileSync(process.execPath, ['build.mjs', out], { cwd: root, stdio: 'inherit' });
  await build({
    absWorkingDir: root,
    entryPoints: [{ in: 'benchmarks/evaluate/main.ts', out: 'evaluate' }],
    outdir: out,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    define: { ODI_BUILT: 'true', ODI_VERSION: '"evaluation"' },
    logLevel: 'warning',
  });
  const { main } = await import(join(root, out, 'evaluate.js'));
  process.exitCode = await main(process.argv.slice(2), root);
} finally {
  await rm(join(root, out), { recursive: true, force: true });
}
