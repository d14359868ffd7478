import type { Change, Diff, DiffCounts, PlaceDelta, Unpaired } from '../model/diff.ts';
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
import { forHtml, linkTarget } from './escape.ts';
import { htmlPage } from './html-page.ts';
import { signed } from './scorecard-words.ts';

/** Text from outside: isolated, since it may run from right to left. */
const foreign = (text: string): string => `<bdi>${forHtml(text)}</bdi>`;

const section = (title: string, body: string): string =>
  body === '' ? '' : `<section>\n<h2>${forHtml(title)}</h2>\n${body}\n</section>`;

const table = (head: readonly string[], rows: readonly string[]): string =>
  rows.length === 0
    ? ''
    : [
        `<table><thead><tr>${head.map((name) => `<th scope="col">${forHtml(name)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...rows,
        '</tbody></table>',
      ].join('\n');

/** A link that tells the other side nothing; plain text where the address must not be followed. */
const link = (address: string): string => {
  const target = linkTarget(address);
  return target === null
    ? `<code>${foreign(address)}</code>`
    : `<a href="${forHtml(target)}" rel="noopener noreferrer nofollow">${foreign(address)}</a>`;
};

const rested = (side: string, addresses: readonly string[]): string =>
  addresses.length === 0 ? '' : `<br><small>${side}: ${addresses.map(link).join(', ')}</small>`;

const changeRow = (change: Change, names: DiffNames): string => {
  const { place, category, question, from, to, points, cause, says, evidence } = change;
  return [
    `<tr><th scope="row">${foreign(names.place(place))}<br>${foreign(names.category(category))}</th>`,
    `<td>${forHtml(question ?? 'points')}</td><td class="points">${forHtml(`${from} → ${to}`)}</td><td class="points">${signed(points)}</td>`,
    `<td dir="auto"><strong>${cause}</strong> ${foreign(says)}${rested('before', evidence.before)}${rested('after', evidence.after)}</td></tr>`,
  ].join('');
};

const changes = (diff: Diff, names: DiffNames): string =>
  table(
    ['Entry', 'Question', 'Answer', 'Points', 'Why'],
    groupsOf(diff.changes).flatMap((group) => group.changes.map((change) => changeRow(change, names))),
  );

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

const definitions = (diff: Diff): string =>
  list(diff.definitions.map((change) => foreign(definitionSentence(change, diff))));

const placeRow = (place: PlaceDelta): string =>
  `<tr><th scope="row">${foreign(place.name)}</th><td class="points">${forHtml(scores(place))}</td><td class="points">${signed(place.delta ?? 0)}</td></tr>`;

const places = (diff: Diff): string =>
  table(
    ['Place', 'Score', 'Difference'],
    diff.places.filter(({ delta }) => delta !== null && delta !== 0).map(placeRow),
  );

const alone = (entries: readonly Unpaired[], names: DiffNames): string =>
  list(
    entries.map(
      ({ place, category, points }) =>
        `${foreign(names.place(place))}, ${foreign(names.category(category))}: ${points} points`,
    ),
  );

const summaryTable = ({ title, head, rows }: SummaryTable): string =>
  section(
    title,
    table(
      head,
      rows.map(([name = '', ...cells]) =>
        [
          `<tr><th scope="row">${forHtml(name)}</th>`,
          ...cells.map((cell, at) => `<td${at < 4 ? ' class="points"' : ''}>${forHtml(cell)}</td>`),
          '</tr>',
        ].join(''),
      ),
    ),
  );

const sideOf = ({ year, says }: FallSide): string =>
  says === null ? '' : `<br><small>${year}: ${foreign(says)}</small>`;

const fallen = ({ place, category, question, from, to, points, cause, says, before, after }: Fall): string =>
  `${foreign(`${place} ${category}`)}: <strong>${forHtml(`${question ?? 'points'} ${from} → ${to} (${signed(points)})`)}</strong>, ${cause}: ${foreign(says)}${sideOf(before)}${sideOf(after)}`;

/** What fell, where falls were looked for. */
const falls = (regression: Regression | null): string =>
  regression === null ? '' : section(`Fallen since ${regression.baseline}`, list(regression.falls.map(fallen)));

const titleOf = ({ before, after }: Diff): string => `${sideName(before)} → ${sideName(after)}`;

const page = (diff: Diff, counts: DiffCounts, sections: readonly string[]): string => {
  const warned = warning(diff);
  return htmlPage(titleOf(diff), [
    `<header><h1>${foreign(titleOf(diff))}</h1>`,
    warned === null ? '' : `<p class="unsure"><strong>${foreign(warned)}</strong></p>`,
    `<p class="score">${forHtml(tally(diff, counts))}</p></header>`,
    ...sections,
  ]);
};

/** A comparison as one page: what it adds up to, then every change with its cause and the addresses it rests on. */
export const diffHtml = (diff: Diff, names: DiffNames, regression: Regression | null): string =>
  page(diff, countsOf(diff), [
    falls(regression),
    ...summaryTables(diff).map(summaryTable),
    section('Changes', changes(diff, names)),
    section('Definitions', definitions(diff)),
    section('Places', places(diff)),
    section('New entries', alone(diff.added, names)),
    section('Entries that are gone', alone(diff.removed, names)),
  ]);

/** What the changes add up to, as one page. */
export const diffSummaryHtml = (diff: Diff, counts: DiffCounts, regression: Regression | null): string =>
  page(diff, counts, [
    falls(regression),
    ...summaryTables(diff).map(summaryTable),
    section('Definitions', definitions(diff)),
  ]);
