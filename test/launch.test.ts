import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

const node = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env: {} });
  return { status, stdout, stderr };
};

const explained = (...flags: readonly string[]) => node(...flags, join(root, 'bin', 'odi.js'), 'explain', 'bulk');

const bundle = pathToFileURL(join(root, 'dist', 'cli.cjs')).href;

/** Whether V8 refused the bytecode of each chunk that a run without words loads. */
const refusals = (...flags: readonly string[]) =>
  node(
    ...flags,
    '--input-type=module',
    '--eval',
    `const { scripts } = await import('${bundle}');
     console.log([...new Set([...scripts.values()].map(({ cachedDataRejected }) => cachedDataRejected))].join());`,
  ).stdout.trim();

/** V8 takes no bytecode that was made under other flags, as it takes none of another version. */
const otherFlags = '--no-flush-bytecode';

test('the bytecode of the build is taken', () => {
  expect(refusals()).toBe('false');
});

test('bytecode that does not fit is refused without a word, and changes nothing', () => {
  expect(refusals(otherFlags)).toBe('true');
  expect(explained(otherFlags)).toEqual({ ...explained(), status: 0, stderr: '' });
});
