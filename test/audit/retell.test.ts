import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAuditData } from '../../src/audit/data.ts';
import { defaultAllowance } from '../../src/audit/evidence.ts';
import { check } from '../../src/audit/one-address.ts';
import { retell } from '../../src/audit/retell.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Review } from '../../src/model/review.ts';
import { mute } from './mute.ts';
import { auditOf, body, html, serve } from './web.ts';

const criteria = openCriteria();
const captures = join(import.meta.dirname, '..', '..', 'fixtures', 'captures');
const kept = readdirSync(captures).filter((name) => name.endsWith('.json'));

describe('every sentence can be written from reasons and values', () => {
  test.each(kept)('of %s', (name) => {
    const review: Review = JSON.parse(readFileSync(join(captures, name), 'utf8'));
    expect(retell(mute(review), { edition: criteria.edition(review.edition) })).toEqual(review);
  });

  const terms = '<p>The data may be used for non-commercial purposes only.</p>';
  const web = {
    'https://data.example/': html('Water', `<h1>Water</h1><a href="/a.csv">Figures 2026 (CSV)</a>${terms}`),
    'https://data.example/a.csv': 'station,nitrate,day\nA,3.1,2026-05-01\nB,4.2,2026-05-02\n',
    'https://silent.example/': { lost: 'timeout' },
    'https://login.example/': html('Log in', '<h1>Log in</h1><form><input type="password" name="p"></form>'),
  } as const;

  test.each(['godi-2015', 'godi-2016'])('of addresses judged by %s', async (id) => {
    const edition = criteria.edition(id);
    const data = openAuditData(criteria, edition);
    const category = criteria.category('water-quality');
    const first = 'https://data.example/a.csv';
    for (const [url, asked] of [[first, category] as const, ...Object.keys(web).map((each) => [each, null] as const)]) {
      const review = await check(
        {
          ...{ url, place: null, category: asked, edition, year: 2026, asOf: '2026-06-01', previous: null },
          allowance: defaultAllowance,
        },
        serve(web).fetch,
        data,
      );
      expect(retell(mute(review), { edition })).toEqual(review);
    }
  });
});

test('of data that is of a part of the country, by whom it is published', async () => {
  const web = {
    [body]: html('Election Commission', '<h1>Election Commission</h1><a href="/results">Results of the elections</a>'),
    'http://elections.gov.example/results': html(
      'Results of the elections',
      '<h1>City of Springfield: results of the elections</h1><a href="/results.csv">Results (CSV)</a>',
    ),
    'http://elections.gov.example/results.csv': 'Party,Votes\nOak,120\nElm,80\n',
  };
  const review = await auditOf(web);
  expect(retell(mute(review), { edition: criteria.edition(review.edition) })).toEqual(review);
});

test('a review that kept no values is left as it is', () => {
  const { paragraphs: _, ...older }: Review = JSON.parse(readFileSync(join(captures, kept[0] ?? ''), 'utf8'));
  expect(retell(older, { edition: criteria.edition(older.edition) })).toEqual(older);
});

test('bodies and elections are called as the language of the document calls them, and kept as they are', () => {
  const review: Review = JSON.parse(readFileSync(join(captures, 'morocco-2015.json'), 'utf8'));
  const edition = criteria.edition(review.edition);
  const names = new Map([
    ['Ministry of Interior', 'Ministère de l’Intérieur'],
    ['House of Representatives', 'Chambre des représentants'],
  ]);
  const told = retell(review, { edition, names });
  expect(told.notes).toContain('Ministère de l’Intérieur is responsible');
  expect(told.notes).toContain('Chambre des représentants of 2011-11-25');
  expect(told.coverage?.[0]?.what).toBe('The pages of Ministère de l’Intérieur on the subject');
  expect(told.paragraphs?.map(({ args }) => args)).toEqual(review.paragraphs?.map(({ args }) => args));
  expect(told.coverage?.map(({ args }) => args)).toEqual(review.coverage?.map(({ args }) => args));
});
