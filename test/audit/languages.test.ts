import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { englishBeside } from '../../src/audit/english.ts';
import { openMessages } from '../../src/audit/messages.ts';
import { retell } from '../../src/audit/retell.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { flattened, type LanguageFile } from '../../src/messages/language.ts';
import { together } from '../../src/messages/trees.ts';
import type { Review } from '../../src/model/review.ts';
import { render } from '../../src/render/index.ts';
import { close, leftOver, madeUp, open } from './made-up.ts';
import { mute } from './mute.ts';

/* Reviews in languages: written from reasons and values alone, with no word of another language left. */

const criteria = openCriteria();
const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'captures');
const reviews: readonly (readonly [name: string, review: Review])[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]);

const languages = criteria.languages();

describe.each(reviews)('%s', (_, review) => {
  const edition = criteria.edition(review.edition);

  test.each(languages)('loses no sentence in %s where all that was kept are lost', async (lang) => {
    const messages = await openMessages(criteria, lang);
    expect(retell(mute(review), { edition, messages })).toEqual(retell(review, { edition, messages }));
  });
});

/** Ids, codes, names and places that every language shows as they are. */
const asTheyAre = (review: Review): ReadonlySet<string> =>
  new Set([
    ...['ev', 'godi', 'SHA', 'odi', 'PDF', 'CSV', 'HTML', 'JSON', 'XLSX', 'kB', 'points'],
    ...Object.keys(review.answers),
    // Codes are read in pieces where a letter stands alone in them: behind-a-wall.
    ...[...Object.values(review.answers), ...review.criteria].flatMap(({ reason }) => [reason, ...reason.split('-a-')]),
    ...review.evidence.flatMap(({ format }) => (format === null ? [] : [format.toUpperCase()])),
    ...(review.place === null ? [] : [review.place.name]),
  ]);

test.each(reviews)('no word of %s comes from elsewhere than the messages', async (_, review) => {
  const messages = await madeUp(criteria);
  const edition = criteria.edition(review.edition);
  const told = retell(review, { edition, messages });
  const known = asTheyAre(review);
  const columns = { columns: 10_000, colour: false };
  for (const full of [true, false]) {
    const text = await render(told, 'text', { ...columns, full }, null, messages);
    const own = text
      // A line that holds nothing but codes and ids of evidence.
      .split('\n')
      .filter((line) => !/^\s*(?:⟦|\u2068)?ev-\d/.test(line))
      .join('\n');
    expect(leftOver(own).filter((word) => !known.has(word))).toEqual([]);
  }
});

/** A document without what is marked as words of others: code, addresses, and in HTML what stands in `bdi`, `q` and `cite`. */
const bare = {
  markdown: (text: string): string =>
    text
      .replace(/(`+)[\s\S]*?\1/g, ' ')
      .replace(/<[a-z]+:[^>]*>/g, ' ')
      .replace(/\\(.)/g, '$1'),
  html: (text: string): string =>
    text
      .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
      .replace(/<(bdi|code|cite)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&[a-z]+;|&#\d+;/g, ' '),
} as const;

test.each(
  reviews.flatMap(([name, review]) => (['markdown', 'html'] as const).map((format) => [name, format, review] as const)),
)('no word of %s as %s comes from elsewhere', async (_, format, review) => {
  const messages = await madeUp(criteria);
  const told = retell(review, { edition: criteria.edition(review.edition), messages });
  const known = asTheyAre(review);
  const document = await render(told, format, { columns: 80, colour: false }, null, messages);
  expect(leftOver(bare[format](document)).filter((word) => !known.has(word))).toEqual([]);
});

test('a word in Markdown or HTML that does would be seen', () => {
  expect(leftOver(bare.markdown(`- ${open}It holds ${close}\`Inscrits\` and <https://a.example/b> more`))).toEqual([
    'and',
    'more',
  ]);
  expect(leftOver(bare.html(`<p>${open}It holds ${close}<bdi>Inscrits</bdi> and &amp; <b>more</b></p>`))).toEqual([
    'and',
    'more',
  ]);
});

test('a word that does would be seen', () =>
  expect(leftOver(`${open}It holds ${close}\u2068Inscrits\u2069 and more`)).toEqual(['and more']));

test('every message of English has an id in the file or beside the code, once', () => {
  const { messages } = criteria.data<LanguageFile>('messages/en');
  const beside = flattened(englishBeside(criteria)).map(([id]) => id);
  const own = new Set(flattened(messages).map(([id]) => id));
  expect(beside.filter((id) => own.has(id))).toEqual([]);
  expect(flattened(together(englishBeside(criteria), messages))).toHaveLength(beside.length + own.size);
});

/** A review of a category that has its answers, its points and what is to be done from no other in the list. */
const unlikeOthers = (id: string, at: number): Review => {
  const [, review] = reviews[at % reviews.length] ?? [];
  if (review === undefined) throw new Error('There are no captures.');
  const verdicts = ['Yes', 'No', 'Unsure'] as const;
  const answers = Object.fromEntries(
    Object.entries(review.answers).map(([question, given], place) => {
      const answer = verdicts[(at * 7 + place * (1 + (at % 4))) % 3] ?? 'Unsure';
      return [question, { ...given, answer, points: answer === 'Yes' ? given.weight : 0 }] as const;
    }),
  );
  const sum = (wanted: readonly string[]): number =>
    Object.values(answers).reduce((all, { answer, weight }) => all + (wanted.includes(answer) ? weight : 0), 0);
  return {
    ...{ ...review, answers, isOpen: false, category: { id, title: criteria.category(id).titles['en'] ?? id } },
    score: { ...review.score, points: sum(['Yes']), ceiling: sum(['Yes', 'Unsure']) },
  };
};

describe('on a terminal of 80 columns', () => {
  const at = (columns: number) => ({ columns, colour: false });
  const inLanguage = async (review: Review, lang: string) => {
    const messages = await openMessages(criteria, lang);
    return { messages, told: retell(review, { edition: criteria.edition(review.edition), messages }) };
  };

  test.each(languages)('Morocco takes at most 45 lines in %s', async (lang) => {
    const [, morocco] = reviews.find(([name]) => name === 'morocco-2015.json') ?? [];
    if (morocco === undefined) throw new Error('There is no capture of Morocco.');
    const { told, messages } = await inLanguage(morocco, lang);
    const text = await render(told, 'text', at(80), null, messages);
    expect(text.split('\n').length).toBeLessThanOrEqual(45);
  });

  test.each(languages)('fifteen categories take at most 60 lines in %s', async (lang) => {
    const ids = criteria.edition('godi-2015').categories;
    const all = await Promise.all(ids.map((id, at) => inLanguage(unlikeOthers(id, at), lang)));
    const [first] = all;
    const text = await render(
      all.map(({ told }) => told),
      'text',
      at(80),
      null,
      first?.messages,
    );
    expect(new Set(all.map(({ told }) => JSON.stringify([told.answers, told.score, told.category])))).toHaveLength(15);
    for (const { told } of all) expect(text).toContain(String(told.category?.title).slice(0, 12));
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
  });

  test.each(languages.flatMap((lang) => [80, 40].map((columns) => [lang, columns] as const)))(
    'no line in %s is wider than %d cells',
    async (lang, columns) => {
      for (const [, review] of reviews) {
        const { told, messages } = await inLanguage(review, lang);
        for (const full of [true, false]) {
          const text = await render(told, 'text', { ...at(columns), full }, null, messages);
          expect(text.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
        }
      }
    },
  );
});
