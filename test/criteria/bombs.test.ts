import { expect, test } from 'vitest';
import { parseText } from '../../src/criteria/text.ts';
import { spentSince } from '../processor.ts';

test.each([
  [
    'aliases that multiply',
    `a: &a [x,x,x]\n${[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`).join('\n')}`,
  ],
  ['merges by the thousand', `a: &a {x: 1}\nb: {<<: [${'*a,'.repeat(5_000)}]}`],
])('%s are a problem of the file', (_, text) => {
  const { value, problems } = parseText(text);
  expect([value, problems.length]).toEqual([null, 1]);
});

test('a hundred thousand keys take seconds', () => {
  const begun = process.cpuUsage();
  const { problems } = parseText(Array.from({ length: 100_000 }, (_, at) => `k${at}: ${at}`).join('\n'));
  expect(problems).toEqual([]);
  expect(spentSince(begun)).toBeLessThan(10);
});

test('a key that is there twice is told with its line', () => {
  expect(parseText('a: 1\nb: 2\na: 3\n').problems).toMatchObject([
    { line: 3, column: 1, says: 'Map keys must be unique' },
  ]);
});
