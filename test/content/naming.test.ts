import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../src/content/index.ts';
import { fieldNameOf, isNameOfOther, meaningOf, meaningOfValue } from '../../src/content/naming.ts';
import type { Concepts, ShownBy } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { category, inspection, table } from './builders.ts';

const turn = { expects: 'any', hints: false } as const;

const vocabulary: Concepts = {
  concepts: {
    supplier: { expects: 'text', words: { en: ['supplier', 'winning bidder'], es: ['proveedor'] } },
    'sale-date': { expects: 'date', words: { en: ['date', 'sale date'] } },
    inhabitants: { expects: 'count', words: { en: ['inhabitants', 'people'], pl: ['ludność'] } },
    office: { expects: 'any', words: { en: ['office'], es: ['oficina'], ja: ['官庁'] } },
    fluorine: { expects: 'number', words: { es: ['fl'] } },
  },
  besides: {
    money: { expects: 'number', isGeneric: true, words: { en: ['amount'], es: ['monto'] } },
    invoice: { expects: 'text', words: { en: ['invoice'] } },
    place: { expects: 'text', words: { en: ['town'] } },
  },
  names: {
    headFirst: ['es', 'pl'],
    links: { en: ['of', 'on'], es: ['del'] },
    plain: { en: ['of', 'on', 'the', 'total', 'name'], es: ['del', 'total'] },
    turns: {
      number: { ...turn, leaves: ['code', 'any'], words: { en: ['id', 'code'], es: ['código'] } },
      kind: { ...turn, leaves: [], words: { en: ['type'] } },
      day: { ...turn, leaves: ['date', 'count'], words: { en: ['date', 'month'] } },
      rate: { expects: 'any', hints: true, leaves: ['text', 'any'], words: { en: ['per', 'growth'] } },
    },
  },
};

const meaning = (name: string, id: string, levels: readonly string[] = [name]) =>
  meaningOf(fieldNameOf({ name, levels }), id, vocabulary);

describe('the name of a field', () => {
  test.each([
    ['says nothing else', 'Supplier', 'supplier', 'it'],
    ['has a word beside it that leaves it what it is', 'Total inhabitants', 'inhabitants', 'it'],
    ['has a year beside it', 'Inhabitants 2014', 'inhabitants', 'it'],
    [
      'has an unknown word that tells it apart, in a language that says first which',
      'Chosen supplier',
      'supplier',
      'it',
    ],
    ['has an unknown head, in a language that says last what it is', 'Supplier region', 'supplier', 'trace'],
    ['has a known head that is another thing', 'Supplier town', 'supplier', 'trace'],
    ['has an unknown word that tells it apart, in a language that says it last', 'Proveedor elegido', 'supplier', 'it'],
    ['has an unknown head, in a language that says first what it is', 'Región proveedor', 'supplier', 'trace'],
    ['has a head before a word that ties', 'Region of supplier', 'supplier', 'trace'],
    ['has something said of it after a word that ties', 'Suppliers on panels', 'supplier', 'it'],
    ['holds a phrase of several words', 'Winning bidder panel', 'supplier', 'it'],
    ['is of its number, where its name is asked for', 'Supplier ID', 'supplier', 'other'],
    ['is of its number, in short form behind the word', 'SupplierID', 'supplier', 'other'],
    ['is of its number, before it', 'Código proveedor', 'supplier', 'other'],
    ['is of its number, which will do', 'Office code', 'office', 'it'],
    ['is of the number of something unknown', 'OfficePanelID', 'office', 'trace'],
    ['is of its kind', 'Supplier type', 'supplier', 'other'],
    ['is of its kind, whatever values are asked for', 'Office type', 'office', 'other'],
    ['is of an amount of it', 'Supplier amount', 'supplier', 'other'],
    ['is of a rate of it', 'Euro per inhabitant', 'inhabitants', 'trace'],
    ['is of what was done with nobody knows what', 'Published date', 'sale-date', 'trace'],
    ['is of what was done with something known', 'Invoice date', 'sale-date', 'it'],
    ['is general, beside words for two other things', 'Panel town invoice date', 'sale-date', 'trace'],
    ['begins with a mark of two letters', 'MU_SUPPLIER', 'supplier', 'it'],
    ['holds a word of two letters beside another', 'Fl panel', 'fluorine', 'trace'],
    ['joins two names of one thing', 'Agencies/Office', 'office', 'it'],
    ['gives its unit', 'Supplier (panel)', 'supplier', 'it'],
    ['is a path that ends in it', 'entry/panels/supplier', 'supplier', 'it'],
    ['is a path that ends in a plain word', 'entry.supplier.name', 'supplier', 'it'],
    ['is a path that ends in something else', 'panels[].supplier.town', 'supplier', 'trace'],
    ['is a path that ends in its number', 'panels[].supplier.id', 'supplier', 'other'],
  ])('that %s', (_, name, id, expected) => {
    expect(meaning(name, id)).toBe(expected);
  });

  test('in levels is named by the last one that has it, whatever stands above', () => {
    expect(meaning('Panels of regions / Supplier', 'supplier', ['Panels of regions', 'Supplier'])).toBe('it');
    expect(meaning('Supplier / Type', 'supplier', ['Supplier', 'Type'])).toBe('other');
    expect(meaning('Inhabitants / 2014', 'inhabitants', ['Inhabitants', '2014'])).toBe('it');
  });

  test.each([
    ['of a known place or contest', 'Inhabitants / Town', 'it'],
    ['that leaves it what it is', 'Inhabitants / Total', 'it'],
    ['of another figure, which is below it', 'Inhabitants / Sale date', 'trace'],
    ['that makes a rate of it', 'Inhabitants / Growth', 'trace'],
    ['that nobody knows', 'Inhabitants / Panels / Regions', 'trace'],
  ])('in levels is of the one above, where those below say only which: by a word %s', (_, name, expected) => {
    const places: Concepts = {
      ...vocabulary,
      concepts: { ...vocabulary.concepts },
      besides: { ...vocabulary.besides, place: { expects: 'any', words: { en: ['town'] } } },
    };
    expect(meaningOf(fieldNameOf({ name, levels: name.split(' / ') }), 'inhabitants', places)).toBe(expected);
  });

  test('is the number of what is counted, and no name of a thing that has one', () => {
    const numbers = { ...vocabulary, concepts: { ...vocabulary.concepts } };
    const plain = { ...vocabulary.names, plain: { en: ['id'] } } as NonNullable<Concepts['names']>;
    const of = (id: string) =>
      meaningOf(fieldNameOf({ name: `${id} id`, levels: [`${id} id`] }), id, { ...numbers, names: plain });
    expect([of('inhabitants'), of('supplier')]).toEqual(['it', 'other']);
  });

  test('is a path that ends in the last word of a phrase for it', () => {
    expect(meaning('panels[].winning.bidder', 'supplier')).toBe('it');
    expect(meaning('panels[].winning.bidder.regions', 'supplier')).toBe('trace');
  });

  test('is taken as it is found where nothing is known of such words', () => {
    const { names: _, ...bare } = vocabulary;
    expect(meaningOf(fieldNameOf({ name: 'Supplier ID', levels: ['Supplier ID'] }), 'supplier', bare)).toBe('it');
  });
});

test.each([
  ['Depot type', 'supplier', true],
  ['Depot code', 'supplier', true],
  ['Depot code', 'office', false],
  ['Depot growth', 'inhabitants', false],
  ['Depot', 'supplier', false],
])('%s is surely no %s, whatever its other words are: %s', (name, id, expected) => {
  expect(isNameOfOther(name, id, vocabulary)).toBe(expected);
});

describe('a value that names what a row measures', () => {
  test.each([
    ['Inhabitants of large towns, thousands', 'it'],
    ['Growth of inhabitants', 'trace'],
    ['Inhabitants Newsagent', 'trace'],
    ['Total inhabitants', 'it'],
  ])('%s', (value, expected) => {
    expect(meaningOfValue(value, 'inhabitants', vocabulary)).toBe(expected);
  });
});

describe('a criterion', () => {
  const answer = (shownBy: ShownBy, given: Partial<Inspection>) => {
    const [finding] = judgeContent({
      files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection(given) }],
      category: category({ id: 'it', shownBy }),
      edition: 'godi-2015',
      concepts: vocabulary,
      place: null,
      scope: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings;
    return [finding?.answer, finding?.reason];
  };
  const supplier: ShownBy = { yes: [{ field: 'supplier' }], absent: 'no' };
  const both: ShownBy = {
    yes: [{ all: [{ field: 'supplier' }, { field: 'office', with: ['supplier'] }] }],
    absent: 'no',
  };

  test.each([
    ['Yes by a whole name', supplier, 'Supplier|Town', 'Yes', 'header'],
    ['Unsure by a part of a name', supplier, 'Supplier region|Town', 'Unsure', 'hint-part-of-name'],
    ['No by the name of something else', supplier, 'Supplier ID|Town', 'No', 'not-in-the-data'],
    ['Yes by two whole names', both, 'Supplier|Office', 'Yes', 'header'],
    ['Unsure where one of two is a part of a name', both, 'Supplier region|Office', 'Unsure', 'hint-part-of-name'],
  ])('is %s', (_, shownBy, header, expected, reason) => {
    expect(answer(shownBy, { tables: [table(header, 'North Ltd|Hill', 'South Ltd|Dale')] })).toEqual([
      expected,
      reason,
    ]);
  });

  test.each([
    ['panels.supplier', 'Yes', 'key'],
    ['supplier.town', 'Unsure', 'hint-part-of-name'],
    ['supplier.id', 'No', 'not-in-the-data'],
  ])('is judged by the last step of the key %s', (path, expected, reason) => {
    expect(answer(supplier, { keys: [{ path, count: 1, examples: ['North Ltd'] }] })).toEqual([expected, reason]);
  });
});

describe('a word that begins the names of several fields', () => {
  const answer = (header: string, row: string): string | undefined =>
    judgeContent({
      files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection({ tables: [table(header, row)] }) }],
      category: category({ id: 'it', shownBy: { yes: [{ field: 'inhabitants' }], absent: 'no' } }),
      edition: 'godi-2015',
      concepts: {
        ...vocabulary,
        concepts: { ...vocabulary.concepts, born: { expects: 'count', words: { en: ['born'] } } },
      },
      place: null,
      scope: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings[0]?.answer;
  const row = 'A|900|30|7';

  test.each([
    ['is said of all of them', 'Town|Entrada_ludność|Entrada_born|Entrada_xyz', row, 'Yes'],
    ['is said of two by chance', 'Town|Entrada_ludność|Entrada_born|Xyz', row, 'Unsure'],
    ['makes a family of words that nobody knows', 'Town|Entrada_ludność|Entrada_xyz|Entrada_abc', row, 'Unsure'],
    ['turns all of them into something else', 'Town|Growth_ludność|Growth_born|Growth_xyz', row, 'Unsure'],
    [
      'is said of changes, which fall now and then',
      'Town|Entrada_ludność|Entrada_born|Entrada_xyz',
      'A|-9|30|7',
      'Unsure',
    ],
  ])('%s', (_, header, cells, expected) => {
    expect(answer(header, cells)).toBe(expected);
  });
});

describe('a line of a PDF that runs from right to left', () => {
  const hebrew: Concepts = { concepts: { product: { expects: 'number', words: { he: ['תוצר מקומי'] } } } };
  const says = (text: string, format: string) =>
    judgeContent({
      files: [{ evidence: 'ev-1', name: 'file', inspection: inspection({ text, format }) }],
      category: category({ id: 'it', shownBy: { yes: [{ says: 'product', in: ['text'] }], absent: 'unsure' } }),
      edition: 'godi-2015',
      concepts: hebrew,
      place: null,
      scope: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings[0]?.answer;

  test('is read in the order of its words as well as in that in which they are seen', () => {
    expect(says('תוצר מקומי', 'pdf')).toBe('Yes');
    expect(says('מקומי תוצר', 'pdf')).toBe('Yes');
    expect(says('מקומי תוצר', 'text')).not.toBe('Yes');
  });
});

describe('a word that may be said of another field of the table', () => {
  const answer = (ofFields: boolean, ...names: readonly string[]) => {
    const clue = { field: 'supplier', in: ['column'], ...(ofFields ? { ofFields } : {}) } as const;
    const row = names.map((_, column) => `text ${column}`).join('|');
    const [finding] = judgeContent({
      files: [
        { evidence: 'ev-1', name: 'f.csv', inspection: inspection({ tables: [table(names.join('|'), row, row)] }) },
      ],
      category: category({ id: 'it', shownBy: { yes: [clue], absent: 'unsure' } }),
      ...{ edition: 'godi-2015', concepts: vocabulary, place: null, asOf: '2026-10-01', whole: true },
    }).findings;
    return finding?.answer;
  };

  test('is its own beside the name of that field', () => {
    expect(answer(true, 'Zone', 'Zone proveedor')).toBe('Yes');
  });

  test.each([
    ['without that field', true, ['Code', 'Zone proveedor']],
    ['with a word that nobody knows besides', true, ['Zone', 'Zone proveedor unido']],
    ['where nobody asks for it so', false, ['Zone', 'Zone proveedor']],
  ] as const)('is a part of a name %s', (_, ofFields, names) => {
    expect(answer(ofFields, ...names)).toBe('Unsure');
  });
});
