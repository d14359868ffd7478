import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { type PutIntoWords, valuesOf } from '../messages/values.ts';
import { isSentence, type Sentence } from '../model/sentence.ts';

/** Why a catalogue could not be searched, in English, as the predicate of a sentence about it. */
export const searchTexts = {
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
export type SearchProblem = keyof typeof searchTexts;

/** A reason with its values. */
export const searchProblem = (reason: SearchProblem, args: Sentence['args'] = {}): Sentence => ({ reason, args });

const isKnown = (reason: string): reason is SearchProblem => Object.hasOwn(searchTexts, reason);

const inWords =
  (messages: Messages): PutIntoWords =>
  (arg) =>
    isSentence(arg) ? { said: saySearchProblem(arg, messages) } : undefined;

/** What is said of a catalogue that could not be searched: `is not in the archive`. */
export const saySearchProblem = ({ reason, args }: Sentence, messages: Messages = english): string =>
  isKnown(reason)
    ? messages.sayOr(`searches.${reason}`, searchTexts[reason], valuesOf(args, inWords(messages)))
    : reason;
