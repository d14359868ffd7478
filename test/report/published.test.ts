import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../commands/in-process.ts';
import { numbersShown } from './numbers.ts';
import { writeStore } from './store.ts';

/* The numbers of the whole published index, as the pages of a site show them. It is taken from the file that ODI_SITE_ENTRIES names. */

const entries = process.env['ODI_SITE_ENTRIES'];
if (entries === undefined)
  console.warn('SKIPPED: the numbers of the published index on its pages, for ODI_SITE_ENTRIES names no file of it.');

describe.skipIf(entries === undefined)('the published index as a site', () => {
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'odi-site-published-'));
    await writeStore(dir, readFileSync(entries ?? '', 'utf8'));
    expect((await run(['report', '--out', 'site', '--quiet'], dir)).code).toBe(0);
  }, 600_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each([2013, 2014, 2015, 2024])(
    'has the numbers of the scorecard of %i, for every place and category',
    async (year) => {
      const card = JSON.parse((await run(['scorecard', '--year', String(year), '--format', 'json'], dir)).out);
      const { shown, expected } = numbersShown(join(dir, 'site'), year, card);
      expect(expected.length).toBeGreaterThan(year === 2024 ? 10 : 1000);
      expect(shown).toEqual(expected);
    },
    600_000,
  );
});
