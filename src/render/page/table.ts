import { type Content, html, type Markup } from '../template.ts';

/** A column of a table. */
export interface PageColumn {
  readonly head: Content;
  /** `number` is set to the end, `long` takes the room that is left. */
  readonly kind?: 'number' | 'long' | 'name';
}

/** A cell: what it shows, and what it is sorted by where that is not its text. */
export interface PageCell {
  readonly shows: Content;
  readonly sort?: number | string;
  /** A class of its own, besides the kind of its column. */
  readonly kind?: string;
}

/** A row of a table. */
export interface Row {
  readonly cells: readonly (PageCell | Content)[];
  readonly id?: string;
  /** Words that it is filtered by, besides its own. */
  readonly found?: string;
}

const isCell = (cell: PageCell | Content): cell is PageCell =>
  typeof cell === 'object' && cell !== null && 'shows' in cell;

const cellOf = (cell: PageCell | Content, column: PageColumn | undefined, isFirst: boolean): Markup => {
  const { shows, sort, kind: own } = isCell(cell) ? cell : { shows: cell, sort: undefined, kind: undefined };
  const kinds = [column?.kind, own].filter((kind) => kind !== undefined).join(' ');
  const kind = kinds !== '' && html` class="${kinds}"`;
  const by = sort === undefined ? null : html` data-by="${sort}"`;
  return isFirst ? html`<th scope="row"${kind}${by}>${shows}</th>` : html`<td${kind}${by}>${shows}</td>`;
};

const rowOf = ({ cells, id, found }: Row, columns: readonly PageColumn[], heading: number): Markup =>
  html`<tr${id !== undefined && html` id="${id}"`}${found !== undefined && html` data-found="${found}"`}>${cells.map((cell, at) => cellOf(cell, columns[at], at === heading))}</tr>
`;

/** What a table is besides its rows. */
export interface TableOptions {
  /** What it shows, for those who do not see it. */
  readonly caption: string;
  readonly isCaptionShown?: boolean;
  /** Which column names the row. */
  readonly heading?: number;
  /** May a script sort and filter it? Its label, then. */
  readonly filter?: string;
  readonly id?: string;
  readonly kind?: string;
}

/** A table in a box that scrolls sideways by itself, so that no page does. */
export const table = (columns: readonly PageColumn[], rows: readonly Row[], options: TableOptions): Markup => {
  const { caption, isCaptionShown = false, heading = 0, filter, id, kind = '' } = options;
  // The room of the field that the script puts there, so that nothing moves when it comes.
  const room = filter !== undefined && html`<div class="filter-room"></div>`;
  return html`${room}<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table${id !== undefined && html` id="${id}"`} class="${kind}"${
    filter !== undefined && html` data-filter="${filter}"`
  }><caption${!isCaptionShown && html` class="hidden"`}>${caption}</caption><thead><tr>${columns.map(
    ({ head, kind: own }) => html`<th scope="col"${own !== undefined && html` class="${own}"`}>${head}</th>`,
  )}</tr></thead><tbody>
${rows.map((row) => rowOf(row, columns, heading))}</tbody></table></div>`;
};
