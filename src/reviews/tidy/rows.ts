import type { Day, Instant } from '../../model/basics.ts';
import {
  programAnswer,
  type Review,
  type ReviewAnswer,
  type ReviewDecision,
  standingAnswer,
} from '../../model/review.ts';
import { keyOf, pathOf } from '../key.ts';
import type { TidyRow } from './vocabulary.ts';

/** The rows that one review gives each table. */
export type RowsByTable = Readonly<Record<string, readonly TidyRow[]>>;

/** Year, place and category of a review. */
export const reviewId = (review: Review): string => pathOf(keyOf(review)).replace(/\.json$/, '');

const orNull = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text === '' ? null : text;

/** A moment without fractions of a second, as Table Schema writes it; null for what is none. */
const momentOf = (at: Instant | null): Instant | null => {
  const [, moment] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(at ?? '') ?? [];
  return moment === undefined ? null : `${moment}Z`;
};

const originOf = ({ published, request }: Review): string =>
  published !== undefined ? 'published' : request !== undefined ? 'audit' : 'unknown';

const reviewRow = (review: Review): TidyRow => ({
  review_id: reviewId(review),
  year: review.year,
  place_id: review.place?.id ?? null,
  category_id: review.category?.id ?? null,
  edition_id: review.edition,
  as_of: review.asOf satisfies Day,
  origin: originOf(review),
  points: review.score.points,
  ceiling: review.score.ceiling,
  out_of: review.score.outOf,
  is_open: review.isOpen,
  tool: review.tool.name,
  tool_version: review.tool.version,
  submitter: orNull(review.people.submitter),
  reviewers: orNull(review.people.reviewers.join('; ')),
  evidence_count: review.evidence.length,
  contradictions: review.contradictions.length,
  notes: orNull(review.notes),
});

/** What an answer comes from. A rule of the edition made it where the checks by themselves say something else. */
const causeOf = (answer: ReviewAnswer, { published }: Review): string => {
  if (answer.override !== null || answer.follows !== undefined) return 'person';
  if (published !== undefined) return 'published';
  return answer.own !== undefined && answer.own.reason !== answer.reason ? 'rule' : 'check';
};

const answerRow = (id: string, answer: ReviewAnswer, review: Review): TidyRow => {
  const standing = standingAnswer(answer);
  const { weight } = answer;
  const points = standing === 'Yes' ? weight : 0;
  return {
    review_id: reviewId(review),
    edition_id: review.edition,
    question_id: id,
    answer: standing,
    program_answer: review.published === undefined ? programAnswer(answer) : null,
    reason: answer.reason,
    cause: causeOf(answer, review),
    says: orNull(answer.override?.because ?? answer.says),
    ...{ weight, points, ceiling: standing === 'Unsure' ? weight : points },
    rule_id: answer.rule.id,
    rule_version: answer.rule.version,
    evidence: orNull([...new Set(answer.evidence)].join(' ')),
    improve: orNull(answer.improve),
  };
};

const criterionRow = (criterion: Review['criteria'][number], review: Review): TidyRow => ({
  review_id: reviewId(review),
  criterion_id: criterion.id,
  label: criterion.label,
  is_required: criterion.required,
  answer: standingAnswer(criterion),
  program_answer: criterion.answer,
  reason: criterion.reason,
  says: orNull(criterion.override?.because ?? criterion.says),
  evidence: orNull([...new Set(criterion.evidence)].join(' ')),
});

const sourcesOf = ({ evidence }: ReviewDecision): string =>
  evidence
    .map((source) => (typeof source === 'string' ? source : (source.url ?? source.file ?? source.quote ?? '')))
    .map((text) => text.replaceAll(/\s+/g, '_'))
    .join(' ');

const overrideRow = (decision: ReviewDecision, at: number, review: Review): TidyRow => ({
  review_id: reviewId(review),
  position: at + 1,
  subject: decision.on,
  answer: decision.answer,
  state: decision.state,
  aged_by: decision.why ?? null,
  reviewer: decision.reviewer,
  decided_at: decision.at,
  because: orNull(decision.because),
  sources: orNull(sourcesOf(decision)),
});

/** What tells a piece of evidence from those of all other reviews. */
const evidenceId = (review: Review, id: string): string => `${reviewId(review)}#${id}`;

const evidenceRow = (one: Review['evidence'][number], review: Review): TidyRow => ({
  evidence_id: evidenceId(review, one.id),
  review_id: reviewId(review),
  number: one.id,
  url: one.url,
  final_url: one.finalUrl,
  fetched_at: momentOf(one.fetchedAt),
  outcome: one.outcome,
  loss: orNull(one.because),
  kind: one.kind,
  status: one.status,
  media_type: orNull(one.mediaType),
  format: orNull(one.format),
  bytes: one.bytes,
  sha256: orNull(one.sha256),
  record_file: one.record?.file ?? null,
  record_id: one.record?.id ?? null,
});

/** One row for each piece of evidence that something rests on. */
const cited = (key: TidyRow, evidence: readonly string[], review: Review): readonly TidyRow[] =>
  [...new Set(evidence)].map((id) => ({ ...key, evidence_id: evidenceId(review, id) }));

/** What one review gives each table that grows with the number of reviews. */
export const reviewRows = (review: Review): RowsByTable => {
  const id = { review_id: reviewId(review) };
  const answers = Object.entries(review.answers);
  return {
    reviews: [reviewRow(review)],
    answers: answers.map(([question, answer]) => answerRow(question, answer, review)),
    criteria: review.criteria.map((criterion) => criterionRow(criterion, review)),
    candidates: review.candidates.map(({ url, role, chosen, why }, at) => ({
      ...{ ...id, position: at + 1, url, role, is_chosen: chosen, why: orNull(why) },
    })),
    overrides: (review.decisions ?? []).map((decision, at) => overrideRow(decision, at, review)),
    evidence: review.evidence.map((one) => evidenceRow(one, review)),
    answer_evidence: answers.flatMap(([question, { evidence }]) =>
      cited({ ...id, question_id: question }, evidence, review),
    ),
    criterion_evidence: review.criteria.flatMap((one) => cited({ ...id, criterion_id: one.id }, one.evidence, review)),
  };
};
