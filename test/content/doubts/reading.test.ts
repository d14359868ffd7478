import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../../src/content/index.ts';
import type { Concept, Concepts, ShownBy } from '../../../src/model/content.ts';
import type { Inspection } from '../../../src/model/inspection.ts';
import { category, inspection, table } from '../builders.ts';

const word = (expects: Concept['expects'], words: Concept['words'], more: Partial<Concept> = {}): Concept => ({
  expects,
  words,
  ...more,
});

const concepts: Concepts = {
  concepts: {
    tons: word('count', { en: ['tons'], fr: ['tonnes'] }),
    crew: word('count', { en: ['crew'] }),
    harbour: word('any', { en: ['harbour'], fr: ['port'] }, { finerThan: ['coast'] }),
    coast: word('any', { en: ['coast'], fr: ['côte'] }),
    fleet: word('any', { en: ['fleet'] }),
    share: word('share', { en: ['pct'] }),
  },
  besides: { year: word('any', { en: ['year'], fr: ['année'] }) },
};

const tons: ShownBy = { yes: [{ field: 'tons' }], absent: 'no' };
const crew: ShownBy = { yes: [{ field: 'crew' }], absent: 'no' };
const harbour: ShownBy = {
  yes: [{ shape: 'reported-per', of: { unit: ['harbour'], measure: ['tons'] } }],
  absent: 'no',
};

const answer = (shownBy: ShownBy, given: Partial<Inspection>): string => {
  const [finding] = judgeContent({
    files: [{ evidence: 'ev-1', name: 'file.csv', inspection: inspection(given) }],
    category: category({ id: 'it', shownBy }),
    edition: 'godi-2015',
    concepts,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  }).findings;
  return `${finding?.answer} ${finding?.reason}`;
};

describe('the language of headers', () => {
  test.each([
    [
      'is known where the vocabulary has words of it',
      tons,
      table('Année|Port|Crew', '2001|A|30', '2002|B|40'),
      'No not-in-the-data',
    ],
    [
      'is that of most headers, which may lack the word',
      crew,
      table('Année|Port|Blé', '2001|A|30', '2002|B|40'),
      'Unsure words-not-known',
    ],
    [
      'is unknown where no header is, whatever it was told as',
      tons,
      table('Skepsnaam|Hawens|Vragte', 'A|B|30', 'C|D|40'),
      'Unsure words-not-known',
    ],
    [
      'does not matter where no column could be meant',
      tons,
      table('Skepsnaam|Hawens', 'A|B', 'C|D'),
      'No not-in-the-data',
    ],
  ] as const)('%s', (_, shownBy, given, expected) => {
    expect(answer(shownBy, { tables: [given], language: 'en' })).toBe(expected);
  });
});

describe('a file that was not read for sure', () => {
  const read = { tables: [table('Year|Fleet', '2001|Aé', '2002|B')] };
  const guessed = { code: 'encoding-guessed', says: 'It was guessed.' };
  const member = (path: string, given: Partial<Inspection>) => ({ path, bytes: 1, inspection: inspection(given) });
  const shape = { format: 'shapefile', complete: false, machineReadableBecause: 'no-rows' };

  test.each([
    ['leaves a No where it was read', read, 'No not-in-the-data'],
    ['is in doubt where its letters were guessed', { ...read, warnings: [guessed] }, 'Unsure letters-guessed'],
    [
      'is not, where no letter could be another',
      { tables: [table('Year|Fleet', '2001|A')], warnings: [guessed] },
      'No not-in-the-data',
    ],
    [
      'is not, where known words of its headers bear the letters out',
      { tables: [table('Année|Côte|Fleet', '2001|A|é')], warnings: [guessed] },
      'No not-in-the-data',
    ],
    [
      'is in doubt, where one word alone does',
      { tables: [table('Year|Côte|Fleet', '2001|A|é')], warnings: [guessed] },
      'Unsure letters-guessed',
    ],
    [
      'is in doubt where cells hold records of their own',
      { tables: [table('Year|Fleet', '2001|[{"a": 1}]')] },
      'Unsure nesting-unread',
    ],
    [
      'is read where only the shapes beside a table were not',
      { format: 'zip', complete: false, members: [member('a.shp', shape), member('a.dbf', read)] },
      'No not-in-the-data',
    ],
    [
      'is not read where shapes have no table',
      { format: 'zip', complete: false, members: [member('a.shp', shape), member('b.dbf', read)] },
      'Unsure not-understood',
    ],
    [
      'is not read where an archive says that members were left out',
      {
        format: 'zip',
        complete: false,
        members: [member('a.dbf', read)],
        warnings: [{ code: 'members-not-read', says: '' }],
      },
      'Unsure not-understood',
    ],
  ])('%s', (_, given, expected) => {
    expect(answer(tons, given)).toBe(expected);
  });
});

describe('rows and columns that may hold it under another form', () => {
  const many = Array.from({ length: 60 }, (_, index) => `Ship ${index}x|${(index * 37) % 97}`);

  test.each([
    ['a label among names of many', tons, table('Fleet|Crew', ...many, 'Tons|5', 'Tons|6'), 'Unsure values-open'],
    [
      'no label is a word in a list, with no count beside it',
      tons,
      table('Fleet|Crew', ...many, 'Tons|', 'Ton names|9'),
      'No not-in-the-data',
    ],
    ['no label among them', tons, table('Fleet|Crew', ...many), 'No not-in-the-data'],
    [
      'columns that only a number tells apart',
      harbour,
      table('Fleet|1A|1B|2A|Tons', 'A|3|4|5|12', 'B|7|8|0|15'),
      'Unsure units-across',
    ],
    [
      'a number of what another column names is no unit',
      harbour,
      table('Coast|Fleet|Pct|Tons', 'A|X|1|30', 'A|Y|2|47', 'B|X|1|8', 'B|Y|2|91', 'C|X|1|5', 'C|Y|2|20'),
      'No not-in-the-data',
    ],
    [
      'a label that comes again and again among names of many',
      tons,
      table('Fleet|Crew', ...many, 'Tons|5', 'Tons|6', 'Tons|7'),
      'Yes values',
    ],
    ['columns of years are none', harbour, table('Fleet|2001|2002|2003', 'A|3|4|5', 'B|7|8|0'), 'No not-in-the-data'],
    [
      'numbers that begin anew in each coarser unit',
      harbour,
      table('Coast|Pct|Tons', 'A|1|30', 'A|2|47', 'B|1|8', 'B|2|91', 'C|1|5', 'C|3|20'),
      'Unsure field-unknown',
    ],
    ['a share that is one', harbour, table('Coast|Pct|Tons', 'A|0.5|30', 'A|2.5|47', 'B|1.5|8'), 'No not-in-the-data'],
  ] as const)('%s', (_, shownBy, given, expected) => {
    expect(answer(shownBy, { tables: [given] })).toBe(expected);
  });
});

describe('what only resembles it', () => {
  test.each([
    [
      'a number that only numbers the rows measures nothing',
      tons,
      table('Item|No of item', 'Tons|1', 'Loads|2', 'Ships|3'),
      'No',
    ],
    [
      'a name that holds the word for a unit is no unit',
      harbour,
      table('Annabella Harbour|Bob|Tons', '3|4|7', '5|5|10', '8|1|9'),
      'No',
    ],
    [
      'a unit that is coarser than the rows is not theirs',
      harbour,
      table('Coast|Harbour|Tons', 'A|k|3', 'B|k|4', 'C|l|9'),
      'No',
    ],
    ['a unit as fine as the rows is', harbour, table('Coast|Harbour|Tons', 'A|k|3', 'A|m|4', 'C|l|9'), 'Yes'],
  ] as const)('%s', (_, shownBy, given, expected) => {
    expect(answer(shownBy, { tables: [given] })).toMatch(new RegExp(`^${expected} `));
  });
});
