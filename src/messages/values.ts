import { type Arg, type Args, isSentence, type Sentence } from '../model/sentence.ts';
import type { Messages, MessageValue, MessageValues } from './messages.ts';

/* The values of stored sentences as those of messages. */

/** Puts a value into words by the name it has in its sentence; undefined where it stands as it is. */
export type PutIntoWords = (arg: Arg, name: string) => MessageValue | undefined;

const valueIn = (arg: Arg, name: string, put: PutIntoWords): MessageValue => {
  const own = put(arg, name);
  if (own !== undefined) return own;
  if (isSentence(arg)) return arg.reason;
  return typeof arg === 'object' ? arg.map((one) => valueIn(one, name, put)) : arg;
};

/** The values of a sentence: text of others and numbers as they are, what is a code or a sentence in words. */
export const valuesOf = (args: Args, put: PutIntoWords = () => undefined): MessageValues =>
  Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, valueIn(arg, name, put)]));

/** What a message chooses by: is a value there? */
export const yesIf = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** `a, b and 7 more`: what is named of a list, and how many there are besides. */
export const someOf = (messages: Messages, items: readonly MessageValue[], of: number): MessageValue => {
  const more = of - items.length;
  if (more <= 0) return { said: messages.listed(items) };
  const named = items.map(messages.value).join(messages.lists.within ?? messages.lists.comma);
  return messages.words('words.some', { items: { said: named }, more });
};

/** Parts that have commas of their own, in a row. */
export const inARow = (messages: Messages, parts: readonly string[]): { readonly said: string } => ({
  said: parts.join(messages.lists.semicolon),
});

/** The values of a list of an older or newer program, as they are told. */
export const itemsOf = (arg: Arg | undefined): readonly Arg[] => (Array.isArray(arg) ? arg : []);

/** Those that are text. */
export const textsOf = (arg: Arg | undefined): readonly string[] => itemsOf(arg).map(String);

/** Those that are sentences. */
export const sentencesOf = (arg: Arg | undefined): readonly Sentence[] => itemsOf(arg).filter(isSentence);
