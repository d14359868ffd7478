import type { AnswerBy, Reasons } from '../../model/check.ts';
import { absences } from './absences.ts';

/** What “Is the data available online?” can be answered with, and why. */
export const reasons = {
  'served-online': {
    says: 'The data is served online.',
    example: 'A file or a page with the rows',
    changes: 'The address stops serving it.',
    confidence: 'high',
  },
  'offered-online': {
    says: 'An address online describes the data and gives it out: {what}.',
    example: 'A catalogue record with links; a query form',
    changes: 'The links prove dead.',
    confidence: 'medium',
  },
  'no-resources': {
    says: 'The record is online, the data is not: the record names no file and no service.',
    example: 'A metadata record without resources',
    changes: 'The record names a file.',
    confidence: 'medium',
    improve: 'Add the files to the record',
  },
  'not-found': {
    says: '{address} answers that it is not there.',
    example: 'HTTP 404; a page “not found” served with success; a search without hits',
    changes: 'The address, or another that is named for it, serves the data.',
    confidence: 'high',
    improve: 'Serve the data at the address that is known for it, or redirect from there',
  },
  'same-as-made-up': {
    says: '{address} answers with the page that its server gives at any address, one that was made up among them: there is nothing of its own.',
    example: 'A server that answers every address with its front page and success',
    changes: 'The address, or another that is named for it, serves the data.',
    confidence: 'high',
    improve: 'Serve the data at the address that is known for it, or redirect from there',
  },
  'not-served': {
    says: '{address} is declared as a file of the data, and answers with something else than the file.',
    example: 'An HTML page, an error or “being prepared” under the name of a CSV',
    changes: 'The address serves the file.',
    confidence: 'medium',
    improve: 'Serve the file at the address that is declared for it',
  },
  refused: {
    says: '{address} refuses to serve anything without an account.',
    example: 'HTTP 403 with a log-in form',
    changes: 'The address serves the data.',
    confidence: 'medium',
    improve: 'Serve the data without an account',
  },
  'behind-a-wall': {
    says: '{address} is {kind}; whether the data lies behind it could not be seen.',
    example: 'A log-in page; a challenge for programs; an application without text',
    changes: 'What lies behind it is seen.',
    confidence: 'medium',
    improve: 'Let the address itself show the data or describe it',
  },
  ...absences,
} as const satisfies Reasons;

export type OnlineAnswer = AnswerBy<typeof reasons>;
