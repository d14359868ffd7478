import { parse } from 'csv-parse/sync';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { openMessages } from '../../src/audit/messages.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { CheckTable } from '../../src/model/checks.ts';
import { renderChecks } from '../../src/render/checks.ts';
import type { ReviewFormat } from '../../src/render/index.ts';
import { leftOver, madeUp } from '../audit/made-up.ts';
import { attacks } from './attacks.ts';

const lineOf = (url: string, title: string): CheckTable['addresses'][number] => ({
  ...{ url, title, isOpen: false },
  answers: { exists: 'Yes', openlicense: 'No', uptodate: 'Unsure' },
  score: { points: 40, ceiling: 60, outOf: 100 },
  formats: ['csv', 'xlsx', 'json', 'pdf', title],
  fix: { fix: `Name a licence ${title}`, points: 30, certain: true },
  unseen: null,
});

const tableOf = (...addresses: CheckTable['addresses']): CheckTable => ({
  ...{ format: 'odi-checks/1', edition: 'godi-2015', year: 2026, asOf: '2026-12-01' },
  counts: { checked: addresses.length, open: 0, unseen: 0, under: null },
  ...{ least: null, addresses, reviews: [] },
  fixes: [
    { fix: 'Name a licence', addresses: 2, points: 60, certain: true },
    { fix: 'Say when', addresses: 1, points: 10, certain: false },
  ],
  notChecked: [{ why: 'over-limit', count: 3, example: 'https://example.org/next' }],
});

const write = (table: CheckTable, format: ReviewFormat, columns = 80): Promise<string> =>
  renderChecks(table, format, { columns, colour: false });

const plain = tableOf(lineOf('https://example.org/a.csv', ''), lineOf('https://example.org/b.csv', 'Budget'));

describe('text', () => {
  test('leads with what to do at how many addresses, then a line an address', async () => {
    const text = await write(plain, 'text');
    expect(text).toContain('→ +60 at 2 addresses: Name a licence\n  → up to +10 at 1 address: Say when\n');
    expect(text).toMatch(/^ {2}https:\/\/example\.org\/a\.csv +✓✗\? +40–60 {2}CSV, XLSX…$/m);
    expect(text).toMatch(/^ {2}Budget +✓✗\? .*\n {4}https:\/\/example\.org\/b\.csv$/m);
    expect(text).toContain(
      'Not checked: 3 addresses beyond the limit; --limit sets it (the first:\nhttps://example.org/next).',
    );
  });

  test.each([40, 60, 80, 100])('fits %i columns, however long an address is', async (columns) => {
    const long = lineOf(`https://example.org/${'long-'.repeat(40)}x.csv`, '');
    for (const line of (await write(tableOf(long, ...plain.addresses), 'text', columns)).split('\n'))
      expect([line.length <= columns, line]).toEqual([true, line]);
  });

  test('says of an address at which nothing was seen why, and no advice', async () => {
    const unseen = { ...lineOf('https://example.org/', ''), unseen: 'dns: no such name', formats: [] };
    const text = await write(tableOf(unseen), 'text');
    expect(text).toContain('! Nothing could be seen: dns: no such name');
    expect(text).not.toContain('→ +30');
  });
});

test('CSV has a column a question and a line an address', async () => {
  const rows = parse<Record<string, string>>(await write(plain, 'csv'), { columns: true });
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({
    ...{ url: 'https://example.org/b.csv', title: 'Budget', points: '40', ceiling: '60', outof: '100', isopen: 'No' },
    ...{ exists: 'Yes', openlicense: 'No', uptodate: 'Unsure', formats: 'csv xlsx json pdf Budget' },
    ...{ fix: 'Name a licence Budget', fix_points: '30', fix_certain: 'Yes', unseen: '' },
  });
});

test('Markdown has a table with as many cells in every line', async () => {
  const lines = (await write(plain, 'markdown')).split('\n').filter((line) => line.startsWith('|'));
  expect(lines).toHaveLength(4);
  expect(new Set(lines.map((line) => line.split(/(?<!\\)\|/).length)).size).toBe(1);
});

test('JUnit has a case for the score where a least one is asked for', async () => {
  const { reviews: _, ...table } = plain;
  const review = {
    answers: { exists: { question: 'Exists?', answer: 'Yes', reason: 'x', says: 'x', improve: null, override: null } },
    score: { points: 40, ceiling: 60, outOf: 100 },
  };
  const reviews = [review, review] as unknown as CheckTable['reviews'];
  expect(await write({ ...table, reviews }, 'junit')).not.toContain('name="score"');
  const barred = await write({ ...table, reviews, least: 50 }, 'junit');
  expect(barred).toContain(
    '<testsuite name="https://example.org/a.csv" tests="2" failures="1" errors="0" skipped="0">',
  );
  expect(barred).toContain('name="score"><failure type="under" message="40 is under 50"/>');
  expect(await write({ ...table, reviews, least: 40 }, 'junit')).toContain('name="score"/>');
});

describe.each(attacks)('what %s could do', (_, attack) => {
  const hostile = tableOf(lineOf(`https://example.org/${attack}`, attack));

  test('to a terminal', async () => {
    expect(await write(hostile, 'text')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('to a page', async () => {
    const html = await write(hostile, 'html');
    const names = new Set<string>();
    const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
      for (const node of nodes) {
        if ('name' in node) names.add(node.name);
        if ('attribs' in node)
          for (const name of Object.keys(node.attribs)) expect(name).toMatch(/^(?!on|src)[a-z-]+$/);
        if ('children' in node) walk(node.children);
      }
    };
    walk(parseDocument(html).children);
    for (const name of ['script', 'img', 'iframe', 'svg', 'form', 'object']) expect(names).not.toContain(name);
  });

  test('to a spreadsheet', async () => {
    for (const row of parse(await write(hostile, 'csv')) as string[][])
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@]/);
  });
});

describe('in another language', () => {
  const criteria = openCriteria();
  const foreign: CheckTable = {
    ...plain,
    counts: { checked: 2, open: 1, unseen: 1, under: 1 },
    ...{ least: 50, fixes: [], addresses: [] },
    notChecked: (
      ['over-limit', 'interrupted', 'defect', 'repeated', 'no-address', 'other-page', 'sitemap-not-read'] as const
    ).flatMap((why) => [1, 3].map((count) => ({ why, count, example: 'https://example.org/next' }))),
  };

  test.each(['text', 'markdown', 'html'] as const)('no word of a table as %s comes from elsewhere', async (format) => {
    const messages = await madeUp(criteria);
    for (const table of [plain, foreign]) {
      const document = await renderChecks(table, format, { columns: 10_000, colour: false }, messages);
      const bare = document
        .replace(/<(style|bdi|code)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&\w+;/g, ' ');
      const known = [
        'https',
        'csv',
        'CSV',
        'XLSX',
        'JSON',
        'example',
        'org',
        'next',
        'exists',
        'openlicense',
        'uptodate',
      ];
      const own = [...known, 'godi', 'Budget', 'Name', 'licence', 'Name a licence', 'Say when', 'licence Budget'];
      expect(leftOver(bare).filter((word) => !own.includes(word))).toEqual([]);
    }
  });

  test.each([
    ['fr', '2 adresses vérifiées, 1 ouverte, 1 n’a pas pu être vue, 1 sous 50'],
    ['ar', 'فُحص عنوانان'],
  ])('the figures agree with their nouns in %s', async (lang, expected) => {
    const messages = await openMessages(criteria, lang);
    const text = await renderChecks(foreign, 'text', { columns: 80, colour: false }, messages);
    expect(text).toContain(expected);
  });
});
