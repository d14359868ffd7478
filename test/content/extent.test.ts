import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../src/content/index.ts';
import { read } from '../../src/content/read.ts';
import { sentence } from '../../src/content/reasons.ts';
import { shapes } from '../../src/content/shapes/index.ts';
import type { Scope } from '../../src/model/check.ts';
import type { Clue, ShapeClue, ShownBy } from '../../src/model/content.ts';
import type { Inspection, Page } from '../../src/model/inspection.ts';
import { htmlInspection } from '../builders.ts';
import { category, concepts, inspection, table } from './builders.ts';

const vocabulary = concepts({
  whole: { expects: 'any', words: { en: ['national', 'whole country'] } },
  country: { expects: 'any', words: { en: ['Nowhere'] } },
  law: { expects: 'any', words: { en: ['law', 'laws'] } },
  tons: { expects: 'count', words: { en: ['tons'] } },
});

const parts = ['Alba Longa', 'Pará', 'Südmark', 'Westerland'];
const published = (level: Scope['level']): Scope => ({ level, where: [{ evidence: 'ev-9', quote: 'Its publisher.' }] });
const [ministry, town, nobody] = [published('national'), published('local'), published('unknown')];

const found = (clue: ShapeClue, given: Partial<Inspection>, scope: Scope | null, names: readonly string[] = parts) => {
  const reading = read([{ evidence: 'ev-1', name: 'file', inspection: inspection(given) }], vocabulary);
  const scene = { reading, facts: {}, asOf: '2026-01-01', whole: true, reader: null, scope, parts: names };
  const reason = shapes[clue.shape]?.(scene, clue)?.reason ?? null;
  if (reason !== null) expect(sentence('it', 'Yes', { reason, args: {} })).not.toBe(`it: Yes, ${reason}.`);
  return reason;
};

const whole: ShapeClue = { shape: 'whole-country', of: { words: ['whole'], names: ['country'] } };
const titled = (title: string, given: Partial<Page> = {}): Partial<Inspection> => {
  const { page } = htmlInspection();
  return page === null ? {} : { page: { ...page, title, headings: [], ...given } };
};

describe('rows in the parts of the country', () => {
  test.each([
    ['show it where they name half of them', ['A|Alba Longa', 'B|Pará', 'C|Südmark'], parts, 'parts-of-the-country'],
    [
      'show it with other words around',
      ['A|Region of Pará', 'B|ALBA LONGA', 'C|Sudmark (S)'],
      parts,
      'parts-of-the-country',
    ],
    ['show nothing where they name two', ['A|Alba Longa', 'B|Pará', 'C|Elsewhere'], parts, null],
    [
      'show nothing where nearly all lie in one',
      ['A|Pará', 'B|Pará', 'C|Pará', 'D|Pará', 'E|Pará', 'F|Alba Longa', 'G|Südmark'],
      parts,
      null,
    ],
    ['show nothing where a name is only part of another word', ['A|Parável', 'B|Albania', 'C|Südmarkt'], parts, null],
    ['show nothing in a country of two parts', ['A|North', 'B|South', 'C|South'], ['North', 'South'], null],
  ])('%s', (_, rows, names, reason) => {
    expect(found(whole, { tables: [table('Office|Where', ...rows)] }, nobody, names)).toBe(reason);
  });
});

describe('where the publisher is known', () => {
  test.each([
    ['a cell that says nothing but the whole', { tables: [table('Area', 'National', 'Alba Longa')] }, 'whole-country'],
    ['a header that says nothing but the whole', { tables: [table('Year|National', '2020|3')] }, 'whole-country'],
    ['a cell that names a library', { tables: [table('Unit', 'National Library', 'Archive')] }, null],
    ['a header that names a number', { tables: [table('National identity number', '1')] }, null],
    ['a title that names a library', titled('Budget of the National Library'), null],
    ['a title that is of the whole', titled('National total'), 'whole-country'],
    ['a title that mentions the country', titled('Open Data Nowhere'), null],
    ['a column that has the country in every row', { tables: [table('Land', 'Nowhere', 'Nowhere')] }, null],
    ['a column with the code of the country', { tables: [table('Code', 'XA', 'XA')] }, null],
    ['a name of the site behind the title', titled('Budget | National whole country'), null],
  ])('%s: %s', (_, given, reason) => {
    expect(found(whole, given, nobody)).toBe(reason);
  });

  test('as one of a part, nothing in it is of the whole', () => {
    expect(found(whole, { tables: [table('Area', 'National')] }, town)).toBeNull();
    expect(found(whole, { tables: [table('Where', 'Alba Longa', 'Pará', 'Südmark')] }, town)).toBeNull();
  });
});

test('of a file alone, the country’s name in its title has to do', () => {
  expect(found(whole, titled('Open Data Nowhere'), null)).toBe('whole-country');
});

test.each([
  [ministry, 'publisher-of-the-whole', null],
  [town, null, 'publisher-not-known'],
  [nobody, null, 'publisher-not-known'],
  [null, null, 'publisher-not-known'],
])('a mandate is that of a body of the whole country: %o', (scope, has, hasNot) => {
  expect(found({ shape: 'mandated' }, {}, scope)).toBe(has);
  expect(found({ shape: 'unmandated' }, {}, scope)).toBe(hasNot);
});

describe('a publisher says how many there are', () => {
  const many: ShapeClue = { shape: 'declared-count', of: { of: ['law'] }, atLeast: 100 };
  test.each([
    ['in a sentence', 'The register holds 2,431 laws in force.', 'declared-count'],
    ['with words between', 'Sammlung: 12.345 geltende national laws', 'declared-count'],
    ['too few', 'It holds 31 laws.', null],
    ['of something else', 'It holds 2,431 photographs.', null],
    ['a number before another word', 'See page 2431. All laws are here.', null],
  ])('%s', (_, text, reason) => {
    expect(found(many, { text }, ministry)).toBe(reason);
  });
});

const criterion: ShownBy = { yes: [{ field: 'tons' }], absent: 'no' };
const rows = { tables: [table('Tons|Where', '3|Alba Longa', '4|Pará', '5|Südmark')] };

const judge = (given: Partial<Inspection>, scope: Scope | null, more: { shownBy?: ShownBy; whole?: boolean } = {}) =>
  judgeContent({
    files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection(given) }],
    category: category({ id: 'it', shownBy: more.shownBy ?? criterion }),
    edition: 'godi-2015',
    concepts: vocabulary,
    place: { facts: {}, parts },
    scope,
    asOf: '2026-01-01',
    whole: more.whole ?? true,
  });

const without = { tables: [table('Where', 'Alba Longa')] };

test.each([
  ['what a ministry shows counts', rows, ministry, 'Yes', 'header', 'met'],
  ['what nobody knows who shows counts', rows, nobody, 'Yes', 'header', 'met'],
  ['what a town shows is of the town', rows, town, 'Unsure', 'of-a-part', 'unknown'],
  ['what a town lacks, the town lacks', without, town, 'Unsure', 'of-a-part', 'unknown'],
  ['what a ministry lacks counts', without, ministry, 'No', 'not-in-the-data', 'missed'],
])('%s', (_, given, scope, answer, reason, rule) => {
  const verdict = judge(given, scope);
  expect(verdict.findings[0]).toMatchObject({ answer, reason });
  expect(verdict.rule).toBe(rule);
});

test('the extent is shown by rows in all parts, and never by a town’s', () => {
  expect(judge(rows, nobody).extent?.[0]).toMatchObject({
    evidence: 'ev-1',
    quote: expect.stringContaining('Alba Longa'),
  });
  expect(judge(without, nobody).extent).toBeNull();
  expect(judge(rows, town).extent).toBeNull();
});

test('a refuted criterion is a No only where all was seen', () => {
  const refuted: Clue = { says: 'law', in: ['column'] };
  const shownBy: ShownBy = { ...criterion, refutedBy: [refuted] };
  const given = { tables: [table('Tons|Law', '3|x')] };
  expect(judge(given, ministry, { shownBy, whole: false })).toMatchObject({
    findings: [{ answer: 'Unsure' }],
    rule: 'unknown',
  });
  expect(judge(given, ministry, { shownBy, whole: true })).toMatchObject({
    findings: [{ answer: 'No' }],
    rule: 'missed',
  });
});

test('a criterion about timeliness is told apart from what the data needs to exist', () => {
  const base = category({ id: 'it', shownBy: criterion }, { id: 'weekly', shownBy: criterion });
  const [edition] = base.editions;
  if (edition === undefined) throw new Error('The builder makes one edition.');
  const editions = [{ ...edition, groups: [['it']] as const, timely: ['weekly', 'it'] }];
  const { findings } = judgeContent({
    ...{ files: [{ evidence: 'ev-1', name: 'f', inspection: inspection(rows) }], category: { ...base, editions } },
    ...{ edition: 'godi-2015', concepts: vocabulary, place: null, scope: null, asOf: '2026-01-01', whole: true },
  });
  expect(findings.map(({ id, required, timely }) => [id, required, timely])).toEqual([
    ['it', true, false],
    ['weekly', true, true],
  ]);
});
