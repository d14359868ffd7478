import { Chalk, type ChalkInstance } from 'chalk';
import type { CategoryCell, CategoryScore, PlaceScore, Scorecard } from '../model/scorecard.ts';
import { forTerminal } from './escape.ts';
import { openLayout, type TextLayout } from './layout.ts';
import type { TerminalOptions } from './pen.ts';
import { isUndecided, many, range } from './scorecard-words.ts';

/** How the table is laid out: how many cells a category takes, and what one shows. */
interface Grid {
  readonly width: number;
  readonly nameWidth: number;
  readonly pitch: number;
  readonly ink: ChalkInstance;
  readonly layout: TextLayout;
  readonly show: (cell: CategoryCell) => string;
}

/** Rank, score and number open, with the blanks between them. */
const fixedCells = 4 + 2 + 1 + 7 + 1 + 4;
const leastName = 14;
const mostName = 34;
const widest = 140;

const paint = (ink: ChalkInstance, cell: CategoryCell): ChalkInstance => {
  if (cell.isOpen) return ink.green;
  if (isUndecided(cell)) return ink.yellow;
  return cell.points === 0 ? ink.dim : ink;
};

/** Points in full where there is room, with a dot for open data. */
const inFull = ({ points, ceiling, isOpen }: CategoryCell): string =>
  `${points}${isOpen ? '●' : isUndecided({ points, ceiling }) ? '+' : ' '}`;

/** Points in tens, a dot for open data. */
const inTens = ({ points, ceiling, isOpen }: CategoryCell): string =>
  isOpen ? '●' : `${Math.floor(points / 10)}${isUndecided({ points, ceiling }) ? '+' : ''}`;

const gridFor = (count: number, { columns, colour }: TerminalOptions, layout: TextLayout): Grid => {
  const width = Math.min(widest, Math.max(60, columns));
  const ink = new Chalk({ level: colour ? 1 : 0 });
  const room = width - fixedCells - leastName;
  const pitch = [6, 5, 3].find((cells) => cells * count <= room) ?? 2;
  const left = width - fixedCells - pitch * count;
  return {
    width,
    ink,
    layout,
    pitch,
    nameWidth: Math.max(leastName, Math.min(mostName, left)),
    show: pitch >= 5 ? inFull : inTens,
  };
};

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

const keyOf = (at: number): string => alphabet[at] ?? '*';

const right = (text: string, width: number): string => `${' '.repeat(Math.max(0, width - text.length))}${text}`;

/** Cells end where the digit of the points ends, so that a sign behind it does not shift it. */
const cellText = (text: string, pitch: number): string => {
  const hasSign = text.length > 1 && /[+● ]$/.test(text);
  return pitch >= 5 || !hasSign
    ? right(text, pitch - (pitch === 3 ? 1 : 0)) + (pitch === 3 ? ' ' : '')
    : pitch === 3
      ? right(text, 3)
      : text;
};

const header = (categories: readonly CategoryScore[], grid: Grid): string => {
  const keys = categories.map((_, at) => cellText(grid.pitch >= 5 ? `${keyOf(at)} ` : keyOf(at), grid.pitch)).join('');
  return `${right('rank', 4)}  ${grid.layout.padEnd('place', grid.nameWidth)} ${right('score', 7)} ${right('open', 4)}${keys}`.trimEnd();
};

const line = (place: PlaceScore, categories: readonly CategoryScore[], grid: Grid): string => {
  const { ink, pitch, nameWidth, layout } = grid;
  const name = layout.padEnd(layout.clip(forTerminal(place.name), nameWidth), nameWidth);
  const cells = categories.map(({ id }) => {
    const cell = place.categories[id];
    return cell === undefined
      ? ink.dim(cellText(pitch >= 5 ? '· ' : '·', pitch))
      : paint(ink, cell)(cellText(grid.show(cell), pitch));
  });
  const score = right(range(place.score, place.ceiling), 7);
  const open = place.open === 0 ? ink.dim(right('0', 4)) : ink.green(right(String(place.open), 4));
  return `${right(place.rank === null ? '–' : String(place.rank), 4)}  ${name} ${ink.bold(score)} ${open}${cells.join('')}`.trimEnd();
};

const categoryLine = (category: CategoryScore, at: number, { ink, layout }: Grid): string => {
  const { rank, title, score, ceiling, open, entries } = category;
  const name = layout.padEnd(layout.clip(forTerminal(title), 26), 26);
  const rankText = right(rank === null ? '–' : String(rank), 4);
  const told = entries === 0 ? ink.dim('no entries') : `${ink.green(right(String(open), 4))} open of ${entries}`;
  return `${rankText}  ${keyOf(at)}  ${name} ${ink.bold(right(range(score, ceiling), 7))} ${told}`;
};

const legend = (card: Scorecard, grid: Grid): readonly string[] => {
  const cells = card.places.flatMap(({ categories }) => Object.values(categories));
  const signs = [
    cells.some(({ isOpen }) => isOpen) ? '● open data.' : '',
    grid.pitch < 5 ? 'A digit is points in tens: 4 is 40 to 49.' : 'Cells are points.',
    cells.some(isUndecided) ? '+ and ranges: more if what is undecided turns out Yes.' : '',
  ];
  return grid.layout.wrap(signs.filter((text) => text !== '').join(' '), grid.width).map((text) => grid.ink.dim(text));
};

/** Places without any entry, in one paragraph: those that share the last rank, and those that have none. */
const absentees = (places: readonly PlaceScore[], { layout, width, ink }: Grid): readonly string[] => {
  const told = (lead: string, list: readonly PlaceScore[]): readonly string[] => {
    const names = list.map(({ name }) => forTerminal(name)).join(', ');
    return list.length === 0 ? [] : ['', lead, ...layout.hang('      ', names, width).map((text) => ink.dim(text))];
  };
  const last = places.filter(({ rank }) => rank !== null);
  return [
    ...told(`${right(String(last[0]?.rank ?? ''), 4)}  without entries, with a score of 0`, last),
    ...told(
      `${right('–', 4)}  left out of the index`,
      places.filter(({ rank }) => rank === null),
    ),
  ];
};

/** Places by categories for a terminal: one line a place, fit for any width from 60 cells. */
export const scorecardText = async (card: Scorecard, terminal: TerminalOptions): Promise<string> => {
  const shown = card.categories.filter(({ entries }) => entries > 0);
  const sample = [...card.places.map(({ name }) => name), ...shown.map(({ title }) => title), card.edition].join('');
  const grid = gridFor(shown.length, terminal, await openLayout(sample));
  const { places, entries, open, openPercent } = card.summary;
  const lines = [
    grid.ink.bold(grid.layout.spread(`Scorecard ${card.year}`, card.edition, grid.width)),
    `${many(places, 'place', 'places')}, ${many(entries, 'entry', 'entries')}, ${open} open (${openPercent} %)`,
    '',
    grid.ink.dim(header(shown, grid)),
    ...card.places.filter((place) => place.entries > 0).map((place) => line(place, shown, grid)),
    ...absentees(
      card.places.filter((place) => place.entries === 0),
      grid,
    ),
    '',
    ...shown.map((category, at) => categoryLine(category, at, grid)),
    '',
    ...legend(card, grid),
  ];
  return `${lines.join('\n')}\n`;
};
