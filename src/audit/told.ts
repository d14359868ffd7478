import { checks } from '../checks/index.ts';
import { messageOf } from '../checks/messages.ts';
import { say, type Wording } from '../checks/words.ts';
import { sayGoverning } from '../licence/reasons.ts';
import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { Review } from '../model/review.ts';
import { type Arg, type Args, isSentence } from '../model/sentence.ts';
import { nounOf } from '../text/in-sentence.ts';

/* What the checks say and advise, told from their reasons and values. */

/** A reason with the check whose reason it is. */
export interface ToldReason {
  readonly of: string;
  readonly reason: string;
  readonly args: Args;
}

/** What a person reads about the reason; undefined where no check has it. */
export const reasonOf = ({ of, reason }: Pick<ToldReason, 'of' | 'reason'>) =>
  checks.find(({ id }) => id === of)?.reasons[reason];

/** The reason that a value of a sentence is; none for any other value. */
export const toldOf = (arg: Arg): readonly ToldReason[] =>
  isSentence(arg) ? [{ of: String(arg.args['of'] ?? ''), reason: arg.reason, args: arg.args }] : [];

/** What a check advises by a reason of its own; null where it advises nothing. */
export const saidAdvice = (told: ToldReason, wording: Wording): string | null => {
  const improve = reasonOf(told)?.improve;
  return improve === undefined ? null : say(messageOf(told.of, told.reason, 'improve'), improve, told.args, wording);
};

/** What the check advises whose reason decided; where the answer follows from another, what that one's does. */
export const advisedBy = (own: ToldReason, wording: Wording): string | null => {
  const [told = own] = own.args['advice'] === undefined ? [] : toldOf(own.args['advice']);
  return saidAdvice(told, wording);
};

/** The words that sentences take from the review they stand in, and from their language. */
export const wordingOf = ({ criteria }: Pick<Review, 'criteria'>, messages: Messages = english): Wording => ({
  noun: (id) => nounOf(criteria.find((one) => one.id === id) ?? { label: id }),
  licence: (sentence) => sayGoverning(sentence, messages),
  messages,
});
