import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, openDetection } from '../../../src/inspect/text/encoding.ts';
import { formats } from '../formats.ts';
import { codesOf, look } from '../look.ts';
import { samples, tableOf } from './samples.ts';

const detect = openDetection(formats);

/** Marks apart from their letters, as the Vietnamese page writes its tones. */
const withTones = (text: string): string =>
  text.replace(/[\u00c0-\u1ef9]/g, (letter) => {
    const [base = '', ...marks] = letter.normalize('NFD');
    const tones = marks.filter((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark));
    const rest = marks.filter((mark) => !tones.includes(mark));
    return (base + rest.join('')).normalize('NFC') + tones.join('');
  });

const written = (text: string, page: string): Buffer =>
  iconv.encode(page === 'windows-1258' ? withTones(text) : text, page);

const read = (bytes: Uint8Array, declared: string | null = null) => {
  const encoding = detect(bytes, declared);
  return { text: decode(bytes, encoding).normalize('NFC'), isSure: encoding.isSure, name: encoding.name };
};

const pages = samples.flatMap((sample) => sample.pages.map((page) => [sample.language, page, sample] as const));

describe('the letters of short tables come out right', () => {
  test.each(pages)('%s in %s', (_, page, sample) => {
    for (const from of [0, 2, 5]) {
      const text = tableOf(sample, 30, from).normalize('NFC');
      expect(read(written(text, page)).text).toBe(text);
    }
  });

  test.each(pages)('%s in %s, three rows: right, or told to be a guess', (_, page, sample) => {
    for (const from of [0, 2, 5]) {
      const text = tableOf(sample, 3, from).normalize('NFC');
      const found = read(written(text, page));
      if (found.isSure) expect(found.text).toBe(text);
    }
  });

  test('and nine in ten of all, three rows each, are no guess', () => {
    const sure = pages.filter(([, page, sample]) => read(written(tableOf(sample, 3), page)).isSure);
    expect(sure.length).toBeGreaterThan(pages.length * 0.85);
  });
});

describe('what stands beside letters', () => {
  test.each([
    ['English with one name', 'windows-1252', 'name,votes\nSiobhan,3\nRenée Smith,5\nBob,4\n'],
    ['pounds and dashes', 'windows-1252', 'item,cost\nDesk – oak,£5\nChair “old”,£12\n'],
    ['blanks between thousands', 'windows-1252', 'commune;population\nA;1\u00a0234\nB;12\u00a0456\nC;3\u00a0210\n'],
    ['apostrophes as word processors set them', 'windows-1252', 'commune,note\nL’Haÿ,d’été\nSaint-Denis,l’école\n'],
    ['degrees and squares', 'windows-1252', 'place,temperature °C,area m²\nA,3,5\nB,4,6\n'],
    ['ordinals', 'windows-1252', 'seccion,piso\n1ª,2º\n3ª,4º\n'],
    ['a Greek capital with an accent', 'windows-1253', 'Άκυρα;Έγκυρα;Όνομα\n1;2;Άννα\n'],
    ['Greek capitals', 'iso-8859-7', 'ΑΚΥΡΑ;ΕΓΚΥΡΑ;ΔΗΜΟΣ\n1;2;ΑΘΗΝΑΙΩΝ\n3;4;ΠΕΙΡΑΙΩΣ\n'],
    ['Russian capitals', 'windows-1251', 'УЧАСТОК;РЕГИОН;ИЗБИРАТЕЛИ\n1;МОСКВА;5\n2;КАЗАНЬ;6\n'],
    ['Russian capitals in KOI8', 'koi8-r', 'УЧАСТОК;РЕГИОН;ИЗБИРАТЕЛИ\n1;МОСКВА;5\n2;КАЗАНЬ;6\n'],
    ['Russian words that would end in the middle in Greek', 'koi8-r', 'РЕГИОН;РАЙОН;СПИСОК;ИСХОД\n'],
    ['English headers over Russian names', 'cp866', 'region,votes\nМосква,5\nКазань,6\nТула,7\n'],
    ['English headers over Thai names', 'windows-874', 'province,votes\nเชียงใหม่,5\nลำปาง,6\n'],
  ])('%s', (_, page, text) => {
    expect(read(iconv.encode(text, page)).text).toBe(text);
  });
});

test.each([
  [
    'a Greek capital with an accent, not a quote before a word',
    'windows-1253',
    'Άκυρα;Έγκυρα;Όνομα\n1;2;Άννα\n3;4;Άγγελος\n',
  ],
])('%s is no guess', (_, page, text) => {
  expect(read(iconv.encode(text, page))).toMatchObject({ text, isSure: true });
});

describe('declarations', () => {
  const czech = iconv.encode('Obec;Voliči;Účast\nPlzeň;5;6\nDěčín;6;7\nTřebíč;7;8\nChomutov;8;9\n', 'windows-1250');

  test('one that fits the letters decides', () => {
    const danish = iconv.encode('Område;Stemmer\nÅ;5\n', 'windows-1252');
    expect(read(danish, 'iso-8859-1')).toMatchObject({
      text: 'Område;Stemmer\nÅ;5\n',
      name: 'iso-8859-1',
      isSure: true,
    });
  });

  test('a Western one that the letters speak against does not', () => {
    expect(read(czech, 'iso-8859-1')).toMatchObject({
      text: 'Obec;Voliči;Účast\nPlzeň;5;6\nDěčín;6;7\nTřebíč;7;8\nChomutov;8;9\n',
      name: 'windows-1250',
    });
  });

  test('one of UTF-8 over bytes that are none does not', () => {
    expect(read(czech, 'utf-8').text).toContain('Děčín');
  });
});

describe('other ways to write letters', () => {
  const russian = 'Участок;Голосов\n1;500\n2;600\n3;700\n4;800\n';

  test.each([
    ['UTF-16 without a mark', Buffer.from(russian, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark, the other way round', Buffer.from(russian, 'utf16le').swap16(), 'utf-16be'],
    [
      'Greek words in UTF-16, few digits',
      Buffer.from('Δήμος Αθηναίων και Θεσσαλονίκης\nΑποτελέσματα των εκλογών\n'.repeat(3), 'utf16le'),
      'utf-16le',
    ],
  ])('%s', async (_, bytes, encoding) => {
    expect(await look(bytes, { name: 'x.csv' })).toMatchObject({ encoding });
  });

  test('Japanese with escapes', async () => {
    const escaped = (hex: string): Buffer =>
      Buffer.concat([Buffer.from('\x1b$B'), Buffer.from(hex, 'hex'), Buffer.from('\x1b(B')]);
    const bytes = Buffer.concat([escaped('456c'), Buffer.from(',votes\n'), escaped('456c'), Buffer.from(',5\nb,6\n')]);
    const found = await look(bytes, { name: 'x.csv' });
    expect(found).toMatchObject({ encoding: 'iso-2022-jp', delimiter: ',' });
    expect(found.tables[0]?.sample[0]?.[0]).toBe('東');
  });

  test('UTF-8 with one broken letter is UTF-8, and the letter is told', async () => {
    const text = Buffer.from(`ville,voix\n${'Orléans,5\nNîmes,6\nÉvreux,7\n'.repeat(10)}`);
    const found = await look(Buffer.concat([text, Buffer.from('Angoulême,8\n', 'latin1')]), {
      name: 'x.csv',
    });
    expect(found.encoding).toBe('utf-8');
    expect(codesOf(found)).toContain('undecodable');
  });

  test('two letters that two encodings read differently are a guess, and the file says so', async () => {
    const found = await look(Buffer.from('a,b\nx\xe8,1\ny,2\n', 'latin1'), { name: 'x.csv' });
    expect(codesOf(found)).toContain('encoding-guessed');
  });

  test('bytes that are text in none of the encodings are taken for Western ones, as a guess', () => {
    const [western] = formats.encodings.bytes;
    const few = openDetection({ ...formats, encodings: { bytes: western === undefined ? [] : [western], pairs: [] } });
    const bytes = Buffer.from([0x81, 0x8d, 0x0a, 0x8f, 0x90, 0x9d, 0x0a, 0x81]);
    expect(few(bytes, null)).toMatchObject({ name: 'windows-1252', by: 'default', isSure: false });
  });
});
