import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { yesIf } from '../messages/values.ts';
import { mostKept } from '../model/coverage.ts';
import {
  type Following,
  type Override,
  type Review,
  type ReviewAnswer,
  type ReviewCoverage,
  type ReviewCriterion,
  type ReviewDecision,
  type ReviewEvidence,
  standingAnswer,
  type Verdict,
} from '../model/review.ts';

/* Words that every form of a review uses, so that all of them say the same. */

/** Place and category, as far as they were asked about; both missing is a check of one address. */
const subjects = ({ place, category }: Review, messages: Messages): readonly string[] => {
  const named = [place?.name, category?.title].filter((part) => part !== undefined);
  return named.length === 0 ? [messages.say('review.one-address')] : named;
};

/** `Morocco · Election Results`. */
export const subjectOf = (review: Review, messages: Messages = english): string =>
  subjects(review, messages).join(' · ');

/** What tells a review from the others of a run: its category, else its place. */
export const shortSubjectOf = (review: Review, messages: Messages = english): string =>
  subjects(review, messages).at(-1) ?? '';

/** The title of a review: `Morocco: Election Results, 2015`. */
export const titleOf = (review: Review, messages: Messages = english): string => {
  const [first = '', second] = subjects(review, messages);
  const subject =
    second === undefined
      ? first
      : messages.say('review.place-and-category', { place: { said: first }, category: { said: second } });
  return messages.say('review.title', { subject: { said: subject }, year: { said: String(review.year) } });
};

/** An answer as people read it. */
export const answerIn = (messages: Messages, answer: Verdict): string => messages.say(`answers.${answer}`);

const verdictWords = (messages: Messages, answer: Verdict) => messages.words(`answers.${answer}`);

const dayOf = (at: string): { readonly said: string } => ({ said: at.slice(0, 10) });

/** `Ada answers Yes in place of No (2015-12-01): …`, or what the answer follows from; null where no person has to do with it. */
export const overrideOf = (
  {
    answer,
    override,
    follows,
  }: {
    readonly answer: Verdict;
    readonly override?: Override | null;
    readonly follows?: Following;
  },
  messages: Messages = english,
): string | null => {
  if (override) {
    const { reviewer, because, at } = override;
    const told = { reviewer, because, day: dayOf(at), answer: verdictWords(messages, override.answer) };
    return override.answer === answer
      ? messages.say('review.confirmed', told)
      : messages.say('review.overruled', { ...told, instead: verdictWords(messages, answer) });
  }
  return follows === undefined
    ? null
    : messages.say('review.follows', {
        decisions: { said: follows.from.join(messages.lists.comma) },
        instead: verdictWords(messages, follows.instead),
      });
};

/** `Ada answered Yes to exists (2026-11-30): …`. */
const toldDecision = ({ on, answer, because, reviewer, at }: ReviewDecision, messages: Messages) =>
  messages.words('review.decision', {
    ...{ reviewer, because, day: dayOf(at), question: { said: on } },
    answer: verdictWords(messages, answer),
  });

/** A decision that must be made again, and why. */
export const agedDecision = (decision: ReviewDecision, messages: Messages = english): string =>
  messages.say(`review.ask-again.${decision.why ?? 'evidence'}`, { decision: toldDecision(decision, messages) });

/** The last decision of each person on each question. */
const positionsOf = (decisions: readonly ReviewDecision[]): readonly ReviewDecision[] => [
  ...new Map(
    decisions
      .filter(({ state }) => state !== 'withdrawn')
      .map((decision) => [JSON.stringify([decision.on, decision.reviewer]), decision]),
  ).values(),
];

/** What people disagree about, and what must be decided again: a sentence each. */
export const openDecisions = ({ decisions = [] }: Review, messages: Messages = english): readonly string[] => {
  const held = positionsOf(decisions);
  const disagreements = held
    .filter(({ state }) => state === 'counts')
    .flatMap((counting) =>
      held
        .filter(({ on, state, answer }) => on === counting.on && state === 'replaced' && answer !== counting.answer)
        .map((other) =>
          messages.say('review.counting', {
            ...{ reviewer: counting.reviewer, question: { said: counting.on }, other: toldDecision(other, messages) },
            answer: verdictWords(messages, counting.answer),
          }),
        ),
    );
  return [
    ...disagreements,
    ...decisions.filter(({ state }) => state === 'ask-again').map((one) => agedDecision(one, messages)),
  ];
};

/** An answer, and whether one before it gave the same reason in the same words: then it need not be read again. */
export interface ToldAnswer {
  readonly answer: ReviewAnswer;
  readonly isSaid: boolean;
}

/** The answers in their order, with the repetitions that a cascade makes marked. */
export const toldAnswers = ({ answers }: Review): readonly ToldAnswer[] => {
  const said = new Set<string>();
  return Object.values(answers).map((answer) => {
    const key = JSON.stringify([answer.reason, answer.says]);
    const isSaid = said.has(key);
    said.add(key);
    return { answer, isSaid };
  });
};

/** What the publisher can do, with all that it adds. */
export interface ToldGain {
  readonly fix: string;
  /** `+30`, or `up to +15` where the answers are Unsure; `+5 and up to +15 more` where one fix adds both. */
  readonly points: string;
  readonly questions: readonly string[];
}

/** What the publisher can do, each once, the largest gain first. */
export const gainsIn = ({ gains = [] }: Review, messages: Messages = english): readonly ToldGain[] => {
  const fixes = [...new Set(gains.map(({ fix }) => fix))];
  return fixes.map((fix) => {
    const own = gains.filter((gain) => gain.fix === fix);
    const [sure, open] = [true, false].map((certain) => own.find((gain) => gain.certain === certain)?.points);
    const points =
      sure !== undefined && open !== undefined
        ? messages.say('review.gain.both', { sure, open })
        : messages.say(`review.gain.${sure === undefined ? 'open' : 'sure'}`, { points: sure ?? open ?? 0 });
    return { fix, points, questions: own.flatMap(({ questions }) => questions) };
  });
};

/** What a gain of several questions, or of an Unsure, means; null where there is nothing to gain. */
export const gainsNote = ({ gains = [] }: Review, messages: Messages = english): string | null => {
  if (gains.length === 0) return null;
  return messages.say(`review.gain.${gains.every(({ certain }) => certain) ? 'order' : 'order-open'}`);
};

/** The fewest things to do before the dataset counts as open; none where it does, and where nothing is known. */
export const wayToOpenIn = ({ wayToOpen = [] }: Review): readonly string[] => wayToOpen.map(({ fix }) => fix);

/** The names by which a place in a file is known, where it is no path and no heading. */
const ownPlaces = ['text', 'title', 'name'];

/** `results.csv, column 9`: where in a file something stands, in words; names and paths of others as they are. */
export const placeIn = (part: string, messages: Messages = english): string => {
  if (ownPlaces.includes(part)) return messages.say(`review.where.${part}`);
  const [, before = '', number, name] = /^(?:(.*), )?column (?:(\d+)|“(.*)”)$/s.exec(part) ?? [];
  if (number === undefined && name === undefined) return messages.value(part);
  const column =
    number === undefined
      ? messages.say('review.where.column-named', { name: { said: messages.quote(name ?? '') } })
      : messages.say('review.where.column', { number: { said: number } });
  return before === '' ? column : [messages.value(before), column].join(messages.lists.comma);
};

/** What is said of a criterion, without the label and the answer that stand before it in a list. */
export const saidOf = ({ label, answer, says }: ReviewCriterion, messages: Messages = english): string => {
  const opening = messages.say('criteria.opening', {
    label: { said: label },
    answer: verdictWords(messages, answer),
  });
  if (!says.startsWith(opening)) return says;
  const rest = says.slice(opening.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
};

/** `open` or `not open`, as the edition defines it. */
export const openness = ({ isOpen }: Pick<Review, 'isOpen'>, messages: Messages = english): string =>
  messages.say(isOpen ? 'review.open' : 'review.not-open');

/** `40 of 100 points`, and how many there might be where answers are Unsure. */
export const scoreOf = ({ score }: Pick<Review, 'score'>, messages: Messages = english): string => {
  const { points, outOf, ceiling } = score;
  return messages.say('review.score', { points, outOf, ceiling, hasCeiling: yesIf(ceiling > points) });
};

const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** The mark of each answer. */
export const marks: Readonly<Record<Verdict, string>> = { Yes: '✓', No: '✗', Unsure: '?' };

/** A size for people: `512 bytes`, `1.2 kB`, `34 MB`. */
export const sizeOf = (bytes: number, messages: Messages = english): string => {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const shown = power > 0 && value < 10 ? value.toFixed(1) : String(Math.round(value));
  const size = power === 0 ? Number(shown) : { said: shown.replace('.', messages.numbers.decimal) };
  return messages.say(`sizes.${units[power]}`, { size });
};

/** What an address gave, in a few words: `200, CSV data, 1.2 kB` or `lost, timeout: no reply came in time`. */
export const replyOf = (
  { outcome, because, status, kind, format, bytes, sameAs }: ReviewEvidence,
  messages: Messages = english,
): string => {
  const facts = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(messages.lists.comma);
  if (outcome !== 'arrived') return facts([messages.say(`outcomes.${outcome}`), because ?? '']);
  const told = sameAs === undefined ? kind : 'same-as-made-up';
  const is = told === null ? '' : messages.nameOr(`kinds.${told}`, told);
  const named = format?.toUpperCase() ?? '';
  const what =
    is === '' || named === ''
      ? `${named}${is}`
      : messages.say('kinds.of-format', { format: { said: named }, kind: { said: is } });
  return facts([String(status), what, bytes === null ? '' : sizeOf(bytes, messages)]);
};

/** Lines of coverage that are shown: those not seen decide, and a few show which they are. */
const mostUnseen = 8;

/** What must have been seen before a No: a summary, and what of it was not seen. */
export const coverageOf = (
  { coverage = [] }: Review,
  messages: Messages = english,
): { readonly summary: string; readonly unseen: readonly ReviewCoverage[]; readonly more: number } | null => {
  if (coverage.length === 0) return null;
  const unseen = coverage.filter(({ seen }) => !seen);
  const seen = coverage.length - unseen.length;
  // Of more than is kept, how much there was is not known here.
  const isCut = coverage.length >= mostKept;
  return {
    summary:
      unseen.length === 0
        ? messages.say(isCut ? 'review.coverage-many-whole' : 'review.coverage-whole', { count: coverage.length })
        : messages.say(isCut ? 'review.coverage-many-part' : 'review.coverage-part', { seen, count: coverage.length }),
    unseen: unseen.slice(0, mostUnseen),
    more: Math.max(0, unseen.length - mostUnseen),
  };
};

/** Answers that are others than the year before: `digital: No → Unsure`. */
export const changesSince = (review: Review, messages: Messages = english): readonly string[] =>
  Object.entries(review.previous?.answers ?? {}).flatMap(([id, before]) => {
    const now = review.answers[id];
    return now === undefined || standingAnswer(now) === before
      ? []
      : [
          messages.say('review.change', {
            ...{ question: { said: id }, before: verdictWords(messages, before) },
            now: verdictWords(messages, standingAnswer(now)),
          }),
        ];
  });

/** The points of a review and of the one before, as the sentence about both names them. */
export const pointsBefore = (now: Review['score'], before: Review['score']) => ({
  ...{ before: before.points, beforeOutOf: before.outOf },
  ...{ now: now.points, nowOutOf: now.outOf },
});

/** The archives that the evidence is kept in. */
export const archivesOf = ({ evidence }: Review): readonly string[] => [
  ...new Set(evidence.flatMap(({ record }) => (record === null ? [] : [record.file]))),
];
