import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../inspect/formats.ts';
import { folder, run } from './program.ts';
import { byNameOnly, samples } from './samples.ts';

interface Shown {
  readonly format: string;
  readonly tables: readonly { readonly rows: number | null }[];
  readonly warnings: readonly { readonly code: string; readonly says: string }[];
}

/** Warnings that say that a reader failed, whatever the file holds. */
const isFault = ({ code }: Shown['warnings'][number]): boolean => /^(?:broken|unreadable|defect)/.test(code);

test('every format has a sample', () => {
  const known = formats.formats.map(({ id }) => id);
  expect([...Object.keys(samples), ...byNameOnly].sort()).toEqual([...known].sort());
});

describe.concurrent('one file of every format', () => {
  test.each(Object.entries(samples))('%s', async (format, { name, content, rows, text }) => {
    const path = join(folder, `${format}-${name}`);
    writeFileSync(path, content);
    const { code, out, err } = await run(['inspect', path, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const shown: Shown = JSON.parse(out);
    expect([shown.format, shown.warnings.filter(isFault)]).toEqual([format, []]);
    if (rows !== undefined) expect(shown.tables.reduce((sum, table) => sum + (table.rows ?? 0), 0)).toBe(rows);
    if (text !== undefined) expect((await run(['inspect', path])).out).toContain(text);
  });
});
