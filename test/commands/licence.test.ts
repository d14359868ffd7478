import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { odi } from './odi.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-licence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a name is told with its standing and the words it was known by', () => {
  const { code, out } = odi(['licence', 'CC BY 3.0 IGO']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Creative Commons Attribution 3\.0 +CC-BY-3\.0$/m);
  expect(out).toMatch(/^open +✓ Yes$/m);
  expect(out).toMatch(/^known by +identifier: CC BY 3\.0 IGO$/m);
});

test('JSON has the fields of the contract, in order', () => {
  const verdict = JSON.parse(odi(['licence', 'notspecified', '--format', 'json']).out);
  expect(Object.keys(verdict)).toEqual([
    'id',
    'title',
    'open',
    'conformance',
    'reason',
    'says',
    'args',
    'matched',
    'conditions',
  ]);
  expect(verdict).toMatchObject({ id: null, open: 'Unsure', reason: 'no-licence-named' });
});

test('a page of terms on disk is read whole', () => {
  const file = join(folder, 'terms.html');
  writeFileSync(
    file,
    '<html lang="fr"><title>Mentions légales</title><p>Les données peuvent être utilisées à des fins non commerciales uniquement.</p></html>',
  );
  const { code, out } = odi(['licence', file, '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ open: 'No', reason: 'non-commercial', matched: { by: 'text' } });
});

test('a page that says nothing of rights is told so', () => {
  const file = join(folder, 'about.html');
  writeFileSync(file, '<html><title>About</title><p>We count votes.</p></html>');
  expect(JSON.parse(odi(['licence', file, '--format', 'json']).out)).toMatchObject({
    open: 'No',
    reason: 'no-statement',
  });
});

test('an unknown edition is a mistake, exit 2', () => {
  const { code, err } = odi(['licence', 'NLOD', '--edition', 'godi-1999']);
  expect(code).toBe(2);
  expect(err).toContain('godi-1999');
});

test('a file that is not there is a mistake, exit 2', () => {
  const { code, err } = odi(['licence', 'missing-terms.html'], folder);
  expect(code).toBe(2);
  expect(err).toContain('missing-terms.html cannot be read');
});
