import { english } from '../messages/english.ts';
import type { Messages, Said } from '../messages/messages.ts';
import { inARow, sentencesOf } from '../messages/values.ts';
import type { CriterionFinding } from '../model/check.ts';
import type { Args, Sentence } from '../model/sentence.ts';

/** Why a criterion is not met by the contests that the data is of. */
export type ContestReason = 'contest-missing' | 'seats-not-votes' | 'units-missing' | 'fewer-than-units';

/** `Senate (2016-10-07) and House of Representatives (2016-10-07)`. */
const named = (contests: readonly Sentence[], messages: Messages): Said => ({
  said: messages.listed(
    contests.map(({ args: { name, day } }) =>
      messages.words('contests.one', { name: String(name), day: { said: String(day) } }),
    ),
  ),
});

/** `House of Representatives: 40 of 92`. */
const share = ({ name, shown, of }: Args, messages: Messages): string =>
  messages.say('contests.share', { name: String(name), shown: Number(shown), of: Number(of) });

type Say = (args: Args, answer: CriterionFinding['answer'], messages: Messages) => string;

const lacking: Say = (args, answer, messages) => {
  const [missing, seats, parts] = [args['missing'], args['seats'], args['parts']].map(sentencesOf) as [
    readonly Sentence[],
    readonly Sentence[],
    readonly Sentence[],
  ];
  const shares = inARow(
    messages,
    parts.map(({ args: part }) => share(part, messages)),
  );
  return inARow(messages, [
    ...(missing.length === 0 ? [] : [messages.say('contests.missing', { answer, contests: named(missing, messages) })]),
    ...(seats.length === 0 ? [] : [messages.say('contests.seats', { contests: named(seats, messages) })]),
    ...(parts.length === 0 ? [] : [messages.say('contests.parts', { shares })]),
  ]).said;
};

const says: Readonly<Record<ContestReason, Say>> = {
  'contest-missing': lacking,
  'seats-not-votes': lacking,
  'units-missing': lacking,
  'fewer-than-units': ({ name, of }, _, messages) =>
    messages.say('contests.fewer-than-units', { name: String(name), of: Number(of) }),
};

/** Is a reason one of the contests that the data is of? */
export const isContestReason = (reason: string): reason is ContestReason => Object.hasOwn(says, reason);

/** The sentence of a criterion that contests decided. */
export const sayFinding = (
  label: string,
  answer: CriterionFinding['answer'],
  { reason, args }: { readonly reason: ContestReason; readonly args: Args },
  messages: Messages = english,
): string => {
  const opening = messages.words('criteria.opening', {
    label: { said: label },
    answer: messages.words(`answers.${answer}`),
  });
  return messages.say('criteria.told', { opening, why: { said: says[reason](args, answer, messages) } });
};
