import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { constants, yamlModule } from './typescript.mjs';

const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('test', path));

const isPacked = (path: string): boolean => path.startsWith(join('test', 'packed'));

/** A test that names the program's own file runs what `build.mjs` makes; all others run the sources, without a build. */
const isBuilt = (path: string): boolean => !isPacked(path) && /\bodi\.[jt]s\b/.test(readFileSync(path, 'utf8'));

/**
 * Rooms whose tests hand values to functions: they share their modules, so that each is loaded once. All others run apart: they have servers,
 * folders, other modules in the place of some, or take over what the process writes with.
 */
const shared = [
  ...['checks', 'content', 'contests', 'coverage', 'inspect', 'licence', 'messages', 'model', 'pages'],
  ...['records', 'review', 'score', 'text', 'time', 'web'],
];

const isApart = (path: string): boolean =>
  !shared.includes(path.split(/[\\/]/)[1] ?? '') ||
  /\bvi\.(?:mock|doMock|resetModules)\(|\bprocess\.std(?:out|err)\.write = /.test(readFileSync(path, 'utf8'));

/** All that need no build. */
const sources = tests.filter((path) => !isPacked(path) && !isBuilt(path));

/** Workers of the program are TypeScript, too. */
const execArgv = ['--import', './typescript.mjs'];

/** A part of the suite: its global setup runs only where one of its tests is chosen. */
const part = (name: string, include: string[], { isolate = true, globalSetup = [] as string[] } = {}) => ({
  extends: true as const,
  test: { name, include, globalSetup, isolate },
});

/** YAML that the sources import. */
const yaml = {
  name: 'yaml',
  transform: async (text: string, id: string) =>
    id.endsWith('.yaml') ? { code: await yamlModule(text), map: null } : null,
};

export default defineConfig({
  plugins: [yaml],
  define: constants,
  test: {
    // Many tests run the whole program; that a machine has other work is no fault of theirs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    execArgv,
    // On a build server odi tells that one, too, what it found; tests say when it is to.
    env: { GITHUB_ACTIONS: '' },
    projects: [
      part(
        'sources',
        sources.filter((path) => !isApart(path)),
        { isolate: false },
      ),
      part('apart', sources.filter(isApart)),
      part('built', tests.filter(isBuilt), { globalSetup: ['test/build.ts'] }),
      part('packed', tests.filter(isPacked), { globalSetup: ['test/packed/install.ts'] }),
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.worker.ts', 'src/build.d.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
});
