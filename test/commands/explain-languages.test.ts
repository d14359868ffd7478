import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { openMessages } from '../../src/audit/messages.ts';
import { checks } from '../../src/checks/index.ts';
import { explainedJson } from '../../src/commands/explain-json.ts';
import { explained } from '../../src/commands/explain-text.ts';
import { topicOf } from '../../src/commands/explain-topic.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { withoutIsolates } from '../../src/messages/isolate.ts';
import { leftOver, madeUp } from '../audit/made-up.ts';
import { run } from './in-process.ts';

/* What is explained, in languages: all words are those of messages. */

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const topicFor = (word: string | undefined) => topicOf(word, { edition, category: undefined }, criteria);

const codes = [...new Set(checks.flatMap(({ reasons }) => Object.keys(reasons)))];
const cascades = edition.cascade.map(({ reason }) => reason);
const criterionIds = criteria
  .categories()
  .flatMap((category) => criteria.category(category).criteria.map(({ id }) => `${category}/${id}`));
const words = [
  ...[undefined, 'timely', 'open_licence', 'election-results', 'legislation'],
  ...[...checks.map(({ id }) => id), ...codes, ...cascades, ...criterionIds],
];

test('no word of what is explained comes from elsewhere than the messages', async () => {
  const messages = await madeUp(criteria);
  for (const word of words) {
    const left = leftOver(await explained(topicFor(word), 10_000, messages));
    expect([word, left]).toEqual([word, []]);
  }
});

test('sentences of JSON come from the messages, too', async () => {
  const messages = await madeUp(criteria);
  const told = JSON.parse(explainedJson(topicFor('exists'), messages));
  const { improve, says, example, changes } = told.rules[0].reasons.find(
    ({ code }: { code: string }) => code === 'criteria-missed',
  );
  const [cascade] = told.cascade;
  const criterion = JSON.parse(explainedJson(topicFor('election-results/registered'), messages));
  const category = JSON.parse(explainedJson(topicFor('election-results'), messages));
  const all = [
    ...[told.title, told.rules[0].question, told.rules[0].rationale, says, example, changes, improve, cascade.says],
    ...[criterion.label, criterion.noun, category.title, category.description, category.criteria[0].label],
  ];
  expect(all.map((text) => [String(text).length > 0, leftOver(String(text))])).toEqual(all.map(() => [true, []]));
});

const flat = (text: string): string => withoutIsolates(text).replace(/\s+/g, ' ');

describe.each([
  {
    lang: 'fr',
    missed: 'rien n’y montre [les critères]',
    licence: 'La licence interdit l’utilisation commerciale',
    counted: 'au moins [un nombre] document',
  },
  {
    lang: 'ar',
    missed: 'ولا شيء منها يُظهر: [المعايير]',
    licence: 'الترخيص',
    counted: '[عدد] وثيقة',
  },
])('in $lang', ({ lang, missed, licence, counted }) => {
  const told = async (word: string): Promise<string> =>
    flat(await explained(topicFor(word), 80, await openMessages(criteria, lang)));

  test('values are described in brackets, also those that a plural counts', async () => {
    expect(await told('exists')).toContain(missed);
    expect(await told('non-commercial')).toContain(licence);
    expect(await told('bulk')).toContain(counted);
  });

  test('no value is left as a name, and none of a plural without a number', async () => {
    const messages = await openMessages(criteria, lang);
    for (const word of words)
      expect(await explained(topicFor(word), 80, messages)).not.toMatch(/NaN|\{\w+\}|\[[a-z]+\]/);
  });

  test('no line of a question is wider than 80 cells', async () => {
    const messages = await openMessages(criteria, lang);
    const lines = (await explained(topicFor('openlicense'), 80, messages)).split('\n');
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
  });

  test('what is there in English alone is said to be', async () => {
    const note = (await openMessages(criteria, lang)).say('explain.only-english');
    for (const word of ['links-dead', 'site-seen-whole', 'not-found']) {
      const { code, out } = await run(['explain', word, '--lang', lang], process.cwd());
      expect([code, out.split(note)]).toEqual([0, [expect.anything(), expect.anything()]]);
    }
    expect((await run(['explain', 'bulk', '--lang', lang], process.cwd())).out).not.toContain(note);
  });
});

test('the language is taken from the command or the environment, and one that is not known is refused', async () => {
  const asked = await run(['explain', 'bulk', '--lang', 'fr'], process.cwd());
  const set = await run(['explain', 'bulk'], process.cwd(), { environment: { ODI_LANG: 'fr' } });
  expect(asked).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Sont-elles téléchargeables en bloc/) });
  expect(set).toEqual(asked);
  const json = await run(['explain', 'bulk', '--format', 'json', '--lang', 'fr'], process.cwd());
  expect(JSON.parse(json.out)).toMatchObject({ title: expect.stringMatching(/^Sont-elles téléchargeables/) });
  await expect(run(['explain', 'bulk', '--lang', 'xx'], process.cwd())).resolves.toMatchObject({
    code: 2,
    err: 'odi: There is no language xx; known are en, ar, fr.\n',
  });
});
