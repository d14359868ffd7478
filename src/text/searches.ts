import { type Arg, fill, isSentence, type Sentence } from '../model/sentence.ts';

/** Why a catalogue could not be searched, in English, as the predicate of a sentence about it. */
const says = {
  'not-reached': 'could not be reached: {detail}',
  'not-captured': 'is not in the archive',
  'closed-to-programs': 'is closed to programs by robots.txt',
  'not-asked': 'was not asked: {detail}',
  'answered-status': 'answered with status {status}',
  'answered-error': 'answered with an error: {message}',
  'answered-error-unsaid': 'answered with an error: no reason given',
  'answered-unknown': 'speaks no protocol that is known here',
  'answered-page': 'answered with a page instead of data',
  'answered-otherwise': 'answered with something that is no catalogue',
  'reader-failed': 'could not be read, by a defect of the auditor ({defects})',
  'search-failed': 'could not be searched, by a defect of the auditor ({defects})',
  'requests-spent': 'was not asked: the requests for searching were used up',
  'others-first': 'was not asked: others come before it',
  'pages-instead': 'its API {problem}; its pages were looked through instead',
} as const;

/** The reasons why a search did not go as it should. */
export type SearchProblem = keyof typeof says;

/** A reason with its values. */
export const searchProblem = (reason: SearchProblem, args: Sentence['args'] = {}): Sentence => ({ reason, args });

const isKnown = (reason: string): reason is SearchProblem => Object.hasOwn(says, reason);

const word = (arg: Arg): string => (isSentence(arg) ? saySearchProblem(arg) : String(arg));

/** What is said of a catalogue that could not be searched: `is not in the archive`. */
export const saySearchProblem = ({ reason, args }: Sentence): string =>
  isKnown(reason) ? fill(says[reason], args, word) : reason;
