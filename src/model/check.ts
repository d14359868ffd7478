import type { Day, NonEmpty } from './basics.ts';
import type { Calendar, ContestsSeen } from './contest.ts';
import type { Coverage } from './coverage.ts';
import type { Cycle } from './data.ts';
import type { Ground } from './ground.ts';
import type { LicenceStatement } from './licence.ts';
import type { EvidenceId, Observation } from './observation.ts';
import type { Level } from './records.ts';

export type { Ground } from './ground.ts';

/** Each answer carries exactly what makes it believable: without grounds there is no yes and no no. */
export type Answer<Reason extends string = string> =
  | {
      readonly outcome: 'yes' | 'no';
      readonly reason: Reason;
      readonly grounds: NonEmpty<Ground>;
      readonly detail?: Detail;
    }
  | {
      readonly outcome: 'unsure';
      readonly reason: Reason;
      readonly missing: readonly Ground[];
      readonly detail?: Detail;
    }
  | { readonly outcome: 'not-applicable'; readonly reason: Reason; readonly detail?: Detail };

/** Values for the `{names}` in a reason's sentence. */
export type Detail = Readonly<Record<string, string | number>>;

/** What is known of who published some files, and so of the area they cover. */
export interface Scope {
  readonly level: Level['verdict'];
  /** Where it was told. */
  readonly where: readonly Ground[];
}

/** One criterion of the category, looked for in what was inspected. */
export interface CriterionFinding {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  /** Does the edition ask for it under timeliness? Then the data exists without it. */
  readonly timely: boolean;
  readonly answer: 'Yes' | 'No' | 'Unsure';
  readonly reason: string;
  readonly says: string;
  readonly where: readonly Ground[];
}

/** The criteria together, by the edition's rule. */
export interface CriteriaVerdict {
  readonly findings: readonly CriterionFinding[];
  /** `met`, `missed` (seen whole, and lacking), or `unknown`; `none` where no category was asked for. */
  readonly rule: 'met' | 'missed' | 'unknown' | 'none';
  /** Where the data itself shows that it is of the whole country; null where nothing in it does. */
  readonly extent: NonEmpty<Ground> | null;
}

/** The licence that governs the dataset. */
export interface GoverningLicence {
  readonly open: 'Yes' | 'No' | 'Unsure';
  /** Reason code of the governing verdict; `no-statement`, `not-reached` or `conflict` where there is none. */
  readonly reason: string;
  readonly says: string;
  readonly statements: readonly (LicenceStatement & { readonly evidence: EvidenceId; readonly governs: boolean })[];
  /** Evidence of the places where licences live that were looked at in vain. */
  readonly looked: readonly EvidenceId[];
  /** Evidence of those that could not be reached. */
  readonly unreached: readonly EvidenceId[];
}

/** All that a check may know. Its only clock is `asOf`. */
export interface Dossier {
  readonly asOf: Day;
  readonly place: {
    readonly id: string;
    readonly name: string;
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    readonly elections: Calendar;
  } | null;
  readonly category: { readonly id: string; readonly title: string; readonly cycle: Cycle } | null;
  readonly observations: readonly Observation[];
  readonly criteria: CriteriaVerdict;
  readonly licence: GoverningLicence;
  readonly coverage: Coverage;
  /** The contests of the place whose results are asked for; null where the category asks for none, or none is known. */
  readonly contests: ContestsSeen | null;
}

/** What a person reads about a reason code. */
export interface Reason {
  /** The sentence a reviewer would sign; `{names}` are filled from the answer's detail. */
  readonly says: string;
  /** An example in a few words. */
  readonly example: string;
  /** What would change the answer. */
  readonly changes: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What the publisher could do, where points are missing. */
  readonly improve?: string;
}

/** One question, decided from a dossier. `version` rises whenever the same dossier could get a different answer. */
export interface Check<Code extends string = string> {
  readonly id: string;
  readonly version: number;
  readonly question: string;
  /** Why the question is put and decided this way, with its sources. */
  readonly rationale: string;
  readonly sources: NonEmpty<string>;
  readonly reasons: Readonly<Record<Code, Reason>>;
  readonly decide: (dossier: Dossier) => Answer<Code>;
}

/** Ties the reasons a check can give to their sentences: one without the other does not compile. */
export const defineCheck = <Code extends string>(check: Check<Code>): Check<Code> => check;

/** A check that broke says so; it is never mistaken for an answer. */
export type Result = { readonly check: { readonly id: string; readonly version: number } } & (
  | { readonly answer: Answer; readonly says: string; readonly improve: string | null }
  | { readonly broken: string }
);
