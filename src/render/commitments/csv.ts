import type { CommitmentReport, CommitmentsReport } from '../../model/commitments-report.ts';
import { forCsv } from '../escape.ts';

const columns = [
  ...[
    'plan',
    'place',
    'asof',
    'commitment',
    'kind',
    'id',
    'status',
    'reason',
    'baseline',
    'target',
    'from',
    'by',
    'value',
    'low',
    'high',
  ],
  ...['on', 'progress', 'elapsed', 'says', 'evidence'],
] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>>;

const rowsOf = ({ id: commitment, indicators, milestones, functions }: CommitmentReport): readonly Row[] => [
  ...indicators.map(
    ({ id, status, reason, says, baseline, target, value, interval, on, progress, elapsed, evidence }) => ({
      ...{ commitment, kind: 'indicator', id, status, reason, says, value, on, progress, elapsed },
      ...{ baseline: baseline?.value ?? null, target: target?.value ?? null, by: target?.by ?? null },
      ...{ low: interval?.low ?? value, high: interval === null ? value : interval.high, evidence: evidence.join(' ') },
    }),
  ),
  ...milestones.map(({ id, status, reason, says, from, to, date, evidence }) => ({
    ...{
      commitment,
      kind: 'milestone',
      id,
      status,
      reason,
      says,
      from,
      by: to,
      on: date,
      evidence: evidence.join(' '),
    },
  })),
  ...functions.map(({ id, answer, reason, says, evidence }) => ({
    ...{ commitment, kind: 'function', id, status: answer, reason, says, evidence: evidence.join(' ') },
  })),
];

/** One line per indicator, milestone and function; RFC 4180, and no cell can start a formula. */
export const commitmentsCsv = ({ plan, asOf, commitments }: CommitmentsReport): string => {
  const rows = commitments
    .flatMap(rowsOf)
    .map((row): Row => ({ plan: plan.id, place: plan.place, asof: asOf, ...row }));
  const lines = rows.map((row) => columns.map((name) => forCsv(String(row[name] ?? ''))));
  return [columns.map(forCsv), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
};
