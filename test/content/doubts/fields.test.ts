import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../../src/content/index.ts';
import type { Concept, Concepts, ShownBy } from '../../../src/model/content.ts';
import type { Table } from '../../../src/model/inspection.ts';
import { category, inspection, table } from '../builders.ts';

const word = (expects: Concept['expects'], words: readonly string[], more: Partial<Concept> = {}): Concept => ({
  expects,
  words: { en: words },
  ...more,
});

const concepts: Concepts = {
  concepts: {
    entitled: word('count', ['entitled'], { exceeds: ['cast'] }),
    cast: word('count', ['cast']),
    void: word('count', ['void'], { within: ['cast', 'entitled'] }),
    blank: word('count', ['blank'], { within: ['cast', 'entitled'] }),
    slips: word('count', ['slips']),
    valid: word('count', ['valid']),
    area: word('any', ['area']),
    box: word('any', ['box'], { finerThan: ['area'], largest: 900 }),
    firm: word('text', ['firm']),
    paid: word('number', ['paid']),
    register: word('any', ['register']),
  },
  besides: {
    name: word('text', ['name'], { isGeneric: true }),
    total: word('number', ['total'], { isGeneric: true }),
    residents: word('count', ['residents']),
    serial: word('code', ['serial']),
  },
};

const asks = {
  entitled: { yes: [{ field: 'entitled' }], absent: 'no' },
  void: { yes: [{ field: 'void' }], absent: 'no' },
  box: { yes: [{ shape: 'reported-per', of: { unit: ['box'], measure: ['valid', 'cast'] } }], absent: 'no' },
  firm: { yes: [{ field: 'firm' }], absent: 'no' },
  paid: { yes: [{ field: 'paid' }], absent: 'no' },
  untold: { yes: [{ field: 'firm' }], absent: 'unsure' },
  roll: { yes: [{ all: [{ field: 'cast' }, { says: 'register' }] }], absent: 'no' },
} as const satisfies Readonly<Record<string, ShownBy>>;

const names: Concepts['names'] = { headFirst: [], links: {}, plain: {}, turns: {} };

const answer = (asked: keyof typeof asks, given: Table, more: Partial<Concepts> = {}): string => {
  const { findings } = judgeContent({
    files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection({ tables: [given] }) }],
    category: category({ id: 'it', shownBy: asks[asked] }),
    edition: 'godi-2015',
    concepts: { ...concepts, ...more },
    place: null,
    asOf: '2026-01-01',
    whole: true,
  });
  const [finding] = findings;
  return `${finding?.answer} ${finding?.reason} ${finding?.where[0]?.quote}`;
};

describe('a count under a word that nobody knows', () => {
  const rows = ['A|900|300|3', 'B|800|200|2', 'C|700|400|0'];

  test.each([
    ['may be those who could, where it exceeds those who did', 'entitled', table('Area|Xyz|Cast', ...rows)],
    ['may be a small part of those who did', 'void', table('Area|Nnn|Cast|Xyz', ...rows)],
  ] as const)('%s', (_, asked, given) => {
    expect(answer(asked, given)).toBe('Unsure field-unknown Xyz');
  });

  test.each([
    ['is not those who could, where fewer than those who did', 'entitled', table('Area|Cast|Xyz', ...rows)],
    [
      'is not those who could, where it exceeds only in some rows',
      'entitled',
      table('Cast|Xyz', '30|60', '50|4', '8|2'),
    ],
    ['is no small part, where it is most of them', 'void', table('Area|Cast|Xyz', 'A|9|7', 'B|8|8', 'C|7|6')],
    [
      'tells whether something is so, where it is nothing but none and one',
      'entitled',
      table('Cast|Xyz', ...Array.from({ length: 12 }, (_, at) => `1|${at === 5 ? 0 : 1}`)),
    ],
    ['is a choice, where it stands among its like', 'void', table('Cast|A1x|B1x|C1x', '30|9|1|0', '40|8|2|3')],
    ['numbers the choices, where all from one on are there', 'void', table('Xyz|Cast', '1|90', '2|80', '3|70')],
    ['is something else, where another word explains it', 'entitled', table('Residents|Cast', '900|300', '800|200')],
    [
      'is nothing of the kind in data that most of its columns show to be about something else',
      'entitled',
      table('Area|Name|Xyz', 'A|k|900', 'B|l|800'),
    ],
    [
      'is hardly what is asked for, where its neighbours are all known',
      'entitled',
      table('Xyz|Cast|Valid|Void', '90|30|27|3', '80|20|18|2', '70|40|40|0'),
    ],
    [
      'repeats what the winner got, where it is the largest of the others in every row',
      'entitled',
      table('Cast|A1x|B1x|Top', '90|50|40|50', '80|30|50|50', '70|60|10|60'),
    ],
    [
      'is the total of those before it, where they add up to it',
      'entitled',
      table('Firm|0-9|10-19|20-29|30-39|Total', 'A|3|0|9|1|13', 'B|1|2|2|2|7', 'C|5|1|0|4|10'),
    ],
  ] as const)('%s', (_, asked, given) => {
    expect(answer(asked, given)).toMatch(/^No not-in-the-data/);
  });
});

describe('in a table of which nothing, or half, is known', () => {
  const codes = table('Qx|Zw|Vk|Pl', '600|400|6|350', '750|450|9|430', '550|320|4|300', '890|500|8|480');

  test.each([
    ['a count may be those who could', 'entitled', codes, 'Qx'],
    ['a small count may be a part, and is taken for no choice', 'void', codes, 'Vk'],
    ['whatever tells rows apart may be the unit', 'box', codes, 'Qx'],
    ['a number may be what was paid', 'paid', codes, 'Qx'],
    ['half of it being something else tells nothing', 'entitled', table('Area|Xyz', 'A|900', 'B|800'), 'Xyz'],
  ] as const)('%s', (_, asked, given, quote) => {
    expect(answer(asked, given)).toBe(`Unsure field-unknown ${quote}`);
  });

  test('what cannot be it is none', () => {
    expect(answer('firm', codes)).toMatch(/^No not-in-the-data/);
    expect(answer('void', table('Qx|Zw', '1200|1100', '1500|1400', '900|880'))).toMatch(/^No not-in-the-data/);
  });
});

test('a field that shows it only beside words is asked for where they are said', () => {
  const given = table('Area|Xyz|Entitled', 'A|300|900', 'B|200|800', 'C|400|700');
  expect(answer('roll', given)).toMatch(/^No/);
  expect(answer('roll', { ...given, titles: ['Register'] })).toBe('Unsure field-unknown Xyz');
});

describe('a unit of which nothing is counted', () => {
  const listOf = (number: string) =>
    table(`Area|Name|Qq|${number}`, 'A|k|u|501', 'A|l|v|502', 'A|m|u|504', 'B|n|w|502', 'B|o|u|507', 'B|p|v|501');

  test('is none, where the only number is that of something else', () => {
    expect(answer('box', listOf('Serial'))).toMatch(/^No not-in-the-data/);
  });

  test('may be one, where the number stands under a year', () => {
    expect(answer('box', listOf('2019'))).toMatch(/^Unsure field-/);
  });

  test('may be one, where nobody knows what the number is', () => {
    expect(answer('box', listOf('Xyz'))).toMatch(/^Unsure field-/);
  });
});

describe('a column that tells rows apart', () => {
  test.each([
    [
      'may be the unit, where finer than the areas',
      table('Area|Xyz|Cast', 'A|k|30', 'A|l|40', 'B|m|20'),
      'Unsure field-unknown Xyz',
    ],
    ['is not, where as coarse as they', table('Area|Xyz|Cast', 'A|k|30', 'B|l|40', 'C|m|20'), 'No not-in-the-data'],
    [
      'is not, where more are counted than one holds',
      table('Area|Xyz|Cast', 'A|k|3000', 'A|l|4000'),
      'No not-in-the-data',
    ],
    [
      'may be the unit under no header, by whatever tells rows apart',
      table('column 1|column 2|Cast', '01|1|30', '01|2|40', '02|1|20'),
      'Unsure field-unnamed column 1',
    ],
    [
      'is not, where all that is measured is the same in all of an area',
      table('Area|Xyz|Nnn|Entitled', 'A|k|30|9', 'A|l|30|9', 'B|m|20|8', 'B|n|20|8'),
      'No not-in-the-data',
    ],
    [
      'is not, where nothing is measured',
      table('Area|Xyz|Entitled', 'A|k|30', 'A|l|40', 'B|m|20'),
      'No not-in-the-data',
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(answer('box', given)).toContain(expected);
  });
});

describe('the one column that nobody named', () => {
  test.each([
    ['counts the rows from zero on', table('column 1|Area|Valid', '0|A|90', '1|B|41', '2|A|17'), 'No not-in-the-data'],
    [
      'counts them from one on, beside what tells them apart',
      table('column 1|Area|Valid', '1|A|90', '2|B|41', '3|C|17'),
      'No not-in-the-data',
    ],
    [
      'may number what they are, where nothing else tells them apart',
      table('column 1|Area|Valid', '1|A|90', '2|A|41', '3|A|17'),
      'Unsure field-unnamed column 1',
    ],
    [
      'holds numbers that count no rows',
      table('column 1|Area|Valid', '0|A|90', '2|B|41', '3|C|17'),
      'Unsure field-unnamed column 1',
    ],
    [
      'is none among several',
      table('column 1|column 2|Valid', '0|A|90', '1|A|41', '2|A|17'),
      'Unsure field-unnamed column 1',
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(answer('box', given)).toContain(expected);
  });
});

describe('a general word', () => {
  test.each([
    ['may be what is asked for', 'firm', table('Name|Paid', 'Adler|3.5', 'Brunner|4.5'), 'Unsure field-general Name'],
    ['is not, where its values do not fit', 'paid', table('Name|Firm', 'Adler|A', 'Brunner|B'), 'No not-in-the-data'],
    [
      'is not, where it is only part of a header',
      'firm',
      table('Street name|Paid', 'Elm|3.5', 'Ash|4.5'),
      'No not-in-the-data',
    ],
    [
      'and data that never tells stays untold',
      'untold',
      table('Name|Paid', 'Adler|3.5', 'Brunner|4.5'),
      'Unsure not-told',
    ],
  ] as const)('%s', (_, asked, given, expected) => {
    expect(answer(asked, given)).toContain(expected);
  });
});

test('a column without a header may be what is asked for, where its values fit', () => {
  expect(answer('firm', table('column 1|Paid', 'Adler|3.5', 'Brunner|4.5'))).toBe('Unsure field-unnamed column 1');
  expect(answer('paid', table('column 1|Firm', 'Adler|A', 'Brunner|B'))).toMatch(/^No/);
});

describe('a column that is called as many things are', () => {
  test('counts people, where an amount of money is asked for, and is none', () => {
    const general: Concepts = {
      concepts: { paid: word('number', ['paid']), firm: word('text', ['firm']) },
      besides: {
        sex: word('count', ['men'], { isGeneric: true }),
        total: word('number', ['total'], { isGeneric: true }),
      },
    };
    const paid = (given: Table) =>
      judgeContent({
        files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection({ tables: [given] }) }],
        category: category({ id: 'it', shownBy: asks.paid }),
        edition: 'godi-2015',
        concepts: general,
        place: null,
        asOf: '2026-01-01',
        whole: true,
      }).findings[0]?.answer;
    expect(paid(table('Firm|Men', 'A|3', 'B|4'))).toBe('No');
    expect(paid(table('Firm|Total', 'A|3', 'B|4'))).toBe('Unsure');
  });
});

describe('a part of a thing', () => {
  const part: Concepts = {
    concepts: { office: word('any', ['office']), desk: word('any', ['desk'], { finerThan: ['office'] }) },
  };
  const desk = (given: Table) =>
    judgeContent({
      files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection({ tables: [given] }) }],
      category: category({ id: 'it', shownBy: { yes: [{ field: 'desk' }], absent: 'no' } }),
      edition: 'godi-2015',
      concepts: part,
      place: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings[0]?.answer;

  test('is no column that tells no more apart than the things do', () => {
    expect(desk(table('Office|Xyzzy', 'A|a1', 'B|b1', 'C|c1'))).toBe('No');
  });

  test('may be one that tells more apart', () => {
    expect(desk(table('Office|Xyzzy', 'A|a1', 'A|a2', 'B|b1'))).toBe('Unsure');
  });
});

describe('a count of which only a part of the name is known', () => {
  const rows = ['A|900|300|3', 'B|800|200|2', 'C|700|400|0'];

  test.each([
    ['a known whole', table('Area|Entitled|Cast|Lapsed slips', ...rows), 'Lapsed slips'],
    ['another one, for all that is known', table('Area|Total|Open slips|Lapsed slips', ...rows), 'Lapsed slips'],
    [
      'other choices, where names stand in the rows',
      table('Firm|Red slips|Blue slips|Lapsed slips', ...rows),
      'Lapsed slips',
    ],
  ])('is perhaps what is asked for beside %s', (_, given, name) => {
    expect(answer('void', given, { names })).toBe(`Unsure field-unknown ${name}`);
  });

  test.each([
    ['is one of several choices', table('Area|Red slips|Blue slips|Lapsed slips', ...rows)],
    [
      'is one of many parts, where names stand in the rows',
      table(
        'Firm|Oak slips|Elm slips|Fir slips|Ash slips|Yew slips|Lapsed slips',
        'A|900|800|700|600|500|3',
        'B|800|80|70|60|50|2',
      ),
    ],
    ['is numbered', table('Area|Entitled|Cast|Lapsed 1 slips', ...rows)],
    ['is known in all its words', table('Area|Entitled|Cast|Residents slips', ...rows)],
    [
      'counts more than a part does',
      table('Area|Cast|Lapsed slips|Entitled', 'A|300|290|900', 'B|200|190|800', 'C|400|390|700'),
    ],
    ['says more than one word of it', table('Area|Entitled|Cast|Lapsed slips Elsewhere', ...rows)],
    ['is of a whole that it is asked in', table('Area|Entitled|Cast|Lapsed cast', ...rows)],
    ['has no whole beside it', table('Area|Residents|Lapsed slips', 'A|900|3', 'B|800|2', 'C|700|0')],
  ])('is none where it %s', (_, given) => {
    expect(answer('void', given, { names })).toMatch(/^No/);
  });
});

test('a short code over less than it would have to exceed is the code of something else', () => {
  const coded = (...rows: readonly string[]) => table('Area|Cast|Ent', ...rows);
  const vocabulary = {
    ...concepts.concepts,
    entitled: word('count', ['entitled'], { exceeds: ['cast'], codes: ['ent'] }),
  };
  const answerOf = (given: Table): string | undefined =>
    judgeContent({
      files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection({ tables: [given] }) }],
      category: category({ id: 'it', shownBy: asks.entitled }),
      edition: 'godi-2015',
      concepts: { ...concepts, concepts: vocabulary },
      place: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings[0]?.answer;
  expect(answerOf(coded('A|300|900', 'B|200|800', 'C|400|700'))).toBe('Yes');
  expect(answerOf(coded('A|300|44', 'B|200|52', 'C|40|44'))).toBe('No');
  expect(answerOf(coded('A|30|44', 'B|20|44', 'C|4000|52'))).toBe('No');
});
