import type { Change } from '../model/diff.ts';
import type { Verdict } from '../model/review.ts';
import type { PlaceScore } from '../model/scorecard.ts';
import type { EntryRecord, SiteYear, YearPair } from './model.ts';

/* What the pages add up. Scores and ranks are those of the scorecard; these are counts of its entries. */

/** How often each answer was given to a question. */
export type AnswerCount = Readonly<Record<Verdict, number>>;

/** The answers to each question of the edition, over some entries. */
export const answerCounts = (
  entries: Iterable<EntryRecord>,
  questions: readonly string[],
): ReadonlyMap<string, AnswerCount> => {
  const counts = new Map(questions.map((id) => [id, { Yes: 0, No: 0, Unsure: 0 }]));
  for (const { answers } of entries)
    for (const [question, answer] of Object.entries(answers)) {
      const count = counts.get(question);
      if (count !== undefined) count[answer] += 1;
    }
  return counts;
};

/** Of entries that are not open, how many each question keeps so that must be Yes: surely (No), or perhaps (Unsure). */
export const closedBy = ({
  entries,
  edition,
}: SiteYear): readonly { readonly question: string; readonly no: number; readonly unsure: number }[] => {
  const counts = answerCounts(
    [...entries.values()].filter(({ isOpen }) => !isOpen),
    edition.open,
  );
  return [...counts]
    .map(([question, { No, Unsure }]) => ({ question, no: No, unsure: Unsure }))
    .sort((one, other) => other.no - one.no || other.unsure - one.unsure);
};

/** Places that have entries, in the order of the scorecard. */
export const rankedPlaces = ({ card }: SiteYear): readonly PlaceScore[] =>
  card.places.filter(({ entries }) => entries > 0);

/** Places whose score changed most between two years, in either direction; those of equal change by name. */
export const mostMoved = ({ diff }: YearPair, most: number) =>
  diff.places
    .flatMap((place) =>
      place.before === null || place.after === null || place.delta === null || place.delta === 0
        ? []
        : [{ id: place.id, before: place.before, after: place.after, delta: place.delta }],
    )
    .sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta) || (one.id < other.id ? -1 : 1))
    .slice(0, most);

/** The changes of one entry between two years. */
export const changesOf = ({ diff }: YearPair, place: string, category: string): readonly Change[] =>
  diff.changes.filter((change) => change.place === place && change.category === category);

/** One reason for which answers are Unsure, and how often. */
export interface UnsureCount {
  readonly rule: string;
  readonly reason: string;
  readonly count: number;
  readonly questions: readonly string[];
  /** An entry where it is so. */
  readonly example: EntryRecord;
}

/** Why answers are Unsure, the commonest reason first. */
export const unsureReasons = (entries: Iterable<EntryRecord>): readonly UnsureCount[] => {
  const found = new Map<
    string,
    { count: number; questions: Set<string>; example: EntryRecord; rule: string; reason: string }
  >();
  for (const entry of entries)
    for (const { question, rule, reason } of entry.unsure) {
      const key = `${rule} ${reason}`;
      const known = found.get(key) ?? { count: 0, questions: new Set<string>(), example: entry, rule, reason };
      known.count += 1;
      known.questions.add(question);
      found.set(key, known);
    }
  return [...found.values()]
    .map((one) => ({ ...one, questions: [...one.questions] }))
    .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
};
