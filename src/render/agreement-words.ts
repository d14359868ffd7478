import type { Agreement, AgreementDifference, AgreementMeasure, QuestionAgreement } from '../model/agreement.ts';
import { many } from './scorecard-words.ts';

/* Words that every form of an agreement uses. */

const decimals = (value: number): string => value.toFixed(3).replace(/^-(?=0\.000$)/, '');

/** `0.676 (0.510 to 0.842)`; a dash where it is not known. */
export const measure = (found: AgreementMeasure | null): string => {
  if (found === null) return '–';
  const { value, interval } = found;
  return interval === null
    ? decimals(value)
    : `${decimals(value)} (${decimals(interval.low)} to ${decimals(interval.high)})`;
};

/** The share of answers that are the same, `83.3 %`. */
export const share = ({ n, same }: QuestionAgreement): string => (n === 0 ? '–' : `${((100 * same) / n).toFixed(1)} %`);

/** The lines of the table, the sum last. */
export const linesOf = ({ questions, all }: Agreement): readonly (QuestionAgreement & { readonly name: string })[] => [
  ...questions.map((one) => ({ ...one, name: one.id ?? '' })),
  { ...all, name: 'all questions' },
];

/** What was compared. */
export const compared = ({ reviews: { both, onlyA, onlyB } }: Agreement): string =>
  `${many(both, 'review is', 'reviews are')} on both sides; ${onlyA} only on the first, ${onlyB} only on the second.`;

/** How the figures were found. */
export const methodSentence = ({ method: { unsure, interval } }: Agreement): string =>
  [
    `Kappa is Cohen's, alpha is Krippendorff's for nominal data; Unsure counts as ${unsure === 'answer' ? 'an answer of its own' : 'no answer'}.`,
    `Intervals of ${interval.level * 100} % are by bootstrap: ${interval.samples} samples of whole reviews, seed ${interval.seed}.`,
    'A dash stands where nothing varies, so that nothing can be told from chance.',
  ].join(' ');

/** Where a difference is. */
export const placeOfDifference = ({ year, place, category }: AgreementDifference): string =>
  `${year} ${place} ${category}`;
