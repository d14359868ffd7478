import type { Ground } from '../model/check.ts';
import type { OwnAnswer } from '../model/review.ts';
import { type AnswerDraft, type AskedOf, adviceOf } from '../score/index.ts';
import type { AuditContext } from './context.ts';

/* What the checks say by themselves, as a review keeps it. */

/** What was asked for: the data of a place, or one address, with a category or without. */
export const askedOf = ({ category, scope }: Pick<AuditContext, 'category' | 'scope'>): AskedOf => {
  if (category === null) return 'address';
  return scope === 'address' ? 'address-in-category' : 'place';
};

const evidenceOf = (grounds: readonly Ground[]): OwnAnswer['evidence'] => [
  ...new Set(grounds.map(({ evidence }) => evidence)),
];

/** A draft as a review keeps it. */
export const ownOf = ({
  answer,
  reason,
  says,
  args,
  grounds,
  rule,
  improve,
  state,
  parts,
}: AnswerDraft): OwnAnswer => ({
  ...{ answer, reason, says, args },
  evidence: evidenceOf(grounds),
  rule: { id: rule.id, version: rule.version },
  improve,
  arises: state !== 'silent',
  ...(parts === undefined ? {} : { parts: parts.map(ownOf) }),
});

const stateOf = ({ answer, reason, arises }: OwnAnswer): AnswerDraft['state'] => {
  if (reason === 'check-broken') return 'broken';
  if (!arises) return 'silent';
  return answer === 'Unsure' ? 'unsure' : 'settled';
};

/** The draft that a review keeps: the same, but for where in its evidence it was seen. */
export const draftFrom = (own: OwnAnswer): AnswerDraft => ({
  answer: own.answer,
  reason: own.reason,
  says: own.says,
  args: own.args,
  grounds: own.evidence.map((evidence) => ({ evidence })),
  rule: own.rule,
  improve: own.improve,
  state: stateOf(own),
  advice: adviceOf(own),
  ...(own.parts === undefined ? {} : { parts: own.parts.map(draftFrom) }),
});
