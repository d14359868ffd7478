import { expect, test } from 'vitest';
import { rendered } from '../../src/commands/rendered.ts';
import type { Shell } from '../../src/commands/shell.ts';

const shellOf = () => {
  const told: string[] = [];
  const codes: number[] = [];
  const shell = { tell: (text: string) => void told.push(text), exit: (code: number) => void codes.push(code) };
  return { shell: shell as unknown as Shell, told, codes };
};

test('a renderer that fails costs its document, on one line, and ends with 70', async () => {
  const { shell, told, codes } = shellOf();
  const fail = (): string => {
    throw new Error('no\nsuch\u001b[31m thing');
  };
  expect(await rendered(fail, 'html', 'the reviews are kept in reviews', shell)).toBeNull();
  expect(codes).toEqual([70]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(
    /^odi: renderer html: no such.*thing \(a defect of odi; the reviews are kept in reviews\)\n$/,
  );
  expect(told[0]).not.toContain('\u001b');
});

test('a document that is written is handed on', async () => {
  const { shell, codes } = shellOf();
  expect(await rendered(async () => 'text', 'text', '', shell)).toBe('text');
  expect(codes).toEqual([]);
});
