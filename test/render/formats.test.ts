import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { render, reviewFormats } from '../../src/render/index.ts';
import { review, reviewAnswer, reviewEvidence } from '../builders.ts';
import { attacks } from './attacks.ts';

const plainTerminal = { columns: 80, colour: false };

/** A review in which every text that could come from outside is the given one. */
const filledWith = (text: string): Review => {
  const given = review();
  const [criterion] = given.criteria;
  if (criterion === undefined) throw new Error('The builder has lost its criterion.');
  return review({
    place: { id: 'ma', name: text },
    category: { id: 'election-results', title: text },
    edition: text,
    answers: {
      ...given.answers,
      exists: reviewAnswer('No', {
        question: text,
        says: text,
        reason: text,
        improve: text,
        override: { answer: 'Unsure', because: text, reviewer: text, at: '2016-01-01T00:00:00Z', evidence: [text] },
      }),
    },
    gains: [{ fix: text, reason: text, args: {}, questions: [text], points: 5, certain: true }],
    wayToOpen: [{ fix: text, reason: text, args: {}, questions: [text] }],
    criteria: [{ ...criterion, label: text, says: text, where: [{ evidence: 'ev-1', part: text, quote: text }] }],
    candidates: [{ url: text, why: text, role: text, chosen: true }],
    evidence: [
      reviewEvidence(1, {
        url: text,
        finalUrl: `https://x.example/${text}`,
        outcome: 'lost',
        because: text,
        quote: text,
        mediaType: text,
        record: { file: text, id: text },
      }),
    ],
    contradictions: [text],
    notes: `${text}\n\n${text}`,
    previous: { year: 2014, score: given.score, notes: text, answers: { exists: 'Yes' } },
    people: { submitter: text, reviewers: [text], comments: text },
  });
};

const drivesOrReorders =
  /[\u0000-\u0009\u000b-\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066\u2067\ufeff]/;

describe.each(reviewFormats)('as %s', (format) => {
  test.each(attacks)('nothing drives a terminal: %s', async (_, text) => {
    expect(await render(filledWith(text), format, plainTerminal)).not.toMatch(drivesOrReorders);
  });

  test('ends with one line end', async () => {
    expect(await render(review(), format, plainTerminal)).toMatch(/[^\n]\r?\n$/);
  });

  test('holds all reviews of a run', async () => {
    const several = [review({ year: 2014 }), review({ year: 2015 })];
    const document = await render(several, format, plainTerminal);
    expect(document).toContain('2014');
    expect(document).toContain('2015');
  });
});

describe('what the publisher can gain', () => {
  /** As a reader sees it: without what belongs to the form. */
  const read = async (given: Review, format: (typeof reviewFormats)[number]): Promise<string> =>
    (await render(given, format, { columns: 100, colour: false, full: true }))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\\(?=\+)|[*`]/g, '')
      .replace(/\s+/g, ' ');

  test.each([
    ['text', '→ +30 State an open licence. openlicense → up to +15 Say that the data is free. free Each adds'],
    [
      'markdown',
      '- +30 (openlicense): State an open licence. - up to +15 (free): Say that the data is free. Each adds',
    ],
    ['html', '+30 State an open licence. openlicense up to +15 Say that the data is free. free Each adds'],
    ['csv', 'openlicense: +30: State an open licence. | free: up to +15: Say that the data is free.'],
    ['junit', 'State an open licence. (+30: openlicense)'],
  ] as const)('stands in %s, the largest first', async (format, text) => {
    expect(await read(review(), format)).toContain(text);
  });

  test.each(['text', 'markdown', 'html'] as const)('the shortest way to open stands in %s', async (format) => {
    expect(await read(review(), format)).toMatch(/The shortest way to open (?:1\. )?State an open licence\. /);
    expect(await read(review({ wayToOpen: [] }), format)).not.toContain('The shortest way');
  });

  test('of a No and of an Unsure that one fix mends are told together', async () => {
    const [first, second] = review().gains ?? [];
    if (first === undefined || second === undefined) throw new Error('The builder has lost its gains.');
    const both = review({ gains: [first, { ...second, fix: first.fix, args: first.args }] });
    expect(await read(both, 'text')).toContain('→ +30 and up to +15 more State an open licence. openlicense · free');
    expect(await read(both, 'junit')).toContain('(+30 and up to +15 more: openlicense, free)');
  });

  test('that are certain need no word on Unsure, and nothing to gain no word at all', async () => {
    const [first] = review().gains ?? [];
    const sure = await read(review({ gains: first === undefined ? [] : [first] }), 'text');
    expect(sure).toContain('Each adds its points once those above it are done. ');
    expect(sure).not.toContain('Up to');
    const { gains: _, wayToOpen: __, ...older } = review();
    for (const given of [review({ gains: [], wayToOpen: [] }), older]) {
      expect(await read(given, 'html')).not.toContain('can gain');
    }
    expect(await read(older, 'junit')).toContain('State an open licence.');
  });

  test.each(reviewFormats)('nothing adds what it does not: %s', async (format) => {
    expect(await read(review(), format)).not.toContain('would add');
  });
});

describe('text', () => {
  test.each([
    [40, false],
    [80, false],
    [100, false],
    [60, true],
    [80, true],
  ])('fits %d columns, whatever it shows (full: %s)', async (columns, full) => {
    for (const [, text] of [
      ...attacks,
      ['long', 'long words '.repeat(30)] as const,
      ['wide', '選挙結果'.repeat(30)] as const,
    ]) {
      for (const given of [[filledWith(text), review()], [filledWith(text)]]) {
        const document = await render(given, 'text', { columns, colour: false, full, after: [text] });
        expect(document.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
      }
    }
  });

  test.each([true, false])('says in words what colour only repeats (full: %s)', async (full) => {
    const coloured = await render(review(), 'text', { columns: 80, colour: true, full });
    const bare = await render(review(), 'text', { columns: 80, colour: false, full });
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(bare);
    expect(bare).toMatch(/✓ Yes .*Does the data exist\?/);
    expect(bare).toMatch(/✗ No .*Openly licensed\?/);
    expect(bare).toMatch(/\? Unsure .*free\?/);
  });

  test('shows points, ceiling and openness', async () => {
    expect(await render(review(), 'text', plainTerminal)).toMatch(/5 of 50 points {2}█+▒+░+ {2}at most 20 {2}not open/);
  });

  test('leaves the ceiling out where nothing is undecided', async () => {
    const decided = review({ score: { points: 50, ceiling: 50, outOf: 50 }, isOpen: true });
    expect(await render(decided, 'text', plainTerminal)).toMatch(/50 of 50 points {2}█+ {2}open\n/);
  });

  test.each([true, false])('tells what changed since the year before (full: %s)', async (full) => {
    const later = review({
      previous: {
        year: 2014,
        score: { points: 15, ceiling: 50, outOf: 50 },
        notes: '',
        answers: { exists: 'Yes', free: 'Yes' },
      },
    });
    const document = await render(later, 'text', { ...plainTerminal, full });
    expect(document).toContain('15 → 5 points. free: Yes → Unsure');
  });
});

describe('a screenful', () => {
  const says = 'The data exists: “Results” shows the number of seats.';
  const found = (given: Partial<Review> = {}): Review =>
    review({ paragraphs: [{ reason: 'finding', says, args: { question: 'exists' } }], ...given });
  const lines = async (given: Review | readonly Review[], columns = 80): Promise<readonly string[]> =>
    (await render(given, 'text', { columns, colour: false, after: ['Kept in reviews/2015/ma/elections.json.'] }))
      .trimEnd()
      .split('\n');

  test('gives the finding, an answer a line, what to do first, what was judged and where it is kept', async () => {
    const document = await lines(found());
    expect(document[5]).toBe(`  ${says}`);
    expect(document.filter((line) => /^ {2}[✓✗?] /.test(line))).toHaveLength(3);
    expect(document).toContain('  → +30 State an open licence.');
    expect(document).toContain('  https://data.gov.example/file-1');
    expect(document.at(-1)).toBe('Kept in reviews/2015/ma/elections.json.');
    expect(document.join('\n')).not.toMatch(/^Evidence|^Notes/m);
  });

  test('names the criteria once: in the finding, or by themselves where it does not', async () => {
    expect(await lines(found())).not.toContain('What the category asks for');
    const older = await lines(review());
    expect(older).toContain('What the category asks for');
    expect(older).toContain('  Shown     results for all major electoral contests');
  });

  test('says why points are missing where the data exists, and not where it could not be told', async () => {
    expect(await lines(found())).toContain('  - No licence is stated.');
    const { exists, ...rest } = found().answers;
    if (exists === undefined) throw new Error('The builder has lost an answer.');
    const open = found({ answers: { exists: { ...exists, answer: 'Unsure' }, ...rest } });
    expect(await lines(open)).not.toContain('Why points are missing');
  });

  test('of several reviews is a table: answers, points and two lines of the finding', async () => {
    const long = found({
      paragraphs: [{ reason: 'finding', says: `${'It is a long story. '.repeat(12)}End.`, args: {} }],
    });
    const document = await lines([found(), long]);
    expect(document).toHaveLength(3 + 2 + 3 + 2);
    expect(document[3]).toMatch(/^ {2}Election Results {2}✓\?✗ {4}5 of 50 {2}at most 20 {2}not open$/);
    expect(document[7]).toMatch(/…$/);
    expect((await lines([found(), long], 40)).every((line) => line.length <= 40)).toBe(true);
  });
});

describe('a person’s answer', () => {
  const overridden = review({
    answers: {
      exists: reviewAnswer('No', {
        override: {
          answer: 'Yes',
          because: 'I have seen it.',
          reviewer: 'Ada',
          at: '2016-01-01T00:00:00Z',
          evidence: [],
        },
      }),
    },
  });

  test.each(['text', 'markdown', 'html'] as const)(
    'stands in place of the program’s, and says whose it is: %s',
    async (format) => {
      const document = await render(overridden, format, plainTerminal);
      // In HTML, what people wrote is isolated.
      expect(document.replaceAll(/<\/?bdi>/g, '')).toContain(
        'Ada answers Yes in place of No (2016-01-01): I have seen it.',
      );
    },
  );

  test('is the one that counts in a table', async () => {
    const [row] = parse(await render(overridden, 'csv', plainTerminal), { columns: true });
    expect(row).toMatchObject({ exists: 'Yes' });
  });
});

describe('CSV', () => {
  test('has a line per review and a column per question', async () => {
    const rows = parse(await render([review(), review({ year: 2016 })], 'csv', plainTerminal), { columns: true });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      place: 'ma',
      category: 'election-results',
      year: '2015',
      points: '5',
      ceiling: '20',
      isopen: 'No',
      exists: 'Yes',
      free: 'Unsure',
      openlicense: 'No',
      openlicense_reason: 'no-statement',
      criteria: 'results=Yes',
      urls: 'https://data.gov.example/file-1',
    });
  });

  test('has the columns of all editions that are in it', async () => {
    const other = review({ edition: 'godi-2016', answers: { timely: reviewAnswer('Yes') } });
    const rows = parse(await render([review(), other], 'csv', plainTerminal), { columns: true });
    expect(rows).toMatchObject([
      { exists: 'Yes', timely: '' },
      { exists: '', timely: 'Yes' },
    ]);
  });

  test.each(attacks)('has no cell that starts a formula: %s', async (_, text) => {
    const rows: readonly (readonly string[])[] = parse(await render(filledWith(text), 'csv', plainTerminal));
    expect(rows.flat().filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });
});

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const tagsOf = (html: string): readonly Tag[] => {
  const tags: Tag[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) });
  parser.end(html);
  return tags;
};

describe('HTML', () => {
  test.each(attacks)('has no element, attribute or request that is not ours: %s', async (_, text) => {
    const tags = tagsOf(await render([filledWith(text), filledWith(text)], 'html', plainTerminal));
    const shape = tagsOf(await render([filledWith('harmless'), filledWith('harmless')], 'html', plainTerminal));
    const known = new Set(shape.map(({ name }) => name));
    const attributes = new Set(shape.flatMap((tag) => Object.keys(tag.attributes)));
    expect(tags.filter(({ name }) => !known.has(name))).toEqual([]);
    expect(tags.flatMap((tag) => Object.keys(tag.attributes)).filter((name) => !attributes.has(name))).toEqual([]);
    const targets = tags.flatMap((tag) => tag.attributes['href'] ?? []);
    expect(targets.filter((target) => !/^(?:#r\d+(?:-ev-\d+)?$|https?:\/\/)/.test(target))).toEqual([]);
  });

  test('asks for nothing: no script, image, frame, form or style sheet', async () => {
    const names = tagsOf(await render([review(), review()], 'html', plainTerminal)).map(({ name }) => name);
    expect(names.filter((name) => ['script', 'img', 'iframe', 'object', 'form', 'link', 'svg'].includes(name))).toEqual(
      [],
    );
  });

  test('is one accessible page: language, one main part, headed tables, links that lead somewhere', async () => {
    const tags = tagsOf(await render([review(), review()], 'html', plainTerminal));
    const named = (wanted: string): readonly Tag[] => tags.filter(({ name }) => name === wanted);
    expect(named('html')[0]?.attributes['lang']).toBe('en');
    expect([named('title').length, named('main').length]).toEqual([1, 1]);
    expect(named('th').filter(({ attributes }) => attributes['scope'] === undefined)).toEqual([]);
    const ids = tags.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = tags
      .flatMap(({ attributes }) => attributes['href'] ?? [])
      .filter((target) => target.startsWith('#'));
    expect(anchors.filter((anchor) => !ids.includes(anchor.slice(1)))).toEqual([]);
    expect(anchors.length).toBeGreaterThan(0);
  });

  test('lets nothing in: scripts and requests are forbidden by its own policy', async () => {
    expect(await render(review(), 'html', plainTerminal)).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });
});

describe('Markdown', () => {
  test.each(attacks)('has no more lines, cells or headings than ours: %s', async (_, text) => {
    const shapeOf = async (given: Review): Promise<readonly string[]> =>
      (await render(given, 'markdown', plainTerminal))
        .split('\n')
        .filter((line) => line.startsWith('#') || line.startsWith('|'))
        .map((line) => (line.startsWith('#') ? '#' : String(line.replace(/\\./g, '').split('|').length)));
    expect(await shapeOf(filledWith(text))).toEqual(await shapeOf(filledWith(text === '' ? '' : 'harmless')));
  });
});

describe('JUnit', () => {
  test.each(attacks)('is well-formed XML: %s', async (_, text) => {
    const parser = new SaxesParser();
    const tags: string[] = [];
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => tags.push(name));
    parser.write(await render(filledWith(text), 'junit', plainTerminal)).close();
    expect(tags).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'skipped',
      'testcase',
      'skipped',
      'testcase',
      'failure',
    ]);
  });
});

test('JSON is the review itself', async () => {
  const given = filledWith('\u009b\u202e"<');
  expect(JSON.parse(await render(given, 'json', plainTerminal))).toEqual(given);
  expect(JSON.parse(await render([given, given], 'json', plainTerminal))).toEqual({ reviews: [given, given] });
});
