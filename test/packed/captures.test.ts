import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sites } from '../../fixtures/sites/index.ts';
import { withoutFacts } from '../blank.ts';
import { run } from './program.ts';

const captures = join(import.meta.dirname, '..', '..', 'fixtures', 'captures');

describe.concurrent('every capture is judged as from the sources', () => {
  test.each(sites.map((site) => [site.name, site] as const))('%s', async (name, { words, exit = 0 }) => {
    const store = words[0] === 'audit' ? ['--store', name] : [];
    const replay = ['--replay', join(captures, `${name}.warc.gz`)];
    const { code, out, err } = await run([...words, ...replay, ...store, '--format', 'json', '--quiet']);
    expect([code, err]).toEqual([exit, '']);
    expect(withoutFacts(out)).toBe(readFileSync(join(captures, `${name}.json`), 'utf8'));
  });
});
