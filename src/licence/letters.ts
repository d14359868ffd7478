/**
 * Letters of all scripts, as few ranges: what lies above Latin punctuation and is not itself a block of punctuation.
 * Property escapes would say it exactly, and take a hundred times as long to compile.
 */
const letters = 'a-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\uffef';

/** One letter of lower-case text, as a piece of an expression. */
export const letter = `[${letters}]`;

/** One letter, digit or underscore. */
export const wordCharacter = `[0-9_${letters}]`;
