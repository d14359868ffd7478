import type { Criteria } from '../model/data.ts';

/** Everything a command may touch of the outside. The clock, the terminal and the environment are handed in. */
export interface Shell {
  /** Writes to the document. */
  readonly print: (text: string) => void;
  /** Writes diagnostics; nothing in them drives a terminal. */
  readonly tell: (text: string) => void;
  /** Draws progress on a terminal: own words and controls alone. */
  readonly draw: (text: string) => void;
  /** Standard input. */
  readonly readInput: () => AsyncIterable<Uint8Array>;
  /** Lines of standard input, each as soon as it is there; ends with the input, and with Ctrl-C. */
  readonly readLines: () => AsyncIterator<string>;
  readonly terminal: {
    /** Is the document shown on a terminal? */
    readonly out: boolean;
    /** Are the diagnostics? */
    readonly err: boolean;
    readonly columns: number;
    readonly colour: boolean;
  };
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly cwd: string;
  readonly criteria: Criteria;
  /** Aborted when the person presses Ctrl-C: finish what is begun, keep what is done. */
  readonly interrupted: AbortSignal;
  /** Says that what is under way may take so many milliseconds to stop when it is asked to; a second where nothing is said. */
  readonly needsToStop: (milliseconds: number) => void;
  /** Sets the exit code; the highest one that was set is used. */
  readonly exit: (code: ExitCode) => void;
}

/** 0 done, 1 a bar was missed, 2 bad usage or input, 3 not enough could be seen, 70 a defect of odi, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130;
