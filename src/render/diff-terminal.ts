import type { Change, Diff, PlaceDelta } from '../model/diff.ts';
import type { DiffNames } from './diff.ts';
import {
  definitionSentence,
  type Group,
  groupsOf,
  ofPlace,
  placesOf,
  scores,
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

/** Sentences on how causes were found, each once, behind the causes that they explain. */
const reasons = ({ changes }: Group, pen: Pen): Lines => {
  const said = new Map(changes.map(({ cause, says }) => [`${cause} ${says}`, { cause, says }]));
  return [...said.values()].flatMap(({ cause, says }) =>
    dimmed(pen, pen.layout.hang(`    ${cause}: `, forTerminal(says), pen.width)),
  );
};

const groupLines = (group: Group, names: DiffNames, pen: Pen): Lines => {
  const title = `  ${forTerminal(names.category(group.category))}`;
  const figure = `${signed(group.points)} points`;
  return [
    `${pen.layout.spread(title, figure, pen.width)}`,
    ...group.changes.map((change) => changeLine(change, pen)),
    ...reasons(group, pen),
  ];
};

const aloneLines = (diff: Diff, place: string, names: DiffNames, pen: Pen): Lines => {
  const told = (kind: string, list: Diff['added']): Lines => {
    const own = ofPlace(list, place);
    if (own.length === 0) return [];
    const text = own.map(({ category, points }) => `${forTerminal(names.category(category))} ${points}`).join(', ');
    return pen.layout.hang(`  ${kind}: `, text, pen.width);
  };
  return [...told('new', diff.added), ...told('gone', diff.removed)];
};

const placeLines = (place: string, diff: Diff, groups: readonly Group[], names: DiffNames, pen: Pen): Lines => {
  const delta = diff.places.find(({ id }) => id === place);
  const figure =
    delta === undefined ? '' : `score ${scores(delta)}${delta.delta === null ? '' : `  ${signed(delta.delta)}`}`;
  return [
    '',
    pen.ink.bold(pen.layout.spread(forTerminal(delta?.name ?? names.place(place)), figure, pen.width).trimEnd()),
    ...groups.filter((group) => group.place === place).flatMap((group) => groupLines(group, names, pen)),
    ...aloneLines(diff, place, names, pen),
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
    ...placesOf(diff).map(names.place),
    ...diff.changes.map(({ category, says }) => names.category(category) + says),
    ...diff.definitions.map(({ title, added, removed }) => [title, ...added, ...removed].join('')),
    diff.before.name,
    diff.after.name,
  ]
    .join('')
    .replace(/[“”−–]/g, '');

/** A comparison for a terminal: the warning first, then every change under its place, with its cause. */
export const diffText = async (diff: Diff, names: DiffNames, terminal: TerminalOptions): Promise<string> => {
  const pen = takePen(terminal, await openLayout(sampleOf(diff, names)));
  const groups = groupsOf(diff.changes);
  const places = placesOf(diff);
  const warned = warning(diff);
  const lines = [
    pen.ink.bold(`${forTerminal(sideName(diff.before))} → ${forTerminal(sideName(diff.after))}`),
    ...(warned === null ? [] : pen.layout.wrap(forTerminal(warned), pen.width).map((line) => pen.ink.yellow(line))),
    '',
    ...pen.layout.wrap(tally(diff), pen.width),
    ...places.flatMap((place) => placeLines(place, diff, groups, names, pen)),
    ...movedBesides(diff, new Set(places), pen),
    ...diff.definitions.flatMap((change) => [
      '',
      ...pen.layout.wrap(forTerminal(definitionSentence(change, diff)), pen.width),
    ]),
  ];
  return `${lines.join('\n')}\n`;
};
