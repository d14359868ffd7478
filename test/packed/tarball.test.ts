import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, inject, test } from 'vitest';

const { home } = inject('installed');
const read = (name: string): string => readFileSync(join(home, name), 'utf8');
const description = JSON.parse(read('package.json'));

test('publint finds nothing to say', async () => {
  const { messages } = await publint({ pkgDir: home, pack: false });
  expect(messages.map((message) => formatMessage(message, description))).toEqual([]);
});

test('it can be published, and its command is odi', () => {
  expect(description.private).toBeUndefined();
  expect(description.bin).toEqual({ odi: 'bin/odi.js' });
});

test('it holds what its README links to and names', () => {
  const readme = read('README.md');
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, path = '']) => path);
  const named = [...readme.matchAll(/\bfixtures\/\S+/g)].map(([path]) => path);
  expect(links.length).toBeGreaterThan(0);
  expect([...links, ...named].filter((path) => !existsSync(join(home, path)))).toEqual([]);
});

test('it holds neither sources nor tests', () => {
  expect(['src', 'test', 'benchmarks', 'node_modules'].filter((path) => existsSync(join(home, path)))).toEqual([]);
});
