import type { Change, Diff, DiffCounts } from '../model/diff.ts';
import type { Fall, FallSide, Regression } from '../model/regression.ts';
import { type SummaryTable, summaryTables } from './diff-tables.ts';
import {
  countsOf,
  type DiffNames,
  definitionSentence,
  groupsOf,
  scores,
  sideName,
  tally,
  warning,
} from './diff-words.ts';
import { pageAlone } from './page/alone.ts';
import { section } from './page/score.ts';
import { type PageColumn, type Row, table } from './page/table.ts';
import { signed } from './scorecard-words.ts';
import { type Content, html, isolated, joined, outwardLink } from './template.ts';

/** A part of the page with its table; nothing where the table has no rows. */
const tabled = (
  id: string,
  title: string,
  columns: readonly PageColumn[],
  rows: readonly Row[],
  kind: string,
): Content => (rows.length === 0 ? null : section(id, title, table(columns, rows, { caption: title, kind })));

const listed = (id: string, title: string, items: readonly Content[]): Content =>
  items.length === 0 ? null : section(id, title, html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`);

const rested = (side: string, addresses: readonly string[]): Content =>
  addresses.length > 0 && html`<br><span class="note">${side}: ${joined(addresses.map(outwardLink), html`, `)}</span>`;

const changeRow = (change: Change, names: DiffNames): Row => {
  const { place, category, question, from, to, points, cause, says, evidence } = change;
  return {
    cells: [
      html`${isolated(names.place(place))}<br>${isolated(names.category(category))}`,
      question ?? 'points',
      `${from} → ${to}`,
      signed(points),
      html`<strong>${cause}</strong> ${isolated(says)}${rested('before', evidence.before)}${rested('after', evidence.after)}`,
    ],
  };
};

const changes = (diff: Diff, names: DiffNames): Content =>
  tabled(
    'changes',
    'Changes',
    [
      { head: 'Entry', kind: 'name' },
      { head: 'Question' },
      { head: 'Answer', kind: 'number' },
      { head: 'Points', kind: 'number' },
      { head: 'Why', kind: 'long' },
    ],
    groupsOf(diff.changes).flatMap((group) => group.changes.map((change) => changeRow(change, names))),
    'stacked',
  );

const places = (diff: Diff): Content =>
  tabled(
    'places',
    'Places',
    [
      { head: 'Place', kind: 'name' },
      { head: 'Score', kind: 'number' },
      { head: 'Difference', kind: 'number' },
    ],
    diff.places
      .filter(({ delta }) => delta !== null && delta !== 0)
      .map((place) => ({ cells: [isolated(place.name), scores(place), signed(place.delta ?? 0)] })),
    'narrow',
  );

const alone = (id: string, title: string, entries: Diff['added'], names: DiffNames): Content =>
  listed(
    id,
    title,
    entries.map(
      ({ place, category, points }) =>
        html`${isolated(names.place(place))}, ${isolated(names.category(category))}: ${String(points)} points`,
    ),
  );

const summary = (diff: Diff): Content =>
  summaryTables(diff).map(({ title, head, rows }: SummaryTable, at) =>
    tabled(
      `summary-${at + 1}`,
      title,
      head.map((name, index) => ({
        head: name === '' ? html`<span class="hidden">${title}</span>` : name,
        kind: index === 0 ? 'name' : index < 5 ? 'number' : 'long',
      })),
      rows.map((cells) => ({ cells })),
      'plain',
    ),
  );

const definitions = (diff: Diff): Content =>
  listed(
    'definitions',
    'Definitions',
    diff.definitions.map((change) => isolated(definitionSentence(change, diff))),
  );

const sideOf = ({ year, says }: FallSide): Content =>
  says !== null && html`<br><span class="note">${String(year)}: ${isolated(says)}</span>`;

const fallen = ({ place, category, question, from, to, points, cause, says, before, after }: Fall): Content =>
  html`${isolated(`${place} ${category}`)}: <strong>${question ?? 'points'} ${`${from} → ${to}`} (${signed(points)})</strong>, ${cause}: ${isolated(says)}${sideOf(before)}${sideOf(after)}`;

/** What fell since a baseline; nothing where no falls were looked for, or none was found. */
export const fallsList = (regression: Regression | null): Content =>
  regression === null ? null : listed('falls', `Fallen since ${regression.baseline}`, regression.falls.map(fallen));

const page = (diff: Diff, counts: DiffCounts, parts: readonly Content[]): string => {
  const title = `${sideName(diff.before)} → ${sideName(diff.after)}`;
  const warned = warning(diff);
  return pageAlone(
    title,
    html`<header><h1>${isolated(title)}</h1>${warned !== null && html`<p class="warning"><strong>${isolated(warned)}</strong></p>`}
<p class="score">${tally(diff, counts)}</p></header>
${joined(
  parts,
  html`
`,
)}`,
  );
};

/** A comparison as one page: what it adds up to, then every change with its cause and the addresses it rests on. */
export const diffHtml = (diff: Diff, names: DiffNames, regression: Regression | null): string =>
  page(diff, countsOf(diff), [
    fallsList(regression),
    summary(diff),
    changes(diff, names),
    definitions(diff),
    places(diff),
    alone('added', 'New entries', diff.added, names),
    alone('removed', 'Entries that are gone', diff.removed, names),
  ]);

/** What the changes add up to, as one page. */
export const diffSummaryHtml = (diff: Diff, counts: DiffCounts, regression: Regression | null): string =>
  page(diff, counts, [fallsList(regression), summary(diff), definitions(diff)]);
