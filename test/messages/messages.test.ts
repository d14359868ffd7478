import { describe, expect, test } from 'vitest';
import { compileLanguage } from '../../src/messages/compile.ts';
import type { LanguageFile, MessageTree } from '../../src/messages/language.ts';
import { messagesFrom } from '../../src/messages/messages.ts';

const file = (messages: MessageTree, tables: Partial<LanguageFile> = {}): LanguageFile => ({
  tag: 'en',
  name: 'English',
  dir: 'ltr',
  numbers: { decimal: '.', group: ',' },
  days: {
    pattern: '{day} {month} {year}',
    months: [...'abcdefghijkl'].map((letter) => letter.repeat(3)),
    first: '1st',
  },
  lists: { comma: ', ', and: ' and ', semicolon: '; ', colon: ': ' },
  quotes: ['“', '”'],
  ...tables,
  messages,
});

const say = (text: string, values = {}, tables: Partial<LanguageFile> = {}, isMarked = false): string =>
  messagesFrom(compileLanguage(file({ one: text }, tables), {}), isMarked).say('one', values);

describe('a message', () => {
  test('takes its values by their names', () =>
    expect(say('{what} at {address}, it’s {what}', { what: 'Data', address: 'a.test' })).toBe(
      'Data at a.test, it’s Data',
    ));

  test('counts by the plural rule of its language, not by the machine’s', () => {
    const text = '{n, plural, zero {z} one {one} two {two} few {few #} many {many #} other {other #}}';
    const of = (n: number): string => say(text, { n }, { tag: 'ar' });
    expect([0, 1, 2, 3, 11, 100, 12_345].map(of)).toEqual([
      'z',
      'one',
      'two',
      'few 3',
      'many 11',
      'other 100',
      'many 12,345',
    ]);
  });

  test('joins what it lists within a sentence in the way of its language', () => {
    const lists = { comma: '، ', within: ' و', and: ' و', semicolon: '؛ ', colon: ': ' };
    expect(say('{all}', { all: ['a', 'b', 'c'] }, { lists })).toBe('a وb وc');
    expect(say('{all}', { all: ['a', 'b', 'c'] })).toBe('a, b and c');
  });

  test('counts in a language that CLDR does not know by “other”', () =>
    expect(say('{n, plural, one {one} other {#}}', { n: 1 }, { tag: 'xx' })).toBe('1'));

  test('shows words in the place of a number as they are, by “other”', () => {
    const text = '{n, plural, zero {no pages} one {one page} other {# pages}} of {n, number}';
    expect(say(text, { n: { said: '[a number]' } }, { tag: 'ar' })).toBe('[a number] pages of [a number]');
  });

  test('takes an exact number before a plural form', () =>
    expect(say('{n, plural, =0 {none} one {# page} other {# pages}}', { n: 0 })).toBe('none'));

  test('chooses by a word, also by one that every object has', () => {
    const text = '{how, select, data {in the data} other {not seen}}';
    expect([say(text, { how: 'data' }), say(text, { how: 'constructor' }), say(text)]).toEqual([
      'in the data',
      'not seen',
      'not seen',
    ]);
  });

  test('holds a value in a choice', () =>
    expect(say('{n, plural, one {in {place}} other {in # of {place}}}', { n: 2, place: 'x' })).toBe('in 2 of x'));

  test('writes numbers with the signs of its language, and years whole', () => {
    const tables = { numbers: { decimal: ',', group: '\u202f' } };
    const said = (n: number): string => say('{n, number} {n}', { n }, tables);
    expect([2015, 1_234_567.5, -12_345].map(said)).toEqual([
      '2015 2015',
      '1\u202f234\u202f567,5 1234567,5',
      '−12\u202f345 −12345',
    ]);
  });

  test('keeps the sign before its number among words from right to left', () => {
    const said = (dir: 'ltr' | 'rtl'): string => say('{n, number} {n}', { n: -5 }, { dir });
    expect(said('ltr')).toBe('−5 −5');
    expect(said('rtl')).toBe('\u200e−5 \u200e−5');
  });

  test('writes days in words, and what is no day as it is', () => {
    const said = (day: string): string => say('{day, date}', { day });
    expect(['2015-11-12', '2015-02-01', '2015'].map(said)).toEqual(['12 kkk 2015', '1st bbb 2015', '2015']);
  });

  test('lists things as its language does', () => {
    const tables = { lists: { comma: '، ', and: ' و', semicolon: '؛ ', colon: ': ' } };
    expect([say('{all}', { all: ['a'] }), say('{all}', { all: ['a', 'b', { said: 'c' }] }, tables)]).toEqual([
      'a',
      'a، b وc',
    ]);
  });

  test('lacks no value without saying so', () =>
    expect(() => say('{what} is there')).toThrow('Nothing was given for {what} in the message one.'));

  test('that is not there is a defect', () => {
    const messages = messagesFrom(compileLanguage(file({ a: { b: 'c' } }), {}), false);
    expect(() => messages.say('a.constructor')).toThrow('There is no message a.constructor.');
    expect([messages.has('a.b'), messages.has('a'), messages.has('toString')]).toEqual([true, false, false]);
  });

  test('that a language lacks is said in English', () => {
    const language = compileLanguage(file({ a: 'eigen' }, { tag: 'de' }), { a: 'own', b: 'English' });
    const { say: told } = messagesFrom(language, false);
    expect([told('a'), told('b')]).toEqual(['eigen', 'English']);
  });
});

describe('text of others in a message', () => {
  test('is isolated where it is marked, and cannot end its isolation', () =>
    expect(say('“{quote}”', { quote: 'a\u2069\u202eb' }, {}, true)).toBe('“\u2068ab\u2069”'));

  test('stays as it is where nothing is marked', () => expect(say('“{quote}”', { quote: 'abc' })).toBe('“abc”'));

  test('is told from words of our own and from numbers', () =>
    expect(say('{words} {n} {all}', { words: { said: 'own' }, n: 1, all: ['x', { said: 'y' }] }, {}, true)).toBe(
      'own 1 \u2068x\u2069 and y',
    ));

  test('is quoted in the marks of the language', () => {
    const messages = messagesFrom(compileLanguage(file({}, { quotes: ['« ', ' »'] }), {}), false);
    expect([messages.quote('a'), messages.marked(true).quote('a')]).toEqual(['« a »', '« \u2068a\u2069 »']);
  });

  test('chooses without its marks', () =>
    expect(say('{how, select, a {yes} other {no}}', { how: 'a' }, {}, true)).toBe('yes'));
});
