import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/* What the script that makes the files of bodies lays to what they hold, and what it refuses. */

const script = new URL('../../criteria/make-bodies.mjs', import.meta.url).href;
const { fileOf, heldIn, withRows } = await import(script);

const folder = fileURLToPath(new URL('../../criteria/places/bodies', import.meta.url));

const known = { places: new Set(['zz', 'gb']), categories: new Set(['election-results', 'legislation']) };

const row = (given: object = {}) => ({
  ...{ place: 'zz', category: 'election-results', name: 'Election Commission', url: 'votes.zz', standing: 'named' },
  ...{ title: 'List of commissions, members', source: 'https://lists.example/' },
  ...given,
});

const laid = (held: Map<string, unknown>, ...rows: readonly object[]) => withRows(held, rows, known);

test('the files are what they are made again from', () => {
  const made = new Map([...heldIn(folder)].map(([place, bodies]) => [`${place}.yaml`, fileOf(place, bodies)]));
  expect([...made.keys()]).toEqual(readdirSync(folder).sort());
  for (const [name, text] of made) expect(readFileSync(`${folder}/${name}`, 'utf8')).toBe(text);
});

describe('rows', () => {
  const first = {
    ...{ name: 'Election Commission', site: 'http://votes.zz/', categories: ['election-results'], standing: 'named' },
    source: { title: 'List of commissions, members', url: 'https://lists.example/' },
  };

  test('come after what is held, which stays as it is', () => {
    const { all } = laid(new Map([['zz', [first]]]), row({ name: 'Chancellery', url: 'https://laws.zz/' }));
    expect(all.get('zz').map(({ name }: { name: string }) => name)).toEqual(['Election Commission', 'Chancellery']);
    expect(all.get('zz')[0]).toEqual(first);
  });

  test('that are held already change nothing and are told', () => {
    const held = new Map([['zz', [first]]]);
    const { all, again } = laid(held, row());
    expect(all).toEqual(held);
    expect(again).toEqual([row()]);
  });

  test('of another category by the same source are the same body', () => {
    const held = new Map([['zz', [first]]]);
    const { all } = laid(held, row({ category: 'legislation' }));
    expect(all.get('zz')).toEqual([{ ...first, categories: ['election-results', 'legislation'] }]);
    expect(held.get('zz')).toEqual([first]);
  });

  test.each([
    ['without a source', { source: '' }, /^Without a source/],
    ['of no place that is known', { place: 'qq' }, /^There is no place qq/],
    ['of no category', { category: 'parties' }, /^There is no category parties/],
    ['that say not how a body stands', { standing: 'sure' }, /^Neither listed nor named/],
    ['of a site of another country', { url: 'https://votes.gov.qq/' }, /^Under the domain of another country/],
  ])('%s are refused', (_, given, said) => {
    expect(() => laid(new Map(), row(given))).toThrow(said);
  });

  test.each([
    ['zz', 'https://votes.gov.zz/'],
    ['zz', 'https://votes.org/'],
    ['gb', 'https://votes.gov.uk/'],
  ])('of %s may be at %s', (place, url) => {
    expect(laid(new Map(), row({ place, url })).all.get(place)).toHaveLength(1);
  });
});
