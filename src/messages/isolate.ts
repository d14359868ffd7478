/*
 * Text of others within a sentence is isolated: however it is written, it cannot reorder the words around it (Unicode Standard
 * Annex 9). The marks are those of Unicode; HTML says the same with `bdi`.
 */

const open = '\u2068';
const close = '\u2069';

/** Characters by which a text could end its own isolation, or turn what follows. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text of others within a sentence, isolated. */
export const isolated = (text: string): string => `${open}${text.replace(directions, '')}${close}`;

/** A sentence without the marks. */
export const withoutIsolates = (text: string): string => text.replaceAll(open, '').replaceAll(close, '');

/**
 * A sentence in its parts: words of its own, and texts that are isolated. Marks without a counterpart are left out.
 */
export const isolatesIn = (text: string): readonly { readonly text: string; readonly isForeign: boolean }[] =>
  text
    .split(/(\u2068[^\u2068\u2069]*\u2069)/)
    .map((part, index) => ({ text: withoutIsolates(part), isForeign: index % 2 === 1 }))
    .filter((part) => part.text !== '');

/** A text whose isolates all open and close, whatever stood in it. */
export const balanced = (text: string): string =>
  isolatesIn(text)
    .map((part) => (part.isForeign ? isolated(part.text) : part.text))
    .join('');
