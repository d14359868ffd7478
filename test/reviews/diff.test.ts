import { describe, expect, test } from 'vitest';
import type { Category } from '../../src/model/data.ts';
import type { Review, ReviewAnswer, ReviewEvidence } from '../../src/model/review.ts';
import {
  changesBetween,
  type DiffContext,
  definitionChange,
  inOrder,
  join,
  publishedWords,
} from '../../src/reviews/diff/index.ts';
import type { PublishedCsv } from '../../src/reviews/published/index.ts';
import { answers, review } from './builders.ts';

const words = publishedWords({
  people: '~*',
  remarks: { definition: ['definition*', 'criteria'], negation: ['not', "*n't"], nameless: ['anonymous'] },
} as unknown as PublishedCsv);

const alone: DiffContext = {
  rejudge: async () => null,
  redefinition: () => null,
  checksOf: (_, question) => [question],
  areJudgedAlike: (_, before, after) => before === after,
  cascadeOf: () => [],
  words: () => words,
};

/** A review whose answers but one are `YYYYYYYYY`, and whose evidence and rules are as told. */
const given = (
  word: string,
  more: Partial<Review> = {},
  evidence: Partial<ReviewEvidence> = {},
  answer: Partial<ReviewAnswer> = {},
): Review => {
  const made = review({ word, ...more });
  const changed = Object.fromEntries(Object.entries(made.answers).map(([id, one]) => [id, { ...one, ...answer }]));
  return { ...made, answers: changed, evidence: made.evidence.map((one) => ({ ...one, ...evidence })) };
};

const all = 'YYYYYYYYY';
const noBulk = 'YYYYYYNYY';
const noLicence = 'YYYYYYYNY';
const other = { sha256: 'b'.repeat(64) };
const override = {
  answer: 'Yes' as const,
  because: 'I called them.',
  reviewer: 'Ada',
  at: '2026-01-01T00:00:00Z',
  evidence: [],
};

const causeOf = async (before: Review, after: Review, context: Partial<DiffContext> = {}): Promise<readonly string[]> =>
  (await changesBetween(before, after, { ...alone, ...context })).map(({ question, cause }) => `${question} ${cause}`);

describe('the cause of a changed answer', () => {
  test.each([
    ['the same address gives other content', given(all), given(noBulk, {}, other), 'bulk data'],
    ['it is found at another address', given(all), given(noBulk, {}, { url: 'https://other.example/' }), 'bulk url'],
    [
      'it cannot be reached any more',
      given(all),
      given(noBulk, {}, { outcome: 'lost', sha256: null, status: null }),
      'bulk unseen',
    ],
    ['a log-in stands in front of it', given(all), given(noBulk, {}, { ...other, kind: 'login' }), 'bulk access'],
    ['it is gone', given(all), given(noBulk, {}, { ...other, status: 404 }), 'bulk access'],
    ['the page states another licence', given(all), given(noLicence, {}, other), 'openlicense licence'],
    [
      'the same address over TLS is the same address',
      given(all, { asOf: '2015-01-01' }, { url: 'http://data.example/results.csv' }),
      given(noBulk),
      'bulk time',
    ],
    ['the same evidence, only later', given(all, { asOf: '2014-01-01' }), given('YYYYYYYYN'), 'uptodate time'],
    [
      'the same evidence under another version of the rule',
      given(all),
      given(noBulk, {}, {}, { rule: { id: 'bulk', version: 2 } }),
      'bulk rule',
    ],
    ['the same evidence under another edition', given(all), given(noBulk, { edition: 'godi-2014' }), 'bulk edition'],
    ['nothing differs but the answer', given(all), given(noBulk), 'bulk unknown'],
    [
      'evidence and rule both changed, and nothing can be judged again',
      given(all),
      given(noBulk, {}, other, { rule: { id: 'bulk', version: 2 } }),
      'bulk unknown',
    ],
    [
      'what was seen was not kept',
      given(all, {}, { outcome: 'not-captured' }),
      given(noBulk, {}, { outcome: 'not-captured' }),
      'bulk unknown',
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await causeOf(before, after)).toEqual([expected]);
  });

  test('a person decided', async () => {
    const after = review({ word: noBulk, evidence: given(all, {}, other).evidence });
    const bulk = after.answers['bulk'];
    if (bulk === undefined) throw new Error('Every question is answered.');
    expect(
      await causeOf(given(noBulk), { ...after, answers: { ...after.answers, bulk: { ...bulk, override } } }),
    ).toEqual(['bulk reviewer']);
  });

  test('criteria: the same evidence, other things asked', async () => {
    const criterion = {
      id: 'spoiled',
      label: '',
      required: true,
      answer: 'No' as const,
      reason: '',
      says: '',
      evidence: [],
      where: [],
    };
    const other = { ...criterion, id: 'results' };
    const before = given(all, { criteria: [other] });
    expect(await causeOf(before, given('NYYYYYYYY', { criteria: [other, criterion] }))).toEqual(['exists criteria']);
    // A review that lists none held nothing against them, and tells nothing of what was asked.
    expect(await causeOf(given(all), given('NYYYYYYYY', { criteria: [criterion] }))).toEqual(['exists unknown']);
  });

  test('without evidence it is the criteria where the category is defined otherwise', async () => {
    const named = { outcome: 'not-captured' } as const;
    const redefinition: DiffContext['redefinition'] = (category) => ({
      category,
      title: '',
      added: ['Spoiled'],
      removed: [],
      kept: [],
      recombined: false,
      due: null,
    });
    const [before, after] = [given(all, { edition: 'godi-2014' }, named), given('UYYYYYYYY', {}, named)];
    expect(await causeOf(before, after, { redefinition })).toEqual(['exists criteria']);
    expect(await causeOf(before, after)).toEqual(['exists unknown']);
  });
});

describe('with the old evidence at hand it is judged again', () => {
  const kept = { record: { file: 'old.warc.gz', id: 'urn:uuid:1' } };
  const before = given(all, { edition: 'godi-2014' }, kept);
  const after = given(noBulk, {}, other, { rule: { id: 'bulk', version: 2 } });
  const rejudged = (word: string): Partial<DiffContext> => ({
    rejudge: async () => review({ word, edition: 'godi-2015' }),
  });

  test('the new answer from the old evidence is the doing of the rules', async () => {
    expect(await causeOf(before, after, rejudged(noBulk))).toEqual(['bulk edition']);
    expect(await causeOf({ ...before, edition: 'godi-2015' }, after, rejudged(noBulk))).toEqual(['bulk rule']);
  });

  test('the old answer once more is the doing of the world, though the rules changed as well', async () => {
    expect(await causeOf(before, after, rejudged(all))).toEqual(['bulk data']);
  });

  test('it is judged by the edition of the new review, and only where something changed', async () => {
    const asked: string[] = [];
    const rejudge: DiffContext['rejudge'] = async (_, edition) => {
      asked.push(edition);
      return null;
    };
    await changesBetween(before, after, { ...alone, rejudge });
    await changesBetween(before, { ...before, edition: 'godi-2015' }, { ...alone, rejudge });
    expect(asked).toEqual(['godi-2015']);
  });
});

test('points are what the change won or lost', async () => {
  const changes = await changesBetween(given('UYYYYYYYN'), given('YYYYYYYUN'), alone);
  expect(changes.map(({ question, from, to, points }) => [question, from, to, points])).toEqual([
    ['exists', 'Unsure', 'Yes', 5],
    ['openlicense', 'Yes', 'Unsure', -30],
  ]);
});

test('questions of two editions are the same where the same checks stand behind them', async () => {
  const after = {
    ...review({ edition: 'godi-2016' }),
    answers: { timely: { ...(answers('NNNNNNNNN')['uptodate'] as ReviewAnswer) } },
  };
  const checksOf: DiffContext['checksOf'] = (_, question) => [question === 'timely' ? 'uptodate' : question];
  expect(await causeOf(given(all), after, { checksOf })).toEqual(['timely edition']);
});

test('streams are joined by place and category, what stands alone stands alone', () => {
  const of = (place: string, category: string): Review => review({ in: place, of: category });
  const before = [of('dz', 'a'), of('ma', 'a'), of('ma', 'c')];
  const after = [of('ma', 'a'), of('ma', 'b'), of('tn', 'a')];
  const names = [...join(before[Symbol.iterator](), after[Symbol.iterator]())].map((pair) =>
    [pair.before, pair.after].map((one) => (one === null ? '–' : `${one.place?.id} ${one.category?.id}`)).join(' | '),
  );
  expect(names).toEqual(['dz a | –', 'ma a | ma a', '– | ma b', 'ma c | –', '– | tn a']);
  expect(inOrder(of('ma', 'b'), of('ma', 'a'))).toBe(1);
});

describe('what became of the definition of a category', () => {
  const edition = (id: string, groups: readonly (readonly string[])[], every: string | null = 'P1Y') => ({
    edition: id,
    groups,
    atLeast: groups.length,
    cycle: { every, per: null, grace: 'P0D', source: '' },
    rulings: [],
    source: '',
  });
  const category = {
    id: 'x',
    titles: { en: 'X' },
    criteria: ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() })),
    editions: [
      edition('one', [['a', 'b']]),
      edition('two', [['b', 'c']], 'P1M'),
      edition('three', [['b'], ['c']], 'P1M'),
      edition('four', [['c', 'b']], 'P1M'),
    ],
  } as unknown as Category;

  test.each([
    ['one', 'two', { added: ['C'], removed: ['A'], recombined: false, due: { before: 'P1Y', after: 'P1M' } }],
    ['two', 'three', { added: [], removed: [], recombined: true, due: null }],
    ['two', 'four', null],
    ['one', 'unknown', null],
  ])('from %s to %s', (before, after, expected) => {
    const change = definitionChange(category, before, after);
    if (expected === null) expect(change).toBeNull();
    else expect(change).toMatchObject(expected);
  });
});
