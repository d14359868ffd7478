import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Page } from '../../src/model/inspection.ts';
import { isDrawnInto, isSameAnswer, type PageAt } from '../../src/pages/alike.ts';
import type { PageWords } from '../../src/pages/words.ts';

const pageOf = (title: string, text: string): Page => ({
  ...{ title, text, headings: [], footer: '', links: [], forms: [], meta: [], jsonLd: [], mounts: [], iframes: [] },
  ...{ scripts: { count: 0, bytes: 0, sources: [] }, refresh: null, canonical: null, images: 0 },
});

const at = (path: string, title: string, text: string, finalPath = path): PageAt => ({
  ...{ url: `https://a.example${path}`, finalUrl: `https://a.example${finalPath}` },
  page: pageOf(title, text),
});

const welcome = 'Welcome to the portal of the ministry';

describe('two answers of one host', () => {
  test.each<[string, PageAt, PageAt, boolean]>([
    ['one page at both', at('/d/results', 'Home', welcome), at('/d/none', 'Home', welcome), true],
    ['other words', at('/d/results', 'Results', 'Results of 2021'), at('/d/none', 'Home', welcome), false],
    ['the title alone tells one', at('/d/results', 'Election results', welcome), at('/d/none', 'Home', welcome), false],
    [
      'each repeats its own address',
      at('/d/results.csv', 'Home', `${welcome}: https://a.example/d/results.csv, results`),
      at('/d/none.csv', 'Home', `${welcome}: https://a.example/d/none.csv, none`),
      true,
    ],
    [
      'only figures differ',
      at('/d/results', 'Home', `${welcome} 3 users`),
      at('/d/none', 'Home', `${welcome} 12 users`),
      true,
    ],
    [
      'both lead to one page, which shows its visitors',
      at('/d/r', 'Home', `${welcome} Ada`, '/home'),
      at('/d/n', 'Home', `${welcome} Ben`, '/home'),
      true,
    ],
    [
      'one of them leads elsewhere',
      at('/d/r', 'Home', `${welcome} Ada`, '/home'),
      at('/d/n', 'Home', `${welcome} Ben`),
      false,
    ],
    [
      'the made-up address leads to the page itself',
      at('/d/r', 'Home', welcome),
      at('/d/n', 'Home', welcome, '/d/r'),
      false,
    ],
    ['neither shows a word', at('/d/results', '', ''), at('/d/none', '', ''), false],
    ['nothing but figures and the address', at('/d/results', 'results', '2021'), at('/d/none', 'none', '404'), false],
  ])('%s', (_, one, other, same) => expect(isSameAnswer(one, other)).toBe(same));
});

describe('a page that scripts may draw into', () => {
  const words = openCriteria().data<PageWords>('vocabulary/pages');
  const scripts = { count: 1, bytes: 0, sources: [] };
  const long = 'A portal of the ministry, for everyone. '.repeat(60);
  test.each<[string, Partial<Page>, boolean]>([
    ['an element that applications are known to fill', { mounts: ['root'], text: long }, true],
    ['any element that stands empty, beside scripts', { mounts: ['stage-7'], scripts }, true],
    ['the same without scripts', { mounts: ['stage-7'] }, false],
    ['scripts alone', { scripts }, false],
    ['much text of its own', { mounts: ['stage-7'], scripts, text: long }, false],
  ])('%s', (_, page, expected) => expect(isDrawnInto({ ...pageOf('Home', welcome), ...page }, words)).toBe(expected));
});
