import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { holds, phraseOf, prepare } from '../../src/discover/words.ts';
import { normaliseText } from '../../src/licence/normalise.ts';
import { type PageWords, quotePhrase } from '../../src/pages/words.ts';
import { comparable, evened, fold } from '../../src/text/fold.ts';
import { wordsOf } from '../../src/text/words.ts';

describe('spellings of one word fold alike, in every room', () => {
  test.each([
    ['İndir', 'indir'],
    ['İstatistik', 'istatistik'],
    ['İtibarıyla', 'itibariyla'],
    ['کتاب', 'كتاب'],
    ['Đà Nẵng', 'da nang'],
    ['إحصاءات', 'احصاءات'],
    ['Straße', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['ΣΤΟΙΧΕΊΟΣ', 'στοιχειοσ'],
  ])('%s', (written, folded) => {
    expect(fold(written)).toBe(folded);
    expect(wordsOf(written).join(' ')).toBe(wordsOf(folded).join(' '));
    expect(holds(prepare(`x ${written} y`), phraseOf(folded))).toBe(true);
    expect(comparable(` ${written}! `)).toBe(folded);
  });
});

test('a Turkish capital is the same letter to pages and to licences', () => {
  const words = openCriteria().data<PageWords>('vocabulary/pages');
  expect([evened('İndir'), normaliseText('İndir')]).toEqual(['indir', 'indir']);
  expect(quotePhrase(words, 'as-of-behind', evened('31.12.2014 İtibarıyla'))).toContain('itibarıyla');
});

test('what is quoted keeps its accents and its signs', () => {
  expect(evened('  Données   – à l’Accès « libre »')).toBe(" données – à l'accès « libre »");
});

test('to fold twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      expect(evened(evened(text))).toBe(evened(text));
    }),
  );
});
