import type { Edition } from '../model/data.ts';
import { type Override, type Review, standingAnswer } from '../model/review.ts';
import { scoreOf } from '../score/index.ts';

/** A review with some answers put in place by a person, and the score that follows. */
export const withOverrides = (
  review: Review,
  overrides: Readonly<Record<string, Override>>,
  edition: Edition,
): Review => {
  const answers = Object.fromEntries(
    Object.entries(review.answers).map(([id, answer]) => [
      id,
      { ...answer, override: overrides[id] ?? answer.override },
    ]),
  );
  const verdicts = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, standingAnswer(answer)]));
  const { score, isOpen, points } = scoreOf(edition, verdicts);
  const scored = Object.entries(answers).map(([id, answer]) => [
    id,
    { ...answer, points: points[id] ?? answer.points },
  ]);
  return { ...review, score, isOpen, answers: Object.fromEntries(scored) };
};

/** What people put into an earlier review of the same year stays when the program audits again. */
export const keepOverrides = (fresh: Review, before: Review, edition: Edition): Review => {
  const overrides = Object.entries(before.answers).flatMap(([id, { override }]) =>
    override === null ? [] : [[id, override]],
  );
  const { reviewers, comments } = before.people;
  if (overrides.length === 0 && reviewers.length === 0 && comments === '') return fresh;
  const kept = withOverrides(fresh, Object.fromEntries(overrides), edition);
  return { ...kept, people: { ...fresh.people, reviewers, comments } };
};
