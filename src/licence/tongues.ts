import type { Language } from '../model/basics.ts';
import type { LicenceClauses } from './data.ts';
import { compile, type Lazy } from './expressions.ts';

/** What one language has for reading a clause. */
export interface Tongue {
  readonly language: Language;
  readonly common: ReadonlySet<string>;
  readonly joins: Lazy;
  /** The same, with the flag `g`. */
  readonly everyJoin: Lazy;
  readonly other: Lazy;
  readonly unreal: Lazy;
  readonly altered: Lazy;
  readonly may: Lazy;
  readonly use: Lazy;
  readonly share: Lazy;
  readonly change: Lazy;
  readonly anyPurpose: Lazy;
  readonly commercial: Lazy;
  /** What a language without lists of phrases has of them. */
  readonly data: Lazy;
  readonly not: Lazy;
  readonly nonCommercial: Lazy;
  readonly permission: Lazy;
  readonly reserved: Lazy;
}

/** The languages that a clause may be in. */
export type TongueFinder = (clause: string, hint?: Language) => readonly Tongue[];

/** Scripts by which languages part before their words are looked at. */
const scripts: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/[\u3040-\u30ff]/, ['ja']],
  [/[\uac00-\ud7af]/, ['ko']],
  [/[\u3400-\u9fff]/, ['zh', 'ja']],
  [/[\u0e00-\u0e7f]/, ['th']],
  [/[\u0900-\u097f]/, ['hi', 'ne']],
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

const cyrillic = /[\u0400-\u04ff]/;

const wholeWords = (words: readonly string[]): readonly string[] =>
  words.map((word) => (runOn.test(word) ? word : `\\b${word}\\b`));

const tongueOf = (clauses: LicenceClauses): Tongue => ({
  language: clauses.language,
  common: new Set(clauses.common),
  joins: compile(wholeWords(clauses.joins)),
  everyJoin: compile(wholeWords(clauses.joins), 'g'),
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

/**
 * Tells the languages of clauses: by script, then by common words. Where neither tells, all that share the script are
 * asked, so that a plan or a wish is not missed in a clause of few words.
 */
export const tongueFinder = (data: readonly LicenceClauses[]): TongueFinder => {
  const tongues = data.map(tongueOf);
  const inCyrillic = (tongue: Tongue): boolean => [...tongue.common].some((word) => cyrillic.test(word));
  const latin = tongues.filter((tongue) => tongue.common.size > 0 && !inCyrillic(tongue));
  const slavic = tongues.filter(inCyrillic);
  const byScript = (clause: string): readonly Tongue[] | null => {
    const own = scripts.find(([script]) => script.test(clause))?.[1];
    return own === undefined ? null : tongues.filter(({ language }) => own.includes(language));
  };
  const byWords = (clause: string): readonly Tongue[] => {
    const among = cyrillic.test(clause) ? slavic : latin;
    const words = clause.split(/[^\p{L}\p{M}']+/u);
    const scores = among.map(({ common }) =>
      words.reduce((sum, word) => sum + (common.has(word) ? worth(word) : 0), 0),
    );
    const best = Math.max(...scores);
    return best < 1 ? among : among.filter((_, at) => (scores[at] ?? 0) >= best * near);
  };
  return (clause, hint) => {
    const found = byScript(clause) ?? byWords(clause);
    const told = tongues.find(({ language }) => language === hint);
    return told === undefined || found.includes(told) ? found : [...found, told];
  };
};
