import type { RulesOf } from '../../src/audit/carried.ts';
import { decide } from '../../src/audit/decisions.ts';
import { type Review, type ReviewGain, standingAnswer } from '../../src/model/review.ts';

/** Points of some gains together. */
export const pointsIn = (gains: readonly ReviewGain[]): number =>
  gains.reduce((total, { points }) => total + points, 0);

/** The review once a person answered Yes to all that a fix mends: what follows from that follows, and it is scored again. */
const done = (review: Review, gains: readonly ReviewGain[], rulesOf: RulesOf): Review =>
  gains
    .flatMap(({ questions }) => questions)
    .reduce(
      (now, on) =>
        decide(
          now,
          { on, answer: 'Yes', because: 'mended', reviewer: 'test', at: '2026-01-01T00:00:00Z', evidence: [] },
          rulesOf,
        ),
      review,
    );

const listFaults = ({ score, answers, gains = [], isOpen, wayToOpen = [] }: Review): readonly string[] => {
  const [sure, open] = [true, false].map((certain) => pointsIn(gains.filter((gain) => gain.certain === certain)));
  const named = gains.flatMap(({ questions }) => questions).sort();
  const lacking = Object.entries(answers).flatMap(([id, answer]) =>
    standingAnswer(answer) !== 'Yes' && answer.weight > 0 ? [id] : [],
  );
  const held = gains.filter(({ questions, points, certain }) => {
    const own = questions.flatMap((id) => answers[id] ?? []);
    const isOfOne = own.every((answer) => (standingAnswer(answer) === 'No') === certain);
    return !isOfOne || own.reduce((total, { weight }) => total + weight, 0) !== points;
  });
  return [
    ...(sure === score.outOf - score.ceiling ? [] : [`certain gains add ${sure}, not outOf - ceiling`]),
    ...(open === score.ceiling - score.points ? [] : [`gains of Unsure add ${open}, not ceiling - points`]),
    ...(gains.some(({ points }, at) => points > (gains[at - 1]?.points ?? points))
      ? ['a larger gain comes later']
      : []),
    ...(named.join() === lacking.sort().join() ? [] : [`${named.join()} is gained, ${lacking.join()} is lacking`]),
    ...held.map(({ fix }) => `its points or its certainty are not those of its questions: ${fix}`),
    ...((wayToOpen.length === 0) === isOpen ? [] : ['the way to open is not there, or of no use']),
  ];
};

/**
 * What is wrong in the gains of a review: they do not add up to what it lacks, are out of order, or do not add what they say
 * where a person answers Yes to what each mends, in their order.
 */
export const faultsOf = (review: Review, rulesOf: RulesOf): readonly string[] => {
  const { gains = [] } = review;
  const faults = [...listFaults(review)];
  let now = review;
  for (const fix of new Set(gains.map((gain) => gain.fix))) {
    const own = gains.filter((gain) => gain.fix === fix);
    const after = done(now, own, rulesOf);
    const added = after.score.points - now.score.points;
    if (added !== pointsIn(own)) faults.push(`adds ${added}, not ${pointsIn(own)}: ${fix}`);
    now = after;
  }
  if (now.score.points !== review.score.outOf) faults.push(`all of it leaves ${now.score.points} points`);
  return faults;
};
