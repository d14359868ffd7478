/**
 * Letters of all scripts, as few ranges: what lies above Latin punctuation and is not itself a block of punctuation.
 * Property escapes would say it exactly, and take a hundred times as long to compile.
 */
const ranges: readonly (readonly [from: number, to: number])[] = [
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0x1fff],
  [0x2c00, 0x2dff],
  [0x3040, 0xd7ff],
  [0xf900, 0xffef],
];

const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;

const letters = ranges.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('');

/** One letter of lower-case text, as a piece of an expression. */
export const letter = `[${letters}]`;

/** One letter, digit or underscore. */
export const wordCharacter = `[0-9_${letters}]`;

const underscore = 0x5f;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Is there such a character at this place of a text? None is before it and behind it. */
export const isWordAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return isDigit(code) || code === underscore || ranges.some(([from, to]) => code >= from && code <= to);
};
