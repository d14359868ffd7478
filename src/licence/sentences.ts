import type { LiteralFinder } from './literals.ts';

/** Characters of a text that are read; terms of use are shorter, and what is longer is data. */
export const longestText = 1_200_000;

/** Characters on either side of a cue in which its sentence begins and ends; a longer one is cut. */
const reach = 600;

/** Characters of sentences that are judged at most, more than the longest licence has; what is longer was built to keep us busy. */
const mostJudged = 50_000;

/**
 * Ends of sentences in all scripts. A full stop only before a blank, so that `4.0` and addresses stay whole; a line end
 * not after a long line or before a small letter, for there a text was only wrapped.
 */
const sentenceEnd =
  /[.!?;](?=\s(?!\s?[-–—]\s)|$)|[。！？；؟۔।]|\n(?=\s*\n)|\n(?=[ \t]*(?:[-•*·#]|\d+[.)]))|(?<![^\n]{50})\n(?![ \t]*[\p{Ll}(])|\s[•·|▪►]\s/gu;

/** Abbreviations and numerals after which a full stop ends nothing. */
const noEnd = /(?:^|[\s(])(?:\p{L}|\d{1,3}|art|abs|no|nr|cf|bzw|inc|ltd|etc|ver|vs|st|u\.s|e\.g|i\.e)$/u;

/** The text in lower case, of the same length. */
const lowered = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();

/** The places after each sentence in a piece of text. */
const endsIn = (piece: string): readonly number[] => {
  const ends: number[] = [];
  for (const { index, 0: mark } of piece.matchAll(sentenceEnd)) {
    if (mark === '.' && noEnd.test(piece.slice(Math.max(0, index - 8), index))) continue;
    ends.push(index + mark.length);
  }
  return ends;
};

/** Longest text whose every sentence is read, whether or not a cue is in it: a field, a footer, a notice. */
export const shortText = 2_000;

/** The sentences of a text, as they are written. */
export const everySentence = (text: string): readonly string[] => {
  // «2027. aastal»: in many languages a full stop after a number makes it an ordinal.
  const ends = endsIn(text).filter((end) => !/^\s\p{Ll}/u.test(text.slice(end)) || !/\d\.$/.test(text.slice(0, end)));
  const places = [0, ...ends, text.length];
  return places
    .slice(0, -1)
    .map((from, at) => text.slice(from, places[at + 1]).trim())
    .filter((sentence) => sentence !== '');
};

/**
 * The sentences of a text that hold one of the cues, as they are written. Cues are looked for in lower case.
 */
export const sentencesWith = (text: string, cues: LiteralFinder): readonly string[] => {
  const written = text.slice(0, longestText);
  const lower = lowered(written);
  const kept: string[] = [];
  let from = 0;
  let judged = 0;
  for (let cue = cues.next(lower, 0); cue !== -1 && judged < mostJudged; cue = cues.next(lower, from)) {
    const low = Math.max(from, cue - reach);
    const start = low + (endsIn(lower.slice(low, cue)).at(-1) ?? 0);
    from = Math.min(lower.length, cue + (endsIn(lower.slice(cue, cue + reach))[0] ?? reach));
    kept.push(written.slice(start, from).trim());
    judged += from - start;
  }
  return kept;
};
