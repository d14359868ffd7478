import type { ChangeTotal, Diff, Doing } from '../model/diff.ts';
import { counted } from './scorecard-words.ts';

/** A table of a summary: text, then numbers, then text that may be long where there is any. */
export interface SummaryTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const doings: Readonly<Record<Doing, string>> = {
  data: 'The data changed',
  method: 'The method changed',
  people: 'Other people judged',
  time: 'It grew old',
  unseen: 'Only we did not see it',
  unknown: 'Not known',
};

const numbers = ['answers', 'won', 'lost', 'points'];

const cells = ({ answers, gained, lost, points }: ChangeTotal): readonly string[] => [
  counted(answers),
  gained === 0 ? '0' : `+${counted(gained)}`,
  lost === 0 ? '0' : `−${counted(lost)}`,
  points > 0 ? `+${counted(points)}` : points < 0 ? `−${counted(-points)}` : '±0',
];

/** The causes of one question, most frequent first: `12 url, 3 data`. */
const causesOf = (causes: Diff['summary']['questions'][number]['causes']): string =>
  Object.entries(causes)
    .sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1))
    .map(([cause, count]) => `${count} ${cause}`)
    .join(', ');

/** What the changes of a comparison add up to, as every form shows it; none where nothing changed. */
export const summaryTables = ({ summary }: Diff): readonly SummaryTable[] =>
  [
    {
      title: 'Whose doing',
      head: ['', ...numbers],
      rows: summary.doings.map(({ doing, ...total }) => [doings[doing], ...cells(total)]),
    },
    {
      title: 'By cause',
      head: ['', ...numbers],
      rows: summary.causes.map(({ cause, ...total }) => [cause, ...cells(total)]),
    },
    {
      title: 'By question',
      head: ['', ...numbers, 'causes'],
      rows: summary.questions.map(({ question, causes, ...total }) => [question, ...cells(total), causesOf(causes)]),
    },
  ].filter(({ rows }) => rows.length > 0);
