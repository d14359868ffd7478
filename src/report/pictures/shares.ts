import { table } from '../../render/page/table.ts';
import { html, type Markup } from '../../render/template.ts';
import type { AnswerCount } from '../tally.ts';
import type { PageView } from '../view.ts';

/** Answers of one question, as shares of a line. */
export interface ShareRow {
  readonly name: string;
  readonly count: AnswerCount;
}

const strip = ({ Yes, No, Unsure }: AnswerCount): Markup => {
  const all = Yes + No + Unsure;
  const share = (value: number): number => (all === 0 ? 0 : Math.round((value / all) * 1000) / 10);
  const [yes, unsure] = [share(Yes), share(Unsure)];
  return html`<svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="yes" width="${yes}" height="10"/><rect class="unsure" x="${yes}" width="${unsure}" height="10"/><rect class="no" x="${Math.round((yes + unsure) * 10) / 10}" width="${Math.round((100 - yes - unsure) * 10) / 10}" height="10"/></svg>`;
};

/** How often each question was answered with Yes, Unsure and No: a line for the eye, and the numbers. */
export const answerShares = ({ words }: PageView, rows: readonly ShareRow[], caption: string): Markup =>
  table(
    [
      { head: words.text('head.question'), kind: 'name' },
      { head: html`<span class="hidden">${words.text('head.share')}</span>`, kind: 'long' },
      ...(['Yes', 'Unsure', 'No'] as const).map((verdict) => ({
        head: words.verdict(verdict),
        kind: 'number' as const,
      })),
    ],
    rows.map(({ name, count }) => ({
      cells: [name, strip(count), words.number(count.Yes), words.number(count.Unsure), words.number(count.No)],
    })),
    { caption, kind: 'shares' },
  );
