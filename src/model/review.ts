import type { Day } from './basics.ts';
import type { Need, Sight } from './coverage.ts';
import type { Defect } from './defect.ts';
import type { Drawing, NotDrawn, RecordRef } from './exchange.ts';
import type { EvidenceId } from './observation.ts';
import type { ReplyKind } from './reply-kinds.ts';
import type { Args, Sentence } from './sentence.ts';

/** The three values of a published answer. */
export type Verdict = 'Yes' | 'No' | 'Unsure';

/** A rule of the program, as it stood when it was applied. */
export interface RuleVersion {
  readonly id: string;
  readonly version: number;
}

/** What a person rests a decision on: an address, a file by its name and digest, or words that stand there. */
export interface DecisionSource {
  readonly url?: string;
  readonly file?: string;
  readonly sha256?: string;
  readonly quote?: string;
}

/** An answer that a person put in place of the program's. */
export interface Override {
  readonly answer: Verdict;
  readonly because: string;
  readonly reviewer: string;
  readonly at: string;
  /** Ids of evidence of the review, addresses, or sources with more to tell. */
  readonly evidence: readonly (string | DecisionSource)[];
  /** The rule whose answer was replaced; absent where a person wrote the override into the file by hand. */
  readonly rule?: RuleVersion;
  /** Digest of what the replaced answer rested on, and of that answer (`seenDigest`); absent like `rule`. */
  readonly seen?: string;
}

/**
 * Where a decision stands: it counts; another took its place; what it was decided on has changed since, so that it is to be
 * asked again; or it was taken back.
 */
export type DecisionState = 'counts' | 'replaced' | 'ask-again' | 'withdrawn';

/**
 * Why a decision must be asked again: what was seen, or what the program makes of it, is not what it was; the rule is
 * another; or the edition asks something else.
 */
export type AgedBy = 'evidence' | 'rule' | 'edition';

/** One decision of one person, kept for good: those of several people stand beside one another. */
export interface ReviewDecision extends Override {
  /** A question, a gate, `criteria.` and a criterion, or a check behind a question. */
  readonly on: string;
  readonly state: DecisionState;
  /** Only where it is to be asked again. */
  readonly why?: AgedBy;
}

/** What the program's checks say of a question by themselves, before the edition's rules and before people. */
export interface OwnAnswer {
  readonly answer: Verdict;
  readonly reason: string;
  readonly says: string;
  readonly args: Args;
  readonly evidence: readonly EvidenceId[];
  readonly rule: RuleVersion;
  /** What the publisher could do; null where nothing is missing or nothing can be advised. */
  readonly improve: string | null;
  /** False where the question does not arise by itself. */
  readonly arises: boolean;
  /** What each check says, where several stand behind the question. */
  readonly parts?: readonly OwnAnswer[];
}

/** That an answer follows from what people decided elsewhere. */
export interface Following {
  /** What they decided on. */
  readonly from: readonly string[];
  /** What the program answers without them. */
  readonly instead: Verdict;
}

/** One answered question. */
export interface ReviewAnswer {
  /** The question as the edition words it, so that a review can be read without the edition's file. */
  readonly question: string;
  readonly answer: Verdict;
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence, which is written from them and the reason; absent in imported and in older reviews. */
  readonly args?: Args;
  readonly evidence: readonly EvidenceId[];
  readonly rule: RuleVersion;
  readonly weight: number;
  readonly points: number;
  readonly improve: string | null;
  readonly override: Override | null;
  /** What the checks say by themselves; absent where the answer is just that, and in reviews of older programs. */
  readonly own?: OwnAnswer;
  /** Present where the answer follows from what people decided elsewhere. */
  readonly follows?: Following;
}

/** The answer that counts: a person's, where there is one. */
export const standingAnswer = ({
  answer,
  override,
}: {
  readonly answer: Verdict;
  readonly override?: Override | null;
}): Verdict => override?.answer ?? answer;

/** The answer that the program gives where nobody decides anything. */
export const programAnswer = ({ answer, follows }: Pick<ReviewAnswer, 'answer' | 'follows'>): Verdict =>
  follows?.instead ?? answer;

/** What must be answered with Yes before any question of the edition is, without a weight of its own. */
export type ReviewGate = Omit<ReviewAnswer, 'question' | 'weight' | 'points' | 'improve'>;

/** What the criteria of a category come to together: enough are met, enough no longer can be, or it is not known. */
export type CriteriaRule = 'met' | 'missed' | 'unknown';

/** What the questions and gates that rest on the criteria come to by themselves, for each outcome of the criteria. */
export type ByCriteria = Readonly<Record<CriteriaRule, Readonly<Record<string, OwnAnswer>>>>;

/** One criterion of the category, answered. */
export interface ReviewCriterion {
  readonly id: string;
  readonly label: string;
  /** For the middle of a sentence: `the number of registered voters`. Absent in older reviews. */
  readonly noun?: string;
  readonly required: boolean;
  readonly answer: Verdict;
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence; absent in older reviews. */
  readonly args?: Args;
  readonly evidence: readonly EvidenceId[];
  readonly where: readonly { readonly evidence: EvidenceId; readonly part: string; readonly quote: string }[];
  /** Absent in reviews of older programs. */
  readonly override?: Override | null;
}

/** Reasons for which the data exists, or not, by its criteria: the finding of the notes then names every one of them. */
export const restsOnCriteria: ReadonlySet<string> = new Set(['criteria-met', 'criteria-missed', 'criteria-not-shown']);

/** One thing that must have been seen before a No may be said. */
export interface ReviewCoverage {
  readonly what: string;
  /** Empty where no address is known. */
  readonly url: string;
  readonly seen: boolean;
  readonly why: string;
  /** Stable codes of what is needed and how the look at it ended, with the values of their sentences. */
  readonly need: Need;
  readonly reason: Sight;
  readonly evidence: readonly EvidenceId[];
  readonly args: { readonly name: string; readonly detail: string | Sentence };
}

/** One piece of evidence as the review lists it. */
export interface ReviewEvidence {
  readonly id: EvidenceId;
  readonly url: string;
  readonly finalUrl: string;
  readonly fetchedAt: string | null;
  readonly outcome: 'arrived' | 'lost' | 'not-captured' | 'refused-by-us';
  /** Why it was lost or refused by us, null otherwise. */
  readonly because: string | null;
  readonly kind: ReplyKind | null;
  readonly status: number | null;
  readonly mediaType: string | null;
  readonly format: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly quote: string | null;
  readonly record: RecordRef | null;
  readonly drawn?: Drawing | NotDrawn; // absent for what is as its server sent it
  /** Evidence of a made-up address at which its host gave the same page; absent for any other. */
  readonly sameAs?: string;
}

/** Weight that was earned, weight that could still be (Unsure counted as Yes), and the weight of all questions. */
export interface Score {
  readonly points: number;
  readonly ceiling: number;
  readonly outOf: number;
}

/**
 * Digests of the facts that a review was judged by, so that a correction of them is told from a change of the data. They
 * can be compared for being the same, and for nothing else.
 */
export interface ReviewFacts {
  /** Of what is known of the place; null where there was none. */
  readonly place: string | null;
  /** Of what the category asks for under the edition, and of the words it is found by; null where there was none. */
  readonly category: string | null;
}

/** Something that the publisher can do. */
export interface ReviewStep {
  /** What, in a sentence or several where they only count together. */
  readonly fix: string;
  /** The advice of which rule it is, by the code of its reason. */
  readonly reason: string;
  /** The values of its sentence, and under `also` the sentences after the first. */
  readonly args: Args;
  /** Questions that become Yes by it, in the order of the edition. */
  readonly questions: readonly string[];
}

/** What it truly adds, under the edition's own rules. */
export interface ReviewGain extends ReviewStep {
  /** What it adds to the score once all that is listed before it is done. */
  readonly points: number;
  /** True for questions that are No; false for those that are Unsure, where it may be enough to show what is there. */
  readonly certain: boolean;
}

/** What was asked for, so that a re-judging asks the same. */
export interface ReviewRequest {
  /** A search for the data of a place, or a look at one address. */
  readonly kind: 'audit' | 'check';
  /** Addresses that the reviewer named; the one that a check is of. */
  readonly urls: readonly string[];
  /** Address of the candidate that a person chose as the dataset; absent where the program chose. */
  readonly choose?: string;
  /** Elections that the reviewer named, since the place file does not know them; absent where there were none. */
  readonly events?: readonly { readonly day: Day; readonly name: string }[];
}

/** One paragraph of the notes. */
export interface ReviewParagraph {
  /** Stable code of what it is about. */
  readonly reason: string;
  readonly says: string;
  readonly args: Args;
}

/** A scored review of one category in one place; JSON output is exactly this. Schema: `criteria/schema/review.schema.json`. */
export interface Review {
  readonly format: 'odi-review/1';
  /** Absent in imported entries and in reviews of older programs. */
  readonly request?: ReviewRequest;
  /** Absent in imported entries and in reviews of older programs. */
  readonly facts?: ReviewFacts;
  readonly tool: { readonly name: string; readonly version: string };
  readonly edition: string;
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly category: { readonly id: string; readonly title: string } | null;
  readonly year: number;
  readonly asOf: Day;
  readonly score: Score;
  readonly isOpen: boolean;
  readonly answers: Readonly<Record<string, ReviewAnswer>>;
  /** Gates of the edition that are no questions of it, by their ids; absent where it has none. */
  readonly gates?: Readonly<Record<string, ReviewGate>>;
  readonly criteria: readonly ReviewCriterion[];
  /**
   * What the publisher can do, the largest gain first; one fix that mends a No and an Unsure stands there twice. Those of a No
   * add up to `outOf` − `ceiling`, those of an Unsure to `ceiling` − `points`. Absent in imported entries and in reviews of
   * older programs until they are shown.
   */
  readonly gains?: readonly ReviewGain[];
  /** The fewest steps that make the dataset count as open, in their order; empty where it does. Absent like `gains`. */
  readonly wayToOpen?: readonly ReviewStep[];
  /** Absent without a category, in imported entries and in reviews of older programs. */
  readonly byCriteria?: ByCriteria;
  /** What a No rests on; absent in imported entries and in reviews of older programs. */
  readonly coverage?: readonly ReviewCoverage[];
  readonly candidates: readonly {
    readonly url: string;
    readonly why: string;
    /** The reason and the values of that sentence; absent in reviews of older programs. */
    readonly because?: Sentence;
    readonly role: string;
    readonly chosen: boolean;
  }[];
  readonly evidence: readonly ReviewEvidence[];
  /** Answers that contradict one another, and checks that broke. */
  readonly contradictions: readonly string[];
  /** Every decision of a person, in the order they were made; absent where nobody decided anything. */
  readonly decisions?: readonly ReviewDecision[];
  /** Parts of the program that failed, each at the cost of one result; absent where none did. */
  readonly defects?: readonly Defect[];
  readonly notes: string;
  /** The notes as paragraphs with the values of their sentences; absent in imported entries and in older reviews. */
  readonly paragraphs?: readonly ReviewParagraph[];
  readonly previous: PreviousReview | null;
  readonly people: { readonly submitter: string; readonly reviewers: readonly string[]; readonly comments: string };
  /** What a published entry says besides (addresses, formats, qualities), kept as it stood; absent in audits. */
  readonly published?: Readonly<Record<string, string>>;
}

/** Last year's review, as far as it is quoted. */
export interface PreviousReview {
  readonly year: number;
  readonly score: Score;
  readonly notes: string;
  readonly answers: Readonly<Record<string, Verdict>>;
}
