import type { AnswerBy, Reasons } from '../../model/check.ts';
import { absences } from './absences.ts';

/** What “Does the data exist?” can be answered with, and why. */
export const reasons = {
  'criteria-met': {
    says: 'The official source shows what the category requires: {criteria}.',
    example: 'Results by polling station with registered voters and invalid votes',
    changes: 'The source drops one of the required criteria.',
    confidence: 'high',
  },
  'criteria-missed': {
    says: 'The pages of the responsible body, what the national catalogue gave and every file of these were seen, and nothing shows: {criteria}.',
    example: 'Results by constituency only, where polling stations are required',
    changes: 'A file appears that holds what is missing.',
    confidence: 'medium',
    improve: 'Publish the data with {criteria}',
  },
  'criteria-not-shown': {
    says: 'What could be seen does not show: {criteria}. Not everything could be seen, so this stays open.',
    example: 'A ministry page names winners and seats; the portal could not be reached',
    changes: 'A file that shows the criteria, or a source that can be seen whole.',
    confidence: 'medium',
    improve: 'Publish the data with {criteria}, at an address that answers',
  },
  'criteria-not-here': {
    says: 'What this address offers was seen whole and does not show: {criteria}. Whether another address does was not looked for.',
    example: 'A file of results by constituency, checked by itself',
    changes: 'An audit of the place, or a file that shows the criteria.',
    confidence: 'high',
    improve: 'Publish the data with {criteria}',
  },
  'criteria-met-decided': {
    says: 'With what reviewers decided on its criteria, the official source shows what the category requires.',
    example: 'A reviewer found the registered voters in a column that the program could not name',
    changes: 'The decision is taken back, or what it was made on changes.',
    confidence: 'high',
  },
  'criteria-missed-decided': {
    says: 'Reviewers decided that the data lacks what the category requires, so as it is asked for it does not exist.',
    example: 'A reviewer saw that the column of registered voters holds something else',
    changes: 'The decision is taken back, or what it was made on changes.',
    confidence: 'high',
    improve: 'Publish the data with everything that the category requires',
  },
  'criteria-open-decided': {
    says: 'With what reviewers decided on its criteria, it stays open whether the data shows what the category requires.',
    example: 'A reviewer could not tell whether a column holds the registered voters',
    changes: 'Another look at the criteria that are open.',
    confidence: 'high',
    improve: 'Publish the data with everything that the category requires, and name it plainly',
  },
  'sample-only': {
    says: 'What shows the criteria is a sample or an extract by its own words (“{quote}”); the whole was not seen.',
    example: 'Sixty polling stations of ten thousand, the rest on request',
    changes: 'The whole data is seen.',
    confidence: 'medium',
    improve: 'Publish the whole data',
  },
  'data-seen': {
    says: 'The data itself is served: {what}.',
    example: 'A CSV with rows',
    changes: 'The address stops serving it.',
    confidence: 'high',
  },
  'data-described': {
    says: 'An official place describes or offers the data: {what}.',
    example: 'A catalogue record with files; a form to query a register',
    changes: 'The description goes away, or proves to be of something else.',
    confidence: 'medium',
  },
  'not-official': {
    says: 'Only third parties were seen to publish it, and nothing shows that the government charged them to.',
    example: 'A newspaper’s table of results',
    changes: 'An official source, or a statement that the publisher acts for the government.',
    confidence: 'medium',
    improve: 'Publish the data at an official address, or state there who publishes it on behalf of the government',
  },
  'publisher-unknown': {
    says: 'The data shows what the category requires, but nothing tells whether an official body stands behind it.',
    example: 'A complete table on a site of which nobody says whose it is',
    changes: 'The site says who runs it, or an official catalogue names it.',
    confidence: 'medium',
    improve: 'Publish the data at an official address, or state there who publishes it on behalf of the government',
  },
  'of-a-part': {
    says: '{why} That shows neither that the whole country has such data nor that it has none.',
    example: 'Results of one county, where the country is asked for',
    changes: 'A source for the whole country is found.',
    confidence: 'medium',
    improve: 'Publish the data for the whole country in one place',
  },
  'extent-not-shown': {
    says: '{why} The data shows what the category requires, but not that it is of the whole country.',
    example: 'A complete register of companies whose publisher nobody knows',
    changes: 'The publisher says what area the data covers, or its rows name all parts of the country.',
    confidence: 'medium',
    improve: 'State in the description of the data that it covers the whole country',
  },
  'not-found': {
    says: '{address} answers that there is nothing, which does not show that the data does not exist elsewhere.',
    example: 'A dead link',
    changes: 'The data is found at another address.',
    confidence: 'high',
    improve: 'Serve the data at the address that is known for it, or redirect from there',
  },
  'same-as-made-up': {
    says: '{address} answers with the page that its server gives at any address, one that was made up among them, which does not show that the data does not exist elsewhere.',
    example: 'A server that answers every address with its front page and success',
    changes: 'The data is found at another address.',
    confidence: 'high',
    improve: 'Serve the data at the address that is known for it, or redirect from there',
  },
  'behind-a-wall': {
    says: '{address} is {kind} and shows nothing of what lies behind it.',
    example: 'A log-in page',
    changes: 'What lies behind the wall is described in front of it.',
    confidence: 'medium',
    improve: 'Describe the data where everyone can read it',
  },
  ...absences,
} as const satisfies Reasons;

export type ExistsAnswer = AnswerBy<typeof reasons>;
