import type { Reasons } from '../../model/check.ts';

/** The ways of not seeing anything, which leave open both whether data exists and whether it is online. */
export const absences = {
  'nothing-arrived': {
    says: 'Nothing could be seen at {address} ({loss}).',
    example: 'A server that does not answer',
    changes: 'The address answers.',
    confidence: 'high',
    improve: 'Serve the data at an address that answers programs as well as people',
  },
  'reader-failed': {
    says: 'The reply of {address} arrived, but a part of the auditor failed on it, so nothing of it was seen.',
    example: 'A file on which the reader of its format has a defect',
    changes: 'The defect is mended and the address is looked at again.',
    confidence: 'high',
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
} as const satisfies Reasons;
