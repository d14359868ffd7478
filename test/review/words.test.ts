import { describe, expect, test } from 'vitest';
import { openMessages } from '../../src/audit/messages.ts';
import { say } from '../../src/checks/words.ts';
import { sentence } from '../../src/content/reasons.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { mostKept } from '../../src/model/coverage.ts';
import type { Review, ReviewCoverage } from '../../src/model/review.ts';
import type { Args } from '../../src/model/sentence.ts';
import { coverageOf, placeIn } from '../../src/render/words.ts';
import { sayCoverage } from '../../src/review/coverage.ts';
import { sayBecause } from '../../src/review/unseen.ts';

/* Values of stored sentences as each language says them: codes are never shown, and what is no quotation stands in no quotation marks. */

const criteria = openCriteria();
const inLanguage = (lang: string) => openMessages(criteria, lang);

const coverage = (reason: ReviewCoverage['reason'], detail: string): ReviewCoverage => ({
  ...{ what: '', url: 'https://a.example/', seen: false, why: '', need: 'hit', reason, evidence: [] },
  args: { name: 'Results', detail },
});

describe('why something was not seen', () => {
  test.each<[string, ReviewCoverage['reason'], string, string]>([
    ['en', 'not-reached', 'timeout', 'It did not reach us (no reply came in time).'],
    ['en', 'gone', 'HTTP 404', 'It answers that nothing is there (HTTP 404).'],
    ['en', 'gone', 'soft-404', 'It answers that nothing is there (with a page that says so).'],
    ['en', 'failed', 'error', 'It answers with a fault.'],
    ['en', 'not-ready', 'Being prepared', 'It is still being made (“Being prepared”).'],
    ['en', 'files-unseen', '3 of 5', '3 files of it were not seen whole.'],
    ['fr', 'files-unseen', '1 of 5', '1 de ses fichiers n’a pas été vu en entier.'],
    ['fr', 'gone', 'soft-404', 'La réponse est que rien ne s’y trouve (par une page qui l’indique).'],
    ['ar', 'not-reached', 'robots', 'robots.txt'],
  ])('in %s, of %s with %s', async (lang, reason, detail, expected) => {
    const { why } = sayCoverage(coverage(reason, detail), await inLanguage(lang));
    expect(why).toContain(expected);
  });

  const many = (length: number, seen: boolean): Pick<Review, 'coverage'> => ({
    coverage: Array.from({ length }, () => ({ ...coverage('read-whole', ''), seen })),
  });

  test('is not counted as if it were all, where only the first things are kept', () => {
    const summaries = [1, 2, mostKept].flatMap((length) =>
      [true, false].map((seen) => coverageOf(many(length, seen) as Review)?.summary),
    );
    expect(summaries).toEqual([
      'The one thing that had to be seen before a No was seen.',
      'The one thing that had to be seen before a No was not seen:',
      'All 2 things that had to be seen before a No were seen.',
      '0 of the 2 things that had to be seen before a No were seen; not seen:',
      `All that had to be seen before a No was seen; ${mostKept} things of it are kept here.`,
      'Not all that had to be seen before a No was seen; not seen:',
    ]);
  });
});

test('how a request was lost is told in the language, with the codes that are the same everywhere', async () => {
  const messages = await inLanguage('fr');
  expect(sayBecause('dns: getaddrinfo ENOTFOUND a.example', messages)).toBe(
    'le nom d’hôte est introuvable (ENOTFOUND)',
  );
  expect(sayBecause('timeout: no reply within 30 seconds', messages)).toBe('aucune réponse n’est arrivée à temps');
});

test.each([
  ['en', 'results.csv, column 9', 'results.csv, column 9'],
  ['fr', 'results.csv, column 9', 'results.csv, colonne 9'],
  ['fr', 'column “Votes”', 'colonne «\u00a0Votes\u00a0»'],
  ['fr', 'title', 'titre'],
  ['fr', 'House by district', 'House by district'],
])('in %s %s is %s', async (lang, part, expected) => expect(placeIn(part, await inLanguage(lang))).toBe(expected));

test('the number of units stands beside the quotation, not in it', async () => {
  const args = { quote: 'Constituency code', distinct: 8 };
  expect(sentence('By constituency', 'Yes', { reason: 'rows-per-unit', args })).toBe(
    'By constituency: Yes, each row is one such unit, and holds a figure: “Constituency code”, with 8 different values.',
  );
});

test('what the field reader takes a field for is told in the language', async () => {
  const reads = { reason: 'role', args: { role: 'registered', called: 'registered voters' } };
  const args = { version: '1', field: 'column', name: 'Electors', reads };
  const told = sentence('Inscrits', 'Unsure', { reason: 'field-reader-v1', args }, await inLanguage('fr'));
  expect(told).toContain('les électeurs inscrits');
});

describe('a value of a check', () => {
  const told = async (text: string, args: Args, lang = 'fr'): Promise<string> =>
    say(undefined, text, args, { noun: (id) => id, licence: () => '', messages: await inLanguage(lang) });

  test.each<[string, Args, string]>([
    ['a rhythm', { every: 'P3M' }, '3 mois'],
    [
      'a rhythm by the files',
      { every: { reason: 'days-by-files', args: { count: 34 } } },
      '34 jours, d’après les fichiers présents',
    ],
    [
      'a day that opens a period',
      { newest: { reason: 'or-later', args: { day: '2015-01-01' } } },
      '1er janvier 2015 ou plus tard',
    ],
    ['what was seen, in its own words', { what: 'Download CSV' }, '«\u00a0Download CSV\u00a0»'],
    ['what was seen, by its evidence', { what: 'ev-3' }, 'ev-3'],
  ])('%s', async (_, args, expected) => {
    const [name = ''] = Object.keys(args);
    expect((await told(`{${name}}`, args)).replaceAll('\u00a0', ' ')).toBe(expected.replaceAll('\u00a0', ' '));
  });
});
