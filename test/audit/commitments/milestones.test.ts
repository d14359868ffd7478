import { describe, expect, test } from 'vitest';
import type { CommitmentPlan, PromisedMilestone } from '../../../src/model/commitments.ts';
import type { MilestoneReport } from '../../../src/model/commitments-report.ts';
import type { Web } from '../web.ts';
import { measured, siteAt } from './measured.ts';

const origin = 'https://ministry-example.ma';

const milestone: PromisedMilestone = {
  ...{ id: 'manual', text: 'A manual', from: '2019-11', to: '2020-01', deliverable: 'document' },
  ...{ where: ['ministry-example.ma'], words: { fr: ['manuel', 'données ouvertes'], en: ['manual', 'open data'] } },
};

const planWith = (change: Partial<PromisedMilestone>): CommitmentPlan => ({
  plan: { id: 'P', place: 'ma', from: 2018, to: 2020, source: 's' },
  commitments: [
    { id: 'C', title: { en: 'C' }, lead: null, source: 's', indicators: [], milestones: [{ ...milestone, ...change }] },
  ],
});

const page = (title: string, body: string): string =>
  `<html lang="fr"><head><title>${title}</title></head><body><nav><a href="/publications">Publications</a></nav><main><h1>${title}</h1>${body}</main></body></html>`;

const site = (publications: string, more: Readonly<Record<string, string>> = {}): Web =>
  siteAt(origin, { '/': page('Ministère', ''), '/publications': page('Publications', publications), ...more });

const found = async (
  web: Web,
  change: Partial<PromisedMilestone> = {},
  asOf = '2020-12-31',
): Promise<MilestoneReport> => {
  const report = await measured(web, { plan: planWith(change), asOf });
  const [only] = report.commitments[0]?.milestones ?? [];
  if (only === undefined) throw new Error('There is one.');
  return only;
};

const file = `${origin}/manuel.pdf`;
const link = (date: string): string =>
  `<ul><li><a href="/manuel.pdf">Manuel des données ouvertes</a> ${date}</li></ul>`;
const there: Web = { [file]: { body: 'Manuel', type: 'text/plain' } };

describe('a document', () => {
  test.each([
    ['dated before it was due', '15 janvier 2020', 'in-time', '2020-01-15'],
    ['dated 29 days after', '29 février 2020', 'in-time', '2020-02-29'],
    ['dated 31 days after', '2 mars 2020', 'in-time', '2020-03-02'],
    ['dated 32 days after', '3 mars 2020', 'late', '2020-03-03'],
    ['without a date', '', 'undated', null],
    ['dated with a year alone', '2020', 'undated', null],
  ])('%s', async (_, date, status, day) => {
    const one = await found({ ...site(link(date)), ...there });
    expect([one.status, one.date]).toEqual([status, day]);
    expect(one.evidence).toHaveLength(1);
    expect(one.where[0]?.quote).not.toBe('');
  });

  test('carries the date that stands in it', async () => {
    const web = { ...site(link('')), [file]: { body: 'Manuel\nRabat, le 20 janvier 2020\n', type: 'text/plain' } };
    expect(await found(web)).toMatchObject({ status: 'in-time', date: '2020-01-20' });
  });

  test('carries no date that only its server tells', async () => {
    const headers = { 'Last-Modified': 'Wed, 15 Jan 2020 10:00:00 GMT' };
    expect(await found({ ...site(link('')), [file]: { body: 'Manuel', type: 'text/plain', headers } })).toMatchObject({
      status: 'undated',
    });
  });

  test('of long before the milestone is another one', async () => {
    expect(await found({ ...site(link('15 mai 2015')), ...there })).toMatchObject({ status: 'not-found', date: null });
  });

  test('of after the day of the report was not there on it', async () => {
    expect(await found({ ...site(link('15 mai 2020')), ...there }, {}, '2020-04-01')).toMatchObject({
      status: 'not-found',
    });
  });

  test('that is a page counts', async () => {
    const manual = page('Manuel des données ouvertes', '<p>Publié le 10 janvier 2020.</p>');
    const web = site('<a href="/manuel">Manuel des données ouvertes</a>', { '/manuel': manual });
    expect(await found(web)).toMatchObject({ status: 'in-time', date: '2020-01-10' });
  });

  test('has all words of one language, not some of each', async () => {
    const web = { ...site('<a href="/manuel.pdf">Manuel of open data</a>'), ...there };
    expect((await found(web)).status).not.toBe('undated');
  });
});

describe('what was not found', () => {
  test('is not found where the sites were seen whole', async () => {
    const one = await found(site('<p>Rien.</p>'));
    expect(one).toMatchObject({ status: 'not-found', reason: 'site-seen-whole' });
    expect(one.evidence.length).toBeGreaterThan(0);
  });

  test.each<readonly [string, Web]>([
    ['a page timed out', { ...site('<p>Rien.</p>'), [`${origin}/publications`]: { lost: 'timeout' } }],
    ['the site timed out', { [`${origin}/`]: { lost: 'timeout' } }],
    ['a page was refused', { ...site('<p>Rien.</p>'), [`${origin}/publications`]: { status: 403, body: 'Forbidden' } }],
    ['its document timed out', { ...site(link('')), [file]: { lost: 'timeout' } }],
    ['a document of another name was not opened', site('<a href="/rapport.pdf">Rapport</a>')],
  ])('is unsure where %s', async (_, web) => {
    expect(await found(web)).toMatchObject({ status: 'unsure', reason: 'not-seen' });
  });

  test('is unsure before it is due', async () => {
    expect(await found(site('<p>Rien.</p>'), {}, '2020-01-31')).toMatchObject({ status: 'unsure', reason: 'not-due' });
  });

  test.each<readonly [string, Partial<PromisedMilestone>, string]>([
    ['it leaves no document', { deliverable: 'event' }, 'no-document'],
    ['no site is named', { where: [] }, 'nowhere-to-look'],
  ])('is unsure, and nothing is asked, where %s', async (_, change, reason) => {
    const report = await measured(site(''), { plan: planWith(change) });
    expect([report.commitments[0]?.milestones[0]?.reason, report.asked]).toEqual([reason, []]);
  });
});

test('of one site no more than fifteen pages are asked', async () => {
  const many = Array.from({ length: 40 }, (_, index) => `<a href="/p/${index}">manuel ${index}</a>`).join(' ');
  const { asked } = await measured(site(many), { plan: planWith({}) });
  expect(asked.length).toBe(15);
});
