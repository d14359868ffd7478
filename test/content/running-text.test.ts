import { expect, test } from 'vitest';
import { judgeContent } from '../../src/content/index.ts';
import { category, concepts, inspection } from './builders.ts';

const vocabulary = concepts({
  tons: { expects: 'count', words: { en: ['tons'] } },
  firm: { expects: 'text', words: { en: ['firm'] } },
});

/** What is answered of the tons that a document speaks of. */
const answer = (text: string): string => {
  const { findings } = judgeContent({
    files: [{ evidence: 'ev-1', name: 'file.pdf', inspection: inspection({ format: 'pdf', text }) }],
    category: category({ id: 'it', shownBy: { yes: [{ field: 'tons' }], absent: 'no' } }),
    edition: 'godi-2015',
    concepts: vocabulary,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  });
  return `${findings[0]?.answer} ${findings[0]?.reason}`;
};

const filler =
  'The works were moved to a new place by the river in the spring of that year and have stayed there.\n'.repeat(40);

test.each([
  ['said of it', 'In the whole of the last year the firm made tons: 412 of them.', 'Yes label'],
  ['a few words on', 'All that the works by the river sold of tons that year was 412 of them.', 'Yes label'],
  ['an age', 'What the works by the river sold were tons aged over 15 years', 'Unsure'],
  ['small and next to it', 'In the whole of the last year the works by the river sold tons: 15 of them', 'Yes label'],
  ['said of what comes after it', 'The works by the river told the tons made to all their 412 owners', 'Unsure'],
  ['an hour', 'Whoever counts the tons tells them to the office before 20,00', 'No'],
  ['a day', 'Whoever counts the tons tells them by 14.03.2017', 'No'],
  ['an hour with its minutes', 'Whoever counts the tons tells them by 14:30', 'No'],
  ['a clause', 'Whoever counts the tons tells them to the office as of § 412', 'No'],
])('a number in running text that is %s', (_, text, expected) => {
  expect(answer(text)).toMatch(new RegExp(`^${expected}`));
});

test('lines of days and hours are no figures, so that the words beside them are no headers of a table', () => {
  const days = ['06.02.2017, 07.02.2017, 08.02.2017, 09.02.2017', '06:30, 07:30, 08:30, 09:30 h'];
  const calendar = Array.from({ length: 6 }, () => days.join('\n')).join('\n');
  expect(answer(`${filler}${calendar}\nTons are told\n`)).not.toMatch(/^Yes/);
  const figures = Array.from({ length: 6 }, () => 'North 412 318 77 65').join('\n');
  expect(answer(`${filler}${figures}\nTons are told\n`)).toBe('Yes label');
});
