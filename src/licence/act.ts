import { has } from './expressions.ts';
import type { Tongue } from './tongues.ts';

/**
 * What a clause does with the licence it names. `mentioned`: it speaks of it as a plan, a wish, the past, a question,
 * a comparison, an example, a choice, or under a condition that is not met. `altered`: something beside the name
 * changes it.
 */
export type Act = 'granted' | 'mentioned' | 'altered';

const question = /[?？؟]|;\s*$(?<=[\u0370-\u03ff]\s*;\s*)/;

/** What a clause does with the licence it names or the right it speaks of. */
export const actOf = (clause: string, tongues: readonly Tongue[]): Act => {
  if (question.test(clause) || tongues.some(({ unreal }) => has(unreal, clause))) return 'mentioned';
  return tongues.some(({ altered }) => has(altered, clause)) ? 'altered' : 'granted';
};

/** Does the clause ask? Then it states nothing at all, not even a restriction. */
export const isQuestion = (clause: string): boolean => question.test(clause);
