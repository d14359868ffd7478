import { english } from '../messages/english.ts';
import type { Messages, MessageValue } from '../messages/messages.ts';
import { type PutIntoWords, valuesOf } from '../messages/values.ts';
import type { Outcome } from '../model/observation.ts';
import { type Arg, type Args, isSentence, type Sentence } from '../model/sentence.ts';
import { sayLevel } from '../text/levels.ts';

/* How the values of a check's sentence read. A value is kept as the code it is, for every language. */

/** Words that stand elsewhere: the nouns of criteria, the sentences about licences, and those of the language. */
export interface Wording {
  readonly noun: (criterion: string) => string;
  readonly licence: (sentence: Sentence) => string;
  /** The language; that of kept reviews where it is absent. */
  readonly messages?: Messages;
}

/** Why something did not reach us, as the code that `loss` puts into words. */
export const lossOf = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'lost':
      return outcome.reason;
    case 'refused':
      return outcome.reason;
    case 'not-captured':
      return outcome.kind;
    case 'arrived':
      return `http-${outcome.status}`;
  }
};

const listed = (arg: Arg): readonly string[] => (Array.isArray(arg) ? arg.map(String) : [String(arg)]);

type Word = (arg: Arg, wording: Wording, messages: Messages) => MessageValue;

/** The words of a code; itself where there are none. */
const coded = (group: string, code: string, messages: Messages): MessageValue =>
  messages.has(`${group}.${code}`) ? messages.words(`${group}.${code}`) : code;

const lossWords = (loss: string, messages: Messages): MessageValue => {
  const [, status] = /^http-(\d+)$/.exec(loss) ?? [];
  return status === undefined ? coded('causes', loss, messages) : messages.words('causes.http', { status });
};

const criteriaWords: Word = (ids, { noun }, messages) =>
  listed(ids).length === 0
    ? messages.words('phrases.required-criteria')
    : { said: messages.listed(listed(ids).map((id) => ({ said: noun(id) }))) };

/** `P3M` as “3 months”; what is no duration of one unit stays as it is. */
const durationWords: Word = (arg, _, messages) => {
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(String(arg)) ?? [];
  return count === undefined ? String(arg) : messages.words(`phrases.durations.${unit}`, { count: Number(count) });
};

const words: Readonly<Record<string, Word>> = {
  kind: (kind, _, messages) => coded('instances', kind === '' ? 'none' : String(kind), messages),
  loss: (loss, _, messages) => lossWords(String(loss), messages),
  unread: (code, _, messages) => coded('unread', String(code), messages),
  criteria: criteriaWords,
  licence: (sentence, { licence }) => (isSentence(sentence) ? { said: licence(sentence) } : String(sentence)),
  every: durationWords,
  grace: durationWords,
  why: (level, _, messages) => (isSentence(level) ? { said: sayLevel(level, messages) } : String(level)),
};

const isEvidence = (text: string): boolean => /^ev-\d+$/.test(text);

const inWords =
  (wording: Wording, messages: Messages): PutIntoWords =>
  (arg, name) => {
    // What was seen is told in its own words; where there are none, by the number of its evidence.
    if (name === 'what' && typeof arg === 'string') return isEvidence(arg) ? arg : { said: messages.quote(arg) };
    const own =
      Object.hasOwn(words, name) && !(isSentence(arg) && messages.has(`phrases.${arg.reason}`))
        ? words[name]
        : undefined;
    if (own !== undefined) return own(arg, wording, messages);
    // Sentences within sentences, by their reason.
    if (isSentence(arg) && messages.has(`phrases.${arg.reason}`))
      return messages.words(`phrases.${arg.reason}`, valuesOf(arg.args, inWords(wording, messages)));
    return Array.isArray(arg)
      ? { said: arg.map((one) => messages.value(String(one))).join(messages.lists.comma) }
      : undefined;
  };

/**
 * A sentence of a check with its values in words.
 *
 * @param id - the message that it is; undefined where it has none
 * @param text - the sentence in English, with the names of its values
 */
export const say = (id: string | undefined, text: string, args: Args, wording: Wording): string => {
  const { messages = english } = wording;
  return messages.sayOr(id ?? '', text, valuesOf(args, inWords(wording, messages)));
};
