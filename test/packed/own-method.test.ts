import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { folder, run } from './program.ts';

/* The worked example, as its page tells it, with nothing but the installed program in an empty folder. */

const page = readFileSync(join(inject('installed').home, 'docs', 'own-method.md'), 'utf8');
const [, block = ''] = /```sh\n([\s\S]+?)\n```/.exec(page) ?? [];
const lines = block.split('\n').flatMap((line) => line.split(' && '));

test('every line of the worked example does what it is told to do', async () => {
  expect(lines[0]).toBe('npm install --global open-data-auditor');
  expect(lines[2]).toBe('cd my-index');
  const ends: Record<string, number | null> = {};
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('odi ')) continue;
    const words = line.split(' ').slice(1);
    const { code, err } = await run(words, {}, at < 2 ? folder : join(folder, 'my-index'));
    ends[line] = code;
    expect(err).not.toContain('defect');
  }
  expect(ends).toEqual({
    'odi init my-index': 0,
    'odi validate .': 0,
    'odi inspect trees.csv --category tree-register': 0,
    // The city is made up: nothing of it can be seen, and the review is written all the same.
    'odi audit freeport tree-register': 3,
    'odi scorecard': 0,
  });
});
