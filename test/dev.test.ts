import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/* `npm run dev` runs the sources as they lie there, without a build: here in a copy that may be changed. */

const root = join(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'odi-dev-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const dev = (...words: readonly string[]) => {
  const script: string = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')).scripts.dev;
  const [, ...args] = script.split(' ');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...words], { cwd: copy, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('a correction in criteria/ takes effect at once, in a worker too', { timeout: 60_000 }, () => {
  for (const part of ['src', 'criteria', 'package.json', 'dev.mjs', 'typescript.mjs', 'bin'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

  const category = join(copy, 'criteria', 'categories', 'election-results.yaml');
  const before = dev('categories');
  writeFileSync(category, readFileSync(category, 'utf8').replace('Election Results', 'Results of Elections'));
  const after = dev('categories');
  expect([before.status, before.stderr, after.status, after.stderr]).toEqual([0, '', 0, '']);
  expect(before.stdout).not.toContain('Results of Elections');
  expect(after.stdout).toContain('Results of Elections');

  writeFileSync(join(copy, 'broken.pdf'), '%PDF-1.4\n%%EOF\n');
  const { status, stdout } = dev('inspect', 'broken.pdf', '--format', 'json');
  const { warnings }: { warnings: readonly { readonly says: string }[] } = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(warnings.map(({ says }) => says).join()).not.toMatch(/Unknown file extension|Cannot find module/);
});
