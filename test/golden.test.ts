import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../fixtures/sites/index.ts';
import type { Site } from '../fixtures/sites/site.ts';
import { openLanguage } from '../src/commands/language.ts';
import { openCriteria } from '../src/criteria/load.ts';
import { criteriaFolder, openSchemas } from '../src/criteria/schemas.ts';
import type { Review } from '../src/model/review.ts';
import { render } from '../src/render/index.ts';
import { withoutFacts } from './blank.ts';

/*
 * Every saved capture is judged again, through the command as a user gives it, and compared with the reviews kept
 * beside it. `npm run golden` writes captures and reviews; the difference is then read like code.
 */

const root = join(import.meta.dirname, '..');
const captures = join(root, 'fixtures', 'captures');
/** The same reviews in every language, a folder each. */
const told = join(root, 'fixtures', 'reviews');
const criteria = openCriteria();
const languages = criteria.languages();
const store = mkdtempSync(join(tmpdir(), 'odi-golden-'));
afterAll(() => rmSync(store, { recursive: true }));

const isWriting = process.env['ODI_GOLDEN'] === 'write';
const schemas = openSchemas(criteriaFolder());

const review = (
  { name, words }: Site,
  run: string,
): { readonly code: number | null; readonly out: string; readonly err: string } => {
  const archive = ['--replay', join(captures, `${name}.warc.gz`)];
  const rest = words[0] === 'audit' ? ['--store', join(store, run)] : [];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'odi.js'), ...words, ...archive, ...rest, '--format', 'json', '--quiet'],
    { encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
};

const isSame = (path: string, text: string): void => {
  if (isWriting) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
};

describe.each(sites)('$name: $about', (site) => {
  const first = { code: null as number | null, out: '', err: '' };
  beforeAll(() => {
    Object.assign(first, review(site, 'first'));
  });
  const parsed = (): Review => JSON.parse(first.out);

  test('ends well, and says nothing besides the review', () => {
    expect([first.code, first.err]).toEqual([site.exit ?? 0, '']);
  });

  test('is answered as it must be', () => {
    const { score, isOpen, answers } = parsed();
    const verdicts = Object.entries(answers).map(([id, { answer }]) => [id, answer]);
    expect({ points: score.points, isOpen, answers: Object.fromEntries(verdicts) }).toMatchObject(site.expected);
  });

  test('is the review that is kept, in JSON and in Markdown', async () => {
    isSame(join(captures, `${site.name}.json`), withoutFacts(first.out));
    isSame(join(captures, `${site.name}.md`), await render(parsed(), 'markdown', { columns: 80, colour: false }));
  });

  test.each(languages)('is the review that is kept in %s, as text, in Markdown and in HTML', async (lang) => {
    mkdirSync(join(told, lang), { recursive: true });
    const keep = (ending: string, text: string): void => isSame(join(told, lang, `${site.name}.${ending}`), text);
    const at = { columns: 80, colour: false };
    for (const [ending, format, options] of [
      ['txt', 'text', at],
      ['full.txt', 'text', { ...at, full: true }],
      ['md', 'markdown', at],
      ['html', 'html', at],
    ] as const) {
      const language = await openLanguage({ lang, format }, { criteria });
      keep(ending, await render(await language.tell([parsed()]), format, options, null, language.messages));
    }
  });

  test('fits the published schema', () => {
    expect(schemas.misfits('review', JSON.parse(first.out))).toEqual([]);
  });

  test('cites evidence for every Yes and every No', () => {
    const decided = Object.values(parsed().answers).filter(({ answer }) => answer !== 'Unsure');
    expect(decided.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  });

  test('says how to gain every point that is missing', () => {
    const lost = Object.values(parsed().answers).filter(({ weight, points }) => points < weight);
    expect(lost.filter(({ improve }) => improve === null)).toEqual([]);
  });
});

test('the same archive gives the same bytes twice', () => {
  const [site] = sites;
  if (site === undefined) throw new Error('There is no capture.');
  expect(review(site, 'second').out).toBe(review(site, 'third').out);
});
