import { Chalk, type ChalkInstance } from 'chalk';
import { english } from '../messages/english.ts';
import { isolated } from '../messages/isolate.ts';
import type { Messages } from '../messages/messages.ts';
import type { Score, Verdict } from '../model/review.ts';
import { forTerminal, plain, plainProse, proseForTerminal } from './escape.ts';
import type { TextLayout } from './layout.ts';

/** What a terminal can show. */
export interface TerminalOptions {
  readonly columns: number;
  readonly colour: boolean;
}

/** Lines of text read badly when they are much longer. */
const widest = 100;
const narrowest = 40;

/** How a document is drawn: its width in cells, its colours, and what measures its text. */
export interface Pen {
  readonly width: number;
  readonly ink: ChalkInstance;
  readonly layout: TextLayout;
  /** The language of the document. */
  readonly messages: Messages;
  /** A sentence of ours, as one printable line. */
  readonly prose: (text: string) => string;
  /** Leads on to what comes next, the way that the language is read. */
  readonly arrow: '→' | '←';
  /** Text of others by itself, as one printable line. */
  readonly foreign: (text: string) => string;
}

/** A pen for a terminal; between bounds, so that text stays readable. */
export const takePen = (
  { columns, colour }: TerminalOptions,
  layout: TextLayout,
  messages: Messages = english,
): Pen => ({
  messages,
  arrow: messages.dir === 'rtl' ? '←' : '→',
  prose: messages.dir === 'rtl' ? plainProse : proseForTerminal,
  foreign: messages.dir === 'rtl' ? (text) => isolated(plain(text)) : forTerminal,
  width: Math.min(widest, Math.max(narrowest, columns)),
  ink: new Chalk({ level: colour ? 1 : 0 }),
  layout,
});

/** Green, red or yellow. */
export const paint = ({ ink }: Pen, verdict: Verdict): ChalkInstance =>
  verdict === 'Yes' ? ink.green : verdict === 'No' ? ink.red : ink.yellow;

/** Lines of less weight. */
export const dimmed = ({ ink }: Pen, lines: readonly string[]): readonly string[] => lines.map((line) => ink.dim(line));

const heading = (pen: Pen, text: string, right = ''): readonly string[] => {
  const line = pen.layout.spread(text, right, pen.width);
  return ['', pen.ink.bold(line.trimEnd())];
};

const fewestCells = 8;

/** Points as full blocks, what is undecided as shaded ones, what is lost as light ones; nothing where there is no room. */
export const bar = (pen: Pen, { points, ceiling, outOf }: Score, cells: number): string => {
  if (cells < fewestCells) return '';
  const share = (value: number): number => (outOf === 0 ? 0 : Math.round((value / outOf) * cells));
  const earned = share(points);
  const open = share(ceiling) - earned;
  return (
    pen.ink.green('█'.repeat(earned)) +
    pen.ink.yellow('▒'.repeat(open)) +
    pen.ink.dim('░'.repeat(cells - earned - open))
  );
};

/** Lines under a heading, with an aside at its right end; nothing at all where there are no lines. */
export const section = (pen: Pen, title: string, lines: readonly string[], right = ''): readonly string[] =>
  lines.length === 0 ? [] : [...heading(pen, title, right), ...lines];
