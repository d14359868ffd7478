import type { Day, NonEmpty } from './basics.ts';
import type { Calendar, ContestsSeen } from './contest.ts';
import type { Coverage } from './coverage.ts';
import type { Cycle } from './data.ts';
import type { Ground } from './ground.ts';
import type { LicenceStatement } from './licence.ts';
import type { EvidenceId, Observation } from './observation.ts';
import type { Level } from './records.ts';
import type { Verdict } from './review.ts';
import type { Args, NamesIn } from './sentence.ts';

export type { Ground } from './ground.ts';

/** Each answer carries exactly what makes it believable: without grounds there is no yes and no no. */
export type Answer<Reason extends string = string> =
  | {
      readonly outcome: 'yes' | 'no';
      readonly reason: Reason;
      readonly grounds: NonEmpty<Ground>;
      readonly detail?: Args;
    }
  | {
      readonly outcome: 'unsure';
      readonly reason: Reason;
      readonly missing: readonly Ground[];
      readonly detail?: Args;
    }
  | { readonly outcome: 'not-applicable'; readonly reason: Reason; readonly detail?: Args };

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
  /** What the data holds where it is met, for the middle of a sentence. */
  readonly noun: string;
  readonly required: boolean;
  /** Does the edition ask for it under timeliness? Then the data exists without it. */
  readonly timely: boolean;
  readonly answer: 'Yes' | 'No' | 'Unsure';
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence. */
  readonly args: Args;
  readonly where: readonly Ground[];
}

/** The criteria together, by the edition's rule. */
export interface CriteriaVerdict {
  readonly findings: readonly CriterionFinding[];
  /** `met`, `missed` (seen whole, and lacking), or `unknown`; `none` where no category was asked for. */
  readonly rule: 'met' | 'missed' | 'unknown' | 'none';
  /** Is that what people decided who saw more than the program did? */
  readonly isDecided?: true;
  /** Where the data itself shows that it is of the whole country; null where nothing in it does. */
  readonly extent: NonEmpty<Ground> | null;
}

/** The licence that governs the dataset. */
export interface GoverningLicence {
  readonly open: 'Yes' | 'No' | 'Unsure';
  /** Reason code of the governing verdict; `no-statement`, `not-reached` or `conflict` where there is none. */
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence. */
  readonly args: Args;
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
  readonly category: {
    readonly id: string;
    readonly title: string;
    readonly cycle: Cycle;
  } | null;
  readonly observations: readonly Observation[];
  readonly criteria: CriteriaVerdict;
  readonly licence: GoverningLicence;
  readonly coverage: Coverage;
  /** The contests of the place whose results are asked for; null where the category asks for none, or none is known. */
  readonly contests: ContestsSeen | null;
  /** Days between the editions of the dataset that catalogues name, as they usually follow one another; absent where none show it. */
  readonly editionsApart?: number;
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

/** The reasons of a check, by their codes. */
export type Reasons = Readonly<Record<string, Reason>>;

type NamesOf<Given extends Reason> =
  | NamesIn<Given['says']>
  | (Given extends { readonly improve: infer Advice extends string } ? NamesIn<Advice> : never);

type WithDetail<Code extends string, Name extends string> = Answer<Code> &
  ([Name] extends [never] ? unknown : { readonly detail: Args & Readonly<Record<Name, unknown>> });

/** The answers that a table of reasons can give. A value that a sentence names and the answer lacks does not compile. */
export type AnswerBy<Table extends Reasons> = {
  [Code in keyof Table & string]: WithDetail<Code, NamesOf<Table[Code]>>;
}[keyof Table & string];

/** One question, decided from a dossier. `version` rises whenever the same dossier could get a different answer. */
export interface Check<Given extends Answer = Answer> {
  readonly id: string;
  readonly version: number;
  readonly question: string;
  /** Why the question is put and decided this way, with its sources. */
  readonly rationale: string;
  readonly sources: NonEmpty<string>;
  readonly reasons: Readonly<Record<Given['reason'], Reason>>;
  /** Does it ask what the criteria of the category come to together? No other check may. */
  readonly restsOnCriteria?: true;
  readonly decide: (dossier: Dossier) => Given;
}

/** Ties the reasons a check can give to their sentences: one without the other does not compile. */
export const defineCheck = <Given extends Answer>(check: Check<Given>): Check<Given> => check;

/** A check that broke says so; it is never mistaken for an answer. */
export type Result = { readonly check: { readonly id: string; readonly version: number } } & (
  | { readonly answer: Answer; readonly says: string; readonly improve: string | null }
  | { readonly broken: string }
);

/** A question as it is published: three values, and everything that makes the answer believable. */
export interface PublishedAnswer {
  readonly answer: Verdict;
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence. */
  readonly args: Args;
  /** At least one for Yes and for No; for Unsure, what was looked at in vain. */
  readonly grounds: readonly Ground[];
  readonly rule: { readonly id: string; readonly version: number };
  /** What the publisher could do; null where nothing is missing or nothing can be advised. */
  readonly improve: string | null;
}
