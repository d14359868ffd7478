import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsIn, wordList } from '../../../src/content/roles/runs.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'o', 'é', 'ж', '票'), minLength: 1, maxLength: 6 }));

describe('runs of letters', () => {
  test('of a word are each told once, its ends among them', () => {
    expect(runsIn('anana')).toEqual([' an', 'ana', 'nan', 'na ']);
    expect(runsIn('a')).toEqual([' a ']);
  });

  test('are found in every word that holds them, however often is asked', () => {
    fc.assert(
      fc.property(words, (known) => {
        const { holding } = wordList(known.join('\n'));
        const asked = [...new Set(known.flatMap(runsIn)), 'zzz'];
        const rounds = Math.ceil(400 / asked.length);
        for (let round = 0; round < rounds; round += 1) {
          for (const run of asked) {
            expect(holding(run)).toEqual(known.filter((word) => runsIn(word).includes(run)));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a word is found by its first letters', () => {
    const { beginningWith } = wordList('total\nto\nvote\nvoter');
    expect(beginningWith('vo')).toEqual(['vote', 'voter']);
    expect(beginningWith('o')).toEqual([]);
  });
});
