import { expect, test } from 'vitest';
import { judgeContent } from '../../../src/content/index.ts';
import type { ShownBy } from '../../../src/model/content.ts';
import type { Inspection, Member } from '../../../src/model/inspection.ts';
import { category, concepts, inspection, table } from '../builders.ts';

const vocabulary = concepts({
  river: { expects: 'text', words: { en: ['river'] } },
  road: { expects: 'text', words: { en: ['road'] } },
});

const road: ShownBy = { yes: [{ field: 'road' }], absent: 'no' };
const polygons: ShownBy = { yes: [{ shape: 'geometry', kinds: ['polygon'] }], absent: 'no' };

const member = (path: string, given: Partial<Inspection>): Member => {
  return { path, bytes: 10, inspection: inspection(given) };
};
const attributes = member('a/map.dbf', { format: 'dbf', tables: [table('River', 'Lune', 'Wyre')] });
const shapes = member('a/map.shp', { format: 'shapefile', complete: false });

const answer = (shownBy: ShownBy, ...members: readonly Member[]): string | undefined =>
  judgeContent({
    files: [{ evidence: 'ev-1', name: 'map.zip', inspection: inspection({ format: 'zip', complete: false, members }) }],
    category: category({ id: 'it', shownBy }),
    edition: 'godi-2015',
    concepts: vocabulary,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  }).findings[0]?.answer;

test.each([
  ['a field is not there where the table of a shapefile was read', road, [attributes, shapes], 'No'],
  ['geometry may be in the part that was not read', polygons, [attributes, shapes], 'Unsure'],
  ['a part of another name may hold anything', road, [attributes, { ...shapes, path: 'a/other.shp' }], 'Unsure'],
  ['a member that was not opened may hold anything', road, [attributes, { ...attributes, inspection: null }], 'Unsure'],
] as const)('%s', (_, shownBy, members, expected) => {
  expect(answer(shownBy, ...members)).toBe(expected);
});

test.each([
  ['may be what is asked for, letter for letter', 'R�ad', 'Unsure'],
  ['may be what is asked for, one letter in several signs', 'RÃ³ad', 'Unsure'],
  ['may be another form of it', 'R�ads', 'Unsure'],
  ['cannot be it for the letters that were read', 'L�ne', 'No'],
  ['cannot be it for its length', 'R�adwayside', 'No'],
])('a word of guessed letters %s', (_, name, expected) => {
  const [finding] = judgeContent({
    files: [
      {
        evidence: 'ev-1',
        name: 'file.csv',
        inspection: inspection({
          tables: [table(`${name}|River`, '7|Lune', '8|Wyre')],
          warnings: [{ code: 'undecodable', says: '' }],
        }),
      },
    ],
    category: category({ id: 'it', shownBy: road }),
    edition: 'godi-2015',
    concepts: vocabulary,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  }).findings;
  expect([finding?.answer, expected === 'No' || finding?.reason === 'letters-guessed']).toEqual([expected, true]);
});

test('rows that name the columns of another table leave open what stands under them', () => {
  const answerOf = (...codes: readonly string[]) => {
    const warnings = codes.map((code) => ({ code, says: '' }));
    const file = inspection({ format: 'csv', tables: [table('River', 'Lune', 'Wyre')], warnings });
    const [finding] = judgeContent({
      files: [{ evidence: 'ev-1', name: 'map.csv', inspection: file }],
      category: category({ id: 'it', shownBy: road }),
      edition: 'godi-2015',
      concepts: vocabulary,
      place: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings;
    return `${finding?.answer} ${finding?.reason}`;
  };
  expect(answerOf('several-tables')).toBe('Unsure tables-mixed');
  expect(answerOf()).toMatch(/^No/);
});
