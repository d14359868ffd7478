import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Review } from '../../../src/model/review.ts';
import { openOrderedRows } from '../../../src/reviews/published/index.ts';
import { openSpool } from '../../../src/reviews/published/spool.ts';
import { RankTally } from '../../../src/score/rank.ts';
import { review } from '../builders.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-spool-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const texts = fc.array(fc.record({ before: fc.string({ unit: 'binary' }), after: fc.string({ unit: 'binary' }) }));

test('texts come back from a spool with what is put in between, in any order, and no file is left', () => {
  fc.assert(
    fc.property(texts, fc.string(), (all, between) => {
      const spool = openSpool(join(dir, globalThis.crypto.randomUUID()));
      const filler = 'x'.repeat(100_000);
      for (const { before, after } of all) spool.put({ before: before, after: after + filler });
      expect(readdirSync(dir)).toEqual([]);
      for (const [at, { before, after }] of [...all.entries()].reverse())
        expect(spool.text(at, between)).toBe(before + between + after + filler);
      spool.close();
    }),
    { numRuns: 30 },
  );
});

test('a spool that cannot be made says where, and what to do', () => {
  expect(() => openSpool(join(dir, 'nowhere', 'x'))).toThrow(/nowhere.* was not written: .*TMPDIR/s);
});

const entry = fc.record({
  year: fc.constantFrom(2014, 2015, 2016),
  of: fc.constantFrom('budget', 'land', 'water'),
  word: fc.constantFrom('YYYYYNNNY', 'NNNNNNNNN', 'YYYYYYYYY'),
  row: fc.option(fc.integer({ min: 1, max: 20 })),
  bears: fc.option(fc.constantFrom('2013', '2014')),
  rank: fc.boolean(),
});

/** How the rows are put in order where all reviews can be held. */
const plainly = (reviews: readonly (readonly [Review, boolean])[]): readonly string[] => {
  const rowOf = ({ published }: Review): number | undefined =>
    published?.['row'] === undefined ? undefined : Number(published['row']);
  const yearOf = ({ published, year }: Review): number => Number(published?.['year'] ?? year);
  const inOrder = ([one]: readonly [Review, boolean], [other]: readonly [Review, boolean]): number => {
    const [row, second] = [rowOf(one), rowOf(other)];
    if (row !== undefined && second !== undefined) return row - second;
    if (row !== undefined || second !== undefined) return row === undefined ? -1 : 1;
    const [category = '', next = ''] = [one.category?.id, other.category?.id];
    return (
      other.year - one.year || (category < next ? -1 : category > next ? 1 : 0) || other.score.points - one.score.points
    );
  };
  return [...reviews].sort(inOrder).map(([own, takesRank]) => {
    const better = reviews.filter(
      ([other]) =>
        yearOf(other) === yearOf(own) &&
        other.category?.id === own.category?.id &&
        other.score.points > own.score.points,
    );
    return `${own.notes}<${takesRank ? better.length + 1 : ''}>`;
  });
};

test('rows come out as they would where all reviews are held: in their old order, then by year, category and points, ranked', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (all) => {
      const rows = openOrderedRows(join(dir, globalThis.crypto.randomUUID()), () => new RankTally());
      const reviews = all.map(({ row, bears, rank, ...given }, at) => {
        const published = {
          ...(row === null ? {} : { row: String(row) }),
          ...(bears === null ? {} : { year: bears }),
        };
        return [review({ ...given, published, notes: `n${at}` }), rank] as const;
      });
      for (const [own, takesRank] of reviews) rows.add(own, { before: `${own.notes}<`, after: '>', takesRank });
      expect([...rows.rows()]).toEqual(plainly(reviews));
      expect(rows.count()).toBe(all.length);
      expect(rows.years()).toEqual(
        [...new Set(reviews.map(([{ published, year }]) => Number(published?.['year'] ?? year)))].sort(),
      );
      rows.close();
    }),
    { numRuns: 200 },
  );
});
