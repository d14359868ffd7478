/**
 * Builds `dist`: one split bundle of the sources, so that a command loads only what it needs, and the data of
 * `criteria/` as JSON, so that no run pays for reading YAML. Packages go into the bundle, since opening their many files takes
 * longer than running them, but for those of `external`.
 *
 *     node build.mjs [folder]
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { parse } from 'yaml';
import './typescript.mjs';

const target = 'node20';
const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } };

/** Packages that read files of their own beside them, or are large and rarely needed. */
const external = [
  ...['@e965/xlsx', 'ajv', 'ajv-formats', 'graphile-worker', 'n3', 'node-sqlite3-wasm', 'pg', 'playwright-core'],
  ...['undici', 'unpdf'],
];

/** Where a script is, said as modules say it. */
const ownAddress = {
  name: 'odiAddress',
  script: "const odiAddress=require('node:url').pathToFileURL(__filename).href;",
};

/** An expression in the code is checked while it is loaded, with all letters that `\p{L}` names; one that is made of a text is not. */
const supported = { 'regexp-sticky-and-unicode-flags': false };

/**
 * Arrows as functions, which are passed over until they are called: of an arrow without braces the body is read while it is loaded, and
 * once more when it is called. Where nothing says `this` the two are the same.
 */
const arrows = {
  name: 'arrows',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const { code: bare } = await transform(text, { loader: 'ts', target, tsconfigRaw, minifyWhitespace: true });
      // Without comments, which may speak of this and that; a text that does keeps its file as it is.
      if (/\b(?:this|arguments)\b/.test(bare)) return undefined;
      const { code } = await transform(text, { loader: 'ts', target, supported: { arrow: false }, tsconfigRaw });
      return { contents: code, loader: 'js' };
    }),
};

/** Tables of rare encodings: half a megabyte that every command would load, and few files need. They are read where they are. */
const tables = {
  name: 'tables',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/tables\/.*\.json$/ }, ({ path, resolveDir }) =>
      resolveDir.endsWith(join('iconv-lite', 'encodings'))
        ? { path: `iconv-lite/encodings/${path.slice('./'.length)}`, external: true }
        : undefined,
    ),
};

/** The English of the program as its modules import it: taken apart, so that no run does it. */
const english = {
  name: 'english',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /\.yaml$/ }, async ({ path }) => {
      const { compileLanguage } = await import('./src/messages/compile.ts');
      return { contents: JSON.stringify(compileLanguage(parse(await readFile(path, 'utf8')), {})), loader: 'json' };
    });
    // What takes messages apart is needed where the sources run, and stays out where nothing else asks for it.
    onResolve({ filter: /\/compile\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
  },
};

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, process.argv[2] ?? 'dist');
const staging = `${out}.${process.pid}`;

const filesUnder = async (folder) =>
  (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const sources = join(root, 'src');
const workers = (await filesUnder(sources)).filter((file) => file.endsWith('.worker.ts'));

await rm(staging, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli.ts',
    ...Object.fromEntries(
      workers.map((file) => [`workers/${relative(sources, file).replace(/\.worker\.ts$/, '')}`, file]),
    ),
  },
  outdir: staging,
  bundle: true,
  splitting: true,
  external,
  plugins: [tables, english, arrows],
  format: 'esm',
  platform: 'node',
  target,
  supported,
  define: { ODI_BUILT: 'true', ODI_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});

/**
 * The scripts as CommonJS: Node opens and links modules one after the other and not at once, which takes longer than to run
 * what most commands do with them. esbuild splits modules alone, so that each script is turned over when they are made.
 */
const toCommonJs = async (path) => {
  const text = await readFile(path, 'utf8');
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target,
    supported: { ...supported, 'dynamic-import': false },
    // What is shorter is read sooner; names stay, so that the trace of a defect can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    ...(text.includes('import.meta.url')
      ? { define: { 'import.meta.url': ownAddress.name }, banner: ownAddress.script }
      : {}),
  });
  await writeFile(path, code);
};
const scripts = await filesUnder(staging);
await Promise.all(scripts.map(toCommonJs));
await writeFile(join(staging, 'package.json'), '{ "type": "commonjs" }\n');

/** Tells one build from another, for those who keep what was made of its scripts: `bin/compile-cache.js`. */
const digest = createHash('sha256');
for (const script of scripts) digest.update(await readFile(script));
await writeFile(join(staging, 'build-id'), digest.digest('hex').slice(0, 16));

const data = join(root, 'criteria');
const yaml = new Map();
for (const file of await filesUnder(data)) {
  if (file.endsWith('.mjs')) continue;
  const target = join(staging, 'criteria', relative(data, file));
  await mkdir(dirname(target), { recursive: true });
  if (file.endsWith('.yaml')) {
    const value = parse(await readFile(file, 'utf8'), { prettyErrors: true });
    yaml.set(relative(data, file), value);
    await writeFile(target.replace(/\.yaml$/, '.json'), JSON.stringify(value));
  } else await cp(file, target);
}

/** The names alone of every place and of its edits, in one file: a run looks through them all. */
const namesOf = ({ id, slug, names, aliases } = {}) => ({ id, slug, names, aliases });
const gazetteer = [...yaml]
  .filter(([path]) => dirname(path) === 'places')
  .map(([path, place]) => [namesOf(place), namesOf(yaml.get(join('places', 'edits', basename(path))))]);
await writeFile(join(staging, 'criteria', 'gazetteer.json'), JSON.stringify(gazetteer));

/** What judging would begin with: to fold thousands of phrases, and to find the weights of each feature. */
const { keptExtension, openCriteria } = await import('./src/criteria/load.ts');
const { keptBytes } = await import('./src/criteria/kept.ts');
// From where they are: what no command asks for is left out of the bundle.
const { builtVocabularies } = await import('./src/content/vocabulary.ts');
const { builtModels } = await import('./src/content/roles/reader.ts');
const criteria = openCriteria(join(staging, 'criteria/'));
const keep = async (path, value) => {
  const target = join(staging, 'criteria', 'built', `${path}${keptExtension}`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, keptBytes(value));
};
// All is made before any is kept: what is found there is taken for made.
const built = { ...builtVocabularies(criteria), ...builtModels(criteria) };

/** What can be known of licences before any text is read: to find it out takes longer than to read a page. */
const { fileLicences, filedPath, readLicenceData } = await import('./src/licence/index.ts');
built[filedPath] = fileLicences(readLicenceData(criteria));
for (const [path, value] of Object.entries(built)) await keep(path, value);

/** The words of each language, taken apart. */
const { languageIn, languagePath } = await import('./src/audit/messages.ts');
const { storedLanguage } = await import('./src/messages/known.ts');
for (const tag of criteria.languages().filter((tag) => tag !== storedLanguage))
  await keep(languagePath(tag), await languageIn(criteria, tag));

/** The manual page, from the commands as they are declared; none of them is run. */
const { Command: Program } = await import('commander');
const { declareCommands } = await import('./src/commands/declare.ts');
const { describeProgram } = await import('./src/commands/program.ts');
const { manPage } = await import('./src/commands/man.ts');
const program = describeProgram(new Program('odi'));
declareCommands(program, { criteria, terminal: {} });
await writeFile(join(staging, 'odi.1'), manPage(program, version));

// Swapped in at the end, so that a broken build leaves the last good one, and two builds at once do no harm.
const previous = `${staging}.old`;
await rename(out, previous).catch((error) => {
  if (error.code !== 'ENOENT') throw error;
});
await rename(staging, out);
await rm(previous, { recursive: true, force: true });
