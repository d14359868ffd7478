/** A figure with the bar it is held to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'share' | 'count' | 'seconds';
  /** The bar, null for a figure that is only told. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What one evaluation found. */
export interface Outcome {
  readonly figures: readonly Figure[];
  /** Tables and lists for a reader: confusion tables, every wrong answer with its file. */
  readonly report: string;
}

/** One evaluation against labelled material that is not part of the project. */
export interface Evaluation {
  readonly id: string;
  readonly title: string;
  /** Paths under the shared folder without which it is skipped, loudly. */
  readonly needs: readonly string[];
  readonly run: (shared: string) => Promise<Outcome>;
}
