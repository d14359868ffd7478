import type { Reason } from '../../model/check.ts';

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
  'nothing-arrived': {
    says: 'Nothing could be seen at {address} ({why}).',
    example: 'A server that does not answer',
    changes: 'The address answers.',
    confidence: 'high',
    improve: 'Serve the data at an address that answers programs as well as people',
  },
  'no-address': {
    says: 'No address where the data could be was found, so nothing was looked at.',
    example: 'A place whose catalogues could not be reached',
    changes: 'A reviewer names an address, or a catalogue answers.',
    confidence: 'high',
    improve: 'List the data in the national catalogue, where people and programs look first',
  },
  'no-data-here': {
    says: 'What arrived neither holds nor describes data.',
    example: 'The home page of an authority',
    changes: 'A page of the dataset itself is named.',
    confidence: 'medium',
    improve: 'Give the dataset a page that describes it and links its files',
  },
} satisfies Readonly<Record<string, Reason>>;

export type Code = keyof typeof reasons;
