import { messageOf } from '../checks/messages.ts';
import { say, type Wording } from '../checks/words.ts';
import { sentence } from '../content/reasons.ts';
import { isContestReason, sayFinding } from '../contests/index.ts';
import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { Edition } from '../model/data.ts';
import type { OwnAnswer, Review, ReviewAnswer, ReviewCriterion, ReviewGain, Verdict } from '../model/review.ts';
import { type Arg, type Args, isSentence } from '../model/sentence.ts';
import { sayCoverage } from '../review/coverage.ts';
import { sayImprovement } from '../review/improve.ts';
import { notesOf, retoldParagraphs } from '../review/notes.ts';
import { sayBecause } from '../review/unseen.ts';
import { contradictionTexts, sayings } from '../score/index.ts';
import { sayCandidate } from '../text/candidates.ts';
import { retoldGains } from './gains.ts';
import { advisedBy, reasonOf, type ToldReason, toldOf, wordingOf } from './told.ts';

/** What a review is told again with. */
export interface Retelling {
  readonly edition: Edition;
  /** The language; that of kept reviews where it is absent. */
  readonly messages?: Messages;
  /** What the place is called in that language, where its file has a name. */
  readonly place?: string;
  /** What bodies and elections of the place are called in that language, by the names that are kept. */
  readonly names?: ReadonlyMap<string, string>;
}

type Language = Required<Pick<Retelling, 'edition' | 'messages' | 'names'>> & { readonly wording: Wording };

/** Values that name a body or an election. */
const naming: ReadonlySet<string> = new Set(['body', 'name', 'contest']);

/** Values with what bodies and elections are called in the language; all else as it is kept. */
const calledIn = (args: Args, names: ReadonlyMap<string, string>): Args => {
  const called = (arg: Arg, name: string): Arg => {
    if (typeof arg === 'string') return naming.has(name) ? (names.get(arg) ?? arg) : arg;
    if (isSentence(arg)) return { ...arg, args: calledIn(arg.args, names) };
    return Array.isArray(arg) ? arg.map((one) => called(one, name)) : arg;
  };
  return names.size === 0
    ? args
    : Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, called(arg, name)]));
};

const isSaying = (reason: string): reason is keyof typeof sayings => Object.hasOwn(sayings, reason);

const saidBy = (told: ToldReason, { edition, messages, wording }: Language): string => {
  const reason = reasonOf(told);
  if (reason !== undefined) return say(messageOf(told.of, told.reason, 'says'), reason.says, told.args, wording);
  if (isSaying(told.reason)) return messages.nameOr(`score.${told.reason}`, sayings[told.reason]);
  const rule = edition.cascade.find(({ reason: code }) => code === told.reason);
  return rule === undefined ? told.reason : messages.nameOr(`editions.${edition.id}.cascade.${rule.reason}`, rule.says);
};

/** An answer as far as it is told: what was decided, by which rule and why. */
interface ToldAnswerOf {
  readonly answer: Verdict;
  readonly reason: string;
  readonly args?: Args;
  readonly rule: { readonly id: string };
}

const saysOf = ({ rule, reason, args = {} }: ToldAnswerOf, language: Language): string => {
  const { also = [] } = args;
  const all = [
    { of: rule.id, reason, args: calledIn(args, language.names) },
    ...(Array.isArray(also) ? also.flatMap(toldOf) : []),
  ];
  return [...new Set(all.map((one) => saidBy(one, language)))].join(' ');
};

const adviceFor = ({ answer, rule, reason, args = {} }: ToldAnswerOf, { wording }: Language): string | null =>
  answer === 'Yes' ? null : advisedBy({ of: rule.id, reason, args }, wording);

/** What the checks say by themselves. */
const retoldOwn = (own: OwnAnswer, language: Language): OwnAnswer => ({
  ...own,
  says: saysOf(own, language),
  improve: own.improve === null ? null : (adviceFor(own, language) ?? own.improve),
  ...(own.parts === undefined ? {} : { parts: own.parts.map((part) => retoldOwn(part, language)) }),
});

const retold = (given: ReviewAnswer, id: string, language: Language): ReviewAnswer => {
  const { edition, messages } = language;
  const question = messages.nameOr(`editions.${edition.id}.questions.${id}`, given.question);
  const improve = adviceFor(given, language);
  return {
    ...given,
    question,
    says: saysOf(given, language),
    improve: sayImprovement({ answer: given.answer, improve }, question, given.weight, messages),
    ...(given.own === undefined ? {} : { own: retoldOwn(given.own, language) }),
  };
};

const mapped = <T, U>(record: Readonly<Record<string, T>>, change: (value: T, id: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value, id)]));

const sayCriterion = (given: ReviewCriterion, category: string, messages: Messages): ReviewCriterion => {
  const { id, answer, reason, args = {} } = given;
  const name = `categories.${category}.criteria.${id}`;
  const label = messages.nameOr(`${name}.label`, given.label);
  const says = isContestReason(reason)
    ? sayFinding(label, answer, { reason, args }, messages)
    : sentence(label, answer, { reason, args }, messages);
  return {
    ...given,
    label,
    ...(given.noun === undefined ? {} : { noun: messages.nameOr(`${name}.noun`, given.noun) }),
    says,
  };
};

/** Sentences about contradictions, which are kept as they were said: each is known by its English. */
const retoldContradictions = (given: readonly string[], { edition, messages }: Language): readonly string[] => {
  const known = contradictionTexts(edition, messages);
  return given.map((text) => known.get(text) ?? text);
};

const named = (
  { category, place }: Review,
  { messages, place: name }: Retelling & { readonly messages: Messages },
) => ({
  ...(category === null
    ? {}
    : { category: { ...category, title: messages.nameOr(`categories.${category.id}.title`, category.title) } }),
  ...(place === null || name === undefined ? {} : { place: { ...place, name } }),
});

/** What can be gained is worked out by this program, from entries of others too, and then has its values. */
const retoldNewGains = (review: Review, messages: Messages): Pick<Review, 'gains' | 'wayToOpen'> => {
  const steps: readonly Partial<Pick<ReviewGain, 'args'>>[] = [...(review.gains ?? []), ...(review.wayToOpen ?? [])];
  return steps.every(({ args }) => args !== undefined) ? retoldGains(review, wordingOf(review, messages)) : {};
};

/**
 * A review with every sentence of its answers, criteria, gains, coverage, candidates and notes written anew from reasons and values, in any
 * language: none is read. What people wrote, and what a reply said of itself, stays as it is. A review of an older program, which kept no
 * values, is left as it is but for the names of its place, category and questions, and for what its publisher can gain.
 */
export const retell = (review: Review, { messages = english, ...given }: Retelling): Review => {
  const { edition, names: called = new Map<string, string>() } = given;
  const names = named(review, { ...given, messages });
  if (review.paragraphs === undefined) {
    const answers = mapped(review.answers, (answer, id) => ({
      ...answer,
      question: messages.nameOr(`editions.${edition.id}.questions.${id}`, answer.question),
    }));
    return { ...review, ...names, answers, ...retoldNewGains({ ...review, answers }, messages) };
  }
  const criteria = review.criteria.map((one) => sayCriterion(one, review.category?.id ?? '', messages));
  const language: Language = { edition, messages, names: called, wording: wordingOf({ criteria }, messages) };
  const answers = mapped(review.answers, (answer, id) => retold(answer, id, language));
  const told = { ...review, ...names, answers, criteria };
  const candidates = review.candidates.map((one) => ({ ...one, why: sayCandidate(one, messages) }));
  const contradictions = retoldContradictions(review.contradictions, language);
  const kept = review.paragraphs;
  const paragraphs = retoldParagraphs(
    kept.map((one) => ({ ...one, args: calledIn(one.args, called) })),
    {
      ...{ criteria, answers, previous: review.previous, contradictions },
      candidates: new Map(candidates.map(({ url, why }) => [url, why])),
    },
    messages,
  ).map((one, at) => ({ ...one, args: kept[at]?.args ?? one.args }));
  return {
    ...{ ...told, candidates, contradictions, paragraphs, notes: notesOf(paragraphs) },
    ...(review.gates === undefined
      ? {}
      : { gates: mapped(review.gates, (gate) => ({ ...gate, says: saysOf(gate, language) })) }),
    ...retoldGains(told, language.wording),
    ...(review.coverage === undefined
      ? {}
      : {
          coverage: review.coverage.map((one) => ({
            ...sayCoverage(
              { ...one, args: { ...one.args, name: called.get(one.args.name) ?? one.args.name } },
              messages,
            ),
            args: one.args,
          })),
        }),
    evidence: review.evidence.map((one) =>
      one.because === null || messages.tag === english.tag
        ? one
        : { ...one, because: sayBecause(one.because, messages) },
    ),
  };
};
