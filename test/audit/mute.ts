import type { Review } from '../../src/model/review.ts';

/** A review whose every sentence was lost. */
export const mute = (review: Review): Review => ({
  ...review,
  notes: '',
  ...(review.coverage === undefined ? {} : { coverage: review.coverage.map((one) => ({ ...one, what: '', why: '' })) }),
  answers: Object.fromEntries(
    Object.entries(review.answers).map(([id, answer]) => [id, { ...answer, says: '', improve: null }]),
  ),
  ...(review.gains === undefined ? {} : { gains: review.gains.map((one) => ({ ...one, fix: '' })) }),
  ...(review.wayToOpen === undefined ? {} : { wayToOpen: review.wayToOpen.map((one) => ({ ...one, fix: '' })) }),
  criteria: review.criteria.map((one) => ({ ...one, says: '' })),
  paragraphs: review.paragraphs?.map((one) => ({ ...one, says: '' })) ?? [],
});
