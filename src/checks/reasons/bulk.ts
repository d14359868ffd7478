import type { AnswerBy, Reasons } from '../../model/check.ts';

/** What “Available in bulk?” can be answered with, and why. */
export const reasons = {
  'whole-file': {
    says: 'The data came as a whole file.',
    example: 'One CSV of all rows',
    changes: 'The file proves to be a part.',
    confidence: 'high',
  },
  'file-offered': {
    says: 'Files of the data are offered for download as a whole: {what}.',
    example: 'A record with a ZIP of everything; monthly files',
    changes: 'The files prove to be samples.',
    confidence: 'medium',
  },
  capped: {
    says: 'Downloads are limited: “{quote}”.',
    example: '“Export is limited to 5,000 records”',
    changes: 'The whole can be taken without a limit.',
    confidence: 'medium',
    improve: 'Offer the whole data as a file without a limit',
  },
  'part-only': {
    says: 'What came is a part of more: {quote}.',
    example: 'The first 100 of 2,809 records',
    changes: 'The rest is seen to follow, or a file of all is found.',
    confidence: 'medium',
    improve: 'Offer everything as one file beside the paged interface',
  },
  'sample-only': {
    says: 'What is given out is a sample or an extract by its own words: “{quote}”.',
    example: '“Extract (CSV)”, beside “the complete results can be requested”',
    changes: 'A file of the whole is linked.',
    confidence: 'medium',
    improve: 'Offer the whole data as one file beside the sample',
  },
  'query-only': {
    says: '{address} answers queries, a few results at a time, and offers no file of all.',
    example: 'A register with a search form',
    changes: 'A file of the whole register is linked.',
    confidence: 'medium',
    improve: 'Link the whole register as a file beside the search',
  },
  'one-by-one': {
    says: 'The data is spread over {count} or more documents that have to be taken one by one.',
    example: 'A PDF per meeting',
    changes: 'One file, or an archive, of them all.',
    confidence: 'medium',
    improve: 'Offer one file of everything',
  },
  'no-resources': {
    says: 'The record names nothing to download.',
    example: 'A metadata record without resources',
    changes: 'The record names a file.',
    confidence: 'medium',
    improve: 'Add the files to the record',
  },
  'must-be-ordered': {
    says: 'There is no download: the data has to be ordered (“{quote}”).',
    example: 'A product page with a link to order',
    changes: 'A download of the whole.',
    confidence: 'medium',
    improve: 'Offer the whole data as a download',
  },
  'depends-on-dataset': {
    says: 'This is a list of datasets of several sites; whether one can be taken as a whole depends on which.',
    example: 'The answer of a catalogue over many portals',
    changes: 'One dataset of the list is looked at.',
    confidence: 'medium',
    improve: 'Name the address of the dataset itself',
  },
  'many-parts': {
    says: '{count} files are linked one by one; whether they make the whole cannot be told.',
    example: 'A file per day',
    changes: 'An archive of them all, or a list that says they are complete.',
    confidence: 'low',
    improve: 'Offer one archive of all parts',
  },
  'service-only': {
    says: 'A service or an export is named; whether it gives everything was not seen: {what}.',
    example: 'A feature service; a button “Download CSV”',
    changes: 'The service is seen to give all records.',
    confidence: 'low',
    improve: 'Offer the whole data as a file beside the service',
  },
  'page-only': {
    says: 'The data was seen on a page or in a single document; whether that is all of it cannot be told.',
    example: 'One HTML table; one PDF',
    changes: 'A file of the whole.',
    confidence: 'medium',
    improve: 'Offer the whole data as one file',
  },
  'not-shown': {
    says: 'Nothing shows how the whole of the data could be taken.',
    example: 'A dead link; a home page',
    changes: 'A file is found.',
    confidence: 'medium',
    improve: 'Offer the whole data as one file',
  },
} as const satisfies Reasons;

export type BulkAnswer = AnswerBy<typeof reasons>;
