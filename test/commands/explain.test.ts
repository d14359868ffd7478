import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { partOf } from '../../src/commands/explain-sentence.ts';
import { explained } from '../../src/commands/explain-text.ts';
import { topicOf } from '../../src/commands/explain-topic.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { licenceReasons } from '../../src/licence/reasons.ts';
import { english } from '../../src/messages/english.ts';
import { odi } from './odi.ts';

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');

/** What is told about a word, at 80 columns. */
const told = (word: string | undefined, category?: string): Promise<string> =>
  explained(topicOf(word, { edition, category }, criteria), 80, english);

test('without a word, all questions of the edition are listed with their weights', async () => {
  const out = await told(undefined);
  for (const { id, title, weight } of edition.questions) {
    expect(out).toMatch(new RegExp(`^ +${id} +${weight} +${title.replace('?', '\\?')}$`, 'm'));
  }
});

describe.each(checks)('explain $id', (check) => {
  test('tells the rationale, every reason with its sentence, and the sources', async () => {
    const flat = (await told(check.id)).replace(/\s+/g, ' ');
    expect(flat).toContain(check.rationale.slice(0, 40));
    for (const [code, reason] of Object.entries(check.reasons)) {
      const { example, changes, confidence } = reason;
      expect(flat).toContain(
        `${code} (${confidence} confidence) ${(partOf(check, code, 'says', english) ?? '').slice(0, 20)}`,
      );
      expect(flat).toContain(`for example: ${example.slice(0, 20)}`);
      expect(flat).toContain(`what would change it: ${changes.slice(0, 20)}`);
    }
    for (const source of check.sources) expect(flat).toContain(source.slice(0, 30));
  });
});

const codes = [...new Set(checks.flatMap(({ reasons }) => Object.keys(reasons)))];

test.each([...checks.map(({ id }) => id), ...codes])('no value of %s is left as a name in braces', async (word) => {
  expect(await told(word)).not.toMatch(/\{\w+\}/);
});

test.each(Object.entries(licenceReasons))(
  'the licence’s own reason %s is told in its own sentence',
  async (code, says) => {
    const out = (await told(code)).replace(/\s+/g, ' ');
    expect(out).toContain(says.replace('{title}', 'The licence'));
    expect(out).toContain('what would change it: ');
    expect(out).toMatch(/\((?:high|medium|low) confidence\)/);
  },
);

test('no line of an explanation is wider than 80 columns', async () => {
  const lines = (await told('exists')).split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test('a question of another edition is found there', async () => {
  expect(await told('timely')).toContain('timely, 15 of 100 points in godi-2016');
});

test('a category tells its criteria, who requires them, and the rulings', async () => {
  const out = (await told('elections')).replace(/\s+/g, ' ');
  expect(out).toMatch(/^Election Results \(election-results, elections\)/);
  expect(out).toMatch(/polling_station Reported at .* required by godi-2015, godi-2016\)/);
  expect(out).toContain('Rulings of godi-2015');
});

test.each([
  ['election-results/registered', undefined],
  ['registered', undefined],
  ['registered', 'elections'],
])('a criterion is found by %s in %s', async (word, category) => {
  const out = await told(word, category);
  expect(out).toMatch(/election-results\/registered, a field of Election Results/);
  expect(out).toMatch(/in\s+\d+\s+languages/);
});

test.each([
  [
    'election-results/registered',
    /doubted by the field reader v\d+ - a No becomes Unsure where a column reads as registered voters/,
  ],
  [
    'procurement/supplier_name',
    /doubted by the field reader v\d+ - a No becomes Unsure where a field that no word explains/,
  ],
])('what doubts %s is told with the version of the reader', async (word, expected) => {
  expect((await told(word)).replace(/\s+/g, ' ')).toMatch(expected);
});

test('a criterion that nothing doubts says nothing of a reader', async () => {
  expect(await told('procurement/monthly')).not.toContain('field reader');
});

test('a reason code tells which question gives it', async () => {
  expect(await told('existence-unsure')).toContain('exists is Unsure, so all others are Unsure');
  expect(await told('rows-or-records')).toContain('(machinereadable)');
});

test.each([
  ['nonsense', /There is nothing called "nonsense" to explain; ask for a question \(exists, /],
  ['election-results/nonsense', /election-results has no criterion "nonsense"; it has results, registered/],
  ['elektion-results/registered', /did you mean election-results\?/],
  ['national_level', /Several categories have a criterion "national_level"; name one: .*\/national_level/],
])('what cannot be explained says what can: %s', (word, sentence) => {
  expect(() => topicOf(word, { edition, category: undefined }, criteria)).toThrow(sentence);
});

test('the command prints a question in text and in JSON', () => {
  const { code, out, err } = odi(['explain', 'bulk']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Available in bulk\?\nbulk, 10 of 100 points in godi-2015\n/);
  const document = JSON.parse(odi(['explain', 'bulk', '--format', 'json']).out);
  expect(document).toMatchObject({ topic: 'question', id: 'bulk', weight: 10, rules: [{ id: 'bulk' }] });
  expect(document.rules[0].reasons.length).toBeGreaterThan(3);
  expect(JSON.stringify(document)).not.toMatch(/\{\w+\}/);
});

test('the command prints a reason of a licence in JSON', () => {
  const { code, out } = odi(['explain', 'non-commercial', '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    topic: 'reason',
    code: 'non-commercial',
    given: [{ question: 'openlicense', says: expect.stringContaining('forbids commercial use'), confidence: 'high' }],
  });
});

test('an unknown edition ends with 2 and one sentence', () => {
  const { code, out, err } = odi(['explain', 'bulk', '--edition', 'godi-2099']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^odi: There is no edition godi-2099; --edition takes godi-2013, [^\n]*\n$/);
});
