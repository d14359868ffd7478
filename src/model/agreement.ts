import type { Verdict } from './review.ts';

/** A measure with its interval: the middle 95 % of what it comes to on samples of the same reviews, drawn anew. */
export interface AgreementMeasure {
  readonly value: number;
  /** Null where hardly any of those samples had an answer that varies. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** How far two sides answer one question alike. */
export interface QuestionAgreement {
  /** Id of the question; null for all questions together. */
  readonly id: string | null;
  /** Answers that both sides gave. */
  readonly n: number;
  readonly same: number;
  /** Cohen's kappa; null where chance alone would make every answer the same, or nothing was answered twice. */
  readonly kappa: AgreementMeasure | null;
  /** Krippendorff's alpha for nominal data; null likewise. */
  readonly alpha: AgreementMeasure | null;
  /** How often each answer of the first side met each of the second: `table.Yes.No`. */
  readonly table: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
}

/** One answer that the two sides give differently. */
export interface AgreementDifference {
  readonly year: number;
  readonly place: string;
  readonly category: string;
  readonly question: string;
  readonly a: { readonly answer: Verdict; readonly says: string };
  readonly b: { readonly answer: Verdict; readonly says: string };
}

/** How far two stores or two reviewers agree. */
export interface Agreement {
  readonly format: 'odi-agreement/1';
  readonly a: string;
  readonly b: string;
  /** Reviews that both sides speak of, and those of which only one does. */
  readonly reviews: { readonly both: number; readonly onlyA: number; readonly onlyB: number };
  readonly method: {
    /** Is Unsure an answer like Yes and No, or none at all? */
    readonly unsure: 'answer' | 'missing';
    readonly interval: {
      readonly by: 'bootstrap';
      readonly level: number;
      readonly samples: number;
      readonly seed: number;
    };
  };
  readonly all: QuestionAgreement;
  readonly questions: readonly QuestionAgreement[];
  readonly differences: readonly AgreementDifference[];
}
