import type { DrawnReview, DrawnSample } from '../model/draw.ts';
import { UserError } from '../model/errors.ts';
import { type Review, standingAnswer, type Verdict } from '../model/review.ts';
import { renderSample } from '../render/sample.ts';
import { keyOf, pathOf } from '../reviews/index.ts';
import { type Drawable, draw } from '../score/draw.ts';
import { deliver } from './output.ts';
import type { SampleOptions } from './sample-options.ts';
import type { Shell } from './shell.ts';
import { reviewsOf } from './sides.ts';
import { storeAt } from './store-at.ts';

/** What is kept of a review until it is known whether it is drawn. */
type Candidate = Drawable & Omit<DrawnReview, 'weight'>;

const answersOf = ({ answers }: Review): Readonly<Record<string, Verdict>> =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, standingAnswer(answer)]));

const candidateOf = (review: Review, { by, question }: SampleOptions): Candidate => {
  const key = keyOf(review);
  const answers = answersOf(review);
  const asked = question ?? Object.keys(answers)[0] ?? '';
  const parts = { ...key, answer: answers[asked] ?? '–' };
  return {
    key: pathOf(key).replace(/\.json$/, ''),
    stratum: by.map((kind) => parts[kind]).join(' '),
    ...key,
    ...{ points: review.score.points, ceiling: review.score.ceiling, answers },
  };
};

const kindOf = (kind: SampleOptions['by'][number], question: string | undefined): string =>
  kind === 'answer' && question !== undefined ? `answer:${question}` : kind;

/** @throws UserError for a question that no review answers. */
const knownQuestion = ({ question, store }: SampleOptions, candidates: readonly Candidate[]): void => {
  if (question === undefined || candidates.some(({ answers }) => question in answers)) return;
  const known = [...new Set(candidates.flatMap(({ answers }) => Object.keys(answers)))];
  throw new UserError(`No review in ${store} answers ${question}; --question takes ${known.join(', ')}.`);
};

const drawnOf = (candidates: readonly Candidate[], options: SampleOptions): DrawnSample => {
  const { seed, by, question } = options;
  const { strata, drawn } = draw(candidates, options.sample, seed);
  const weights = new Map(strata.map(({ id, size, drawn: count }) => [id, size / count]));
  return {
    format: 'odi-sample/1',
    seed,
    by: by.map((kind) => kindOf(kind, question)),
    ...{ size: drawn.length, of: candidates.length, strata },
    reviews: drawn.map(({ key: _, ...review }) => ({ ...review, weight: weights.get(review.stratum) ?? 1 })),
  };
};

/** Runs `odi sample`. */
export const runSample = (options: SampleOptions, shell: Shell): void => {
  const store = storeAt(options.store, shell);
  const candidates: Candidate[] = [];
  for (const review of reviewsOf(store, options.year === undefined ? {} : { year: options.year }, shell)) {
    candidates.push(candidateOf(review, options));
  }
  if (candidates.length === 0) throw new UserError(`${options.store} holds no reviews; see --store and --year.`);
  knownQuestion(options, candidates);
  deliver(shell, renderSample(drawnOf(candidates, options), options.format), options.out);
};
