import type { ReviewEvidence } from '../../model/review.ts';
import { type Content, html, isolated, joined, type Markup, outwardLink } from '../../render/template.ts';
import { replyOf } from '../../render/words.ts';
import { prose } from '../../report/index.ts';
import type { CellsAround, QuoteAround, TextAround } from '../surroundings.ts';
import type { DeskPage, DeskView } from './frame.ts';
import { reviewPath } from './list.ts';

/** Why nothing is drawn from an archive; the sentence is in the messages under `desk.archive`. */
export type UndrawnReason = 'not-archived' | 'not-at-hand' | 'not-held' | 'not-the-same' | 'not-read' | 'not-found';

/** What is drawn of a place, or why nothing is. */
export type DrawnPlace =
  | { readonly around: QuoteAround }
  | { readonly undrawn: UndrawnReason /** What was archived begins so. */; readonly beginning?: string };

/** A place that an answer rests on, as the desk shows it. */
export interface DeskPlace {
  readonly evidence: ReviewEvidence;
  readonly quote: string;
  readonly part: string;
  readonly drawn: DrawnPlace;
}

/** Where an archived reply is read, behind the base. */
export const evidencePath = (review: string, id: string): string => `${reviewPath(review)}/e/${encodeURIComponent(id)}`;

const lined = (text: string): Content =>
  joined(
    text.split('\n').map((line) => html`${line}`),
    html`<br>`,
  );

const textBox = ({ before, quote, after, isCut: [cutBefore, cutAfter] }: TextAround): Markup =>
  html`<blockquote dir="auto">${cutBefore && html`… `}${lined(before)} <mark>${quote}</mark> ${lined(after)}${cutAfter && html` …`}</blockquote>`;

const cellsBox = ({ words }: DeskView, { table, columns, rows, at }: CellsAround): Markup => {
  const marked = (text: string, row: number | null, column: number): Content =>
    row === at.row && column === at.column ? html`<mark>${text}</mark>` : text;
  const caption = table === '' ? words.text('place.rows') : words.text('place.rows-of', { table });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="cells" dir="auto"><caption class="hidden">${caption}</caption><thead><tr>${columns.map(
    (name, column) => html`<th scope="col">${marked(name === '' ? '–' : name, null, column)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells, row) =>
      html`<tr>${cells.map((cell, column) => html`<td dir="auto">${marked(cell, row, column)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
};

const drawnBox = (view: DeskView, { drawn, quote }: DeskPlace): Markup => {
  if ('around' in drawn) {
    const { around } = drawn;
    return around.kind === 'text' ? textBox(around) : cellsBox(view, around);
  }
  return html`${quote !== '' && html`<blockquote dir="auto"><mark>${quote}</mark></blockquote>`}${
    (quote !== '' || drawn.undrawn !== 'not-found') &&
    html`<p class="note">${view.words.text(`archive.${drawn.undrawn}`)}</p>`
  }${
    drawn.beginning !== undefined &&
    drawn.beginning !== '' &&
    html`<p class="note">${view.words.text('archive.begins')}</p><blockquote dir="auto">${lined(drawn.beginning)} …</blockquote>`
  }`;
};

/** A place with the words in their surroundings, its live and its archived address. */
export const placeBox = (view: DeskView, review: string, place: DeskPlace): Markup => {
  const { words } = view;
  const { evidence, part } = place;
  return html`<li class="place">${drawnBox(view, place)}<p class="where">${part !== '' && part !== 'text' && html`${isolated(part)} · `}${words.text('place.live')} ${outwardLink(evidence.finalUrl || evidence.url)} · <a href="${view.base}${evidencePath(review, evidence.id)}">${words.text('place.archived')} <bdi dir="ltr">${evidence.id}</bdi></a></p></li>`;
};

/** What is read of an archived reply. */
export type ArchivedText = { readonly text: string; readonly isCut: boolean } | { readonly undrawn: UndrawnReason };

/** An archived reply as text alone, with where it is from. */
export const evidencePage = (
  view: DeskView,
  review: { readonly id: string; readonly title: string },
  evidence: ReviewEvidence,
  archived: ArchivedText,
): DeskPage => {
  const { words } = view;
  const { id, url, finalUrl, fetchedAt, record, sha256 } = evidence;
  const title = words.text('archive.title', { id: { said: id } });
  const row = (name: string, value: Content): Content =>
    value !== null && html`<dt>${words.text(`archive.${name}`)}</dt><dd>${value}</dd>`;
  return {
    title,
    main: html`<p class="trail"><a href="${view.base}${reviewPath(review.id)}" data-key="r">${isolated(review.title)}</a></p><h1>${title}</h1><dl class="people">${row('live', outwardLink(url))}${row('answered-by', finalUrl === url ? null : outwardLink(finalUrl))}${row('reply', html`<span dir="auto">${prose(replyOf(evidence, words.messages))}</span>`)}${row('fetched', fetchedAt === null ? null : html`<time datetime="${fetchedAt}">${words.day(fetchedAt.slice(0, 10))}</time>`)}${row('record', record === null ? null : html`<bdi dir="ltr"><code>${record.file}</code> <code>${record.id}</code></bdi>`)}${row('digest', sha256 === null ? null : html`<bdi dir="ltr"><code>${sha256}</code></bdi>`)}</dl>${
      'undrawn' in archived
        ? html`<p>${words.text(`archive.${archived.undrawn}`)}</p>`
        : html`<p class="note">${words.text('archive.as-text')}</p><div class="archived" dir="auto" tabindex="0" role="group" aria-label="${title}">${lined(archived.text)}</div>${archived.isCut && html`<p class="note">${words.text('archive.cut')}</p>`}`
    }`,
  };
};
