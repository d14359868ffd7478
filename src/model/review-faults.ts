import { type Review, standingAnswer } from './review.ts';

/** What is wrong in a review, and where, as a JSON pointer. */
export interface ReviewFault {
  readonly at: string;
  readonly says: string;
}

const twiceIn = (list: 'evidence' | 'criteria', items: readonly { readonly id: string }[]): readonly ReviewFault[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((one) => one.id === id) === index
      ? []
      : [{ at: `/${list}/${index}/id`, says: `${id} stands there twice` }],
  );

/**
 * What the shape of a review cannot say: numbers that do not fit the answers, evidence that is cited but not there, and two things
 * of one name.
 */
export const reviewFaults = ({ answers, criteria, evidence, score }: Review): readonly ReviewFault[] => {
  const known = new Set(evidence.map(({ id }) => id));
  const cited = [
    ...Object.entries(answers).map(([id, answer]) => ({ at: `/answers/${id}/evidence`, ids: answer.evidence })),
    ...criteria.map((criterion, index) => ({ at: `/criteria/${index}/evidence`, ids: criterion.evidence })),
  ];
  const missing = cited.flatMap(({ at, ids }) =>
    ids.filter((id) => !known.has(id)).map((id) => ({ at, says: `${id} is cited, but is not among the evidence` })),
  );
  // What a person decided counts when the review is read.
  const unfit = Object.entries(answers).flatMap(([id, answer]) => {
    const due = standingAnswer(answer) === 'Yes' ? answer.weight : 0;
    return answer.override || answer.points === due
      ? []
      : [{ at: `/answers/${id}/points`, says: `${answer.answer} is worth ${due} points here, not ${answer.points}` }];
  });
  const sum = Object.values(answers).reduce((total, { points }) => total + points, 0);
  const isOff = Math.abs(sum - score.points) > 1e-9;
  return [
    ...twiceIn('evidence', evidence),
    ...twiceIn('criteria', criteria),
    ...missing,
    ...unfit,
    ...(isOff
      ? [{ at: '/score/points', says: `the points of the answers add up to ${sum}, not ${score.points}` }]
      : []),
    ...(score.ceiling < score.points ? [{ at: '/score/ceiling', says: 'the ceiling lies below the points' }] : []),
  ];
};
