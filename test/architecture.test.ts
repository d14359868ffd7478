import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/* Imports point one way: bin → cli → commands → audit → stages → ground → model → nothing. */

const source = normalize(join(import.meta.dirname, '..', 'src'));

/** What all stages stand on: text, time, addresses and the words of languages. Every room that is not named here or below is a stage. */
const ground = ['text', 'time', 'web', 'messages'];
const shell = ['cli', 'commands'];

/** A data file that the build puts into the program: the words in which reviews are kept. */
const ownWords: Readonly<Record<string, string>> = { 'messages/english.ts': '../../criteria/messages/en.yaml' };

/** Which folders may use which packages; a package that is not listed may be used nowhere. */
const homes: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli', 'commands'],
  undici: ['collect'],
  'playwright-core': ['browser'],
  'robots-parser': ['collect'],
  'ipaddr.js': ['collect'],
  tldts: ['discover'],
  yauzl: ['archive', 'inspect'],
  cheerio: ['inspect'],
  htmlparser2: ['inspect'],
  'csv-parse': ['inspect'],
  saxes: ['inspect', 'records'],
  '@e965/xlsx': ['inspect'],
  unpdf: ['inspect'],
  'iconv-lite': ['inspect'],
  eld: ['inspect'],
  hyparquet: ['inspect', 'reviews'],
  'hyparquet-writer': ['reviews'],
  'node-sqlite3-wasm': ['inspect'],
  n3: ['records', 'inspect'],
  'spdx-license-ids': ['licence'],
  'spdx-expression-parse': ['licence'],
  ajv: ['criteria'],
  'ajv-formats': ['criteria'],
  yaml: ['criteria'],
  '@formatjs/icu-messageformat-parser': ['messages'],
  'make-plural': ['messages'],
  chalk: ['render'],
  pg: ['queue'],
  'graphile-worker': ['queue'],
  hono: ['commands'],
  '@hono/node-server': ['commands'],
  'string-width': ['render'],
};

/**
 * Packages that are ES modules, which may be imported dynamically. What a dynamic import of CommonJS gives depends on
 * who runs it (a bundler may give `default` alone): such a package is imported statically in a file that is itself
 * loaded when it is needed.
 */
const modules = ['cheerio/slim', 'eld/extrasmall', 'string-width'];

/**
 * Files inside a package that names no entries, so that each of its files is one: the whole of undici takes four times as long to
 * load as the part that asks for pages. Its version is pinned.
 */
const entriesInside: readonly string[] = ['undici/lib/core/connect.js', 'undici/lib/dispatcher/agent.js'];

const pure = [
  'portal',
  'report',
  'desk',
  ...ground,
  'commitments',
  'contests',
  'checks',
  'coverage',
  'score',
  'review',
  'render',
  'licence',
  'content',
  'pages',
  'audit',
];
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)));

/** The room of a file; the one file that stands in none is the shell's. */
const layerOf = (file: string): string => {
  const [first = '', ...rest] = file.split('/');
  return rest.length > 0 ? first : first.replace(/\.ts$/, '');
};

const importsOf = (file: string): readonly string[] => {
  const text = readFileSync(join(source, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\b[^'";]*\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, statically, dynamically]) => statically ?? dynamically ?? '');
};

const graph: ReadonlyMap<string, readonly string[]> = new Map(
  files.map((file) => [
    file,
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => normalize(join(dirname(file), specifier))),
  ]),
);

/** What is loaded with a file: neither what it only takes types from, nor what it loads when it is needed. */
const loadedWith = (file: string): readonly string[] =>
  [
    ...readFileSync(join(source, file), 'utf8').matchAll(/^(?:import|export)(?! type)\b[^'";]*\bfrom '(\.[^']+)'/gm),
  ].map(([, specifier = '']) => normalize(join(dirname(file), specifier)));

/** Everything that can be reached from a file by its imports, those of types among them. */
const reachedFrom = (file: string, imports: typeof graph): ReadonlySet<string> => {
  const reached = new Set<string>();
  const waiting = [...(imports.get(file) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(imports.get(next) ?? []));
  }
  return reached;
};

/** Files that lead back to themselves, those of one circle together. */
const circles = (imports: typeof graph): readonly (readonly string[])[] => {
  const reached = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)]));
  const circular = [...reached].filter(([file, others]) => others.has(file)).map(([file]) => file);
  const circleOf = (file: string): readonly string[] =>
    circular.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file));
  return [...new Map(circular.map((file) => [circleOf(file).join(' '), circleOf(file)])).values()];
};

const packagesOf = (file: string): readonly string[] =>
  importsOf(file)
    .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map((specifier) =>
      specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? ''),
    );

const targetLayer = (file: string, specifier: string): string => layerOf(normalize(join(dirname(file), specifier)));

const mayImport = (from: string, to: string): boolean => {
  if (from === to || to === 'model') return true;
  if (from === 'model') return false;
  if (ground.includes(to)) return true;
  if (ground.includes(from)) return false;
  if (from === 'cli') return to === 'commands' || to === 'criteria';
  if (from === 'commands') return to !== 'cli';
  if (from === 'audit') return !shell.includes(to) && to !== 'report';
  // Pages are made of the words and forms that every document has.
  if (from === 'report') return to === 'render';
  // The desk shows and changes reviews by the functions that all others do it by, with the looks of the site.
  if (from === 'desk') return ['audit', 'score', 'render', 'report'].includes(to);
  return false;
};

/** The files that export a type of each name. */
const exporters = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const [file, text] of texts) {
    for (const [, name = ''] of text.matchAll(/^export (?:abstract )?(?:interface|type|class|enum) (\w+)/gm))
      found.set(name, [...(found.get(name) ?? []), file]);
  }
  return found;
};

const sharedNames = (texts: ReadonlyMap<string, string>): readonly string[] =>
  [...exporters(texts)].filter(([, own]) => own.length > 1).map(([name, own]) => `${name}: ${own.join(', ')}`);

describe('names', () => {
  test('no name of a type is exported twice', () => {
    expect(sharedNames(new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')])))).toEqual([]);
  });

  test('one that is would be seen', () => {
    const texts = new Map([
      ['a.ts', 'export interface Seen {}\nexport type Found = 1;'],
      ['b.ts', 'export type Seen = 2;\ninterface Found {}'],
      ['c.ts', "export type { Found } from './a.ts';"],
    ]);
    expect(sharedNames(texts)).toEqual(['Seen: a.ts, b.ts']);
  });
});

/** Expressions that a file makes while it is loaded, and that name the letters of all scripts. */
const letterPatterns = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:export )?const (\w+)(?:: [^=\n]+)? =\s*(?:\/|new RegExp).*\\p\{/gm)].map(
    ([, name = '']) => name,
  );

describe('what every command loads', () => {
  /** Rooms that nearly every command loads most of, for a few of their expressions. */
  const common = ['text', 'time', 'content'];

  test.each(files.filter((file) => common.includes(layerOf(file))))('%s makes such expressions when asked', (file) => {
    expect(letterPatterns(readFileSync(join(source, file), 'utf8'))).toEqual([]);
  });

  const loads: typeof graph = new Map(files.map((file) => [file, loadedWith(file)]));
  const roomsLoadedWith = (file: string): readonly string[] =>
    [...new Set([...reachedFrom(file, loads)].map(layerOf))].sort();

  test('is nothing of what a command does, but what it is asked with', () => {
    expect(roomsLoadedWith('cli.ts')).toEqual(['commands', 'criteria', 'messages', 'model', 'render', 'reviews']);
    // Of the languages, their tags and how text of others is marked; their words are loaded where a document is written.
    expect([...reachedFrom('cli.ts', loads)].filter((file) => layerOf(file) === 'messages').sort()).toEqual([
      'messages/isolate.ts',
      'messages/known.ts',
    ]);
  });

  test('is no client of a database where no queue is asked for', () => {
    const isClient = (file: string): boolean =>
      packagesOf(file).some((name) => name === 'pg' || name === 'graphile-worker');
    const loading = files.filter(
      (file) => layerOf(file) === 'commands' && [...reachedFrom(file, loads)].some(isClient),
    );
    expect(loading.sort()).toEqual([
      'commands/audit-queue.ts',
      'commands/queue-open.ts',
      'commands/queue-run.ts',
      'commands/worker-run.ts',
    ]);
  });

  test('is the whole of undici only where a proxy is asked', () => {
    const whole = /^import (?!type\b)[^'";]*\bfrom 'undici'/m;
    expect(files.filter((file) => whole.test(readFileSync(join(source, file), 'utf8')))).toEqual([
      'collect/proxy-client.ts',
    ]);
  });

  test.each(['commands/diff-run.ts', 'commands/scorecard-run.ts'])(
    '%s, which reads stored reviews, loads nothing that reads files or asks for them',
    (file) => {
      const rooms = roomsLoadedWith(file);
      expect(rooms).toContain('score');
      expect(rooms.filter((room) => ['inspect', 'pages', 'licence', 'collect', 'discover'].includes(room))).toEqual([]);
    },
  );

  test('one that is made at once would be seen', () => {
    const text = [
      'const seen = /^\\p{Lu}$/u;',
      'export const made: RegExp = new RegExp(`\\\\p{L}`);',
      'const asked = lazy(() => /\\p{L}/u);',
      'const plain = /a/;',
    ].join('\n');
    expect(letterPatterns(text)).toEqual(['seen', 'made']);
  });
});

describe('imports', () => {
  test.each(files)('%s points the right way', (file) => {
    const wrong = importsOf(file)
      .filter((specifier) => specifier.startsWith('.') && specifier !== ownWords[file])
      .filter((specifier) => !mayImport(layerOf(file), targetLayer(file, specifier)));
    expect(wrong).toEqual([]);
  });

  test.each(files)('%s uses only packages that live in its folder', (file) => {
    expect(packagesOf(file).filter((name) => !homes[name]?.includes(layerOf(file)))).toEqual([]);
  });

  test.each(files)('%s uses packages by the entries they offer', (file) => {
    const inside = importsOf(file).filter((specifier) => /^[^.].*\/(?:lib|src)\//.test(specifier));
    expect(inside.filter((specifier) => !entriesInside.includes(specifier))).toEqual([]);
  });

  test('no file leads back to itself', () => {
    expect(circles(graph)).toEqual([]);
  });

  test('a circle would be seen', () => {
    const drawn = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['b']],
      ['d', []],
    ]);
    expect(circles(drawn)).toEqual([['b', 'c']]);
  });

  test('every permission to use a package is used', () => {
    const used = new Set(files.flatMap((file) => packagesOf(file).map((name) => `${layerOf(file)} ${name}`)));
    const granted = Object.entries(homes).flatMap(([name, layers]) => layers.map((layer) => `${layer} ${name}`));
    expect(granted.filter((permission) => !used.has(permission))).toEqual([]);
  });

  test.each(files)('%s imports no CommonJS package dynamically', (file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const packages = [...text.matchAll(/(?<!typeof )\bimport\(\s*'([^'.][^']*)'/g)].map(([, name = '']) => name);
    expect(packages.filter((name) => !name.startsWith('node:') && !modules.includes(name))).toEqual([]);
  });

  test.each(files.filter((file) => pure.includes(layerOf(file))))('%s does no input or output', (file) => {
    const reached = importsOf(file).filter((specifier) =>
      /^(?:node:)?(?:fs|http|https|net|child_process|dns|worker_threads)\b/.test(specifier),
    );
    const text = readFileSync(join(source, file), 'utf8');
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\./.exec(text);
    expect([reached, clock?.[0]]).toEqual([[], undefined]);
  });
});
