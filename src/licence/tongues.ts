import type { Language } from '../model/basics.ts';
import type { LicenceClauses } from './data.ts';
import type { ExpressionMaker, Together } from './expressions.ts';
import type { Matcher } from './matcher.ts';

/** What one language has for reading a clause. */
export interface Tongue extends Together {
  readonly language: Language;
  readonly joins: Matcher;
  readonly other: Matcher;
  readonly unreal: Matcher;
  readonly altered: Matcher;
  readonly may: Matcher;
  readonly use: Matcher;
  readonly share: Matcher;
  readonly change: Matcher;
  readonly anyPurpose: Matcher;
  readonly commercial: Matcher;
  /** What a language without lists of phrases has of them. */
  readonly data: Matcher;
  readonly not: Matcher;
  readonly nonCommercial: Matcher;
  readonly permission: Matcher;
  readonly reserved: Matcher;
}

/** A language that is told and asked beside those that are found, or several, which the whole text is told by: others are not asked. */
export type Hint = Language | readonly Language[];

/** The languages that a clause may be in. */
export interface TongueFinder {
  (clause: string, hint?: Hint): readonly Tongue[];
  /** All languages in the script of the clause. */
  readonly kin: (clause: string) => readonly Language[];
  /** The languages that a text is surely told by; null where it holds too little of any. */
  readonly surely: (text: string) => readonly Language[] | null;
}

/** Scripts by which languages part before their words are looked at. */
const scripts: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/[\u3040-\u30ff]/, ['ja']],
  [/[\uac00-\ud7af]/, ['ko']],
  [/[\u3400-\u9fff]/, ['zh', 'ja']],
  [/[\u0e00-\u0e7f]/, ['th']],
  [/[\u0900-\u0963\u0966-\u097f]/, ['hi', 'ne']],
  [/[\u0980-\u09ff]/, ['bn']],
  [/[\u0b80-\u0bff]/, ['ta']],
  [/[\u0d80-\u0dff]/, ['si']],
  [/[\u0e80-\u0eff]/, ['lo']],
  [/[\u1000-\u109f]/, ['my']],
  [/[\u1200-\u137f]/, ['am']],
  [/[\u1780-\u17ff]/, ['km']],
  [/[\u10a0-\u10ff]/, ['ka']],
  [/[\u0530-\u058f]/, ['hy']],
  [/[\u0590-\u05ff]/, ['he']],
  [/[ٹڈڑںےھہ]/, ['ur']],
  [/[پچژگکی]/, ['fa', 'ur']],
  [/[\u0600-\u06ff]/, ['ar']],
  [/[\u0370-\u03ff]/, ['el']],
];

/** Scripts without blanks between words. */
const runOn = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** No letter but Latin ones: most clauses, and none of the scripts need be tried. */
const isLatin = /^[\u0000-\u024f]*$/;

const cyrillic = /[\u0400-\u04ff]/;

const wholeWords = (words: readonly string[]): readonly string[] =>
  words.map((word) => (runOn.test(word) ? word : `\\b${word}\\b`));

const tongueOf = (clauses: LicenceClauses, compile: ExpressionMaker['make']): Omit<Tongue, 'group'> => ({
  language: clauses.language,
  joins: compile(wholeWords(clauses.joins)),
  other: compile(clauses.other),
  unreal: compile(clauses.unreal),
  altered: compile(clauses.altered),
  may: compile(clauses.may),
  use: compile(clauses.use),
  share: compile(clauses.share),
  change: compile(clauses.change),
  anyPurpose: compile(clauses.anyPurpose),
  commercial: compile(clauses.commercial),
  data: compile(clauses.data ?? []),
  not: compile(clauses.not ?? []),
  nonCommercial: compile(clauses.nonCommercial ?? []),
  permission: compile(clauses.permission ?? []),
  reserved: compile(clauses.reserved ?? []),
});

/** A word of one letter is as often a sign: «v», «a». */
const worth = (word: string): number => (word.length === 1 ? 0.5 : 1);

/** Shares of the most common words that a language must have beside the one that has most. */
const near = 0.6;

/** Common words of a language by which a text is surely in it. */
const sure = 3;

/**
 * Tells the languages of clauses: by script, then by common words. Where neither tells, all that share the script are
 * asked, so that a plan or a wish is not missed in a clause of few words.
 */
export const tongueFinder = (data: readonly LicenceClauses[], { together }: ExpressionMaker): TongueFinder => {
  const tongues = data.map((clauses) => together((make) => tongueOf(clauses, make)));
  const latin: number[] = [];
  const slavic: number[] = [];
  /** The languages that each common word is of, by their places in the data. */
  const byWord = new Map<string, number[]>();
  for (const [at, { common }] of data.entries()) {
    if (common.length === 0) continue;
    (common.some((word) => cyrillic.test(word)) ? slavic : latin).push(at);
    for (const word of new Set(common)) {
      const own = byWord.get(word);
      if (own === undefined) byWord.set(word, [at]);
      else own.push(at);
    }
  }
  const at = (places: readonly number[]): readonly Tongue[] => places.flatMap((place) => tongues[place] ?? []);
  const [inLatin, inCyrillic] = [at(latin), at(slavic)];
  const byScript = (clause: string): readonly Tongue[] | null => {
    if (isLatin.test(clause)) return null;
    const own = scripts.find(([script]) => script.test(clause))?.[1];
    return own === undefined ? null : tongues.filter(({ language }) => own.includes(language));
  };
  const byWords = (clause: string, least = 1): readonly Tongue[] => {
    const isCyrillic = cyrillic.test(clause);
    const scores = new Array<number>(tongues.length).fill(0);
    for (const word of clause.split(/[^\p{L}\p{M}']+/u))
      for (const place of byWord.get(word) ?? []) scores[place] = (scores[place] ?? 0) + worth(word);
    const among = isCyrillic ? slavic : latin;
    const best = Math.max(...among.map((place) => scores[place] ?? 0));
    if (best < least) return isCyrillic ? inCyrillic : inLatin;
    return at(among.filter((place) => (scores[place] ?? 0) >= best * near));
  };
  const find = (clause: string, hint?: Hint): readonly Tongue[] => {
    const found = byScript(clause) ?? byWords(clause);
    if (Array.isArray(hint)) {
      const own = found.filter(({ language }) => hint.includes(language));
      return own.length > 0 ? own : found;
    }
    const told = tongues.find(({ language }) => language === hint);
    return told === undefined || found.includes(told) ? found : [...found, told];
  };
  const languages = (all: readonly Tongue[]): readonly Language[] => all.map(({ language }) => language);
  const kin = (clause: string): readonly Language[] =>
    languages(byScript(clause) ?? (cyrillic.test(clause) ? inCyrillic : inLatin));
  const surely = (text: string): readonly Language[] | null => {
    const found = byScript(text) ?? byWords(text, sure);
    return found === inLatin || found === inCyrillic ? null : languages(found);
  };
  return Object.assign(find, { kin, surely });
};
