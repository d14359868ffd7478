import { expect, test } from 'vitest';
import { saySearchProblem, searchProblem } from '../../src/text/searches.ts';

test('what went wrong with a search is said with its values, and with what went wrong before', () => {
  const status = searchProblem('answered-status', { status: 503 });
  expect(saySearchProblem(status)).toBe('answered with status 503');
  expect(saySearchProblem(searchProblem('pages-instead', { problem: status }))).toBe(
    'its API answered with status 503; its pages were looked through instead',
  );
});
