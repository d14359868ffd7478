import type { Change, Diff, DiffCounts, PlaceDelta } from '../model/diff.ts';
import { type SummaryTable, summaryTables } from './diff-tables.ts';
import {
  countsOf,
  type DiffNames,
  definitionSentence,
  type EntryChanges,
  type PlaceSection,
  scores,
  sectionsOf,
  sideName,
  tally,
  warning,
} from './diff-words.ts';
import { forTerminal } from './escape.ts';
import { openLayout } from './layout.ts';
import { dimmed, type Pen, type TerminalOptions, takePen } from './pen.ts';
import { signed } from './scorecard-words.ts';

type Lines = readonly string[];

const coloured = ({ ink }: Pen, points: number, text: string): string =>
  points > 0 ? ink.green(text) : points < 0 ? ink.red(text) : ink.dim(text);

/** Lines of one answer: what it was, what it is, what that cost; the cause below where it is not the group's. */
const changeLine = ({ question, from, to, points, cause }: Change, pen: Pen): string => {
  const name = pen.layout.padEnd(forTerminal(question ?? 'points'), 16);
  const values = pen.layout.padEnd(`${from} → ${to}`, 16);
  return `    ${name}${values}${coloured(pen, points, signed(points).padStart(4))}   ${pen.ink.dim(cause)}`;
};

/** Sentences on how causes were found, behind the causes that they explain; each is told where it first occurs. */
const reasons = ({ changes }: EntryChanges, told: Set<string>, pen: Pen): Lines => {
  const fresh = changes.filter(({ cause, says }) => {
    const isNew = !told.has(`${cause} ${says}`);
    told.add(`${cause} ${says}`);
    return isNew;
  });
  return fresh.flatMap(({ cause, says }) =>
    dimmed(pen, pen.layout.hang(`    ${cause}: `, forTerminal(says), pen.width)),
  );
};

const groupLines = (group: EntryChanges, names: DiffNames, told: Set<string>, pen: Pen): Lines => {
  const title = `  ${forTerminal(names.category(group.category))}`;
  const figure = `${signed(group.points)} points`;
  return [
    `${pen.layout.spread(title, figure, pen.width)}`,
    ...group.changes.map((change) => changeLine(change, pen)),
    ...reasons(group, told, pen),
  ];
};

const aloneLines = (kind: string, list: PlaceSection['added'], names: DiffNames, pen: Pen): Lines => {
  const text = list.map(({ category, points }) => `${forTerminal(names.category(category))} ${points}`).join(', ');
  return list.length === 0 ? [] : pen.layout.hang(`  ${kind}: `, text, pen.width);
};

const placeLines = (section: PlaceSection, names: DiffNames, told: Set<string>, pen: Pen): Lines => {
  const { place, delta, groups, added, removed } = section;
  const difference = delta === undefined || delta.delta === null ? '' : `  ${signed(delta.delta)}`;
  const figure = delta === undefined ? '' : `score ${scores(delta)}${difference}`;
  return [
    '',
    pen.ink.bold(pen.layout.spread(forTerminal(delta?.name ?? names.place(place)), figure, pen.width).trimEnd()),
    ...groups.flatMap((group) => groupLines(group, names, told, pen)),
    ...aloneLines('new', added, names, pen),
    ...aloneLines('gone', removed, names, pen),
  ];
};

const isMoved = ({ delta }: PlaceDelta): boolean => delta !== null && delta !== 0;

/** Places whose score moved though nothing of theirs is listed: the categories that count have changed. */
const movedBesides = (diff: Diff, shown: ReadonlySet<string>, pen: Pen): Lines => {
  const moved = diff.places.filter((place) => isMoved(place) && !shown.has(place.id));
  const text = moved.map((place) => `${forTerminal(place.name)} ${scores(place)}`).join(', ');
  return moved.length === 0 ? [] : ['', ...pen.layout.hang('Moved by the mean alone: ', text, pen.width)];
};

const sampleOf = (diff: Diff, names: DiffNames): string =>
  [
    ...diff.places.map(({ name }) => name),
    ...diff.changes.map(({ place }) => names.place(place)),
    ...diff.changes.map(({ category, says }) => names.category(category) + says),
    ...diff.definitions.map(({ title, added, removed }) => [title, ...added, ...removed].join('')),
    diff.before.name,
    diff.after.name,
  ]
    .join('')
    .replace(/[“”−–]/g, '');

const right = (text: string, width: number): string => text.padStart(width);

/** Numbers in columns under their heads; the text behind them goes on below where it does not fit. */
const tableLines = ({ title, head, rows }: SummaryTable, pen: Pen): Lines => {
  const columns = [26, 9, 9, 9, 9];
  const line = (row: readonly string[]): Lines => {
    const [name = '', ...numbers] = row.slice(0, columns.length);
    const first = pen.layout.padEnd(pen.layout.clip(`  ${forTerminal(name)}`, 25), columns[0] ?? 0);
    const told = `${first}${numbers.map((text, at) => right(text, columns[at + 1] ?? 0)).join('')}`;
    const more = row.slice(columns.length).join(' ');
    return more === '' ? [told] : [told, ...dimmed(pen, pen.layout.hang('    ', more, pen.width))];
  };
  const [, ...names] = head.slice(0, columns.length);
  return ['', pen.ink.bold(line([title, ...names])[0] ?? title), ...rows.flatMap(line)];
};

const openingLines = (diff: Diff, counts: DiffCounts, pen: Pen): Lines => {
  const warned = warning(diff);
  return [
    pen.ink.bold(`${forTerminal(sideName(diff.before))} → ${forTerminal(sideName(diff.after))}`),
    ...(warned === null ? [] : pen.layout.wrap(forTerminal(warned), pen.width).map((line) => pen.ink.yellow(line))),
    '',
    ...pen.layout.wrap(tally(diff, counts), pen.width),
  ];
};

const definitionLines = (diff: Diff, pen: Pen): Lines =>
  diff.definitions.flatMap((change) => [
    '',
    ...pen.layout.wrap(forTerminal(definitionSentence(change, diff)), pen.width),
  ]);

/** A comparison for a terminal: the warning first, then every change under its place, with its cause. */
export const diffText = async (diff: Diff, names: DiffNames, terminal: TerminalOptions): Promise<string> => {
  const pen = takePen(terminal, await openLayout(sampleOf(diff, names)));
  const sections = sectionsOf(diff);
  const told = new Set<string>();
  const lines = [
    ...openingLines(diff, countsOf(diff), pen),
    ...sections.flatMap((section) => placeLines(section, names, told, pen)),
    ...movedBesides(diff, new Set(sections.map(({ place }) => place)), pen),
    ...definitionLines(diff, pen),
  ];
  return `${lines.join('\n')}\n`;
};

/** What the changes add up to, for a terminal. */
export const diffSummaryText = async (diff: Diff, counts: DiffCounts, terminal: TerminalOptions): Promise<string> => {
  const sides = `${sideName(diff.before)} ${sideName(diff.after)}`;
  const labels = diff.definitions.flatMap(({ title, added, removed }) => [title, ...added, ...removed]);
  const pen = takePen(terminal, await openLayout([sides, ...labels].join(' ')));
  const tables = summaryTables(diff).flatMap((table) => tableLines(table, pen));
  return `${[...openingLines(diff, counts, pen), ...tables, ...definitionLines(diff, pen)].join('\n')}\n`;
};
