import { describe, expect, test } from 'vitest';
import type { CascadeRule } from '../../src/model/data.ts';
import type { DefinitionChange } from '../../src/model/diff.ts';
import type { Review } from '../../src/model/review.ts';
import { changesBetween, type DiffContext, publishedWords } from '../../src/reviews/diff/index.ts';
import type { PublishedCsv } from '../../src/reviews/published/index.ts';
import { answers, review } from './builders.ts';

/* Causes between two published entries: nothing but what they say of themselves is known. */

const words = publishedWords({
  people: '~*',
  remarks: { definition: ['definition*', 'criteria'], negation: ['not', "*n't"], nameless: ['anonymous'] },
} as unknown as PublishedCsv);

/** As the editions write it: `exists No * No` in one line. */
const rule = (question: string, answer: 'No' | 'Unsure', questions: readonly string[]): CascadeRule =>
  JSON.parse(
    `{"when":${JSON.stringify({ question, answer })},"then":${JSON.stringify({ questions, answer })},"reason":"made"}`,
  );

const cascade = [
  rule('exists', 'No', ['*']),
  rule('exists', 'Unsure', ['*']),
  rule('public', 'No', ['free', 'online', 'openlicense', 'bulk']),
];

const stricter: DefinitionChange = {
  category: 'election-results',
  title: 'Election Results',
  added: ['Reported at the polling station'],
  removed: [],
  kept: ['Votes by candidate'],
  recombined: false,
  due: { before: 'P1Y', after: 'P1M' },
};

const context: DiffContext = {
  rejudge: async () => {
    throw new Error('A published entry has no evidence to be judged again.');
  },
  redefinition: () => null,
  checksOf: (_, question) => [question],
  areJudgedAlike: () => true,
  cascadeOf: () => cascade,
  words: () => words,
};

/** What a row of the test says of an entry, where it is not as the others are. */
interface Entry {
  readonly word: string;
  readonly url?: string;
  readonly licence?: string;
  readonly format?: string;
  readonly by?: string;
  readonly reviewer?: string;
  readonly comments?: string;
  readonly notes?: string;
}

const entry = (year: number, given: Entry): Review => {
  const {
    word,
    url = 'http://a.example/data',
    licence = '',
    format = '',
    by = `Ada ${year}`,
    reviewer = 'Max',
  } = given;
  const published = Object.fromEntries(
    Object.entries({ row: '1', url, licenseurl: licence, format }).filter(([, cell]) => cell !== ''),
  );
  const made = Object.entries(answers(word)).map(([id, answer]) => [
    id,
    { ...answer, rule: { id: 'published', version: 0 } },
  ]);
  return {
    ...review({ word, year, edition: `godi-${year}`, notes: given.notes ?? '' }),
    answers: Object.fromEntries(made),
    evidence: [],
    people: { submitter: by, reviewers: [reviewer], comments: given.comments ?? '' },
    published,
  };
};

const causes = async (before: Entry, after: Entry, more: Partial<DiffContext> = {}): Promise<readonly string[]> => {
  const [old, fresh] = [entry(2014, before), entry(2015, after)];
  const changes = await changesBetween(old, fresh, { ...context, ...more });
  return changes.map(
    ({ question, cause, consequenceOf }) =>
      `${question} ${cause}${consequenceOf === null ? '' : ` of ${consequenceOf}`}`,
  );
};

const all = 'YYYYYYYYY';
const noBulk = 'YYYYYYNYY';
const noLicence = 'YYYYYYYNY';
const stale = 'YYYYYYYYN';
const redefined = { redefinition: () => stricter };

describe('the address', () => {
  test.each([
    ['moved', { url: 'http://a.example/old' }, { url: 'http://b.example/new' }, 'url'],
    ['is named no longer', { url: 'http://a.example/old' }, { url: '' }, 'url'],
    ['is named for the first time', { url: '' }, { url: 'http://a.example/new' }, 'url'],
    [
      'is the same over TLS, with www and a slash',
      { url: 'http://a.example/Data/' },
      { url: 'https://www.a.example/data' },
      'reviewer',
    ],
    ['is one of several', { url: 'http://a.example, http://b.example' }, { url: 'http://b.example/' }, 'reviewer'],
    [
      'is another page of an application',
      { url: 'http://a.example/#/budget' },
      { url: 'http://a.example/#/spending' },
      'url',
    ],
    [
      'has another place on the same page',
      { url: 'http://a.example/x#top' },
      { url: 'http://a.example/x#end' },
      'reviewer',
    ],
    [
      'stood in the notes before',
      { url: '', notes: 'See http://a.example/x.' },
      { url: 'http://a.example/x' },
      'reviewer',
    ],
    ['is named by neither', { url: '' }, { url: '' }, 'reviewer'],
  ])('%s', async (_, before, after, cause) => {
    expect(await causes({ word: all, ...before }, { word: noBulk, ...after })).toEqual([`bulk ${cause}`]);
  });
});

describe('the licence', () => {
  test.each([
    [
      'is named at another address',
      { licence: 'http://a.example/terms' },
      { licence: 'http://a.example/licence' },
      'licence',
    ],
    ['is named no longer', { licence: 'http://a.example/terms' }, {}, 'licence'],
    ['is named in words', { licence: 'CC BY' }, { licence: 'CC BY-NC' }, 'licence'],
    ['is the same', { licence: 'http://a.example/terms' }, { licence: 'https://a.example/terms/' }, 'reviewer'],
    ['went with the data', { licence: 'http://a.example/terms' }, { url: '' }, 'url'],
    [
      'moved with the data',
      { licence: 'http://a.example/terms' },
      { url: 'http://b.example/', licence: 'http://b.example/terms' },
      'url',
    ],
  ])('%s', async (_, before, after, cause) => {
    expect(await causes({ word: all, ...before }, { word: noLicence, ...after })).toEqual([`openlicense ${cause}`]);
  });

  test('explains no other question', async () => {
    expect(await causes({ word: all, licence: 'http://a.example/terms' }, { word: noBulk })).toEqual(['bulk reviewer']);
  });
});

describe('what follows from another answer', () => {
  test('is a consequence, in both directions', async () => {
    expect(await causes({ word: 'YYNYNYNYY' }, { word: 'NNNNNNNNN', url: '' })).toEqual([
      'exists url',
      ...['digital', 'online', 'machinereadable', 'openlicense', 'uptodate'].map((id) => `${id} cascade of exists`),
    ]);
    expect(await causes({ word: 'UUUUUUUUU', url: '' }, { word: 'YNNNNNNNN' })).toEqual(
      expect.arrayContaining(['exists url', 'public cascade of exists', 'bulk cascade of public']),
    );
  });

  test('only where the answer is the one that the rule makes', async () => {
    expect(await causes({ word: all }, { word: 'YYNNYYYYY' })).toEqual(['public reviewer', 'online cascade of public']);
    expect(await causes({ word: all }, { word: 'YYNUYYYYY' })).toEqual(['public reviewer', 'online reviewer']);
  });

  test('only where the other answer changed', async () => {
    expect(await causes({ word: 'YYNYNNNNY' }, { word: 'YYNNNNNNY' })).toEqual(['online reviewer']);
  });
});

describe('what the category asks for', () => {
  const unmet = { comments: 'The submission does not meet the definition.' };
  test.each([
    ['and the entry says that it is not met', { word: 'NNNNNNNNN', ...unmet }, 'exists criteria'],
    [
      'and the entry names what is missing',
      { word: 'NNNNNNNNN', comments: 'It is not at the level of a polling station.' },
      'exists criteria',
    ],
    ['and it said so before', { word: 'NNNNNNNNN', notes: 'Old: it does not meet the definition.' }, 'exists reviewer'],
    ['and the entry is silent', { word: 'NNNNNNNNN' }, 'exists reviewer'],
    ['and the entry says that it is met', { word: 'NNNNNNNNN', comments: 'It meets all criteria.' }, 'exists reviewer'],
    ['but the answer rose', { word: 'YYYYYYYYY', ...unmet }, 'exists reviewer'],
    ['and only another question of the same data fell', { word: noBulk, ...unmet }, 'bulk reviewer'],
    ['and the data is not taken for it any more', { word: noBulk, url: '', ...unmet }, 'bulk criteria'],
    ['which is no matter of its licence', { word: noLicence, url: '', ...unmet }, 'openlicense url'],
  ])('is more %s', async (_, after, expected) => {
    const before = {
      word: after.word === 'YYYYYYYYY' ? 'NNNNNNNNN' : all,
      notes: 'Old: it does not meet the definition.',
    };
    expect((await causes(before, after, redefined))[0]).toBe(expected);
  });

  test('is the same: then it explains nothing', async () => {
    expect((await causes({ word: all }, { word: 'NNNNNNNNN', ...unmet }))[0]).toBe('exists reviewer');
  });
});

describe('up to date at the same address', () => {
  test.each([
    ['new data is due sooner', { word: all }, { word: stale }, redefined, 'criteria'],
    ['a year went by', { word: all }, { word: stale }, {}, 'time'],
    ['nobody could tell', { word: all }, { word: 'YYYYYYYYU' }, redefined, 'reviewer'],
    ['it rose, though data is due sooner', { word: stale }, { word: all }, redefined, 'reviewer'],
    ['what is not online has no day', { word: 'YYYNYYYYY' }, { word: 'YYYNYYYYN' }, redefined, 'reviewer'],
    ['it is at another address', { word: all }, { word: stale, url: 'http://b.example' }, redefined, 'url'],
  ])('%s', async (_, before, after, more, cause) => {
    expect(await causes(before, after, more)).toEqual([`uptodate ${cause}`]);
  });
});

describe('at the same address', () => {
  const unreadable = 'YYYYYNYYY';
  test.each([
    [
      'another format is named',
      { word: unreadable, format: 'PDF' },
      { word: all, format: 'PDF, CSV' },
      'machinereadable data',
    ],
    [
      'the format is named no longer',
      { word: all, format: 'PDF, CSV' },
      { word: unreadable, format: 'pdf' },
      'machinereadable data',
    ],
    [
      'the same formats are named',
      { word: unreadable, format: 'CSV, PDF' },
      { word: all, format: 'pdf/csv' },
      'machinereadable reviewer',
    ],
    ['one names no format', { word: all, format: 'CSV' }, { word: unreadable }, 'machinereadable reviewer'],
    [
      'formats do not decide another question',
      { word: all, format: 'CSV' },
      { word: noBulk, format: 'PDF' },
      'bulk reviewer',
    ],
    ['the same people judged', { word: all, by: 'Ada' }, { word: noBulk, by: 'ada ' }, 'bulk unknown'],
    [
      'nobody is named',
      { word: all, by: 'anonymous', reviewer: '' },
      { word: noBulk, by: 'Anonymous', reviewer: 'anonymous' },
      'bulk unknown',
    ],
    ['the same people could not tell', { word: all, by: 'Ada' }, { word: 'YYYYYYUYY', by: 'Ada' }, 'bulk reviewer'],
  ])('%s', async (_, before, after, expected) => {
    expect(await causes(before, after)).toEqual([expected]);
  });

  test('it says what that rests on, and what the reviewer remarked', async () => {
    const [old, fresh] = [entry(2014, { word: all }), entry(2015, { word: noBulk, comments: 'Not in bulk.' })];
    const [change] = await changesBetween(old, fresh, context);
    expect(change?.says).toBe(
      'Both entries name the same address; 2014 was submitted by Ada 2014 and reviewed by Max, 2015 was submitted by Ada 2015 and reviewed by Max. Whether the data changed in between, neither tells. The reviewer of 2015 remarks: “Not in bulk.”',
    );
    expect(change).toMatchObject({ proof: 'entries', judged: { oldByNew: null, newByOld: null }, parts: null });
  });
});

test('a question that the other edition does not put alike', async () => {
  expect(await causes({ word: all }, { word: noBulk }, { areJudgedAlike: () => false })).toEqual(['bulk edition']);
});
