import { describe, expect, test } from 'vitest';
import { codesOf, look } from '../look.ts';

/** Few letters beyond ASCII, which several pages of letters make words of alike. */
const few = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const word = 'x\xe6\xf0q';

const rows = Array.from({ length: 8 }, (_, at) => `${word}    ${2000 + at}    ${at + 1}.5     ${10 + at}`).join('\n');

describe('an encoding that could only be guessed is told', () => {
  test.each([
    ['of JSON', `[{"a":"${word}"},{"a":"b"}]`, 'r.json'],
    ['of a page', `<!DOCTYPE html><html><body><p>${word}</p></body></html>`, 'r.html'],
    ['of XML', `<rows><row>${word}</row><row>b</row></rows>`, 'r.xml'],
    ['of plain text', `Some words, ${word}, of a letter.\nAnd more of them.\n`, 'r.txt'],
    ['of columns aligned by blanks', rows, 'r.txt'],
    ['of a PC-Axis file', `CHARSET="ANSI";\nSTUB="a";\nVALUES("a")="${word}","b";\nDATA=1 2;`, 'r.px'],
  ])('%s', async (_, text, name) => {
    expect(codesOf(await look(few(text), { name }))).toContain('encoding-guessed');
    expect(codesOf(await look(text.replace(word, 'word'), { name }))).not.toContain('encoding-guessed');
  });

  test.each([
    ['a page', '<!DOCTYPE html><meta charset="iso-8859-1"><p>kr\xe8</p>', 'r.html'],
    ['XML', '<?xml version="1.0" encoding="iso-8859-1"?><rows><row>kr\xe8</row><row>b</row></rows>', 'r.xml'],
    ['a PC-Axis file', 'CODEPAGE="iso-8859-1";\nSTUB="a";\nVALUES("a")="kr\xe8","b";\nDATA=1 2;', 'r.px'],
  ])('but not where %s names it itself', async (_, text, name) => {
    const inspection = await look(few(text), { name });
    expect(inspection.encoding).toBe('iso-8859-1');
    expect(codesOf(inspection)).not.toContain('encoding-guessed');
  });
});
