import type { Matcher } from './matcher.ts';
import type { Tongue } from './tongues.ts';

/**
 * What a clause does with the licence it names. `mentioned`: it speaks of it as a plan, a wish, the past, a question,
 * a comparison, an example, a choice, or under a condition that is not met. `altered`: something beside the name
 * changes it.
 */
export type Act = 'granted' | 'mentioned' | 'altered';

const question = /[?？؟]|;\s*$(?<=[\u0370-\u03ff]\s*;\s*)/;

/** Words of all languages for naming the source, and for a condition. */
export interface CreditWords {
  readonly credit: Matcher;
  readonly conditions: Matcher;
}

/**
 * The clause without the condition to name the source: «…, if the office is named as its source» takes nothing back.
 */
const withoutCredit = (clause: string, { credit, conditions }: CreditWords): { granted: string; other: string } => {
  const pieces = clause.split(/(?<=[,;:(，；])/);
  const freed = (piece: string): string => (credit.has(piece) ? conditions.without(piece) : piece);
  return {
    granted: pieces.map(freed).join(''),
    other: pieces.filter((piece) => !credit.has(piece)).join(''),
  };
};

/** What a clause does with the licence it names or the right it speaks of. */
export const actOf = (clause: string, tongues: readonly Tongue[], words: CreditWords): Act => {
  const { granted, other } = withoutCredit(clause, words);
  if (question.test(clause) || tongues.some(({ unreal }) => unreal.has(granted))) return 'mentioned';
  return tongues.some(({ altered }) => altered.has(other)) ? 'altered' : 'granted';
};

/** Does the clause ask? Then it states nothing at all, not even a restriction. */
export const isQuestion = (clause: string): boolean => question.test(clause);
