import { english } from '../messages/english.ts';
import type { Messages, MessageValue } from '../messages/messages.ts';
import { type PutIntoWords, valuesOf, yesIf } from '../messages/values.ts';
import { isSentence, type Sentence } from '../model/sentence.ts';

/* Why an address is a candidate. */

/** The reasons for which an address is looked at. */
export type CandidateReason =
  | 'asked'
  | 'named-by-reviewer'
  | 'in-place-file'
  | 'chosen-before'
  | 'site-named'
  | 'lead-entry'
  | 'lead-text'
  | 'site-of-body'
  | 'link'
  | 'dataset'
  | 'mirrored';

/** A candidate as far as it is told why it is one; one of an older program has the English sentence alone. */
export interface ToldCandidate {
  readonly why: string;
  readonly because?: Sentence;
}

const say = ({ reason, args }: Sentence, messages: Messages): string => {
  const { publisher, portal, id } = args;
  const title = `categories.${id}.title`;
  const inWords: PutIntoWords = (arg, name): MessageValue | undefined => {
    if (isSentence(arg)) return { said: say(arg, messages) };
    return name === 'category' && messages.has(title) ? messages.words(title) : undefined;
  };
  const values = valuesOf(args, inWords);
  const optional = { hasPublisher: yesIf(publisher !== undefined), hasPortal: yesIf(portal !== undefined) };
  return messages.say(`candidates.${reason}`, { ...values, ...optional });
};

/** Why an address was looked at, as a sentence. */
export const sayCandidate = ({ why, because }: ToldCandidate, messages: Messages = english): string =>
  because === undefined || !messages.has(`candidates.${because.reason}`) ? why : say(because, messages);

/** Why an address is a candidate, with its sentence in English. */
export const candidateFor = (reason: CandidateReason, args: Sentence['args'] = {}): Required<ToldCandidate> => {
  const because = { reason, args };
  return { because, why: sayCandidate({ why: '', because }) };
};
