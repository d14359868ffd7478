import type { Shell } from './shell.ts';

/** Tells how long work is going, without ever touching the document. */
export interface Progress {
  /** What is being done now, and how far it is. */
  readonly step: (what: string, done?: number, of?: number) => void;
  /** A line that stays. */
  readonly note: (text: string) => void;
  readonly close: () => void;
}

const silent: Progress = { step: () => {}, note: () => {}, close: () => {} };

const bar = (done: number, of: number, width = 20): string => {
  const full = of === 0 ? 0 : Math.min(width, Math.round((done / of) * width));
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${of} `;
};

/** Cut by characters: progress lines are made of our own words and addresses, which are ASCII. */
const shorten = (text: string, columns: number): string =>
  text.length < columns ? text : `${text.slice(0, columns - 2)}…`;

const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');

/** One line that is rewritten in place, for a terminal. */
const live = (shell: Shell): Progress => {
  const erase = '\r\u001b[2K';
  return {
    step: (what, done, of) => {
      const text = `${done === undefined || of === undefined ? '' : bar(done, of)}${printable(what)}`;
      shell.draw(`${erase}${shorten(text, shell.terminal.columns)}`);
    },
    note: (text) => shell.draw(`${erase}${printable(text)}\n`),
    close: () => shell.draw(erase),
  };
};

/** A line for each thing that was finished, for a log. */
const plain = (shell: Shell): Progress => ({
  step: (what, done, of) => {
    if (done !== undefined && of !== undefined) shell.tell(`[${done}/${of}] ${printable(what)}\n`);
  },
  note: (text) => shell.tell(`${printable(text)}\n`),
  close: () => {},
});

/** Progress as the terminal and the flags allow: a bar on a terminal, plain lines elsewhere, nothing with `--quiet`. */
export const openProgress = (shell: Shell, isQuiet: boolean): Progress => {
  if (isQuiet) return silent;
  return shell.terminal.err ? live(shell) : plain(shell);
};
