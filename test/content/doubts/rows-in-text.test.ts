import { expect, test } from 'vitest';
import { judgeContent } from '../../../src/content/index.ts';
import { openCriteria } from '../../../src/criteria/load.ts';
import type { Concepts, ShownBy } from '../../../src/model/content.ts';
import type { DateWords } from '../../../src/model/dates.ts';
import { category, inspection, table } from '../builders.ts';

const concepts: Concepts = {
  concepts: {
    void: { expects: 'count', words: { en: ['void'] } },
    cast: { expects: 'count', words: { en: ['cast'] } },
    firm: { expects: 'text', words: { en: ['firm'] } },
  },
  besides: {},
  dates: { ...openCriteria().data<DateWords>('vocabulary/dates') },
};

const answer = (text: string, field: 'void' | 'firm' = 'void'): string => {
  const shownBy: ShownBy = { yes: [{ field }], absent: 'no' };
  const { findings } = judgeContent({
    files: [{ evidence: 'ev-1', name: 'report.pdf', inspection: inspection({ format: 'pdf', tables: [], text }) }],
    category: category({ id: 'it', shownBy }),
    edition: 'godi-2015',
    concepts,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  });
  return `${findings[0]?.answer} ${findings[0]?.reason}`;
};

const report = 'Hall Cast Xyz Abc\nNorth 412 7 3\nSouth 398 5 1\nEast 277 2 0\nCast: 1087';

test.each([
  ['rows of figures that nobody took apart', report, 'Unsure rows-in-text'],
  ['two rows only', 'Cast: 810\nNorth 412 7\nSouth 398 5', 'No not-in-the-data'],
  [
    'running text with numbers',
    `Cast: 810\n${'In 2024 some 412 people came. Then 398 more came on 2 days.\n'.repeat(5)}`,
    'No not-in-the-data',
  ],
  [
    'years from and to, and days',
    'Cast: 810\n2019-2023 North\n2024–2028 South\nfrom 01/02/2024 to 03/05/2024',
    'No not-in-the-data',
  ],
  [
    'days by the names of months, times of the clock, and telephone numbers',
    'Cast: 810\n19 June 2022\nJune 19, 2022\n19 de junio de 2022\n7:30 a.m. - 5 p.m.\nfrom 8 h to 17 h\nPhone: 303-413-7740\nFax 303-413-7741',
    'No not-in-the-data',
  ],
  [
    'days with figures beside them',
    'Cast: 810\n1 June 2022 412 7\n2 June 2022 398 5\n3 June 2022 277 2',
    'Unsure rows-in-text',
  ],
  [
    'figures that only look like years beside a word that is no month',
    'Cast: 810\nNorth 12 1998\nSouth 8 2011\n7 East 1976',
    'Unsure rows-in-text',
  ],
  ['scores', 'Cast: 810\nNorth 412-398\nSouth 277-301\nEast 76-31', 'Unsure rows-in-text'],
  [
    'contents with the numbers of pages',
    'Cast: 810\n2.1 Halls ........ 12\n2.2 Roads ........ 14\n2.3 Rain ......... 17',
    'No not-in-the-data',
  ],
  [
    'running text that a page breaks into lines',
    `Cast: 810\n${'they cast more than 412 of what was cast in the 7 towns around\n'.repeat(4)}`,
    'No not-in-the-data',
  ],
  ['rows about something else', report.replaceAll('Cast', 'Rain'), 'No not-in-the-data'],
])('%s', (_, text, expected) => {
  expect(answer(text)).toBe(expected);
});

test('a name is not looked for among figures', () => {
  expect(answer(report, 'firm')).toBe('No not-in-the-data');
});

test('a document is judged by its text, and not by the tables that it is set in', () => {
  const laidOut = table('Hall|Void', 'North|3', 'South|1', 'East|9');
  const asked = (because: string): string => {
    const file = inspection({ format: 'pdf', tables: [laidOut], text: report, machineReadableBecause: because });
    const { findings } = judgeContent({
      files: [{ evidence: 'ev-1', name: 'report.pdf', inspection: file }],
      category: category({ id: 'it', shownBy: { yes: [{ field: 'void' }], absent: 'no' } }),
      edition: 'godi-2015',
      concepts,
      place: null,
      asOf: '2026-01-01',
      whole: true,
    });
    return `${findings[0]?.answer} ${findings[0]?.reason}`;
  };
  expect(asked('document')).toBe('Unsure rows-in-text');
  expect(asked('rows-or-records')).toBe('Yes header');
});
