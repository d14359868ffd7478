import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { odi } from './commands/odi.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const store = mkdtempSync(join(tmpdir(), 'odi-readme-'));
afterAll(() => rmSync(store, { recursive: true, force: true }));

const [first = '', second = ''] = [...readme.matchAll(/```sh\n(.+)\n```/g)].map(([, line = '']) => line);

test('the first command installs and audits a capture that is in the repository', () => {
  const words = /^npm ci && npx odi (.+)$/.exec(first)?.[1]?.split(' ') ?? [];
  const { code, out } = odi([...words, '--store', store], root);
  expect(code).toBe(0);
  const shown = /```text\n([\s\S]+?)\n```/.exec(readme)?.[1]?.split('\n') ?? [];
  expect(out).toContain(shown[0]);
  expect(out).toContain(shown[3]);
});

test('the second command installs and runs the tests', () => {
  expect(second).toBe('npm ci && npm test');
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.test).toBe('vitest run');
});

test('every command of the program is in the table, and every one in the table exists', () => {
  const named = new Set([...readme.matchAll(/`odi ([a-z]+)/g)].map(([, name]) => name));
  const { out } = odi(['--help']);
  const existing = [...out.matchAll(/^ {2}([a-z]+) .*\[/gm)].map(([, name]) => name).filter((name) => name !== 'help');
  expect([...named].filter((name) => !existing.includes(name))).toEqual([]);
  expect(existing.filter((name) => !named.has(name))).toEqual([]);
});
