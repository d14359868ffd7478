import type { FoundValues } from '../../commitments/indicator.ts';
import type { Day } from '../../model/basics.ts';
import type { PromiseMeasure } from '../../model/commitments.ts';
import type { CommitmentEvidence, FunctionReport, MeasuredValue } from '../../model/commitments-report.ts';
import type { EvidenceId } from '../../model/observation.ts';
import { type Review, standingAnswer } from '../../model/review.ts';
import { comparable } from '../../text/fold.ts';
import { searchDocuments, wantedBy } from './documents.ts';
import type { PlanLook } from './look.ts';
import { frontOf } from './portals.ts';
import { walkSite } from './walk.ts';

/* Measures that are no portal's: reviews that are kept, documents, rows of a dataset, functions of a site, notes that people sign. */

/** What is told of something that was read and not fetched. */
export type Cited = Pick<CommitmentEvidence, 'url' | 'kind' | 'sha256' | 'quote' | 'fetchedAt'>;

/** Gives something that was read an id to cite it by. */
export type Cite = (key: string, made: Cited) => EvidenceId;

/** What measures are read from. */
export interface MeasureSources {
  readonly look: PlanLook;
  readonly asOf: Day;
  readonly reviews: readonly Review[];
  readonly functions: readonly FunctionReport[];
}

const bounds = (
  low: number | null,
  high: number | null,
): Pick<MeasuredValue, 'value' | 'low' | 'high' | 'strength'> => ({
  ...{ value: low === high ? low : null, low, high },
  strength: low !== null && low === high ? 'whole' : 'interval',
});

const unknown = bounds(null, null);

const yesNo = (answer: string | undefined): ReturnType<typeof bounds> =>
  answer === 'Yes' ? bounds(1, 1) : answer === 'No' ? bounds(0, 0) : answer === 'Unsure' ? bounds(0, 1) : unknown;

/** What a review says: its points, whether the data is open, or one answer. What is Unsure leaves both ends open. */
const inReview = (review: Review, answer: string): ReturnType<typeof bounds> => {
  const { score, isOpen, answers } = review;
  if (answer === 'points') return { ...bounds(score.points, score.ceiling), value: score.points };
  if (answer !== 'open') return yesNo(answers[answer] === undefined ? undefined : standingAnswer(answers[answer]));
  if (isOpen) return bounds(1, 1);
  return bounds(0, Object.values(answers).some((one) => standingAnswer(one) === 'Unsure') ? 1 : 0);
};

const ofReviews = (category: string, answer: string, { reviews }: MeasureSources, cite: Cite): FoundValues => ({
  lookedAt: `no review of ${category} is kept`,
  values: reviews
    .filter((review) => review.category?.id === category)
    .map((review) => {
      const url = review.candidates.find(({ chosen }) => chosen)?.url ?? '';
      const quote = `${category} ${review.year}: ${answer}`;
      const id = cite(`review ${category} ${review.year}`, {
        url,
        kind: 'review',
        sha256: null,
        quote,
        fetchedAt: review.asOf,
      });
      return {
        ...{ on: review.asOf, seenOn: review.asOf, evidence: [id] },
        ...inReview(review, answer),
        from: `the review of ${category} of ${review.year}`,
      };
    }),
});

const walk = { requests: 15, depth: 2, outside: 0 } as const;

type Of<Kind extends string> = Extract<PromiseMeasure, Readonly<Record<Kind, unknown>>>;

/** 1 where a document with the words is found, 0 where the site was seen whole without one. */
const ofPage = async ({ page, words }: Of<'page'>, { look, asOf }: MeasureSources): Promise<FoundValues> => {
  const sought = { id: 'page', text: '', from: asOf, to: asOf, words, where: [page] };
  const site = await walkSite(frontOf(page), walk, look, wantedBy([sought]));
  const { found, gaps, read } = await searchDocuments(sought, [site], look);
  const there = found.find(({ date }) => date === null || date <= asOf);
  const seen = there === undefined ? read : [there.where];
  const value = there !== undefined ? bounds(1, 1) : gaps.length === 0 && read.length > 0 ? bounds(0, 0) : unknown;
  return {
    lookedAt: `${page} was not seen`,
    values: [{ on: asOf, seenOn: asOf, ...value, from: page, evidence: seen.map(({ evidence }) => evidence) }],
  };
};

/** Rows of a table in which a column has a value, letter by letter as the plan writes it: “done” is not “Done”; only where every row was read. */
const ofRows = async (measure: Of<'count-of'>, { look, asOf }: MeasureSources): Promise<FoundValues> => {
  const url = measure['count-of'];
  const { inspection, evidence, fetchedAt } = await look.open({ url }, { role: 'data-file' });
  const table = inspection?.tables.find(({ columns }) =>
    columns.some(({ name }) => comparable(name) === comparable(measure.column)),
  );
  const at = table?.columns.findIndex(({ name }) => comparable(name) === comparable(measure.column)) ?? -1;
  const isWhole = table !== undefined && inspection?.complete === true && table.rows === table.sample.length;
  const count = table?.sample.filter((row) => (row[at] ?? '') === measure.value).length ?? 0;
  const on = fetchedAt?.slice(0, 10) ?? asOf;
  const value = isWhole ? bounds(count, count) : table === undefined ? unknown : bounds(count, null);
  return { lookedAt: url, values: [{ on, seenOn: on, ...value, from: url, evidence: [evidence] }] };
};

const ofFunctions = (checklist: string, { functions, asOf }: MeasureSources): FoundValues => {
  const yes = functions.filter(({ answer }) => answer === 'Yes').length;
  const unsure = functions.filter(({ answer }) => answer === 'Unsure').length;
  const value = { ...bounds(yes, yes + unsure), value: yes };
  const evidence = [...new Set(functions.flatMap((one) => one.evidence.slice(0, 1)))];
  const lookedAt = `the functions of ${checklist}`;
  return functions.length === 0
    ? { lookedAt, values: [] }
    : { lookedAt, values: [{ on: asOf, seenOn: asOf, ...value, from: lookedAt, evidence }] };
};

const ofNote = ({ manual: { value, on, by, note } }: Of<'manual'>, cite: Cite): FoundValues => ({
  lookedAt: `a note of ${by}`,
  values: [
    {
      ...{ on, seenOn: on, value, low: value, high: value, strength: 'signed', from: `a note of ${by}` },
      evidence: [
        cite(`note ${by} ${on} ${note}`, {
          url: '',
          kind: 'note',
          sha256: null,
          quote: `${by}: ${note}`,
          fetchedAt: on,
        }),
      ],
    },
  ],
});

/** The values of an indicator that is measured by anything but a portal. */
export const otherValues = async (
  measure: Exclude<PromiseMeasure, { readonly portal: string }>,
  sources: MeasureSources,
  cite: Cite,
): Promise<FoundValues> => {
  if ('review' in measure) return ofReviews(measure.review, measure.answer, sources, cite);
  if ('page' in measure) return ofPage(measure, sources);
  if ('count-of' in measure) return ofRows(measure, sources);
  if ('function' in measure) return ofFunctions(measure.function, sources);
  return ofNote(measure, cite);
};
