import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PortalReport } from '../../../src/model/portal.ts';
import { run } from '../../commands/in-process.ts';
import { openSpeaker } from './software.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dataset = (index: number) => ({
  ...{ '@type': 'dcat:Dataset', identifier: `set-${index}`, title: `Register ${index}`, accessLevel: 'public' },
  distribution: [{ downloadURL: `https://files.example/${index}.csv`, format: 'CSV' }],
});

test.each([
  ['to its end', 12_000, 200_000_000, { declared: 12_000, enumerated: 12_000, basis: 'whole' }],
  ['as far as the bytes go, and what is left is not made up', 12_000, 1_000_000, { declared: null, basis: 'sample' }],
] as const)('a data.json of %s', async (_, count, bytes, reach) => {
  const body = JSON.stringify({
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: Array.from({ length: count }, (_each, index) => dataset(index)),
  });
  const { root, close } = await openSpeaker((url) => (url.pathname === '/data.json' ? { body } : undefined));
  const words = [
    'portal',
    root,
    '--allow-private',
    '--quiet',
    '--as-of',
    '2026-11-29',
    '--store',
    folder,
    '--files',
    '0',
  ];
  const { out } = await run([...words, '--max-bytes', String(bytes), '--format', 'json'], folder);
  await close();
  const report: PortalReport = JSON.parse(out);
  expect(report.reach).toMatchObject(reach);
  const found = report.processes.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'without-files');
  expect(found).toMatchObject(
    reach.basis === 'whole'
      ? { value: 0, interval: null, answer: 'Yes' }
      : { value: 0, answer: 'Unsure', interval: { method: 'bounds' } },
  );
});
