import { expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { inspection, table } from './builders.ts';

const criteria = openCriteria();
const id = 'legislation';

const quarterly = (whole: boolean, ...rows: readonly string[]): string | undefined =>
  judgeContent({
    files: [
      { evidence: 'ev-1', name: 'acts.csv', inspection: inspection({ tables: [table('title|passed', ...rows)] }) },
    ],
    category: criteria.category(id),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, id),
    place: null,
    asOf: '2026-01-01',
    whole,
  }).findings.find((finding) => finding.id === 'quarterly')?.answer;

test.each([true, false])(
  'laws that were passed years apart tell nothing of how often their list is made anew (whole: %s)',
  (whole) => {
    const rows = Array.from({ length: 9 }, (_, at) => `Act on harbours ${at}|${2004 + at * 2}-03-${at + 10}`);
    expect(quarterly(whole, ...rows)).toBe('Unsure');
  },
);
