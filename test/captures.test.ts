import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { writeCapture } from '../fixtures/captures/make.ts';
import { sites } from '../fixtures/sites/index.ts';

/* The saved captures are written by fixtures/captures/make.ts from fixtures/sites; `npm run golden` writes them again. */

const saved = join(import.meta.dirname, '..', 'fixtures', 'captures');
const fresh = mkdtempSync(join(tmpdir(), 'odi-captures-'));
afterAll(() => rmSync(fresh, { recursive: true }));

const isWriting = process.env['ODI_GOLDEN'] === 'write';

/** Compression differs between versions of zlib; what was compressed does not. */
const recordsOf = (path: string): string => gunzipSync(readFileSync(path)).toString('latin1');

describe.each(sites)('$name', (site) => {
  const file = `${site.name}.warc.gz`;

  test('is what its site says', async () => {
    await writeCapture(join(fresh, file), site);
    if (isWriting) {
      rmSync(join(saved, file), { force: true });
      await writeCapture(join(saved, file), site);
    }
    expect(recordsOf(join(saved, file)) === recordsOf(join(fresh, file))).toBe(true);
  });

  test('says that nothing of it was fetched', () => {
    expect(recordsOf(join(saved, file))).toContain('nothing was fetched');
  });
});
