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

/**
 * What a cause rests on: a person's decision in the review (`decision`), evidence that was judged again (`rejudged`),
 * versions and digests that both reviews record (`recorded`), what published entries say (`entries`), another change
 * of the same entry (`answer`), or nothing that would prove it (`none`).
 */
export type Proof = 'decision' | 'rejudged' | 'recorded' | 'entries' | 'answer' | 'none';

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
  readonly proof: Proof;
  /** The question whose change it follows from; null where it stands for itself. */
  readonly consequenceOf: string | null;
  /** Evidence judged by the rules of the other side; null where it is not known. */
  readonly judged: {
    /** The old evidence by the new rules. */
    readonly oldByNew: Verdict | null;
    /** The new evidence by the old rules. */
    readonly newByOld: Verdict | null;
  };
  /** Its points in two: what the new rules made of the old evidence, and what the new evidence made of that; null where not known. */
  readonly parts: { readonly method: number; readonly data: number } | null;
  /** Addresses that the answers rest on. */
  readonly evidence: { readonly before: readonly string[]; readonly after: readonly string[] };
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
  /** Labels of criteria that both require. */
  readonly kept: readonly string[];
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

/** Whose doing a change is: of what is published, of how it is judged, of a person, of the calendar, or of our own eyes. */
export type Doing = 'data' | 'method' | 'people' | 'time' | 'unseen' | 'unknown';

/** Changes added up. */
export interface ChangeTotal {
  /** How many answers changed. */
  readonly answers: number;
  /** Points won less points lost, and both. */
  readonly points: number;
  readonly gained: number;
  readonly lost: number;
}

/** Changes in numbers; what does not occur is left out. */
export interface DiffSummary {
  readonly causes: readonly ({ readonly cause: Cause } & ChangeTotal)[];
  /** Each question with its changes by cause. */
  readonly questions: readonly ({
    readonly question: string;
    readonly causes: Readonly<Partial<Record<Cause, number>>>;
  } & ChangeTotal)[];
  /** What follows from another answer is the doing of whatever changed that. */
  readonly doings: readonly ({ readonly doing: Doing } & ChangeTotal)[];
}

/** How much a comparison found, for when what it found is not kept. */
export interface DiffCounts {
  readonly answers: number;
  /** Places with a changed answer. */
  readonly places: number;
  readonly added: number;
  readonly removed: number;
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
  readonly summary: DiffSummary;
}
