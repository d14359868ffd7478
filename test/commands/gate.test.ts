import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fall } from '../../src/model/regression.ts';
import { address, captureOf, type State } from './captures.ts';
import { run, type Transcript } from './in-process.ts';

/* A gate that cannot lie: audits of one made-up site in several states, as a build server would run them. */

let captures: string;
let dir: string;
const subject = ['nz', 'election-results'];

beforeAll(async () => {
  captures = mkdtempSync(join(tmpdir(), 'odi-gate-captures-'));
  for (const year of [2024, 2025, 2026]) {
    for (const state of ['open', 'closed', 'wall'] as const) {
      await captureOf(join(captures, `${state}-${year}.warc.gz`), state, year);
    }
  }
  // The first run loads the program, which takes longer than any other.
  dir = mkdtempSync(join(tmpdir(), 'odi-gate-'));
  await given('open', 2024);
}, 60_000);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-gate-'));
});
afterAll(() => rmSync(captures, { recursive: true, force: true }));

const audit = (state: State, year: number, ...words: readonly string[]): Promise<Transcript> => {
  const replay = join(captures, `${state}-${year}.warc.gz`);
  return run(['audit', ...subject, '--url', address, '--replay', replay, '--quiet', ...words], dir);
};

/** What an audit without a gate would put into the store; each state of each year is audited once for all tests. */
const given = async (state: State, year: number): Promise<void> => {
  const made = join(captures, state, String(year));
  if (!existsSync(made)) {
    const replay = join(captures, `${state}-${year}.warc.gz`);
    const words = ['audit', ...subject, '--url', address, '--replay', replay, '--quiet', '--store', state];
    expect((await run(words, captures)).code).toBe(0);
  }
  cpSync(made, join(dir, 'reviews', String(year)), { recursive: true });
};

const stored = (year: number, store = 'reviews') =>
  JSON.parse(readFileSync(join(dir, store, String(year), 'nz', 'election-results.json'), 'utf8'));

const gate = ['--fail-on-regression', 'reviews'];

describe('an audit into the store that it is held against', () => {
  test('is compared with the review that it replaces, read before', async () => {
    await given('open', 2024);
    const { code, err } = await audit('closed', 2024, ...gate);
    expect(code).toBe(1);
    expect(err).toContain('odi: nz election-results fell since reviews: 100 points in 2024, 70 in 2024.\n');
    expect(stored(2024).score.points).toBe(70);
    // Once it is accepted there is nothing to fall from any more.
    expect((await audit('closed', 2024, ...gate)).code).toBe(0);
  });

  test('is compared with the year before, and says why it fell, with the evidence of both years', async () => {
    await given('open', 2024);
    const { code, err } = await audit('closed', 2025, ...gate);
    expect(code).toBe(1);
    expect(err).toMatch(/ {2}openlicense Yes → No \(−30\), licence: /);
    expect(err).toMatch(
      /2024: Creative Commons Attribution 4\.0 is approved[^\n]*\n {6}https:\/\/results\.example-elections\.govt\.nz\/2023\/ \(2024-02-01, sha256 [0-9a-f]{12}…, open-2024\.warc\.gz urn:uuid:/,
    );
    expect(err).toMatch(/2025: [^\n]*NonCommercial[^\n]*\n {6}https:[^\n]*\(2025-02-01, sha256 [0-9a-f]{12}…/i);
  });

  test('a wall that kept us out is no fall, unless the caller is strict', async () => {
    await given('open', 2024);
    const { code, err } = await audit('wall', 2025, ...gate);
    expect([code, err]).toEqual([0, '']);
    expect(stored(2025).score).toMatchObject({ points: 0, ceiling: 100 });
    const strict = await audit('wall', 2025, '--fail-on-regression', 'reviews/2024', '--strict');
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('exists Yes → Unsure (−5)');
  });

  test('a wall in between makes nobody forget what was there before it', async () => {
    await given('open', 2024);
    expect((await audit('wall', 2025, ...gate)).code).toBe(0);
    const { code, err } = await audit('closed', 2026, ...gate);
    expect(code).toBe(1);
    expect(err).toContain('fell since reviews: 100 points in 2024, 70 in 2026.');
  });

  test('what rose or stayed passes', async () => {
    await given('closed', 2024);
    expect(await audit('open', 2025, ...gate)).toMatchObject({ code: 0, err: '' });
    expect(await audit('open', 2026, ...gate)).toMatchObject({ code: 0, err: '' });
  });
});

describe('--fail-on', () => {
  test.each([
    ['licence', 1],
    ['data,access', 0],
    ['data,licence,access', 1],
  ])('%s ends with %i where the licence changed', async (causes, code) => {
    await given('open', 2024);
    expect((await audit('closed', 2025, ...gate, '--fail-on', causes)).code).toBe(code);
  });

  test.each([
    [[...gate, '--fail-on', 'weather'], '"weather" is no cause; causes are data, url, access, licence'],
    [['--fail-on', 'data'], 'name what is compared with by --fail-on-regression'],
    [['--strict'], 'name what is compared with by --fail-on-regression'],
  ])('%j is bad usage', async (words, says) => {
    await given('open', 2024);
    const { code, err } = await audit('closed', 2025, ...words);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('a baseline', () => {
  beforeEach(async () => {
    await given('open', 2024);
  });

  const forms: readonly (readonly [what: string, word: string, make: () => void])[] = [
    ['another store', 'kept', () => cpSync(join(dir, 'reviews'), join(dir, 'kept'), { recursive: true })],
    ['a folder of one year', 'reviews/2024', () => {}],
    ['a year of the store', '2024', () => {}],
    ['a file with one review', 'one.json', () => writeFileSync(join(dir, 'one.json'), JSON.stringify(stored(2024)))],
    [
      'a file with several',
      'several.json',
      () => writeFileSync(join(dir, 'several.json'), JSON.stringify({ reviews: [stored(2024)] })),
    ],
    ['a scorecard file', 'card.json', () => run(['scorecard', '--format', 'json', '--out', 'card.json'], dir)],
  ];

  test.each(forms)('can be %s', async (_, word, make) => {
    await make();
    expect((await audit('open', 2025, '--fail-on-regression', word)).code).toBe(0);
    const { code, err } = await audit('closed', 2025, '--fail-on-regression', word);
    expect(code).toBe(1);
    expect(err).toContain('100 points in 2024, 70 in 2025');
    expect((await audit('wall', 2025, '--fail-on-regression', word)).code).toBe(0);
  });

  const empty = (): string => mkdirSync(join(dir, 'empty/2024'), { recursive: true }) ?? '';
  const elsewhere = (): void => {
    const review = { ...stored(2024), place: { id: 'fr', name: 'France' } };
    mkdirSync(join(dir, 'elsewhere/2024/fr'), { recursive: true });
    writeFileSync(join(dir, 'elsewhere/2024/fr/election-results.json'), JSON.stringify(review));
  };
  const later = (): void => {
    mkdirSync(join(dir, 'later/2030/nz'), { recursive: true });
    const review = { ...stored(2024), year: 2030 };
    writeFileSync(join(dir, 'later/2030/nz/election-results.json'), JSON.stringify(review));
  };
  const broken = (): void => writeFileSync(join(dir, 'reviews/2024/nz/election-results.json'), '{"format":');
  const card = (): Promise<Transcript> => run(['scorecard', '--format', 'json', '--out', 'card.json'], dir);

  test.each<readonly [string, string, () => unknown, readonly string[], string]>([
    ['is not there', 'nowhere', () => {}, [], 'there is no nowhere'],
    ['is a year that is not there', '1999', () => {}, [], 'reviews/1999 holds no reviews'],
    ['is a store without reviews', 'empty', empty, [], 'empty holds no reviews'],
    [
      'is a file without reviews',
      'no.json',
      () => writeFileSync(join(dir, 'no.json'), '{"reviews":[]}'),
      [],
      'no.json',
    ],
    ['is no JSON', 'no.json', () => writeFileSync(join(dir, 'no.json'), '{'), [], 'no.json'],
    ['is another JSON', 'no.json', () => writeFileSync(join(dir, 'no.json'), '{"a":1}'), [], 'no.json holds neither'],
    [
      'holds a file that is broken',
      'reviews',
      broken,
      [],
      'election-results.json cannot be compared with: it is no JSON',
    ],
    ['speaks of nothing that is audited', 'elsewhere', elsewhere, [], 'holds nothing earlier on nz election-results'],
    ['speaks of later years only', 'later', later, [], 'holds nothing earlier on nz election-results'],
    ['has no causes', 'card.json', card, ['--fail-on', 'data'], 'holds scores and no answers'],
    [
      'is scored by another edition',
      'card.json',
      card,
      ['--edition', 'godi-2014'],
      'cannot be compared with scores by',
    ],
  ])('that %s is exit 2, before anything is asked or written', async (_, word, make, more, says) => {
    await make();
    const record = ['--record', 'evidence/nz.warc.gz', '--year', '2026', '--quiet'];
    const begun = Date.now();
    const { code, out, err } = await run(['audit', ...subject, '--fail-on-regression', word, ...more, ...record], dir);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    // A live audit, without a network: had it asked anything, there would be an archive and a review.
    expect(existsSync(join(dir, 'evidence'))).toBe(false);
    expect(existsSync(join(dir, 'reviews/2026'))).toBe(false);
    expect(Date.now() - begun).toBeLessThan(15_000);
  });

  test('that knows some of what is audited leaves the rest uncompared, and says so', async () => {
    const words = ['audit', 'nz', 'election-results', 'water-quality', '--url', address, '--year', '2025'];
    const replay = ['--replay', join(captures, 'closed-2025.warc.gz')];
    const { code, err } = await run([...words, ...replay, ...gate], dir);
    expect(code).toBe(1);
    expect(err).toContain('reviews holds nothing earlier on nz water-quality: no fall can be told of that.');
  });
});

describe('the documents of an audit tell what fell, too', () => {
  const documents = async (): Promise<(format: string) => Promise<string>> => {
    await given('open', 2024);
    return async (format) =>
      (await audit('closed', 2025, '--fail-on-regression', 'reviews/2024', '--format', format)).out;
  };

  test('JSON', async () => {
    const { score, regression } = JSON.parse(await (await documents())('json'));
    expect(score.points).toBe(70);
    expect(regression).toMatchObject({ baseline: 'reviews/2024', strict: false, causes: null, compared: 1 });
    expect(regression.falls.map(({ question, cause }: Fall) => `${question} ${cause}`)).toEqual([
      'openlicense licence',
    ]);
    // It is no part of the review itself.
    expect(stored(2025)).not.toHaveProperty('regression');
  });

  test('JSON that fits the published schema', async () => {
    writeFileSync(join(dir, 'document.json'), await (await documents())('json'));
    expect(await run(['validate', 'document.json'], dir)).toMatchObject({ code: 0 });
  });

  test('Markdown and JUnit', async () => {
    const write = await documents();
    expect(await write('markdown')).toMatch(
      /^## Fallen since reviews\/2024\n\n- \*\*nz election-results\*\*: 100 points/,
    );
    const xml = await write('junit');
    expect(xml).toMatch(/<testsuite name="No fall since reviews\/2024" tests="1" failures="1"/);
    expect(xml).toContain(
      '<failure type="regression" message="openlicense Yes → No (−30) since reviews/2024, licence.',
    );
    const passed = (await audit('open', 2025, '--fail-on-regression', 'reviews/2024', '--format', 'junit')).out;
    expect(passed).toContain('<testsuite name="No fall since reviews/2024" tests="1" failures="0"');
  });
});

describe('odi scorecard', () => {
  test('is not held against itself: of the same store, the years before count', async () => {
    await given('open', 2024);
    const alone = await run(['scorecard', ...gate], dir);
    expect(alone.code).toBe(2);
    expect(alone.err).toContain('holds nothing earlier on nz election-results');
    expect((await run(['scorecard', '--fail-on-regression', '2024'], dir)).code).toBe(2);
    await given('closed', 2025);
    const { code, err } = await run(['scorecard', ...gate], dir);
    expect(code).toBe(1);
    expect(err).toContain('openlicense Yes → No (−30), licence:');
    expect(JSON.parse((await run(['scorecard', ...gate, '--format', 'json'], dir)).out).regression.falls).toHaveLength(
      1,
    );
    expect((await run(['scorecard', ...gate, '--fail-on', 'data'], dir)).code).toBe(0);
  });

  test('takes what was not seen for no fall, unless it is strict', async () => {
    await given('open', 2024);
    await given('wall', 2025);
    expect((await run(['scorecard', '--fail-on-regression', '2024'], dir)).code).toBe(0);
    expect((await run(['scorecard', '--fail-on-regression', '2024', '--strict'], dir)).code).toBe(1);
    await run(['scorecard', '--year', '2024', '--format', 'json', '--out', 'card.json'], dir);
    expect((await run(['scorecard', '--fail-on-regression', 'card.json'], dir)).code).toBe(0);
    expect((await run(['scorecard', '--fail-on-regression', 'card.json', '--strict'], dir)).code).toBe(1);
  });
});

describe('odi diff', () => {
  beforeEach(async () => {
    await given('open', 2024);
    await given('closed', 2025);
    await given('wall', 2026);
  });

  test.each([
    [['2024', '2025', '--fail-on-regression'], 1],
    [['2024', '2025', '--fail-on-regression', '2024'], 1],
    [['2024', '2025', '--fail-on', 'licence'], 1],
    [['2024', '2025', '--fail-on', 'data'], 0],
    [['2024', '2025'], 0],
    [['2024', '2026', '--fail-on-regression'], 0],
    [['2024', '2026', '--fail-on-regression', '--strict'], 1],
    [['2025', '2024', '--fail-on-regression'], 0],
    [['2024', '2024', '--fail-on-regression'], 2],
    [['2024', '2025', '--fail-on-regression', '2026'], 2],
  ])('%j ends with %i', async (words, code) => {
    const told = await run(['diff', ...words], dir);
    expect(told.code).toBe(code);
    if (code === 1) expect(told.err).toMatch(/^odi: nz election-results fell since 2024: 100 points in 2024/);
  });

  test('its documents tell what fell', async () => {
    const words = ['diff', '2024', '2025', '--fail-on-regression', '--format'];
    expect(JSON.parse((await run([...words, 'json'], dir)).out).regression.falls).toMatchObject([{ cause: 'licence' }]);
    expect((await run([...words, 'markdown'], dir)).out).toContain('## Fallen since 2024');
  });
});
