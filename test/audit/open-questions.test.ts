import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decide, keepDecisions } from '../../src/audit/decisions.ts';
import { openQuestions } from '../../src/audit/open-questions.ts';
import { categoryEdition, requirementOf } from '../../src/content/requirement.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Review, Verdict } from '../../src/model/review.ts';

const criteria = openCriteria();
const rulesOf = ({ edition, category }: Review) => {
  const asked = category === null ? undefined : categoryEdition(criteria.category(category.id), edition);
  return {
    edition: criteria.edition(edition),
    requirement: asked === undefined ? null : requirementOf(asked, {}),
  };
};
const captured = (name: string): Review =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../fixtures/captures/${name}.json`), 'utf8')) as Review;
const by = (given: Review, on: string, answer: Verdict): Review =>
  decide(given, { on, answer, because: 'Seen.', reviewer: 'Ada', at: '2026-11-30T10:00:00Z', evidence: [] }, rulesOf);
const inShort = (given: Review): readonly string[] =>
  openQuestions(given, rulesOf).map(({ on, points }) => `${on} ${points}`);

test('what others hang on comes first, and what only follows is not asked', () => {
  const open = inShort(captured('constituency-only'));
  expect(open).toEqual(['exists 100']);
});

test('criteria are asked as long as it is open whether the data exists', () => {
  const given = captured('morocco-2015');
  expect(inShort(given).slice(0, 3)).toEqual(['exists 100', 'criteria.results 100', 'criteria.registered 100']);
  expect(inShort(by(given, 'exists', 'Yes')).filter((one) => one.startsWith('criteria'))).toEqual([]);
});

test('what nobody has to decide is nothing', () => {
  expect(inShort(captured('open-100'))).toEqual([]);
  expect(inShort(by(captured('constituency-only'), 'exists', 'Yes'))).toEqual([]);
});

test('what was decided on other evidence is asked again, with what was decided', () => {
  const before = by(captured('open-100'), 'openlicense', 'No');
  const moved = captured('open-100');
  const other = { ...moved, evidence: moved.evidence.map((one) => ({ ...one, sha256: 'f'.repeat(64) })) };
  const [first, ...others] = openQuestions(keepDecisions(other, before, rulesOf), rulesOf);
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    on: 'openlicense',
    points: 30,
    answer: 'Yes',
    aged: [{ answer: 'No', reviewer: 'Ada' }],
  });
});
