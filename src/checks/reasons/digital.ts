import type { AnswerBy, Reasons } from '../../model/check.ts';

/** What “Is data in digital form?” can be answered with, and why. */
export const reasons = {
  'seen-in-digital-form': {
    says: 'The data was seen in digital form.',
    example: 'A scanned PDF, a table on a page, a CSV',
    changes: 'Nothing; it was seen.',
    confidence: 'high',
  },
  'offered-in-digital-form': {
    says: 'Digital files or a digital service are offered: {what}.',
    example: 'A record that names a ZIP; a register with a search form',
    changes: 'The offer proves to be of something else.',
    confidence: 'medium',
  },
  'only-described': {
    says: 'Only a description of the data was seen, and it names neither a file nor a service.',
    example: 'A metadata record without resources',
    changes: 'The record names a file.',
    confidence: 'medium',
    improve: 'Link the files from the record',
  },
  'nothing-to-judge': {
    says: 'Nothing of the data was seen, so its form cannot be told.',
    example: 'A dead link; a log-in page',
    changes: 'The data or its description is seen.',
    confidence: 'high',
    improve: 'Publish the data, or say in which form it is kept',
  },
} as const satisfies Reasons;

export type DigitalAnswer = AnswerBy<typeof reasons>;
