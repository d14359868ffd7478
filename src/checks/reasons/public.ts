import type { AnswerBy, Reasons } from '../../model/check.ts';

/** What “Publicly available?” can be answered with, and why. */
export const reasons = {
  'open-to-everyone': {
    says: 'The data came without an account, a request or a permission.',
    example: 'A file that downloads; a page that shows the rows',
    changes: 'A log-in is put in front of it.',
    confidence: 'high',
  },
  'described-without-restriction': {
    says: 'The data is offered without any mention of an account, a request or a permission: {what}.',
    example: 'A public catalogue record with plain links',
    changes: 'The links prove to ask for an account.',
    confidence: 'medium',
  },
  'login-required': {
    says: '{address} asks for an account before it shows anything.',
    example: 'A download that redirects to a log-in page',
    changes: 'The same address serves the data without an account.',
    confidence: 'high',
    improve: 'Serve the data without an account',
  },
  'own-login-page': {
    says: 'The address is a page for logging in; nothing shows which data lies behind it.',
    example: 'A portal’s /login',
    changes: 'The address of the data itself is named.',
    confidence: 'medium',
    improve: 'Name an address of the data that needs no account',
  },
  'restricted-by-record': {
    says: 'The catalogue itself says that access is restricted.',
    example: 'accessLevel “restricted public”; private: true',
    changes: 'The record is opened.',
    confidence: 'high',
    improve: 'Open access to the data and say so in its record',
  },
  'on-request': {
    says: 'The page speaks of giving data on request (“{quote}”) and offers no file.',
    example: '“Data available on request”',
    changes: 'A file that can be had without asking.',
    confidence: 'low',
    improve: 'Publish the data so that nobody has to ask for it',
  },
  'registration-asked': {
    says: 'The page asks to log in or register before the data is given: “{quote}”.',
    example: '“Log in to download”',
    changes: 'The file can be had without an account.',
    confidence: 'medium',
    improve: 'Let everyone download without registering',
  },
  'terms-first': {
    says: '{address} shows nothing before its terms are accepted.',
    example: 'A disclaimer with Agree and Disagree',
    changes: 'The data is shown without a click that consents to terms.',
    confidence: 'medium',
    improve: 'State the terms beside the data rather than in front of it',
  },
  'identity-asked': {
    says: 'The form asks who one is before it answers; whether it insists cannot be told from here.',
    example: 'A query form with fields for name and e-mail address',
    changes: 'The form answers without them, or is seen to refuse.',
    confidence: 'low',
    improve: 'Ask for nothing but the query',
  },
  'for-sale': {
    says: '{address} sells the data; whether everyone may buy it is not shown.',
    example: 'An order form with a price list',
    changes: 'The data can be had without ordering.',
    confidence: 'low',
    improve: 'Let everyone download without ordering',
  },
  'bot-wall': {
    says: '{address} holds programs back, which says nothing about what people get.',
    example: 'A challenge page',
    changes: 'The page is seen in a browser.',
    confidence: 'high',
    improve: 'Let programs fetch public data without a challenge',
  },
  'only-described': {
    says: 'Only a description was seen; how the data itself is given out is not shown.',
    example: 'A record without resources',
    changes: 'The record names a file that can be fetched.',
    confidence: 'medium',
    improve: 'Link the files from the record',
  },
  'nothing-to-judge': {
    says: 'Nothing of the data was seen, so access to it cannot be told.',
    example: 'A dead link; a home page',
    changes: 'The data or its description is seen.',
    confidence: 'high',
    improve: 'Publish the data at an address that answers',
  },
} as const satisfies Reasons;

export type PublicAnswer = AnswerBy<typeof reasons>;
