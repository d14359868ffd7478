import type { Answer, Check, Detail, Dossier, Result } from '../model/check.ts';

/** Fills the `{names}` of a sentence; a name without a value stays out. */
const fill = (sentence: string, detail: Detail = {}): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? '…'));

const said = (check: Check, answer: Answer): Result => {
  const reason = check.reasons[answer.reason];
  if (reason === undefined) throw new Error(`${check.id} gave the reason ${answer.reason}, which it does not explain.`);
  return {
    check: { id: check.id, version: check.version },
    answer,
    says: fill(reason.says, answer.detail),
    improve: answer.outcome === 'yes' || reason.improve === undefined ? null : fill(reason.improve, answer.detail),
  };
};

const resultOf = (check: Check, dossier: Dossier): Result => {
  try {
    return said(check, check.decide(dossier));
  } catch (error) {
    // A defect of one check must not cost the others; it is named in the review and never taken for an answer.
    return {
      check: { id: check.id, version: check.version },
      broken: error instanceof Error ? error.message : String(error),
    };
  }
};

/** Puts every question to a dossier. A check that throws is broken; the others go on. */
export const judgeWith = (checks: readonly Check[], dossier: Dossier): readonly Result[] =>
  checks.map((check) => resultOf(check, dossier));
