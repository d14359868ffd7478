import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gathered } from '../../src/collect/gathered.ts';

test('pieces of all sizes come back as they came', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 6_000 }), { maxLength: 60 }), (pieces) => {
      const gathered = new Gathered();
      for (const piece of pieces) gathered.add(Buffer.from(piece));
      expect(gathered.length).toBe(pieces.reduce((sum, { length }) => sum + length, 0));
      expect(gathered.bytes().equals(Buffer.concat(pieces))).toBe(true);
    }),
  );
});

test('a million pieces of one byte take about a megabyte', () => {
  const before = process.memoryUsage();
  const gathered = new Gathered();
  for (let at = 0; at < 1_000_000; at += 1) gathered.add(Buffer.from([at & 255]));
  const after = process.memoryUsage();
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(40_000_000);
  expect(gathered.bytes()).toHaveLength(1_000_000);
});
