import { type CheerioAPI, load } from 'cheerio/slim';
import { describe, expect, test } from 'vitest';
import type { Diff } from '../../src/model/diff.ts';
import type { Scorecard } from '../../src/model/scorecard.ts';
import { renderDiff, renderDiffSummary } from '../../src/render/diff.ts';
import { countsOf } from '../../src/render/diff-words.ts';
import { renderScorecard, type ScorecardFormat } from '../../src/render/scorecard.ts';
import type { Bar } from '../../src/render/scorecard-words.ts';
import { unproven } from '../../src/reviews/diff/scorecards.ts';
import { attacks } from './attacks.ts';

const noBar: Bar = { under: null, regression: null };
const plain = { columns: 80, colour: false };

const ids = Array.from({ length: 13 }, (_, at) => `category-${at + 1}`);

/** A scorecard of one place that is all in one, and one that never entered. */
const card = (name: string, categories: readonly string[] = ids): Scorecard => ({
  edition: 'godi-2015',
  year: 2015,
  places: [
    {
      ...{ id: 'ma', name, score: 45, ceiling: 60, rank: 1, open: 1, entries: categories.length },
      categories: Object.fromEntries(
        categories.map((id, at) => [
          id,
          { points: at === 0 ? 100 : 45, ceiling: at === 1 ? 75 : at === 0 ? 100 : 45, rank: 1, isOpen: at === 0 },
        ]),
      ),
    },
    { ...{ id: 'tn', name: 'Tunisia', score: 0, ceiling: 0, rank: 2, open: 0, entries: 0 }, categories: {} },
    { ...{ id: 'dz', name: 'Algeria', score: null, ceiling: null, rank: null, open: 0, entries: 0 }, categories: {} },
  ],
  categories: categories.map((id, at) => ({
    id,
    title: `Category ${at + 1}`,
    score: 45,
    ceiling: 45,
    rank: 1,
    open: 0,
    entries: 1,
  })),
  summary: { places: 1, entries: categories.length, open: 1, openPercent: 7 },
});

const widths = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('a scorecard on a terminal', () => {
  test.each([60, 80, 100, 140])('fits %i columns', async (columns) => {
    expect(
      widths(await renderScorecard(card('Morocco'), 'text', noBar, { columns, colour: false })),
    ).toBeLessThanOrEqual(columns);
  });

  test('shows open data, points in tens, and what is undecided', async () => {
    const lines = (await renderScorecard(card('Morocco'), 'text', noBar, plain)).split('\n');
    expect(lines[4]).toBe('   1  Morocco                  45–60    1 ●  4+ 4  4  4  4  4  4  4  4  4  4  4');
  });

  test('names who did not enter in one paragraph', async () => {
    const text = await renderScorecard(card('Morocco'), 'text', noBar, plain);
    expect(text).toContain('\n   2  without entries, with a score of 0\n      Tunisia\n');
    expect(text).toContain('\n   –  left out of the index\n      Algeria\n');
  });

  test('has colour only where it is wanted', async () => {
    const [without, coloured] = [
      await renderScorecard(card('Morocco'), 'text', noBar, plain),
      await renderScorecard(card('Morocco'), 'text', noBar, { columns: 80, colour: true }),
    ];
    expect(without).not.toContain('\u001b');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(without);
  });

  test('keeps its columns beside wide letters', async () => {
    const text = await renderScorecard(card('摩洛哥王国'), 'text', noBar, plain);
    expect(text.split('\n')[4]).toContain('摩洛哥王国               45–60');
  });
});

const attack = '=cmd|"x" \u001b[31m<b>&[l](javascript:1)|`x`\u202e\nNEW';

describe('a hostile name is only a name', () => {
  const shown = (format: ScorecardFormat) => renderScorecard(card(attack), format, noBar, plain);

  test('on a terminal', async () => {
    const text = await shown('text');
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(text).not.toContain('\nNEW');
  });

  test('in CSV: no formula, no new line', async () => {
    const lines = (await shown('csv')).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^ma,"'=cmd/);
  });

  test('in Markdown: no markup, no further cell', async () => {
    const text = await shown('markdown');
    expect(text).not.toMatch(/<b>|(?<!\\)\]\(javascript/);
    expect(text).toContain('\\|');
  });

  test('in JUnit: XML that stays well formed', async () => {
    expect(await shown('junit')).not.toMatch(/<b>|\u001b/);
  });
});

describe('a scorecard as a page', () => {
  const cells = (page: CheerioAPI, row: string): readonly string[] =>
    page(row)
      .children()
      .toArray()
      .map((cell) => page(cell).text().trim());

  test('has the points of every place and category, with the most that they might be', async () => {
    const page = load(await renderScorecard(card('Morocco'), 'html', noBar, plain));
    expect(cells(page, '#places ~ .scroll tbody tr')).toEqual([
      '1',
      'Morocco',
      '45–60',
      '1',
      '100',
      '45–75',
      ...Array(11).fill('45'),
    ]);
    const [open, unsure, sure] = [4, 5, 6].map((at) =>
      page('#places ~ .scroll tbody tr').children().eq(at).attr('class'),
    );
    expect([open, unsure, sure]).toEqual(['s4 open', 's2 hatched', 's2']);
    expect(page('#categories ~ .scroll tbody tr').length).toBe(13);
    expect(page('main').text()).toContain('2 places without entries: Tunisia, Algeria.');
  });

  test('says first what missed the bar', async () => {
    const page = load(await renderScorecard(card('Morocco'), 'html', { under: 50, regression: null }, plain));
    expect(page('h2').first().text()).toBe('Under the bar');
    expect(page('#under').parent().text()).toContain('Morocco scores 45, which is under 50.');
  });

  test('is the same page whatever a place is called, and loads nothing', async () => {
    const tags = async (name: string): Promise<readonly string[]> =>
      [...(await renderScorecard(card(name), 'html', noBar, plain)).matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    for (const [, text] of attacks) expect(await tags(text)).toEqual(await tags('Morocco'));
    expect(await renderScorecard(card(attack), 'html', noBar, plain)).toContain("default-src 'none'");
  });
});

test('JUnit fails what missed the bar, and only that', async () => {
  const fall = {
    place: 'ma',
    category: 'category-2',
    question: 'bulk',
    from: 'Yes',
    to: 'No',
    points: -10,
    cause: 'data',
    says: 'Other content.',
    before: { year: 2014, asOf: '2014-11-01', points: 55, says: 'One file holds all.', evidence: [] },
    after: { year: 2015, asOf: '2015-11-01', points: 45, says: `In parts only ${attack}`, evidence: [] },
    ...unproven,
  } as const;
  const rule = { strict: false, causes: null };
  const xml = await renderScorecard(
    card('Morocco', ids.slice(0, 2)),
    'junit',
    { under: 50, regression: { baseline: '2014', ...rule, compared: 2, unmatched: [], falls: [fall] } },
    plain,
  );
  expect(xml.match(/<failure[^>]*>/g)).toEqual([
    '<failure type="under" message="45 is under 50"/>',
    '<failure type="regression" message="bulk Yes → No (−10) since 2014, data. Other content.">',
  ]);
  expect(xml).toContain('2014: One file holds all.\n2015: In parts only ');
  expect(xml).not.toContain(attack);
  expect(xml).toContain('<testsuite name="Morocco" tests="3" failures="2"');
});

describe('a comparison', () => {
  const diff: Diff = {
    before: { name: 'old.json', editions: ['godi-2015'], years: [2024] },
    after: { name: 'new.json', editions: ['godi-2015'], years: [2025] },
    comparable: true,
    changes: [
      {
        place: 'ma',
        category: 'x',
        question: 'bulk',
        from: 'No',
        to: 'Yes',
        points: 10,
        cause: 'data',
        says: `Now ${attack}`,
        ...unproven,
        evidence: { before: [], after: [`https://data.example/${attack}`, attack] },
      },
    ],
    added: [{ place: 'tn', category: 'x', points: 5 }],
    removed: [],
    definitions: [],
    places: [{ id: 'ma', name: attack, before: 10, after: 20, delta: 10 }],
    summary: {
      causes: [{ cause: 'data', answers: 1, points: 10, gained: 10, lost: 0 }],
      questions: [{ question: `bulk${attack}`, answers: 1, points: 10, gained: 10, lost: 0, causes: { data: 1 } }],
      doings: [{ doing: 'data', answers: 1, points: 10, gained: 10, lost: 0 }],
    },
  };
  const names = { place: () => attack, category: () => 'X' };

  test('carries no attack to a terminal, and fits it', async () => {
    const text = await renderDiff(diff, 'text', names, plain);
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(widths(text)).toBeLessThanOrEqual(80);
    expect(text).toContain('1 answer changed in 1 place: 1 data. 1 entry is new.');
  });

  test.each(['csv', 'markdown', 'html'] as const)('carries none into %s', async (format) => {
    const texts = [
      await renderDiff(diff, format, names, plain),
      await renderDiffSummary(diff, countsOf(diff), format, plain),
    ];
    for (const text of texts)
      expect(text).not.toMatch(format === 'csv' ? /\u001b|,=cmd/ : /\u001b|<b>|<script|="javascript/);
  });

  test.each(attacks)('is one page whatever stands in it: %s', async (_, text) => {
    const pageOf = async (hostile: string): Promise<readonly string[]> => {
      const told = diff.changes.map((change) => ({
        ...change,
        place: hostile,
        says: hostile,
        evidence: { before: [hostile], after: [] },
      }));
      const given = { ...diff, before: { ...diff.before, name: hostile }, changes: told };
      const html = await renderDiff(given, 'html', { place: (id) => id, category: (id) => id }, plain);
      return [...html.replace(/<a [^>]*>|<\/a>|<\/?code>/g, '').matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    };
    expect(await pageOf(text)).toEqual(await pageOf('harmless'));
  });

  test('as a page it names the addresses that both answers rest on, and links only to the web', async () => {
    const [change] = diff.changes;
    const evidence = { before: ['https://data.example/old'], after: ['javascript:alert(1)'] };
    const html = await renderDiff(
      { ...diff, changes: change === undefined ? [] : [{ ...change, evidence }] },
      'html',
      names,
      plain,
    );
    expect(html).toContain('before: <a href="https://data.example/old"');
    expect(html).toContain('after: <code><bdi dir="ltr" class="address">javascript:alert(1)</bdi></code>');
  });

  test('adds up to the same in every form', async () => {
    const asText = await renderDiffSummary(diff, countsOf(diff), 'text', plain);
    expect(asText).toContain('The data changed');
    expect(widths(asText)).toBeLessThanOrEqual(80);
    expect(
      await renderDiffSummary({ ...diff, summary: { ...diff.summary, questions: [] } }, countsOf(diff), 'csv', plain),
    ).toBe('question,cause,answers\n');
    expect(await renderDiffSummary(diff, countsOf(diff), 'markdown', plain)).toContain('| data | 1 | +10 | 0 | +10 |');
    expect(await renderDiffSummary(diff, countsOf(diff), 'html', plain)).toContain(
      '<th scope="row" class="name">The data changed</th>',
    );
    const value = JSON.parse(await renderDiffSummary(diff, countsOf(diff), 'json', plain));
    expect(value.summary).toEqual(JSON.parse(JSON.stringify(diff.summary)));
    expect(value).not.toHaveProperty('changes');
  });

  test('says so where nothing changed', async () => {
    const same = { ...diff, changes: [], added: [] };
    expect(await renderDiff(same, 'text', names, plain)).toContain('Nothing changed.');
  });
});
