import { expect, test } from 'vitest';
import { fold } from '../../src/discover/fold.ts';
import type { CandidateDraft } from '../../src/discover/rank.ts';
import { candidate, record } from '../coverage/looks.ts';

const draft = (url: string, given: Partial<CandidateDraft> = {}): CandidateDraft => ({
  ...candidate(url, { title: 'Election results', publisher: 'Ministry of Interior', record: record() }),
  year: 2021,
  ...given,
});

const urlsOf = (drafts: readonly CandidateDraft[]): readonly string[] => fold(drafts).map(({ url }) => url);

test.each<readonly [string, readonly CandidateDraft[], number]>([
  ['the same name, publisher and year are one dataset', [draft('http://a.example/1'), draft('http://b.example/2')], 1],
  ['another year is another dataset', [draft('http://a.example/1'), draft('http://a.example/2', { year: 2025 })], 2],
  ['no year is another dataset', [draft('http://a.example/1'), draft('http://a.example/2', { year: null })], 2],
  [
    'another publisher’s is another dataset',
    [draft('http://a.example/1'), draft('http://a.example/2', { publisher: 'City' })],
    2,
  ],
  [
    'the same files are one dataset under whatever name',
    [
      draft('http://a.example/1', { record: record('http://a.example/f.csv') }),
      draft('http://b.example/2', { title: 'Other', year: 2025, record: record('http://www.a.example/f.csv') }),
    ],
    1,
  ],
  [
    'one address in two spellings is one',
    [draft('http://a.example/1'), draft('http://www.a.example/1/', { year: 2025 })],
    1,
  ],
])('%s', (_, drafts, count) => {
  expect(urlsOf(drafts)).toHaveLength(count);
});

test('what a catalogue tells of an address stands, whatever an old list promises of it', () => {
  const parts = [{ name: 'lead', points: 54, says: 'An old list named it.' }];
  const lead = draft('http://a.example/1', { score: 54, parts, record: null });
  const [kept, ...more] = fold([lead, draft('https://www.a.example/1/', { score: 40 })]);
  expect(more).toEqual([]);
  expect(kept?.record).not.toBeNull();
});
