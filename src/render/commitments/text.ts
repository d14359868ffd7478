import type {
  CommitmentReport,
  CommitmentsReport,
  FunctionReport,
  IndicatorReport,
  MilestoneReport,
  SeenAt,
} from '../../model/commitments-report.ts';
import type { Verdict } from '../../model/review.ts';
import { forTerminal } from '../escape.ts';
import { openLayout } from '../layout.ts';
import { type Pen, paint, section, takePen } from '../pen.ts';
import type { TextOptions } from '../terminal.ts';
import { marks } from '../words.ts';
import {
  figureOf,
  functionsIn,
  likeness,
  otherReadingOf,
  reviewOf,
  statedIn,
  summaryOf,
  timeOf,
  titleOf,
  wayOf,
} from './words.ts';

type Lines = readonly string[];

const margin = '  ';
const statusCells = 17;
const hanging = margin + ' '.repeat(statusCells);

/** A line with a status before it and figures at its end, and what is told of it below. */
const entry = (pen: Pen, like: Verdict, status: string, title: string, figures: string, told: Lines): Lines => {
  const cell = paint(pen, like)(pen.layout.padEnd(`${marks[like]} ${status}`, statusCells));
  const room = pen.width - hanging.length;
  const isWide = pen.layout.widthOf(title) + pen.layout.widthOf(figures) + 2 <= room;
  const [first = '', ...others] = pen.layout.wrap(title, room);
  const line = isWide ? pen.layout.spread(title, figures, room).trimEnd() : first;
  const below = isWide || figures === '' ? told : [figures, ...told];
  return [
    margin + cell + pen.ink.bold(line),
    ...(isWide ? [] : others.map((text) => hanging + pen.ink.bold(text))),
    ...below.flatMap((text) => pen.layout.hang(hanging, text, pen.width)),
  ];
};

const whereIn = (where: readonly SeenAt[], full: boolean): Lines =>
  (full ? where : where.slice(0, 1)).map(({ url, quote }) => forTerminal(`${url} “${quote}”`));

const indicatorLines = (pen: Pen, one: IndicatorReport): Lines =>
  entry(pen, likeness[one.status], one.status, one.id, figureOf(one), [
    ...(wayOf(one) === '' ? [] : [wayOf(one)]),
    forTerminal(one.says),
    ...(one.standsFor === null ? [] : [forTerminal(one.standsFor)]),
    ...[otherReadingOf(one)].flatMap((text) => (text === null ? [] : [text])),
    ...statedIn(one).map(forTerminal),
  ]);

const milestoneLines = (pen: Pen, full: boolean, one: MilestoneReport): Lines =>
  entry(pen, likeness[one.status], one.status, one.id, timeOf(one), [
    forTerminal(one.text),
    forTerminal(one.says),
    ...(full ? whereIn(one.where, full) : []),
  ]);

const functionLines = (pen: Pen, full: boolean, one: FunctionReport): Lines =>
  entry(pen, one.answer, one.answer, forTerminal(one.title), '', [
    forTerminal(one.says),
    ...whereIn(one.where, full),
    ...(one.stronger.length === 0 ? [] : [`More than is asked: ${one.stronger.join('; ')}.`]),
  ]);

const commitmentLines = (pen: Pen, full: boolean, one: CommitmentReport): Lines => {
  const { indicators, milestones, functions, irm, contradictions } = one;
  const hang = (text: string): Lines => pen.layout.hang(margin, forTerminal(text), pen.width);
  return [
    ...section(
      pen,
      `${one.id} ${forTerminal(one.title)}`,
      [
        ...(one.lead === null ? [] : hang(one.lead)),
        ...indicators.flatMap((indicator) => indicatorLines(pen, indicator)),
      ],
      timeOf(one),
    ),
    ...section(
      pen,
      `${margin}Milestones`,
      milestones.flatMap((milestone) => milestoneLines(pen, full, milestone)),
    ),
    ...section(
      pen,
      `${margin}Functions`,
      functions.flatMap((each) => functionLines(pen, full, each)),
      functionsIn(one),
    ),
    ...(irm === null ? [] : section(pen, `${margin}Independent review`, hang(reviewOf(irm)))),
    ...section(
      pen,
      `${margin}What does not fit together`,
      contradictions.flatMap(({ says }) => hang(`- ${says}`)),
    ),
  ];
};

/** A report of commitments for a terminal. */
export const commitmentsText = async (
  report: CommitmentsReport,
  { full = false, ...terminal }: TextOptions,
): Promise<string> => {
  const pen = takePen(terminal, await openLayout(JSON.stringify(report)));
  const lines = [
    pen.ink.bold(pen.layout.spread(forTerminal(titleOf(report)), `as of ${report.asOf}`, pen.width)),
    pen.ink.dim(timeOf(report.plan)),
    '',
    ...summaryOf(report).flatMap((text) => pen.layout.wrap(text, pen.width)),
    ...report.commitments.flatMap((one) => commitmentLines(pen, full, one)),
  ];
  return `${lines.join('\n')}\n`;
};
