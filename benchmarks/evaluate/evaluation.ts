import type { Program } from './program.ts';

/** A figure with the bar it is held to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'share' | 'count' | 'seconds' | 'rate';
  /** The bar; absent for a figure that is only reported. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Which way is better, where no bar says so; absent where neither is (how many documents there are). */
  readonly better?: 'more' | 'less';
}

/** What one evaluation found. */
export interface Outcome {
  readonly figures: readonly Figure[];
  /** Tables and lists for a reader: confusion tables, every wrong answer with its file. */
  readonly report: string;
}

/** What an evaluation works with. */
export interface Bench {
  /** The folder of the labelled material. */
  readonly shared: string;
  readonly odi: Program;
  /** Parts of file names and categories: only these labels are looked at, and no figure is made. */
  readonly only?: readonly string[];
  /** An empty folder that is removed at the end. */
  readonly scratch: string;
}

/** One evaluation against labelled material that is not part of the project. */
export interface Evaluation {
  readonly id: string;
  readonly title: string;
  /** Paths under the shared folder without which it is skipped, loudly. */
  readonly needs: readonly string[];
  readonly run: (bench: Bench) => Promise<Outcome>;
}
