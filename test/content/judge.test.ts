import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../src/content/index.ts';
import type { Concept, ShownBy } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { category, concepts, inspection, table } from './builders.ts';

const vocabulary = concepts({
  supplier: { expects: 'text', words: { en: ['supplier'] } },
  tons: { expects: 'count', words: { en: ['tons'] }, unless: ['share'] },
  share: { expects: 'any', words: { en: ['%'] } },
  draft: { expects: 'any', words: { en: ['draft', 'dft'] } },
});

const supplier: ShownBy = { yes: [{ field: 'supplier' }], absent: 'no' };
const tons: ShownBy = { yes: [{ field: 'tons' }], absent: 'no' };

const judge = (shownBy: ShownBy, given: Partial<Inspection>, whole = true) =>
  judgeContent({
    files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection(given) }],
    category: category({ id: 'it', shownBy }),
    edition: 'godi-2015',
    concepts: vocabulary,
    place: null,
    scope: null,
    asOf: '2026-01-01',
    whole,
  });

const answer = (shownBy: ShownBy, given: Partial<Inspection>, whole = true) => {
  const [finding] = judge(shownBy, given, whole).findings;
  return [finding?.answer, finding?.reason];
};

describe('a criterion', () => {
  const filled = { tables: [table('Supplier|Tons', 'Smith|3', 'Jones|4')] };

  test.each([
    ['Yes where a column is named for it and holds values', supplier, filled, 'Yes', 'header'],
    [
      'No where all was read and it is not there',
      tons,
      { tables: [table('Supplier', 'Smith')] },
      'No',
      'not-in-the-data',
    ],
    ['No where its column holds only zeros', tons, { tables: [table('Tons', '0', '0')] }, 'No', 'not-in-the-data'],
    ['No where its column is a share', tons, { tables: [table('% Tons', '3', '4')] }, 'No', 'not-in-the-data'],
    [
      'Unsure where a header declares it over no rows',
      supplier,
      { tables: [table('Supplier')] },
      'Unsure',
      'no-values',
    ],
    [
      'Unsure where the file was not read to its end',
      tons,
      { ...filled, tables: [table('Supplier', 'S')], complete: false },
      'Unsure',
      'not-understood',
    ],
    [
      'Unsure where the vocabulary lacks the language',
      tons,
      { tables: [table('Fournisseur|Poids', 'S|3')], language: 'fr' },
      'Unsure',
      'words-not-known',
    ],
    [
      'Yes where rows are labelled with it',
      tons,
      { tables: [table('What|Value', 'Tons|3', 'Loads|4')] },
      'Yes',
      'values',
    ],
    [
      'Yes where a key is named for it',
      tons,
      { keys: [{ path: 'load.tons', count: 1, examples: ['3'] }] },
      'Yes',
      'key',
    ],
    [
      'No where the number beside it is a year',
      tons,
      { format: 'pdf', text: 'Tons, March 2019' },
      'No',
      'not-in-the-data',
    ],
    ['Yes where a year is a count by its colon', tons, { format: 'pdf', text: 'Tons: 2019' }, 'Yes', 'label'],
    ['Yes where a line has it with a number', tons, { format: 'pdf', text: 'Tons: 340' }, 'Yes', 'label'],
  ] as const)('is %s', (_, shownBy, given, verdict, reason) => {
    expect(answer(shownBy, given)).toEqual([verdict, reason]);
  });

  test('is Unsure where not all files of the dataset were seen', () => {
    expect(answer(tons, { tables: [table('Supplier', 'S')] }, false)).toEqual(['Unsure', 'not-all-seen']);
  });

  test('is not absent for sure where its rule says so', () => {
    expect(answer({ ...tons, absent: 'unsure' }, { tables: [table('Supplier', 'S')] })).toEqual(['Unsure', 'not-told']);
  });

  test('is refuted only where all was seen', () => {
    const shownBy: ShownBy = { ...supplier, refutedBy: [{ says: 'draft', in: ['title'] }] };
    const draft = { tables: [{ ...table('Supplier', 'Smith'), titles: ['Draft'] }] };
    const cut = { ...draft, complete: false };
    expect([answer(shownBy, draft, true), answer(shownBy, draft, false), answer(shownBy, cut, true)]).toEqual([
      ['No', 'not-words'],
      ['Unsure', 'seems-not-words'],
      ['Unsure', 'seems-not-words'],
    ]);
  });

  test('is not refuted by what is said beside the records, nor by letters that are as often initials', () => {
    const shownBy: ShownBy = { ...supplier, refutedBy: [{ says: 'draft', in: ['key', 'value'] }] };
    const rows = { tables: [table('Supplier', 'Smith', 'Miller')] };
    const said = (path: string) => ({ ...rows, keys: [{ path, count: 1, examples: ['7'] }] });
    expect(answer(shownBy, said('meta.draft'))).toEqual(['Yes', 'header']);
    expect(answer(shownBy, said('rows[].draft'))).toEqual(['No', 'not-key']);
    expect(answer(shownBy, { tables: [table('Supplier|Agency', 'Smith|DFT', 'Miller|DFT')] })).toEqual([
      'Yes',
      'header',
    ]);
    expect(answer(shownBy, { tables: [table('Supplier|State', 'Smith|draft', 'Miller|draft')] })[0]).toBe('No');
  });

  test('is refuted before anything shows it', () => {
    const shownBy: ShownBy = { ...supplier, refutedBy: [{ says: 'draft', in: ['title'] }] };
    const titled = { ...table('Supplier', 'S'), titles: ['Draft list'] };
    expect(answer(shownBy, { tables: [titled] })).toEqual(['No', 'not-words']);
  });

  test('is doubted where something speaks against what shows it', () => {
    const shownBy: ShownBy = { ...supplier, doubtedBy: [{ says: 'draft' }] };
    const titled = { ...table('Supplier', 'S'), titles: ['Draft list'] };
    expect(answer(shownBy, { tables: [titled] })).toEqual(['Unsure', 'doubt-words']);
  });

  test('points at the member of an archive and the column', () => {
    const member = { path: 'data/list.csv', bytes: 10, inspection: inspection(filled) };
    const [finding] = judge(supplier, { format: 'zip', members: [member] }).findings;
    expect(finding?.where).toEqual([{ evidence: 'ev-1', part: 'data/list.csv / table, column 1', quote: 'Supplier' }]);
  });

  test.each([
    ['Void', 'Yes'],
    ['All void', 'Yes'],
    ['LeVoid', 'No'],
    ['#VOID#', 'No'],
  ])('is told by a value that names it, not by a surname nor a mark: %s', (value, expected) => {
    const voids = { void: { expects: 'count', words: { en: ['void'] } } } as const;
    const { findings } = judgeContent({
      files: [
        {
          evidence: 'ev-1',
          name: 'f.csv',
          inspection: inspection({ tables: [table('Of|Cast', `${value}|12`, 'B|30')] }),
        },
      ],
      category: category({ id: 'it', shownBy: { yes: [{ field: 'void', in: ['value'] }], absent: 'no' } }),
      edition: 'godi-2015',
      concepts: concepts(voids),
      place: null,
      asOf: '2026-01-01',
      whole: true,
    });
    expect(findings[0]?.answer === 'Yes' ? 'Yes' : 'No').toBe(expected);
  });

  test('says why in a sentence that quotes', () => {
    const [finding] = judge(supplier, filled).findings;
    expect(finding?.says).toBe('it: Yes, a column is named for it and holds values: “Supplier”.');
  });
});

describe('the rule of the edition', () => {
  const both = (given: Partial<Inspection>) =>
    judgeContent({
      files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection(given) }],
      category: category({ id: 'one', shownBy: supplier }, { id: 'two', shownBy: tons }),
      edition: 'godi-2015',
      concepts: vocabulary,
      place: null,
      scope: null,
      asOf: '2026-01-01',
      whole: true,
    }).rule;

  test.each([
    ['met where all are', { tables: [table('Supplier|Tons', 'S|3')] }, 'met'],
    ['missed where one is not', { tables: [table('Supplier', 'S')] }, 'missed'],
    ['unknown where one cannot be told', { tables: [table('Supplier|Tons', 'S|')], complete: false }, 'unknown'],
  ] as const)('is %s', (_, given, rule) => {
    expect(both(given)).toBe(rule);
  });

  test('is unknown without files', () => {
    const input = {
      files: [],
      category: category({ id: 'it', shownBy: tons }),
      edition: 'godi-2015',
      place: null,
      scope: null,
    };
    expect(judgeContent({ ...input, concepts: vocabulary, asOf: '2026-01-01', whole: true }).rule).toBe('unknown');
  });

  const conditional = (facts: Readonly<Record<string, boolean>> | null) => {
    const base = category({ id: 'one', shownBy: tons }, { id: 'two', shownBy: supplier });
    const [edition] = base.editions;
    if (edition === undefined) throw new Error('The builder makes one edition.');
    const conditions = [{ group: 1, fact: 'has-tons', is: false }];
    const editions = [{ ...edition, groups: [['one'], ['two']] as const, conditions }];
    return judgeContent({
      files: [{ evidence: 'ev-1', name: 'f', inspection: inspection({ tables: [table('Supplier', 'S')] }) }],
      category: { ...base, editions },
      edition: 'godi-2015',
      concepts: vocabulary,
      place: facts === null ? null : { facts, parts: [] },
      scope: null,
      asOf: '2026-01-01',
      whole: true,
    }).rule;
  };

  test.each([
    [{ 'has-tons': false }, 'met'],
    [{ 'has-tons': true }, 'missed'],
    [null, 'unknown'],
  ] as const)('counts a conditional group by the fact of the place: %o is %s', (facts, rule) => {
    expect(conditional(facts)).toBe(rule);
  });
});

test('a rule that fails costs its criterion, which stays open and says what failed', () => {
  const shownBy: ShownBy = { yes: [{ shape: 'no-such-shape' }], absent: 'no' };
  expect(judge(shownBy, { tables: [table('Supplier|Tons', 'S|3')] })).toMatchObject({
    rule: 'unknown',
    findings: [{ answer: 'Unsure', reason: 'judge-failed', where: [{ part: 'No shape is called no-such-shape.' }] }],
  });
});

test('concepts are judged alike in any order of the vocabulary', () => {
  const reversed = concepts(
    Object.fromEntries(Object.entries(vocabulary.concepts).reverse()) as Record<string, Concept>,
  );
  const given = { tables: [table('Supplier|Tons', 'S|3')] };
  const files = [{ evidence: 'ev-1', name: 'f', inspection: inspection(given) }] as const;
  const input = {
    files,
    category: category({ id: 'it', shownBy: tons }),
    edition: 'godi-2015',
    place: null,
    scope: null,
    asOf: '2026-01-01',
    whole: true,
  };
  expect(judgeContent({ ...input, concepts: reversed })).toEqual(judgeContent({ ...input, concepts: vocabulary }));
});

describe('what its publisher says is not published', () => {
  const told = new Map([['it', { evidence: 'ev-9' as const, part: 'text', quote: 'Tons are not published.' }]]);
  const strange = { tables: [table('Supplier|Qrzt', 'Smith|3', 'Jones|4')] };
  const cut = { ...strange, complete: false };
  const withTold = (given: Partial<Inspection>, whole = true, about: typeof told = told) => {
    const [finding] = judgeContent({
      files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection(given) }],
      category: category({ id: 'it', shownBy: tons }),
      ...{
        edition: 'godi-2015',
        concepts: vocabulary,
        place: null,
        scope: null,
        asOf: '2026-01-01',
        whole,
        told: about,
      },
    }).findings;
    return [finding?.answer, finding?.reason, finding?.where[0]?.evidence];
  };

  test('is No, whatever a field could be for all that is known, and where it says so is cited', () => {
    expect(withTold(strange)).toEqual(['No', 'told-unpublished', 'ev-9']);
  });

  test('stays open while not all was seen or read, and where it is said of something else', () => {
    expect(withTold(strange, false)[0]).toBe('Unsure');
    expect(withTold(cut)[0]).toBe('Unsure');
    expect(withTold(strange, true, new Map())[0]).toBe('Unsure');
  });

  test('is Yes where the data shows it all the same', () => {
    expect(withTold({ tables: [table('Supplier|Tons', 'Smith|3', 'Jones|4')] })[0]).toBe('Yes');
  });
});
