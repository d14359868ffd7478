import { forTerminal } from '../render/escape.ts';
import { openLayout } from '../render/layout.ts';
import { dimmed, type Pen, paint, type TerminalOptions, takePen } from '../render/pen.ts';
import { counted, many } from '../render/scorecard-words.ts';
import { marks, sizeOf } from '../render/words.ts';
import { type InspectedFile, isNotInspected, type NotInspected } from './inspect-run.ts';

type Seen = InspectedFile | NotInspected;
type Lines = readonly string[];

const margin = '  ';
const indent = margin + margin;
/** Cells of the columns beside the name. */
const cells = { mark: 1, format: 8, rows: 11, columns: 7, size: 9 } as const;
const figureCells = cells.mark + cells.format + cells.rows + cells.columns + cells.size + 4;
const narrowestName = 16;

/** Rows of all tables, `1,200`; empty where there are none or they were not counted. */
const rowsOf = ({ inspection: { tables } }: InspectedFile): string => {
  if (tables.length === 0) return '';
  const rows = tables.map((table) => table.rows);
  return rows.includes(null) ? 'not counted' : counted(rows.reduce<number>((sum, count) => sum + (count ?? 0), 0));
};

/** Columns of the widest table. */
const columnsOf = ({ inspection: { tables } }: InspectedFile): string =>
  tables.length === 0 ? '' : String(Math.max(...tables.map(({ columns }) => columns.length)));

const figures = (pen: Pen, seen: InspectedFile): string => {
  const { machineReadable, format, bytes } = seen.inspection;
  return [
    paint(pen, machineReadable)(marks[machineReadable]),
    pen.layout.padEnd(pen.layout.clip(forTerminal(format), cells.format), cells.format),
    rowsOf(seen).padStart(cells.rows),
    columnsOf(seen).padStart(cells.columns),
    (bytes === null ? '' : sizeOf(bytes)).padStart(cells.size),
  ].join(' ');
};

const heads = (name: string): string =>
  `${margin}${name}  ${[' ', 'format'.padEnd(cells.format), 'rows'.padStart(cells.rows), 'columns'.padStart(cells.columns), 'size'.padStart(cells.size)].join(' ')}`;

/** Which criteria a file meets, by id. */
const criteriaOf = ({ findings }: InspectedFile): readonly string[] => {
  if (findings.length === 0) return [];
  const told = (['Yes', 'No', 'Unsure'] as const).flatMap((answer) => {
    const own = findings.filter((one) => one.answer === answer).map(({ id }) => id);
    return own.length === 0 ? [] : [`${marks[answer]} ${own.join(' ')}`];
  });
  return [told.join(' · ')];
};

const remarksOf = (seen: Seen): readonly string[] => {
  if (isNotInspected(seen)) return [`! ${seen.error}`];
  const [warning, ...others] = seen.inspection.warnings;
  const more = others.length === 0 ? '' : ` (and ${many(others.length, 'warning', 'warnings')} more)`;
  return [...criteriaOf(seen), ...(warning === undefined ? [] : [`! ${warning.says}${more}`])];
};

const lineOf = (pen: Pen, seen: Seen, room: number): Lines => {
  const name = forTerminal(seen.name);
  const remarks = remarksOf(seen).flatMap((text) => pen.layout.hang(indent, forTerminal(text), pen.width));
  if (isNotInspected(seen)) return [...pen.layout.hang(margin, name, pen.width), ...remarks];
  const fits = room >= narrowestName && pen.layout.widthOf(name) <= room;
  const head = fits
    ? [`${margin}${pen.layout.padEnd(name, room)}  ${figures(pen, seen)}`]
    : [
        ...pen.layout.hang(margin, name, pen.width),
        `${room < narrowestName ? '' : ' '.repeat(room + margin.length + 2)}${figures(pen, seen)}`,
      ];
  return [...head.map((line) => line.trimEnd()), ...dimmed(pen, remarks)];
};

const totals = (seen: readonly Seen[]): string => {
  const inspected = seen.flatMap((one) => (isNotInspected(one) ? [] : [one]));
  const readable = inspected.filter(({ inspection }) => inspection.machineReadable === 'Yes').length;
  const missing = seen.length - inspected.length;
  return [
    `${many(inspected.length, 'file', 'files')}, ${readable} machine-readable`,
    ...(missing === 0 ? [] : [`${missing} not opened`]),
  ].join(', ');
};

const titleOf = (seen: readonly Seen[]): string =>
  seen.flatMap((one) => (isNotInspected(one) ? [] : [one.category?.title ?? ''])).find((title) => title !== '') ?? '';

/** Several inspected files as a table: what each really is, its size, and the criteria it meets. */
export const inspectionTable = async (seen: readonly Seen[], terminal: TerminalOptions): Promise<string> => {
  const sample = seen.flatMap((one) => [one.name, ...remarksOf(one)]).join(' ');
  const pen = takePen(terminal, await openLayout(sample));
  const room = pen.width - margin.length - 2 - figureCells;
  const head = room < narrowestName ? heads('').slice(margin.length + 2) : heads(pen.layout.padEnd('file', room));
  return `${[
    pen.ink.bold(pen.layout.spread(totals(seen), forTerminal(titleOf(seen)), pen.width).trimEnd()),
    '',
    pen.ink.dim(head),
    ...seen.flatMap((one) => lineOf(pen, one, room)),
    '',
    ...dimmed(
      pen,
      pen.layout.hang(
        '',
        `${marks.Yes} machine-readable, ${marks.No} not, ${marks.Unsure} not known. All of one file: odi inspect <file>`,
        pen.width,
      ),
    ),
  ].join('\n')}\n`;
};
