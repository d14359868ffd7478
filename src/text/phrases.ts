/*
 * The grammar of phrases, as every vocabulary of `criteria/` writes them:
 *
 *     valid votes     these words beside one another
 *     département*    a word with any ending; a star may stand behind any word of a phrase
 *     *stimmen        a word with any beginning, at the beginning of a phrase
 *     選挙結果          scripts that put no blanks between words: wherever the letters stand
 *
 * Case never matters; what else does not is for the spelling to say, which is the same for phrases and texts.
 */

import { lazy } from './lazy.ts';

/** One spelling for phrases and the texts they are looked for in: `evened` keeps accents and signs, `comparable` does not. */
export type Spelling = (text: string) => string;

/** Scripts whose letters stand beside one another only within a word: there a phrase may not be cut out of one. */
const lettersOf = {
  /** All that part words with blanks: a phrase is found as words of its own. */
  words: lazy(
    () =>
      /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])[\p{L}\p{M}]/u,
  ),
  /** Those that glue no articles, prepositions or endings to their words; in others a phrase is found inside of words, too. */
  alphabets: lazy(() => /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u),
} as const;

type Edges = keyof typeof lettersOf;

/** Most letters are those of all edges, and need no look at the scripts. */
const isLetter = (character: string, edges: Edges): boolean =>
  character < '\u0080' ? /[a-z]/i.test(character) : lettersOf[edges]().test(character);

const isNumber = (character: string): boolean =>
  character < '\u0080' ? /\d/.test(character) : /\p{N}/u.test(character);

/** How phrases are looked for. */
export interface PhraseOptions {
  readonly spelling: Spelling;
  /** Where a phrase may not be cut out of a longer word. */
  readonly edges: Edges;
}

/** A phrase that can be looked for. */
export interface CompiledPhrase {
  /** As the vocabulary has it. */
  readonly written: string;
  /** As it is looked for, without the stars at its ends. */
  readonly text: string;
  readonly anyBeginning: boolean;
  readonly anyEnding: boolean;
  readonly edges: Edges;
  /** Finds it where a star stands inside of it; null where its letters tell. */
  readonly pattern: RegExp | null;
}

/** Where a phrase stands in a text: its letters, with the ending that a star allows. */
export interface PhrasePlace {
  readonly phrase: CompiledPhrase;
  readonly at: number;
  readonly length: number;
}

/** A word of a phrase without its stars, and what they allow. */
export interface StarredWord {
  readonly text: string;
  readonly anyBeginning: boolean;
  readonly anyEnding: boolean;
}

/** Reads the stars of a word. */
export const starred = (word: string): StarredWord => {
  const anyBeginning = word.startsWith('*');
  const anyEnding = word.endsWith('*');
  return { text: word.slice(anyBeginning ? 1 : 0, anyEnding ? -1 : undefined), anyBeginning, anyEnding };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Makes a phrase ready to be looked for. Its text is empty where nothing of it can be. */
export const compilePhrase = (written: string, { spelling, edges }: PhraseOptions): CompiledPhrase => {
  if (written.includes('*')) return compileStarred(written, { spelling, edges });
  return { written, text: spelling(written).trim(), anyBeginning: false, anyEnding: false, edges, pattern: null };
};

const compileStarred = (written: string, { spelling, edges }: PhraseOptions): CompiledPhrase => {
  const words = written.trim().split(/\s+/).map(starred);
  const spelt = words.map(({ text }) => spelling(text).trim());
  const hasInner = words.slice(0, -1).some(({ anyEnding }) => anyEnding);
  const expression = spelt.map((word, at) => escaped(word) + (words[at]?.anyEnding ? '[\\p{L}\\p{M}\\p{N}]*' : ''));
  return {
    written,
    text: spelt.join(' ').trim(),
    anyBeginning: words[0]?.anyBeginning ?? false,
    anyEnding: words.at(-1)?.anyEnding ?? false,
    edges,
    pattern: hasInner ? new RegExp(expression.join(' '), 'gu') : null,
  };
};

const isCut = (inner: string | undefined, outer: string | undefined, edges: Edges): boolean => {
  if (inner === undefined || outer === undefined) return false;
  // Between a digit and its unit there is an edge.
  return (isLetter(inner, edges) && isLetter(outer, edges)) || (isNumber(inner) && isNumber(outer));
};

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && (isLetter(character, 'words') || isNumber(character));

/** From a place on in one direction, to the end of the word that stands there. */
const wordEnd = (text: string, from: number, step: 1 | -1): number => {
  let at = from;
  while (isOfWord(text[step === 1 ? at : at - 1])) at += step;
  return at;
};

const inPattern = (text: string, phrase: CompiledPhrase, pattern: RegExp, from: number): PhrasePlace | null => {
  pattern.lastIndex = from;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { index: at, 0: letters } = found;
    const isInside =
      (!phrase.anyBeginning && isCut(letters[0], text[at - 1], phrase.edges)) ||
      isCut(letters.at(-1), text[at + letters.length], phrase.edges);
    if (!isInside) return { phrase, at, length: letters.length };
    pattern.lastIndex = at + 1;
  }
  return null;
};

/** Where a phrase stands in a text that is spelt as it is, from a place on; null where it does not. */
export const placeOf = (text: string, phrase: CompiledPhrase, from = 0): PhrasePlace | null => {
  const { text: letters, anyBeginning, anyEnding, edges, pattern } = phrase;
  if (letters === '') return null;
  if (pattern !== null) return inPattern(text, phrase, pattern, from);
  for (let at = text.indexOf(letters, from); at !== -1; at = text.indexOf(letters, at + 1)) {
    const end = at + letters.length;
    if (!anyBeginning && isCut(letters[0], text[at - 1], edges)) continue;
    if (!anyEnding && isCut(letters.at(-1), text[end], edges)) continue;
    const start = anyBeginning ? wordEnd(text, at, -1) : at;
    return { phrase, at: start, length: (anyEnding ? wordEnd(text, end, 1) : end) - start };
  }
  return null;
};

/** All places of a phrase in a text, in their order. */
export function* placesOf(text: string, phrase: CompiledPhrase): Generator<PhrasePlace> {
  for (let found = placeOf(text, phrase); found !== null; found = placeOf(text, phrase, found.at + found.length))
    yield found;
}

/** Phrases that are looked for together. Texts are handed over in their spelling. */
export interface Phrases {
  readonly all: readonly CompiledPhrase[];
  /** The first of the phrases that stands in a text. */
  readonly first: (text: string) => PhrasePlace | null;
  /** The phrase that stands before the others in a text; of several there, the first. */
  readonly earliest: (text: string) => PhrasePlace | null;
  /** Where one of the phrases stands with another near it, at most so many characters away. */
  readonly near: (text: string, others: readonly Phrases[], reach: number) => PhrasePlace | null;
  /** Every place of every phrase, phrase by phrase. */
  readonly places: (text: string) => Iterable<PhrasePlace>;
  /** Is the text one of the phrases, letter for letter? */
  readonly isWhole: (text: string) => boolean;
  /** The share of a text that the longest phrase in it covers, 0 to 1. */
  readonly cover: (text: string) => number;
}

/** Most phrases stand in no text: that is found out before anything else is done. */
const mayStand = (text: string, phrase: CompiledPhrase): boolean =>
  phrase.pattern !== null || text.includes(phrase.text);

function* placesOfAll(text: string, phrases: readonly CompiledPhrase[]): Generator<PhrasePlace> {
  for (const phrase of phrases) if (mayStand(text, phrase)) yield* placesOf(text, phrase);
}

/** Makes phrases ready to be looked for. Those that are spelt alike are one. */
export const compile = (written: readonly string[], options: PhraseOptions): Phrases => {
  const byText = new Map<string, CompiledPhrase>();
  for (const phrase of written.map((one) => compilePhrase(one, options))) {
    const key = `${phrase.anyBeginning ? '*' : ''}${phrase.pattern?.source ?? phrase.text}${phrase.anyEnding ? '*' : ''}`;
    if (phrase.text !== '' && !byText.has(key)) byText.set(key, phrase);
  }
  const all = [...byText.values()];
  const whole = new Set(all.map(({ text }) => text));
  const first: Phrases['first'] = (text) => {
    for (const phrase of all) {
      const found = mayStand(text, phrase) ? placeOf(text, phrase) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return {
    all,
    first,
    earliest: (text) =>
      all.reduce<PhrasePlace | null>((best, phrase) => {
        const found = placeOf(text, phrase);
        return found === null || (best !== null && best.at <= found.at) ? best : found;
      }, null),
    near: (text, others, reach) => {
      for (const found of placesOfAll(text, all)) {
        const around = text.slice(Math.max(0, found.at - reach), found.at + found.length + reach);
        if (others.some((other) => other.first(around) !== null)) return found;
      }
      return null;
    },
    places: (text) => placesOfAll(text, all),
    isWhole: (text) => whole.has(text),
    cover: (text) => {
      let longest = 0;
      for (const { length } of placesOfAll(text, all)) longest = Math.max(longest, length);
      return text === '' ? 0 : longest / text.length;
    },
  };
};
