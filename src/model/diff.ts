import type { Verdict } from './review.ts';

/** Why an answer can be another one than before. */
export const causes = [
  'data', // what is published changed
  'url', // it is published, or was looked for, at another address
  'access', // the way to it opened or closed
  'licence', // its terms changed
  'criteria', // the category asks for something else, or finds it differently
  'rule', // the same evidence is judged by another version of the rule
  'facts', // what is known of the place, or of the words and licences, is something else
  'edition', // the edition asks something else
  'cascade', // it follows from another answer that changed
  'reviewer', // a person decided
  'time', // the same evidence has grown old
  'unseen', // only we failed to see it: no change of the publisher's
  'unknown', // there is nothing to tell it by
] as const;

/** One of them. */
export type Cause = (typeof causes)[number];

/** One changed answer; `question` is null where only scores are known. */
export interface Change {
  readonly place: string;
  readonly category: string;
  readonly question: string | null;
  readonly from: Verdict | number;
  readonly to: Verdict | number;
  /** Points that the change won or lost. */
  readonly points: number;
  readonly cause: Cause;
  /** One sentence on how the cause was found. */
  readonly says: string;
}

/** A review that only one side has. */
export interface Unpaired {
  readonly place: string;
  readonly category: string;
  readonly points: number;
}

/** What a category asks for under one edition and not under the other. */
export interface DefinitionChange {
  readonly category: string;
  readonly title: string;
  /** Labels of criteria that only the later edition requires. */
  readonly added: readonly string[];
  /** Labels of criteria that only the earlier edition required. */
  readonly removed: readonly string[];
  /** The same criteria count together in another way. */
  readonly recombined: boolean;
  /** When new data is due, ISO 8601 durations or the event that decides; null where it stayed. */
  readonly due: { readonly before: string; readonly after: string } | null;
}

/** The score of a place on both sides; null where it has none. */
export interface PlaceDelta {
  readonly id: string;
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly delta: number | null;
}

/** One side of a comparison. */
export interface SideLabel {
  /** As the person named it. */
  readonly name: string;
  readonly editions: readonly string[];
  readonly years: readonly number[];
}

/** What changed between two sides, and why; JSON output is exactly this. */
export interface Diff {
  readonly before: SideLabel;
  readonly after: SideLabel;
  /** False where the two sides were judged by different editions: then the question may have changed, not the data. */
  readonly comparable: boolean;
  readonly changes: readonly Change[];
  readonly added: readonly Unpaired[];
  readonly removed: readonly Unpaired[];
  readonly definitions: readonly DefinitionChange[];
  readonly places: readonly PlaceDelta[];
}
