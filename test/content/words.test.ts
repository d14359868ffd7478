import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finderOf } from '../../src/content/finder.ts';
import { medianGap, periodOf } from '../../src/content/periods.ts';
import type { Concept } from '../../src/model/content.ts';
import { fold } from '../../src/text/fold.ts';
import { wordsOf } from '../../src/text/words.ts';
import { concepts } from './builders.ts';

const concept = (words: readonly string[], more: Partial<Concept> = {}): Concept => ({
  expects: 'any',
  words: { en: words },
  ...more,
});

const found = (words: readonly string[], text: string, more: Partial<Concept> = {}): boolean =>
  finderOf(concepts({ it: concept(words, more) }))(text).length > 0;

describe('words', () => {
  test.each([
    ['UngueltigeStimmen', ['ungueltige', 'stimmen']],
    ['numberOfRegisteredVoters', ['number', 'of', 'registered', 'voters']],
    ['počet_VHlOprávněných', ['pocet', 'vhl', 'opravnenych']],
    ['Électeurs_inscrits', ['electeurs', 'inscrits']],
    ["Nombre d'inscrits", ['nombre', 'd', 'inscrits']],
    ['NO2 (µg/m³)', ['no2', 'μg', 'm3']],
    ['% Voix', ['%', 'voix']],
    ['PPId VDNumber', ['pp', 'id', 'vd', 'number']],
    ['NOx', ['nox']],
    ['الأصوات المُلغاة', ['الاصوات', 'الملغاه']],
  ])('of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('keep the vowel signs of Indic scripts and the dots of kana', () => {
    expect(wordsOf('मतदाता संख्या')).toEqual(['मतदाता', 'संख्या']);
    expect(fold('ガ')).toBe('ガ');
  });

  test('never throw and never hold blanks, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) expect(word).not.toMatch(/\s/);
      }),
    );
  });
});

test('a text of plain letters has the words that it has beside letters of other scripts', () => {
  const letters = fc.constantFrom(...'aBzZ09 %_\'"`-./()'.split(''), 'Id', 'Name', 'No', 'NO', 'Code');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 24 }), (text) => {
      expect(wordsOf(text)).toEqual(wordsOf(`${text} é`).slice(0, -1));
    }),
    { numRuns: 2000 },
  );
});

describe('a phrase is found', () => {
  test.each([
    ['in another number', ['inscrit'], 'Inscrits'],
    ['with any ending after a star', ['избирател*'], 'Число избирателей'],
    ['with any beginning after a star', ['*stimmen'], 'Zweitstimmen'],
    ['typed without umlaut', ['ungültig*'], 'UNGUELTIGE'],
    ['behind an Arabic article', ['ملغاة'], 'الملغاة'],
    ['inside an unbroken run', ['無効投票'], '無効投票数'],
    ['with a number attached', ['voix'], 'Voix 2'],
    ['with a number glued on', ['votes'], 'votes2019'],
  ])('%s', (_, words, text) => {
    expect(found(words, text)).toBe(true);
  });

  test.each([
    ['a short word with one letter more', ['oran'], 'orang'],
    ['a word that lacks a letter', ['county'], 'count'],
    ['a formula that only begins like it', ['co'], 'CO2'],
    ['words that stand apart', ['valid votes'], 'valid party votes'],
  ])('but not %s', (_, words, text) => {
    expect(found(words, text)).toBe(false);
  });

  test('as a code only where it is the whole header, its unit aside', () => {
    expect(found([], 'CO (mg/m3)', { codes: ['CO'] })).toBe(true);
    expect(found([], 'CO sensor', { codes: ['CO'] })).toBe(false);
  });

  test('as a path whatever place in a list it names', () => {
    expect(found([], 'awards/0/value/amount', { codes: ['awards/value/amount'] })).toBe(true);
    expect(found([], 'awards/0/title', { codes: ['awards/value/amount'] })).toBe(false);
  });

  test('unless a concept stands beside it that makes it something else', () => {
    const find = finderOf(
      concepts({ station: concept(['polling stations'], { unless: ['many'] }), many: concept(['number of']) }),
    );
    expect(find('polling stations').map((hit) => hit.concept)).toEqual(['station']);
    expect(find('number of polling stations').map((hit) => hit.concept)).toEqual(['many']);
  });
});

describe('of several phrases in one text', () => {
  const find = finderOf(
    concepts({
      place: concept(['ballot box', 'ward no']),
      votes: concept(['ballots', 'wards']),
      subject: concept(['ballot'], { isTopic: true }),
    }),
  );
  const names = (text: string) => find(text).map((hit) => hit.concept);

  test.each([
    ['the longer one is meant, not what it holds', 'Ballot box', ['place', 'subject']],
    ['the shorter one is meant where it also stands alone', 'Ballot box: ballots', ['place', 'subject', 'votes']],
    ['the one written exactly so goes before another inflection', 'Ballots', ['votes', 'subject']],
    ['those that only overlap are both meant', 'Wards ballot', ['votes', 'subject']],
  ])('%s', (_, text, expected) => {
    expect([...names(text)].sort()).toEqual([...expected].sort());
  });
});

describe('a period', () => {
  test.each([
    ['2015', 365],
    ['2015-Q3', 92],
    ['2015M07', 31],
    ['2015-07', 31],
    ['31.12.2018', 1],
    ['2018-12-31', 1],
    ['20181231', 1],
  ])('%s lasts %d days', (cell, days) => {
    expect(periodOf(cell)?.days).toBe(days);
  });

  test('with a clock time is shorter than a day', () => {
    expect(periodOf('2018-12-31T10:00')?.days).toBeLessThan(1);
  });

  test.each(['hello', '12', '1642', '9999', '2015-13', '2015-02-30'])('%s is none', (cell) => {
    expect(periodOf(cell)).toBeNull();
  });

  test('the middle gap is that between neighbours', () => {
    expect(medianGap([30, 0, 10, 20, 10])).toBe(10);
    expect(medianGap([5])).toBeNull();
  });
});
