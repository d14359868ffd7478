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
    ...[...Object.values(review.answers), ...review.criteria].map(({ reason }) => reason),
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

test('a word that does would be seen', () =>
  expect(leftOver(`${open}It holds ${close}\u2068Inscrits\u2069 and more`)).toEqual(['and more']));

test('every message of English has an id in the file or beside the code, once', () => {
  const { messages } = criteria.data<LanguageFile>('messages/en');
  const beside = flattened(englishBeside(criteria)).map(([id]) => id);
  const own = new Set(flattened(messages).map(([id]) => id));
  expect(beside.filter((id) => own.has(id))).toEqual([]);
  expect(flattened(together(englishBeside(criteria), messages))).toHaveLength(beside.length + own.size);
});

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
    const [, morocco] = reviews.find(([name]) => name === 'morocco-2015.json') ?? [];
    if (morocco === undefined) throw new Error('There is no capture of Morocco.');
    const ids = criteria.edition('godi-2015').categories;
    const all = await Promise.all(
      ids.map((id) =>
        inLanguage({ ...morocco, category: { id, title: criteria.category(id).titles['en'] ?? id } }, lang),
      ),
    );
    const [first] = all;
    const text = await render(
      all.map(({ told }) => told),
      'text',
      at(80),
      null,
      first?.messages,
    );
    expect(all).toHaveLength(15);
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
