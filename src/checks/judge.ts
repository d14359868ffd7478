import type { Answer, Check, Dossier, Result } from '../model/check.ts';
import { say, type Wording } from './words.ts';

const said = (check: Check, answer: Answer, wording: Wording): Result => {
  const reason = check.reasons[answer.reason];
  if (reason === undefined) throw new Error(`${check.id} gave the reason ${answer.reason}, which it does not explain.`);
  const { outcome, detail = {} } = answer;
  return {
    check: { id: check.id, version: check.version },
    answer,
    says: say(undefined, reason.says, detail, wording),
    improve: outcome === 'yes' || reason.improve === undefined ? null : say(undefined, reason.improve, detail, wording),
  };
};

const wordingOf = ({ criteria, licence }: Dossier): Wording => ({
  noun: (criterion) => criteria.findings.find(({ id }) => id === criterion)?.noun ?? criterion,
  licence: () => licence.says,
});

const resultOf = (check: Check, dossier: Dossier): Result => {
  try {
    return said(check, check.decide(dossier), wordingOf(dossier));
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
