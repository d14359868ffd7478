import { describe, expect, test } from 'vitest';
import { type Drawable, draw } from '../../src/score/draw.ts';

const stratum = (name: string, count: number): readonly Drawable[] =>
  Array.from({ length: count }, (_, at) => ({ key: `${name}/${String(at).padStart(3, '0')}`, stratum: name }));

const items = [...stratum('budget Yes', 60), ...stratum('budget No', 30), ...stratum('water Unsure', 2)];

const keys = (list: readonly Drawable[], size: number, seed = '1'): readonly string[] =>
  draw(list, size, seed).drawn.map(({ key }) => key);

describe('a drawn sample', () => {
  test('is this one for this seed, on every machine', () => {
    // The lowest of `printf '1\nbudget No/000' | sha256sum` … in each stratum.
    expect(keys(items, 5)).toEqual([
      'budget No/028',
      'budget Yes/002',
      'budget Yes/022',
      'budget Yes/036',
      'water Unsure/001',
    ]);
  });

  test('does not depend on the order in which items come', () => {
    expect(keys([...items].reverse(), 12)).toEqual(keys(items, 12));
  });

  test('is another for another seed', () => {
    expect(keys(items, 12, '2')).not.toEqual(keys(items, 12, '1'));
  });

  test('holds one of every stratum, and the others in proportion', () => {
    expect(draw(items, 12, '1').strata).toEqual([
      { id: 'budget No', size: 30, drawn: 4 },
      { id: 'budget Yes', size: 60, drawn: 7 },
      { id: 'water Unsure', size: 2, drawn: 1 },
    ]);
  });

  test('that is larger holds what the smaller one held', () => {
    const larger = new Set(keys(items, 40));
    expect(keys(items, 20).filter((key) => !larger.has(key))).toEqual([]);
  });

  test('of more than there is holds each once', () => {
    expect(keys(items, 1000)).toEqual(items.map(({ key }) => key).sort());
    expect(keys([], 3)).toEqual([]);
  });

  test('of fewer than there are strata takes no more than asked', () => {
    expect(keys(items, 2)).toHaveLength(2);
  });
});
