import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RulesOf, withOverride } from '../../src/audit/carried.ts';
import { decide } from '../../src/audit/decisions.ts';
import { categoryEdition, requirementOf } from '../../src/content/requirement.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Review, Verdict } from '../../src/model/review.ts';

/* Captured reviews, and people who decide on them. */

export const criteria = openCriteria();

export const rulesOf: RulesOf = ({ edition, category }) => {
  const asked = category === null ? undefined : categoryEdition(criteria.category(category.id), edition);
  return {
    edition: criteria.edition(edition),
    requirement: asked === undefined ? null : requirementOf(asked, {}),
  };
};

export const captured = (name: string): Review =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../fixtures/captures/${name}.json`), 'utf8')) as Review;

/** A review after decisions, each `person on answer`. */
export const decidedBy = (given: Review, ...said: readonly string[]): Review =>
  said.reduce((now, line) => {
    const [reviewer = '', on = '', answer = ''] = line.split(' ');
    const because = `${reviewer} saw it.`;
    const at = '2026-11-30T10:00:00Z';
    return decide(now, { on, answer: answer as Verdict, because, reviewer, at, evidence: [] }, rulesOf);
  }, given);

/** The same with the decision that counts on a question made on something else than what is there now. */
export const aged = (given: Review, on: string): Review => ({
  ...withOverride(given, on, null),
  decisions: (given.decisions ?? []).map((one) =>
    one.on === on ? { ...one, state: 'ask-again' as const, why: 'evidence' as const } : one,
  ),
});
