import type { AnswerBy, Reasons } from '../../model/check.ts';

/** What “Is the data available for free?” can be answered with, and why. */
export const reasons = {
  'came-without-payment': {
    says: 'The data itself was downloaded without paying.',
    example: 'A file that downloads',
    changes: 'The address asks for payment.',
    confidence: 'high',
  },
  'shown-without-payment': {
    says: 'The page shows the data without payment.',
    example: 'A page with the rows',
    changes: 'The page asks for payment.',
    confidence: 'medium',
  },
  'stated-free': {
    says: 'The publisher says so: “{quote}”.',
    example: '“free of charge”, “libre et gratuit”',
    changes: 'A fee is announced.',
    confidence: 'medium',
  },
  'price-asked': {
    says: 'The page that gives the data out asks a price: “{quote}”.',
    example: '“Licence fee: £250 a year”',
    changes: 'The data can be had without paying.',
    confidence: 'medium',
    improve: 'Give the data out free of charge',
  },
  'order-form': {
    says: 'The data has to be ordered (“{quote}”); what it costs is not shown here.',
    example: 'A link “Pricing and ordering”',
    changes: 'A price, or a download without one.',
    confidence: 'low',
    improve: 'Offer a download free of charge',
  },
  'price-not-shown': {
    says: 'No price is mentioned, and the data itself was not seen to come without one.',
    example: 'A record whose files were not fetched',
    changes: 'The file is fetched, or the publisher says that it is free.',
    confidence: 'medium',
    improve: 'Say beside the data that it is free of charge, and link a file that downloads',
  },
} as const satisfies Reasons;

export type FreeAnswer = AnswerBy<typeof reasons>;
