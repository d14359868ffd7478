/**
 * Builds `dist`: one split bundle, so that a command loads only what it needs; the data of `criteria/` as JSON, so
 * that no run pays for reading YAML; and the JSON Schemas compiled to code, so that no run pays for compiling them.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build, transform } from 'esbuild';
import { parse } from 'yaml';

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, process.argv[2] ?? 'dist');
const staging = `${out}.${process.pid}`;

const filesUnder = async (folder) =>
  (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });

const shared = {
  absWorkingDir: root,
  outdir: staging,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  external: ['node-sqlite3-wasm', 'playwright-core'],
  define: { ODI_BUILT: 'true', ODI_VERSION: JSON.stringify(version) },
  banner: { js: "import{createRequire as odiRequire}from'node:module';const require=odiRequire(import.meta.url);" },
  logLevel: 'warning',
};

const workers = (await filesUnder(join(root, 'src'))).filter((file) => file.endsWith('.worker.ts'));
await build({
  ...shared,
  entryPoints: workers.map((file) => ({
    in: file,
    out: `workers/${file.split('/').at(-1).replace('.worker.ts', '')}`,
  })),
});
await build({
  ...shared,
  entryPoints: [{ in: 'src/launch.ts', out: 'cli' }],
  format: 'cjs',
  splitting: false,
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'launchUrl' },
  banner: { js: "const launchUrl=process.getBuiltinModule('node:url').pathToFileURL(__filename).href;" },
});

/** Commander can start other programs as its commands; odi has none, and loading what starts programs takes long. */
const withoutPrograms = {
  name: 'without-programs',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'programs', namespace: 'none' }));
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: '' }));
  },
};

/** Chunks as functions that `src/launch.ts` calls, since only a script, and no module, can be kept as bytecode. */
const { outputFiles: chunks } = await build({
  ...shared,
  banner: {},
  entryPoints: [{ in: 'src/cli.ts', out: 'cli' }],
  plugins: [withoutPrograms],
  write: false,
});
await mkdir(join(staging, 'chunks'));
for (const { path, text } of chunks) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'bundleUrl' },
    banner: '(function(module,exports,require,bundleUrl){',
    footer: '})',
    logLevel: 'warning',
  });
  await writeFile(join(staging, 'chunks', basename(path)), code);
}

const data = join(root, 'criteria');
const readYaml = async (file) => parse(await readFile(file, 'utf8'), { prettyErrors: true });

/** A place file with its edits laid over it, by the same rule as when the sources run. */
const { mergeEdits } = await (async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/criteria/merge.ts')],
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
})();
const edits = join(data, 'places', 'edits');
const edited = new Set(await readdir(edits));
const readPlace = async (file) => {
  const name = file.split('/').at(-1);
  const made = await readYaml(file);
  return edited.has(name) ? mergeEdits(made, await readYaml(join(edits, name))) : made;
};

const gazetteer = [];
for (const file of await filesUnder(data)) {
  if (file.endsWith('.mjs') || dirname(file) === edits) continue;
  const target = join(staging, 'criteria', relative(data, file));
  await mkdir(dirname(target), { recursive: true });
  if (!file.endsWith('.yaml')) {
    await cp(file, target);
    continue;
  }
  const isPlace = dirname(file) === join(data, 'places');
  const value = isPlace ? await readPlace(file) : await readYaml(file);
  if (isPlace) {
    const { id, slug, names, aliases } = value;
    gazetteer.push({ id, slug, names, aliases });
  }
  await writeFile(target.replace(/\.yaml$/, '.json'), JSON.stringify(value));
}
await writeFile(join(staging, 'criteria', 'gazetteer.json'), JSON.stringify(gazetteer));

for (const file of await filesUnder(join(data, 'schema'))) {
  const ajv = new Ajv2020({ code: { source: true, esm: true }, allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(file, 'utf8')));
  const name = file.split('/').at(-1).replace('.schema.json', '');
  await build({
    stdin: { contents: standalone(ajv, validate), resolveDir: root, sourcefile: `${name}.js` },
    outfile: join(staging, 'schema', `${name}.js`),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    logLevel: 'warning',
  });
}

execFileSync(process.execPath, [join(root, 'bytecode.mjs'), staging], { stdio: 'inherit' });

// Swapped in at the end, so that a broken build leaves the last good one, and two builds at once do no harm.
const previous = `${staging}.old`;
await rename(out, previous).catch((error) => {
  if (error.code !== 'ENOENT') throw error;
});
await rename(staging, out);
await rm(previous, { recursive: true, force: true });
