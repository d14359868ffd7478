import { expect, test } from 'vitest';
import type { CommitmentPlan, PromiseMeasure } from '../../../src/model/commitments.ts';
import type { IndicatorReport } from '../../../src/model/commitments-report.ts';
import type { Review } from '../../../src/model/review.ts';
import type { Web } from '../web.ts';
import { full, measured, morocco, origin, siteAt } from './measured.ts';

const asOf = '2026-10-01';

const planWith = (measure: PromiseMeasure, target: number): CommitmentPlan => ({
  plan: { id: 'P', place: 'ma', from: 2018, to: asOf, source: 's' },
  commitments: [
    {
      ...{ id: 'C', title: { en: 'C' }, lead: null, source: 's', milestones: [] },
      indicators: [{ id: 'i', baseline: null, target: { value: target }, measure }],
      functions: morocco.commitments[1]?.functions ?? null,
    },
  ],
});

const found = async (
  measure: PromiseMeasure,
  target: number,
  web: Web,
  reviews: readonly Review[] = [],
): Promise<IndicatorReport> => {
  const report = await measured(web, { plan: planWith(measure, target), asOf, reviews });
  const [only] = report.commitments[0]?.indicators ?? [];
  if (only === undefined) throw new Error('There is one.');
  const ids = report.evidence.map(({ id }) => id);
  expect(only.evidence.filter((id) => !ids.includes(id))).toEqual([]);
  return only;
};

/** A review as far as promises look at it. */
const review = (isOpen: boolean, bulk: 'Yes' | 'No' | 'Unsure', ceiling: number): Review =>
  ({
    ...{
      category: { id: 'election-results', title: 'Election Results' },
      place: { id: 'ma', name: 'Morocco' },
      year: 2026,
      asOf,
      isOpen,
    },
    ...{ score: { points: 40, ceiling, outOf: 100 }, candidates: [] },
    answers: { bulk: { answer: bulk, override: null, evidence: [] } },
  }) as unknown as Review;

test.each([
  ['open', 1, review(true, 'Yes', 40), 'met'],
  ['open', 1, review(false, 'No', 40), 'missed'],
  ['open', 1, review(false, 'Unsure', 100), 'unsure'],
  ['bulk', 1, review(false, 'Yes', 40), 'met'],
  ['bulk', 1, review(false, 'No', 40), 'missed'],
  ['bulk', 1, review(false, 'Unsure', 100), 'unsure'],
  ['points', 40, review(false, 'No', 40), 'met'],
  ['points', 60, review(false, 'No', 40), 'missed'],
  ['points', 60, review(false, 'Unsure', 80), 'unsure'],
  ['points', 90, review(false, 'Unsure', 80), 'unsure'],
])('%s of at least %i in a review', async (answer, target, kept, status) => {
  expect(await found({ review: 'election-results', answer }, target, full, [kept])).toMatchObject({ status });
});

test('without a review of the category nothing is told', async () => {
  const other = {
    ...review(true, 'Yes', 40),
    category: { id: 'government-budget', title: 'Budget' },
  } as unknown as Review;
  expect(await found({ review: 'election-results', answer: 'open' }, 1, full, [other])).toMatchObject({
    status: 'unsure',
    reason: 'no-value',
  });
});

const host = 'ministry-example.ma';
const page = (title: string): string =>
  `<html lang="fr"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
const words = { fr: ['charte', 'données'] };

test.each<readonly [string, Web, string]>([
  ['there', siteAt(`https://${host}`, { '/': page('Charte des données') }), 'met'],
  ['not there on a site that was seen whole', siteAt(`https://${host}`, { '/': page('Accueil') }), 'missed'],
  ['on a site that timed out', { [`https://${host}/`]: { lost: 'timeout' } }, 'unsure'],
])('a page that is %s', async (_, web, status) => {
  expect(await found({ page: host, words }, 1, { ...full, ...web })).toMatchObject({ status });
});

test('functions count those that are there, and those that may be', async () => {
  // The indicators of the site are of 2019, which is too old for the day of the report.
  const checklist: PromiseMeasure = { function: 'transparency-portal' };
  expect(await found(checklist, 5, full)).toMatchObject({ status: 'met', value: 5 });
  const { [`${origin}/plan`]: _, ...rest } = full;
  expect(await found(checklist, 5, rest)).toMatchObject({ status: 'missed', value: 4 });
  const unseen = await found(checklist, 5, { ...full, [`${origin}/plan`]: { lost: 'timeout' } });
  expect(unseen).toMatchObject({ status: 'unsure', value: 4, interval: { low: 4, high: 6 } });
});

const file = 'https://data-example.ma/projects.csv';
const csv = `name,status\n${['a', 'b', 'c', 'd'].map((name) => `${name},${name === 'd' ? 'Done' : 'done'}`).join('\n')}\n`;
const rows: PromiseMeasure = { 'count-of': file, column: 'Status', value: 'done' };

test.each<readonly [string, Web[string], number, string, number | null]>([
  ['all rows', csv, 3, 'met', 3],
  ['too few rows', csv, 4, 'missed', 3],
  ['a file that was cut off', { body: csv, cutAfter: 24 }, 3, 'unsure', null],
  ['a file that timed out', { lost: 'timeout' }, 3, 'unsure', null],
  ['a file without the column', 'name,state\na,done\nb,done\n', 1, 'unsure', null],
])('rows of %s', async (_, served, target, status, value) => {
  expect(await found(rows, target, { ...full, [file]: served })).toMatchObject({ status, value });
});

test('a note that a person signs counts under their name', async () => {
  const manual = { value: 7, on: asOf, by: 'Ada', note: 'Counted by hand.' };
  const one = await found({ manual }, 8, full);
  expect(one).toMatchObject({ status: 'missed', value: 7, strength: 'signed' });
  expect(one.says).toContain('a note of Ada');
});
