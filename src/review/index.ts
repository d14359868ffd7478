import type { CriterionFinding, Dossier, Ground, PublishedAnswer } from '../model/check.ts';
import type { Edition } from '../model/data.ts';
import type { Defect } from '../model/defect.ts';
import type { EvidenceEntry, EvidenceId } from '../model/observation.ts';
import type { Candidate } from '../model/records.ts';
import {
  type ByCriteria,
  type OwnAnswer,
  type PreviousReview,
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewFacts,
  type ReviewRequest,
  type Score,
  standingAnswer,
} from '../model/review.ts';
import { coverageTold } from './coverage.ts';
import { evidenceOf } from './evidence.ts';
import { sayImprovement } from './improve.ts';
import { type NotesMaterial, notesOf, paragraphsOf, type SearchNote } from './notes.ts';
import { ownNotes } from './paragraphs.ts';

export type { SearchNote } from './notes.ts';

/** Everything a review is assembled from. */
export interface Material {
  readonly tool: { readonly name: string; readonly version: string };
  readonly edition: Pick<Edition, 'id' | 'questions'>;
  readonly dossier: Dossier;
  readonly year: number;
  /** By question id; all questions of the edition. */
  readonly answers: Readonly<Record<string, PublishedAnswer>>;
  /** What the checks say by themselves, where that is not what is published. */
  readonly own: Readonly<Record<string, OwnAnswer>>;
  /** Gates of the edition that are no questions, as they are published; none where it has none. */
  readonly gates: Readonly<Record<string, PublishedAnswer>>;
  /** What rests on the criteria, for each outcome of theirs; null without a category. */
  readonly byCriteria: ByCriteria | null;
  readonly score: Score;
  readonly isOpen: boolean;
  readonly candidates: readonly Candidate[];
  /** Every exchange of the run, numbered. */
  readonly asked: readonly EvidenceEntry[];
  readonly searched: readonly SearchNote[];
  readonly contradictions: readonly string[];
  readonly previous: Review | null;
  /** The body responsible for the data, as a reviewer would name it; null where it is not known. */
  readonly responsible: string | null;
  /** Parts of the program that failed on the way. */
  readonly defects: readonly Defect[];
  /** What was asked for. */
  readonly request: ReviewRequest;
  readonly facts: ReviewFacts;
}

const distinct = (grounds: readonly Ground[]): readonly EvidenceId[] => [
  ...new Set(grounds.map(({ evidence }) => evidence)),
];

const ownOf = (id: string, { own }: Material): { readonly own?: OwnAnswer } => {
  const said = own[id];
  return said === undefined ? {} : { own: said };
};

const gatesOf = (material: Material): Pick<Review, 'gates'> => {
  const gates = Object.entries(material.gates).map(([id, { answer, reason, says, args, grounds, rule }]) => [
    id,
    {
      answer,
      reason,
      says,
      args,
      evidence: distinct(grounds),
      rule: { id: rule.id, version: rule.version },
      override: null,
    },
  ]);
  return gates.length === 0 ? {} : { gates: Object.fromEntries(gates) };
};

const answersOf = (material: Material): Readonly<Record<string, ReviewAnswer>> =>
  Object.fromEntries(
    material.edition.questions.map(({ id, title, weight }) => {
      const answered = material.answers[id];
      if (answered === undefined) throw new Error(`The question ${id} of ${material.edition.id} was not answered.`);
      const { answer, reason, says, args, grounds, rule } = answered;
      return [
        id,
        {
          question: title,
          answer,
          reason,
          says,
          args,
          evidence: distinct(grounds),
          rule: { id: rule.id, version: rule.version },
          weight,
          points: answer === 'Yes' ? weight : 0,
          improve: sayImprovement(answered, title, weight),
          override: null,
          ...ownOf(id, material),
        },
      ];
    }),
  );

const criterionOf = ({
  id,
  label,
  noun,
  required,
  answer,
  reason,
  says,
  args,
  where,
}: CriterionFinding): ReviewCriterion => ({
  id,
  label,
  noun,
  required,
  answer,
  reason,
  says,
  args,
  evidence: distinct(where),
  where: where.map(({ evidence, part = '', quote = '' }) => ({ evidence, part, quote })),
  override: null,
});

const candidatesOf = ({ candidates, dossier }: Material): Review['candidates'] => {
  const chosen = new Set(dossier.observations.filter((seen) => seen.chosen).map(({ url }) => url));
  return candidates.map(({ url, why, because, role }) => ({
    ...{ url, why },
    ...(because === undefined ? {} : { because }),
    ...{ role, chosen: chosen.has(url) },
  }));
};

/** What was judged, as its catalogue or page names it. */
const judgedOf = ({ candidates, dossier }: Material): NotesMaterial['judged'] =>
  candidates.flatMap(({ url, why, title, publisher, record }) => {
    const seen = dossier.observations.find((one) => one.chosen && one.url === url);
    if (seen === undefined) return [];
    const subject = record ?? seen.subject;
    return [
      {
        ...{ url, why },
        title: subject?.title ?? title ?? seen.inspection?.page?.title ?? null,
        publisher: subject?.publisher ?? publisher,
      },
    ];
  });

/** What is quoted of the review of the year before: answers as a person left them, and its own notes only. */
const previousOf = (review: Review): PreviousReview => ({
  year: review.year,
  score: review.score,
  notes: ownNotes(review.notes),
  answers: Object.fromEntries(Object.entries(review.answers).map(([id, answer]) => [id, standingAnswer(answer)])),
});

/**
 * Writes the review of one category in one place. Pure: the same material gives the same review.
 *
 * @throws Error where an answer to a question of the edition is missing, which is a defect of the caller.
 */
export const assemble = (material: Material): Review => {
  const { tool, edition, dossier, year, score, isOpen, asked, searched, contradictions, responsible } = material;
  const { place, category, asOf, observations, criteria } = dossier;
  const answers = answersOf(material);
  const previous = material.previous === null ? null : previousOf(material.previous);
  const paragraphs = paragraphsOf({
    responsible,
    edition: edition.id,
    judged: judgedOf(material),
    observations,
    asked,
    searched,
    findings: criteria.findings.filter(({ required }) => required),
    contests: dossier.contests,
    questions: edition.questions,
    answers,
    contradictions,
    previous,
  });
  return {
    format: 'odi-review/1',
    request: material.request,
    facts: material.facts,
    tool: { name: tool.name, version: tool.version },
    edition: edition.id,
    place: place === null ? null : { id: place.id, name: place.name },
    category: category === null ? null : { id: category.id, title: category.title },
    year,
    asOf,
    score: { points: score.points, ceiling: score.ceiling, outOf: score.outOf },
    isOpen,
    answers,
    ...gatesOf(material),
    criteria: criteria.findings.map(criterionOf),
    ...(material.byCriteria === null ? {} : { byCriteria: material.byCriteria }),
    coverage: coverageTold(dossier.coverage),
    candidates: candidatesOf(material),
    evidence: evidenceOf(observations, asked),
    contradictions: [...contradictions],
    ...(material.defects.length === 0 ? {} : { defects: material.defects }),
    notes: notesOf(paragraphs),
    paragraphs,
    previous,
    people: { submitter: `${tool.name} ${tool.version}`, reviewers: [], comments: '' },
  };
};
