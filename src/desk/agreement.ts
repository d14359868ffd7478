import type { Review, Verdict } from '../model/review.ts';
import { contingencyOf, kappaOf } from '../score/agreement.ts';
import { isSamePerson, lastWords, ownWords } from './people.ts';

/** How far a person and another one answered alike what both of them answered. */
export interface DeskAgreement {
  readonly with: string;
  /** Answers of both to the same question or criterion. */
  readonly n: number;
  readonly same: number;
  /** Cohen's kappa; null where chance alone would make every answer the same. */
  readonly kappa: number | null;
}

const verdicts: readonly Verdict[] = ['Yes', 'No', 'Unsure'];

type Pair = readonly [number, number];

/** Answers of a person and of each other one to the same, by the name of the other. */
const pairsIn = (review: Pick<Review, 'decisions'>, person: string): readonly (readonly [string, Pair])[] => {
  const own = ownWords(review, person);
  return lastWords(review)
    .filter(({ reviewer, on }) => own.has(on) && !isSamePerson(reviewer, person))
    .map(({ reviewer, on, answer }) => {
      const mine = own.get(on)?.answer ?? 'Unsure';
      return [reviewer, [verdicts.indexOf(mine), verdicts.indexOf(answer)]] as const;
    });
};

/** How far a person and each of the others agree over some reviews; those with whom there is most to compare first. */
export const agreementsOf = (
  reviews: Iterable<Pick<Review, 'decisions'>>,
  person: string,
): readonly DeskAgreement[] => {
  const others = new Map<string, { name: string; pairs: Pair[] }>();
  for (const review of reviews) {
    for (const [name, pair] of pairsIn(review, person)) {
      const key = name.trim().toLowerCase();
      const known = others.get(key) ?? { name, pairs: [] };
      known.pairs.push(pair);
      others.set(key, known);
    }
  }
  return [...others.values()]
    .map(({ name, pairs }) => ({
      with: name,
      n: pairs.length,
      same: pairs.filter(([one, other]) => one === other).length,
      kappa: kappaOf(contingencyOf(pairs, verdicts.length)),
    }))
    .sort((one, other) => other.n - one.n);
};
