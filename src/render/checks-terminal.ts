import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { CheckLine, CheckTable } from '../model/checks.ts';
import { fixOf, formatsOf, marksTold, notCheckedOf, questionsOf, saidOfLine, totalsOf } from './checks-words.ts';
import { forTerminal } from './escape.ts';
import { openLayout } from './layout.ts';
import { margin } from './parts.ts';
import { dimmed, type Pen, paint, section, takePen } from './pen.ts';
import { range } from './scorecard-words.ts';
import { renderTerminal, type TextOptions } from './terminal.ts';
import { marks } from './words.ts';

/** Lines of what is said of an address. */
const mostLines = 2;
const pointCells = 7;
const formatCells = 10;
/** Cells beside the address and the answers: points, formats, “open” and the blanks between. */
const figureCells = pointCells + formatCells + 10;
const narrowestAddress = 24;
const indent = margin + margin;

const figuresOf = (pen: Pen, line: CheckLine, questions: readonly string[]): string => {
  const { answers, score, isOpen } = line;
  const seen = questions.map((id) => {
    const verdict = answers[id];
    return verdict === undefined ? ' ' : paint(pen, verdict)(marks[verdict]);
  });
  const points = range(score.points, score.ceiling).padStart(pointCells);
  const formats = pen.layout.padEnd(pen.layout.clip(forTerminal(formatsOf(line)), formatCells), formatCells);
  return `${seen.join('')} ${points}  ${formats}${isOpen ? ` ${pen.ink.green(pen.messages.say('review.open'))}` : ''}`.trimEnd();
};

/** What is said of an address, in the lines that a table has for it. */
const said = (pen: Pen, line: CheckLine): readonly string[] => {
  const text = pen.prose(saidOfLine(line, pen.messages));
  const lines = pen.layout.hang(`${indent}${line.unseen === null ? pen.arrow : '!'} `, text, pen.width);
  const last = lines[mostLines - 1];
  if (lines.length <= mostLines || last === undefined) return text === '' ? [] : lines;
  return [...lines.slice(0, mostLines - 1), pen.layout.clip(`${last} …`, pen.width)];
};

/** An address beside its figures where it has the room, else above them. */
const lineOf = (pen: Pen, line: CheckLine, questions: readonly string[], room: number): readonly string[] => {
  const figures = figuresOf(pen, line, questions);
  const name = forTerminal(line.title === '' ? line.url : line.title);
  const above = `${room < narrowestAddress ? indent : `${margin}${' '.repeat(room)}  `}${figures}`;
  const head =
    room >= narrowestAddress && pen.layout.widthOf(name) <= room
      ? [`${margin}${pen.layout.padEnd(name, room)}  ${figures}`]
      : [...pen.layout.hang(margin, name, pen.width), above];
  const url = line.title === '' ? [] : pen.layout.hang(indent, forTerminal(line.url), pen.width);
  return [...head, ...dimmed(pen, [...url, ...said(pen, line)])];
};

const legend = (pen: Pen, questions: readonly string[]): readonly string[] =>
  dimmed(pen, [
    ...pen.layout.hang(
      margin,
      pen.prose(pen.messages.say('review.order', { questions: { said: questions.join(pen.messages.lists.comma) } })),
      pen.width,
    ),
    ...pen.layout.hang(margin, `${marksTold(pen.messages, marks)} ${pen.messages.say('table.range')}`, pen.width),
    '',
  ]);

/** The reviews in full, each under its address. */
const inFull = async (
  { addresses, reviews }: CheckTable,
  { messages = english, ...options }: TextOptions & { readonly messages?: Messages },
): Promise<readonly string[]> =>
  Promise.all(
    reviews.map(
      async (review, at) =>
        `\n${forTerminal(addresses[at]?.url ?? '')}\n\n${await renderTerminal([review], options, messages)}`,
    ),
  );

/** What to do first over all addresses, then a line an address; with `full` each review after it. */
export const checksText = async (
  table: CheckTable,
  options: TextOptions & { readonly messages?: Messages },
): Promise<string> => {
  const { reviews: _, ...shown } = table;
  const { messages = english } = options;
  const pen = takePen(options, await openLayout(JSON.stringify(shown)), messages);
  const questions = questionsOf(table);
  const room = pen.width - margin.length - questions.length - figureCells;
  const lines = [
    pen.ink.bold(pen.layout.spread(totalsOf(table, messages), String(table.year), pen.width)),
    pen.ink.dim(
      pen.layout.spread(
        messages.say('review.as-of', { day: { said: table.asOf } }),
        forTerminal(table.edition),
        pen.width,
      ),
    ),
    ...section(
      pen,
      messages.say('review.heading.to-do-first'),
      table.fixes.flatMap((fix) =>
        pen.layout.hang(`${margin}${pen.arrow} `, pen.prose(fixOf(fix, messages)), pen.width),
      ),
    ),
    ...section(
      pen,
      messages.say('table.addresses'),
      table.addresses.length === 0
        ? []
        : [...legend(pen, questions), ...table.addresses.flatMap((line) => lineOf(pen, line, questions, room))],
    ),
    ...(table.notChecked.length === 0 ? [] : ['']),
    ...dimmed(
      pen,
      table.notChecked.flatMap((one) => pen.layout.hang('', pen.prose(notCheckedOf(one, messages)), pen.width)),
    ),
  ];
  const full = options.full === true ? await inFull(table, options) : [];
  return [`${lines.map((line) => line.trimEnd()).join('\n')}\n`, ...full].join('');
};
