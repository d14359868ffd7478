import type { Day } from '../../model/basics.ts';
import type { Commitment, CommitmentPlan, IndependentReview, PlanDate } from '../../model/commitments.ts';
import { dayOf } from '../../time/day.ts';
import type { PublishedRow, RowReader } from './table.ts';

/** Why a row was left out. */
export interface RowFault {
  readonly line: number;
  readonly says: string;
}

const isId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(text);

/** Days are written month first: `9/5/2019`. What is written otherwise stays in its cell alone. */
const dayIn = (text: string | null): Day | null => {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? '') ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
};

const yearIn = (text: string | null): number | null => (/^(?:19|2[01])\d{2}$/.test(text ?? '') ? Number(text) : null);

const reviewIn = (row: PublishedRow, rows: RowReader, source: string): IndependentReview | null => {
  const review: IndependentReview = {
    completion: rows.text(row, 'completion'),
    verifiable: rows.flag(row, 'verifiable'),
    relevant: rows.flag(row, 'relevant'),
    'potential-impact': rows.text(row, 'impact'),
    'early-results': rows.text(row, 'early'),
    on: yearIn(rows.text(row, 'reviewed')),
    source,
  };
  const { on, source: _, ...said } = review;
  return Object.values(said).every((value) => value === null) ? null : review;
};

/** The commitment of a row: what is known of it, and every cell as it stands. Figures, measures and milestones are for people to add. */
const commitmentOf = (row: PublishedRow, id: string, rows: RowReader, source: string): Commitment => {
  const text = (field: Parameters<RowReader['text']>[1]): string | null => rows.text(row, field);
  const [from, to, lead, support] = [dayIn(text('from')), dayIn(text('to')), text('lead'), text('support')];
  const [address, areas] = [text('address') ?? source, rows.topics(row)];
  return {
    id,
    title: { en: text('title') ?? id },
    lead: lead === null ? null : { en: lead },
    ...(support === null ? {} : { support: [support] }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(areas.length === 0 ? {} : { areas }),
    source: address,
    ...{ indicators: [], milestones: [], irm: reviewIn(row, rows, address) },
    published: row.cells,
  };
};

/** A plan that is being put together. */
interface OpenPlan {
  readonly id: string;
  from: PlanDate | null;
  to: PlanDate | null;
  readonly commitments: Commitment[];
}

/** Plans of the rows of one place, in the order of the table, and rows that could not be read. */
export const skeletonsOf = (
  given: {
    readonly columns: readonly string[];
    readonly rows: readonly PublishedRow[];
    readonly place: string;
    /** Where the table is from. */
    readonly source: string;
  },
  rows: RowReader,
): { readonly plans: readonly CommitmentPlan[]; readonly faults: readonly RowFault[] } => {
  const { columns, place, source } = given;
  const plans = new Map<string, OpenPlan>();
  const faults: RowFault[] = [];
  for (const row of given.rows) {
    const [id, begins, ends] = [rows.text(row, 'id'), yearIn(rows.text(row, 'begins')), yearIn(rows.text(row, 'ends'))];
    if (id === null || !isId(id)) {
      faults.push({
        line: row.line,
        says: `${id === null ? 'there is no identifier' : `“${id}” is no identifier`} of a commitment`,
      });
      continue;
    }
    const named = rows.text(row, 'plan');
    const plan = named !== null && isId(named) ? named : `${place}-${begins ?? 'plan'}`;
    const open: OpenPlan = plans.get(plan) ?? { id: plan, from: begins, to: ends, commitments: [] };
    open.from ??= begins;
    open.to ??= ends;
    open.commitments.push(commitmentOf(row, id, rows, source));
    plans.set(plan, open);
  }
  const made: CommitmentPlan[] = [];
  for (const { id, from, to, commitments } of plans.values()) {
    const [begin, end] = [from ?? to, to ?? from];
    if (begin === null || end === null) {
      faults.push({ line: 0, says: `no row of ${id} tells the years of its plan` });
      continue;
    }
    made.push({ plan: { id, place, from: begin, to: end, source }, table: { columns }, commitments });
  }
  return { plans: made, faults };
};

/** The published rows of plans, cell by cell as they were read; commitments that people added have none. */
export const publishedRows = (
  plans: readonly CommitmentPlan[],
): readonly { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }[] => {
  const tables = new Map<string, { readonly columns: readonly string[]; readonly rows: (readonly string[])[] }>();
  for (const { table, commitments } of plans) {
    if (table === undefined) continue;
    const key = JSON.stringify(table.columns);
    const known = tables.get(key) ?? { columns: table.columns, rows: [] };
    known.rows.push(...commitments.flatMap(({ published }) => (published === undefined ? [] : [published])));
    tables.set(key, known);
  }
  return [...tables.values()];
};
