import {
  type AgedBy,
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
import { listed } from '../text/lists.ts';

/* Words that every form of a review uses, so that all of them say the same. */

/** Place and category, as far as they were asked about; both missing is a check of one address. */
const subjects = ({ place, category }: Review): readonly string[] => {
  const named = [place?.name, category?.title].filter((part) => part !== undefined);
  return named.length === 0 ? ['One address'] : named;
};

/** `Morocco · Election Results`. */
export const subjectOf = (review: Review): string => subjects(review).join(' · ');

/** What tells a review from the others of a run: its category, else its place. */
export const shortSubjectOf = (review: Review): string => subjects(review).at(-1) ?? '';

/** The title of a review: `Morocco: Election Results, 2015`. */
export const titleOf = (review: Review): string => `${subjects(review).join(': ')}, ${review.year}`;

/** `Ada answers Yes in place of No (2015-12-01): …`, or what the answer follows from; null where no person has to do with it. */
export const overrideOf = ({
  answer,
  override,
  follows,
}: {
  readonly answer: Verdict;
  readonly override?: Override | null;
  readonly follows?: Following;
}): string | null => {
  if (override) {
    const what = override.answer === answer ? `confirms ${answer}` : `answers ${override.answer} in place of ${answer}`;
    return `${override.reviewer} ${what} (${override.at.slice(0, 10)}): ${override.because}`;
  }
  return follows === undefined
    ? null
    : `Follows from what people decided on ${follows.from.join(', ')}; the program alone answers ${follows.instead}.`;
};

const agedBecause: Readonly<Record<AgedBy, string>> = {
  evidence: 'what was seen is not what it was',
  rule: 'it is judged by another version of the rule',
  edition: 'the edition asks something else',
};

/** `Ada answered Yes to exists (2026-11-30): …`. */
const toldDecision = ({ on, answer, because, reviewer, at }: ReviewDecision): string =>
  `${reviewer} answered ${answer} to ${on} (${at.slice(0, 10)}): ${because}`;

/** A decision that must be made again, and why. */
export const agedDecision = (decision: ReviewDecision): string =>
  `To be asked again, since ${agedBecause[decision.why ?? 'evidence']}: ${toldDecision(decision)}`;

/** The last decision of each person on each question. */
const positionsOf = (decisions: readonly ReviewDecision[]): readonly ReviewDecision[] => [
  ...new Map(
    decisions
      .filter(({ state }) => state !== 'withdrawn')
      .map((decision) => [JSON.stringify([decision.on, decision.reviewer]), decision]),
  ).values(),
];

/** What people disagree about, and what must be decided again: a sentence each. */
export const openDecisions = ({ decisions = [] }: Review): readonly string[] => {
  const held = positionsOf(decisions);
  const disagreements = held
    .filter(({ state }) => state === 'counts')
    .flatMap((counting) =>
      held
        .filter(({ on, state, answer }) => on === counting.on && state === 'replaced' && answer !== counting.answer)
        .map(
          (other) =>
            `${counting.reviewer} answers ${counting.answer} to ${counting.on}, which counts; ${toldDecision(other)}`,
        ),
    );
  return [...disagreements, ...decisions.filter(({ state }) => state === 'ask-again').map(agedDecision)];
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
export const gainsIn = ({ gains = [] }: Review): readonly ToldGain[] => {
  const fixes = [...new Set(gains.map(({ fix }) => fix))];
  return fixes.map((fix) => {
    const own = gains.filter((gain) => gain.fix === fix);
    const [sure, open] = [true, false].map((certain) => own.find((gain) => gain.certain === certain)?.points);
    const parts = [
      ...(sure === undefined ? [] : [`+${sure}`]),
      ...(open === undefined ? [] : [`up to +${open}${sure === undefined ? '' : ' more'}`]),
    ];
    return { fix, points: listed(parts), questions: own.flatMap(({ questions }) => questions) };
  });
};

/** What a gain of several questions, or of an Unsure, means; null where there is nothing to gain. */
export const gainsNote = ({ gains = [] }: Review): string | null => {
  if (gains.length === 0) return null;
  const order = 'Each adds its points once those above it are done.';
  return gains.every(({ certain }) => certain)
    ? order
    : `${order} “Up to” where the answer is Unsure: it may be enough to show what is there.`;
};

/** The fewest things to do before the dataset counts as open; none where it does, and where nothing is known. */
export const wayToOpenIn = ({ wayToOpen = [] }: Review): readonly string[] => wayToOpen.map(({ fix }) => fix);

/** What is said of a criterion, without the label and the answer that stand before it in a list. */
export const saidOf = ({ label, answer, says }: ReviewCriterion): string => {
  const opening = `${label}: ${answer}, `;
  if (!says.startsWith(opening)) return says;
  const rest = says.slice(opening.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
};

/** `open` or `not open`, as the edition defines it. */
export const openness = ({ isOpen }: Review): string => (isOpen ? 'open' : 'not open');

/** `40 of 100 points`, and how many there might be where answers are Unsure. */
export const scoreOf = ({ score }: Review): string =>
  score.ceiling > score.points
    ? `${score.points} of ${score.outOf} points, at most ${score.ceiling}`
    : `${score.points} of ${score.outOf} points`;

const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** The mark of each answer. */
export const marks: Readonly<Record<Verdict, string>> = { Yes: '✓', No: '✗', Unsure: '?' };

/** A size for people: `512 bytes`, `1.2 kB`, `34 MB`. */
export const sizeOf = (bytes: number): string => {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
};

/** What an address gave, in a few words: `200, CSV data, 1.2 kB` or `lost, timeout: no reply came in time`. */
export const replyOf = ({ outcome, because, status, kind, format, bytes }: ReviewEvidence): string => {
  if (outcome !== 'arrived') return [outcome.replaceAll('-', ' '), because].filter((part) => part !== null).join(', ');
  const what = [format?.toUpperCase(), kind?.replaceAll('-', ' ')].filter((part) => part !== undefined).join(' ');
  return [String(status), what, bytes === null ? '' : sizeOf(bytes)].filter((part) => part !== '').join(', ');
};

/** Lines of coverage that are shown: those not seen decide, and a few show which they are. */
const mostUnseen = 8;

/** What must have been seen before a No: a summary, and what of it was not seen. */
export const coverageOf = ({
  coverage = [],
}: Review): { readonly summary: string; readonly unseen: readonly ReviewCoverage[]; readonly more: number } | null => {
  if (coverage.length === 0) return null;
  const unseen = coverage.filter(({ seen }) => !seen);
  const seen = coverage.length - unseen.length;
  return {
    summary:
      unseen.length === 0
        ? `All ${coverage.length} that had to be seen before a No were seen.`
        : `${seen} of ${coverage.length} that had to be seen before a No were seen; not seen:`,
    unseen: unseen.slice(0, mostUnseen),
    more: Math.max(0, unseen.length - mostUnseen),
  };
};

/** Answers that are others than the year before: `digital: No → Unsure`. */
export const changesSince = (review: Review): readonly string[] =>
  Object.entries(review.previous?.answers ?? {}).flatMap(([id, before]) => {
    const now = review.answers[id];
    return now === undefined || standingAnswer(now) === before ? [] : [`${id}: ${before} → ${standingAnswer(now)}`];
  });

/** The archives that the evidence is kept in. */
export const archivesOf = ({ evidence }: Review): readonly string[] => [
  ...new Set(evidence.flatMap(({ record }) => (record === null ? [] : [record.file]))),
];
