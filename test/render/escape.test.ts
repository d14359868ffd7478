import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeInMarkdown,
  forCsv,
  forHtml,
  forJson,
  forMarkdown,
  forTerminal,
  forXml,
  linkInMarkdown,
  linkTarget,
  paragraphs,
  plain,
  withLinks,
} from '../../src/render/escape.ts';
import { attacks } from './attacks.ts';

/** Anything that a server can send, with the characters that matter often among it. */
const hostile = fc.oneof(
  fc.constantFrom(...attacks.map(([, text]) => text)),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...'\u001b\u009b\r\n\t\u202e\u200d<>&"\'`|*_[]()#=+-@;,:/\\ aéب字'.split('')), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
);

const drivesOrHides =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\ufeff]|[\u{e0000}-\u{e007f}]/u;

describe('plain text', () => {
  test.each(attacks)('is one printable line for %s', (_, text) => {
    expect(plain(text)).not.toMatch(drivesOrHides);
  });

  test('is the same whether it is told at one look or cleaned letter by letter', () => {
    // No text with a letter from beyond the quick blocks is told at one look.
    for (let code = 0; code < 0x10000; code += 1) {
      const text = `a${String.fromCharCode(code)} b`;
      expect([code, plain(text)]).toEqual([code, plain(`${text}\u5b57`).slice(0, -1)]);
    }
  });

  test('is one printable line for anything', () => {
    fc.assert(fc.property(hostile, (text) => !drivesOrHides.test(plain(text))));
  });

  test('is its own plain text', () => {
    fc.assert(fc.property(hostile, (text) => plain(plain(text)) === plain(text)));
  });

  test.each(['Résultats des élections', 'نتائج الانتخابات', '選挙結果', 'می‌خواهم', 'क्‍ष', '👩‍🔬'])(
    'keeps what is spelt with it: %s',
    (text) => {
      expect(plain(text)).toBe(text);
    },
  );

  test('keeps a blank at which no line ends, once, and none of those in its place', () => {
    expect(plain('«\u00a0Inscrits\u00a0» \u202f; et')).toBe('«\u00a0Inscrits\u00a0» ; et');
    expect(plain('12\u202f345\u00a0\u00a0:\u202f\u202fx')).toBe('12\u202f345\u00a0:\u202fx');
    expect(plain('\u00a0one\u00a0')).toBe('one');
  });

  test('keeps paragraphs where they are wanted', () => {
    expect(paragraphs('one\ntwo\n\n\n three \r\n\r\n')).toEqual(['one two', 'three']);
  });
});

describe('for a terminal', () => {
  test('text from right to left is isolated, other text is left alone', () => {
    expect(forTerminal('نتائج')).toBe('\u2068نتائج\u2069');
    expect(forTerminal('Résultats')).toBe('Résultats');
  });

  test('isolates of the text itself are taken out, so that ours hold', () => {
    expect(forTerminal('\u2069\u202eنتائج\u2066')).toBe('\u2068نتائج\u2069');
  });
});

describe('links in running text', () => {
  test.each([' ', '\u00a0', '\u202f'])('stand apart from the words around them: %j', (blank) => {
    const link = (address: string): string => `<${address}>`;
    expect(withLinks(`voir${blank}https://a.example/b${blank}: rien`, forHtml, link)).toBe(
      `voir${blank}<https://a.example/b>${blank}: rien`,
    );
  });
});

describe('for HTML and XML', () => {
  test.each(attacks)('nothing is left that could be markup: %s', (_, text) => {
    expect(forHtml(text)).not.toMatch(/[<>"'`]/);
    expect(forXml(text)).not.toMatch(/[<>"'\ufffe\uffff]/);
  });

  test('an ampersand always begins an entity of ours', () => {
    fc.assert(fc.property(hostile, (text) => !/&(?!(?:amp|lt|gt|quot|#39|#96);)/.test(forHtml(text))));
  });
});

describe('an address', () => {
  test.each([
    ['http://www.elections.ma/élus.aspx?a=1&b=<2>', 'http://www.elections.ma/%C3%A9lus.aspx?a=1&b=%3C2%3E'],
    ['https://data.gov.example', 'https://data.gov.example/'],
  ])('of the web may be linked: %s', (address, target) => {
    expect(linkTarget(address)).toBe(target);
  });

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://:secret@evil.example/',
    'no address',
    '',
  ])('of another kind may not: %s', (address) => {
    expect(linkTarget(address)).toBeNull();
  });

  test('cannot leave the link it stands in', () => {
    fc.assert(
      fc.property(hostile, (text) => /^<https:[^<>\s|]*>$/.test(linkInMarkdown(`https://evil.example/${text}`))),
    );
  });
});

describe('for Markdown', () => {
  test.each([
    ['![x](https://evil.example/x.png)', '!\\[x\\](https&#58;//evil.example/x.png)'],
    ['a | b', 'a \\| b'],
    ['# Verdict: Yes', '\\# Verdict: Yes'],
    ['- item', '\\- item'],
    ['1. first', '1\\. first'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['**bold** and __more__', '\\*\\*bold\\*\\* and \\_\\_more\\_\\_'],
    ['www.evil.example root@evil.example', 'www&#46;evil.example root&#64;evil.example'],
    ['\\[x]', '\\\\\\[x\\]'],
    ['A follow-up (in 3 parts).', 'A follow-up (in 3 parts).'],
  ])('markup is written out: %s', (text, escaped) => {
    expect(forMarkdown(text)).toBe(escaped);
  });

  test.each([
    ['plain', '`plain`'],
    ['a `tick`', '`` a `tick` ``'],
    ['``', '``` `` ```'],
    ['', ''],
  ])('code is fenced by more than it holds: %s', (text, code) => {
    expect(codeInMarkdown(text)).toBe(code);
  });

  test('code cannot end its fence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const code = codeInMarkdown(text);
        const fence = /^`*/.exec(code)?.[0] ?? '';
        const inside = code.slice(fence.length, code.length - fence.length);
        return code === '' || (code.endsWith(fence) && !inside.split(/[^`]+/).includes(fence));
      }),
    );
  });
});

describe('running text with addresses', () => {
  const inMarkdown = (text: string): string => withLinks(text, forMarkdown, linkInMarkdown);

  test.each([
    ['Seen: https://a.example/x_1.csv.', 'Seen: <https://a.example/x_1.csv>.'],
    ['(https://a.example/), and *more*', '(<https://a.example/>), and \\*more\\*'],
    ['https://a.example and https://b.example', '<https://a.example/> and <https://b.example/>'],
    ['https://user@a.example here', 'https&#58;//user&#64;a.example here'],
    ['no address', 'no address'],
  ])('links them, and only them: %s', (text, expected) => {
    expect(inMarkdown(text)).toBe(expected);
  });

  test('holds no markup but the links', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const left = inMarkdown(`${text} https://a.example/${text} ${text}`).replace(/<https?:[^<>\s]*>/g, '');
        return !/[<>]/.test(left);
      }),
    );
  });
});

describe('for CSV', () => {
  const cellsOf = (text: string): readonly (readonly string[])[] => parse(`first,${forCsv(text)},last\r\n`);

  test.each(attacks)('a cell stays one cell, and no formula: %s', (_, text) => {
    const [row = []] = cellsOf(text);
    expect(row).toHaveLength(3);
    expect(row[1]).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
    expect(row[1]).not.toMatch(/[;\t]\s*[=+\-@＝＋－＠]/);
  });

  test('a cell stays one cell for anything', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rows = cellsOf(text);
        return rows.length === 1 && rows[0]?.length === 3 && rows[0][2] === 'last';
      }),
    );
  });

  test.each(['Élections 2015', '12', 'a,b', 'say "no"', '10-12'])('harmless text comes back as it was: %s', (text) => {
    expect(cellsOf(text)[0]?.[1]).toBe(text);
  });
});

describe('for JSON', () => {
  test.each(attacks)('the value stays, and drives nothing: %s', (_, text) => {
    const json = forJson(JSON.stringify({ text }));
    expect(JSON.parse(json)).toEqual({ text });
    expect(json).not.toMatch(drivesOrHides);
  });
});
