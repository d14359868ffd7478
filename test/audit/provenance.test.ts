import { describe, expect, test } from 'vitest';
import { type AuditContext, openContext } from '../../src/audit/context.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { defaultAllowance } from '../../src/audit/evidence.ts';
import { entryOf, type FrontierEntry } from '../../src/audit/frontier.ts';
import { officialOf, provenanceOf, unprinted } from '../../src/audit/provenance.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Candidate, Level, Officialness } from '../../src/model/records.ts';
import { candidate, record } from '../coverage/looks.ts';
import { nowhere, serve } from './web.ts';

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const data = openAuditData(criteria, edition);

const anywhere = 'https://files.example/results.csv';
const government = 'https://elections.gov.example/results.csv';

/** An audit for which the reviewer named some addresses. */
const naming = (...named: readonly string[]): AuditContext =>
  openContext(
    {
      ...{ place: nowhere(), category: criteria.category('election-results'), edition, year: 2026 },
      ...{ asOf: '2026-10-01', previous: null, scope: 'country', named },
    },
    serve({}).fetch,
    data,
    defaultAllowance,
  );

const link = (url: string): FrontierEntry => ({ ...entryOf(candidate(url)), candidate: null });

const proposed = (url: string, official: Officialness['verdict'], level: Level['verdict']): FrontierEntry => {
  const told: Partial<Candidate> = {
    official: { verdict: official, because: 'its catalogue' },
    level: { verdict: level, because: { reason: 'x', args: {} } },
  };
  return entryOf(candidate(url, told));
};

const standing = (entry: FrontierEntry, context: AuditContext) => {
  const nothing = unprinted(entry.url);
  const official = officialOf(nothing, entry, context);
  return [official.verdict, provenanceOf(nothing, entry, official, context).level.verdict];
};

describe('where nothing came', () => {
  test.each<readonly [string, FrontierEntry, AuditContext, readonly string[]]>([
    ['the address of the government tells whose it is', link(government), naming(), ['official', 'national']],
    ['any other tells nothing', link(anywhere), naming(), ['unknown', 'unknown']],
    [
      'the catalogue that named it does',
      proposed(anywhere, 'third-party', 'local'),
      naming(),
      ['third-party', 'local'],
    ],
    ['so does the reviewer, who vouches for it', link(anywhere), naming(anywhere), ['official', 'national']],
    [
      'the catalogue says more than the reviewer',
      proposed(anywhere, 'third-party', 'local'),
      naming(anywhere),
      ['third-party', 'local'],
    ],
    ['the reviewer vouches for no other address', link(anywhere), naming(government), ['unknown', 'unknown']],
  ])('%s', (_, entry, context, expected) => {
    expect(standing(entry, context)).toEqual(expected);
  });
});

test('the edition that a title tells is known, and the title without it', () => {
  const of = (title: string) => {
    const named = { ...record(), title };
    const entry = entryOf(candidate(anywhere, { record: named }));
    return provenanceOf(unprinted(anywhere), entry, { verdict: 'unknown', because: 'x' }, naming()).edition;
  };
  expect(of('Firms up to 7 October 2026')).toEqual({ at: 202610, series: 'firms up to ' });
  expect(of('Firms up to 7 April 2026')?.series).toBe('firms up to ');
  expect(of('Firms')).toBeUndefined();
});
