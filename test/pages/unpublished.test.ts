import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { type PageWords, unpublishedIn } from '../../src/pages/index.ts';

const words = openCriteria().data<PageWords>('vocabulary/pages');
const says = (text: string) => unpublishedIn(text, words);

describe('a sentence says that something is not published', () => {
  test.each([
    ['in English', 'Figures by station are not published.'],
    ['in French', 'Les paiements individuels ne sont pas publiés.'],
    ['in Polish', 'Wyniki obwodów nie są publikowane.'],
    ['in Arabic', 'نتائج المكاتب لا تنشر'],
    ['in Japanese', '投票所別の結果は公表していません。'],
    ['in Spanish, with words that are limits in other languages', 'Los datos para cada mesa no se publican.'],
  ])('%s', (_, text) => {
    expect(says(text)).toEqual([text.replace(/。$/, '')]);
  });

  test('among others', () => {
    expect(says('We publish totals. Figures by station are not published; they are kept.')).toEqual([
      'Figures by station are not published;',
    ]);
  });
});

describe('no sentence says so', () => {
  test.each([
    ['that says it of a time', 'Figures by station are not published until the count is over.'],
    ['that says it for now', 'Figures by station are not published yet.'],
    ['that names a year', 'Figures by station are not published for 2015.'],
    ['that says it of where it stands', 'Figures by station are not published on this page.'],
    ['that says it of where it stands, in another language', 'Os resultados por mesa não são publicados aqui.'],
    ['that says that it is', 'Figures by station are published.'],
    ['that goes on for long', `Figures ${'of one thing and another '.repeat(30)} are not published.`],
  ])('%s', (_, text) => {
    expect(says(text)).toEqual([]);
  });
});
