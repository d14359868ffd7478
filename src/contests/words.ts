import type { CriterionFinding } from '../model/check.ts';
import { type Arg, type Args, isSentence, type Sentence } from '../model/sentence.ts';
import { listed } from '../text/lists.ts';

/** Why a criterion is not met by the contests that the data is of. */
export type ContestReason = 'contest-missing' | 'seats-not-votes' | 'units-missing' | 'fewer-than-units';

const sentencesOf = (arg: Arg | undefined): readonly Sentence[] => (Array.isArray(arg) ? arg.filter(isSentence) : []);

/** `Senate (2016-10-07) and House of Representatives (2016-10-07)`. */
const named = (contests: readonly Sentence[]): string =>
  listed(contests.map(({ args: { name, day } }) => `${name} (${day})`));

const lacking = ({ missing, seats, parts }: Args, answer: CriterionFinding['answer']): string => {
  const [none, sums, some] = [missing, seats, parts].map(sentencesOf) as [Sentences, Sentences, Sentences];
  return [
    none.length === 0 ? '' : `nothing ${answer === 'No' ? 'is' : 'was seen that is'} of ${named(none)}`,
    sums.length === 0 ? '' : `what is counted sums to the seats of ${named(sums)} and is no votes`,
    some.length === 0 ? '' : `units are shown in part (${some.map(({ args }) => share(args)).join('; ')})`,
  ]
    .filter((text) => text !== '')
    .join('; ');
};

type Sentences = readonly Sentence[];

/** `House of Representatives: 40 of 92`. */
const share = ({ name, shown, of }: Args): string => `${name}: ${shown} of ${of}`;

const says: Readonly<Record<ContestReason, (args: Args, answer: CriterionFinding['answer']) => string>> = {
  'contest-missing': lacking,
  'seats-not-votes': lacking,
  'units-missing': lacking,
  'fewer-than-units': ({ name, of }) => `the data has fewer rows than the ${of} units of ${name}`,
};

/** Is a reason one of the contests that the data is of? */
export const isContestReason = (reason: string): reason is ContestReason => Object.hasOwn(says, reason);

/** The sentence of a criterion that contests decided. */
export const sayFinding = (
  label: string,
  answer: CriterionFinding['answer'],
  { reason, args }: { readonly reason: ContestReason; readonly args: Args },
): string => `${label}: ${answer}, ${says[reason](args, answer)}.`;
