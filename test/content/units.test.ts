import { expect, test } from 'vitest';
import { finderOf } from '../../src/content/finder.ts';
import { withoutUnit } from '../../src/content/units.ts';
import { concepts } from './builders.ts';

test.each([
  ['F (mg/l)', 'F'],
  ['Nitrate, mg/L', 'Nitrate'],
  ['so2_ug_m3', 'so2'],
  ['pm25 µg/m³', 'pm25'],
  ['CF_NMP/100 ml', 'CF'],
  ['E coli CFU 100mL', 'E coli'],
  ['tmax °C', 'tmax'],
  ['gusts km/h', 'gusts'],
  // Words that end like a unit keep their ending.
  ['Total', 'Total'],
  ['Item', 'Item'],
  ['Programme', 'Programme'],
  ['Quantity per lot', 'Quantity per lot'],
  ['mg/l', 'mg/l'],
])('%s without its unit is %s', (header, name) => {
  expect(withoutUnit(header)).toBe(name);
});

test.each([
  ['dashes', '-'.repeat(200_000), ''],
  ['blanks between letters', `a${' '.repeat(200_000)}b`, ''],
  ['words before a unit', `${'word '.repeat(40_000)}km`, ' km/h'],
])('a title of very many %s is looked at for its unit at its end alone', (_, title, unit) => {
  expect(withoutUnit(title + unit)).toBe(title);
});

const find = finderOf(
  concepts({
    fluoride: { expects: 'number', words: {}, codes: ['F'] },
    lowest: { expects: 'number', words: {}, codes: ['tmin'] },
  }),
);
const idsIn = (header: string): readonly string[] => find(header).map(({ concept }) => concept);

test.each([
  ['F_mg/L', ['fluoride']],
  ['tMin', ['lowest']],
  ['t_min (°C)', ['lowest']],
  // A code is the whole of a header, not a letter in it.
  ['F M', []],
  ['tmin total', []],
])('the code in %s is read as %o', (header, ids) => {
  expect(idsIn(header)).toEqual(ids);
});
