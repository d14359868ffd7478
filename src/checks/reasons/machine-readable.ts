import type { AnswerBy, Reasons } from '../../model/check.ts';

/** What “Is the data machine readable?” can be answered with, and why. */
export const reasons = {
  'rows-or-records': {
    says: 'At least one file ({format}) was opened and parses into rows or records.',
    example: 'A CSV with rows, a JSON list, a spreadsheet',
    changes: 'The file is replaced by a document.',
    confidence: 'high',
  },
  'declared-format': {
    says: 'A machine-readable form is declared, though no file of it was opened: {what}.',
    example: 'A record with a CSV resource',
    changes: 'The file is opened and proves to be something else.',
    confidence: 'medium',
  },
  'only-documents': {
    says: 'Every file there is needs a person to read it: {formats}.',
    example: 'PDF only',
    changes: 'A file of rows, such as CSV, beside the document.',
    confidence: 'high',
    improve: 'Publish the same figures as CSV or a spreadsheet',
  },
  'only-a-web-page': {
    says: 'The data is shown on a web page only, with no file to download.',
    example: 'An HTML table of members',
    changes: 'A file of the rows is linked.',
    confidence: 'medium',
    improve: 'Link the rows of the page as a CSV file',
  },
  'format-not-shown': {
    says: 'A file is named, and nothing shows whether a program can read it: {what}.',
    example: 'A ZIP whose content is not described; a link without a format',
    changes: 'The file is opened, or its format is declared.',
    confidence: 'medium',
    improve: 'Declare the format of each file, also of what is inside an archive',
  },
  'must-be-ordered': {
    says: 'The data has to be ordered, so its form could not be seen.',
    example: 'A product page with a link to order',
    changes: 'A file that can be opened.',
    confidence: 'low',
    improve: 'Offer the data as a download in an open format',
  },
  'behind-a-form': {
    says: 'The data is given out through a page that could not be passed, and the form it comes in is not shown.',
    example: 'A query form; terms to accept first; an application that needs a browser',
    changes: 'A file of the data is linked.',
    confidence: 'medium',
    improve: 'Link the whole data as a file beside the form',
  },
  'file-not-read': {
    says: 'A file is there but could not be read as rows or records ({unread}).',
    example: 'An encrypted archive; a file cut short',
    changes: 'The file is read whole.',
    confidence: 'medium',
    improve: 'Publish the file in a common open format such as CSV',
  },
  'no-file-seen': {
    says: 'No file and no rows of the data were seen.',
    example: 'A dead link; a home page',
    changes: 'A file is found.',
    confidence: 'high',
    improve: 'Publish the data as CSV or another open format',
  },
} as const satisfies Reasons;

export type MachineReadableAnswer = AnswerBy<typeof reasons>;
