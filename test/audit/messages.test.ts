import { expect, test } from 'vitest';
import { openMessages } from '../../src/audit/messages.ts';
import { openCriteria } from '../../src/criteria/load.ts';

const criteria = openCriteria();

test('sentences beside the code and those of editions and categories have ids', async () => {
  const french = await openMessages(criteria, 'fr');
  const ids = [
    'answers.Unsure',
    'checks.exists.criteria-met.says',
    'checks.absences.nothing-arrived.improve',
    'checks.machine-readable.only-documents.says',
    'checks.licence-terms.approved.example',
    'content.because.header',
    'content.turns.seems-not',
    'score.not-checked',
    'editions.godi-2015.questions.exists',
    'editions.godi-2015.cascade.does-not-exist',
    'editions.godi-2015.contradictions.exists-No',
    'categories.election-results.criteria.registered.noun',
  ];
  expect(ids.filter((id) => !french.has(id))).toEqual([]);
});

test('text of others is marked in a language from right to left, and elsewhere where it is asked for', async () => {
  const quotes = await Promise.all(
    [['ar'], ['fr'], ['fr', true] as const].map(async ([tag, isMarked]) =>
      (await openMessages(criteria, String(tag), isMarked === true)).value('x'),
    ),
  );
  expect(quotes).toEqual(['\u2068x\u2069', 'x', '\u2068x\u2069']);
});

test('a language that is not known is told with those that are', async () =>
  expect(openMessages(criteria, 'xx')).rejects.toThrow('There is no language xx; known are en, ar, fr.'));
