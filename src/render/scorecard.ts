import type { Change } from '../model/diff.ts';
import type { Scorecard } from '../model/scorecard.ts';
import type { TerminalOptions } from './pen.ts';

/** The bars that the caller set, and what was found under them. */
export interface Bar {
  /** Least score of a place, null where none is asked. */
  readonly under: number | null;
  /** What was compared with, null where nothing. */
  readonly baseline: string | null;
  /** Answers that lost an entry points since. */
  readonly falls: readonly Change[];
}

/** The forms a scorecard can be written in. */
export type ScorecardFormat = 'text' | 'json' | 'csv' | 'markdown' | 'junit';

/** Writes a scorecard as a document; each form is loaded when it is asked for. */
export const renderScorecard = async (
  card: Scorecard,
  format: ScorecardFormat,
  bar: Bar,
  terminal: TerminalOptions,
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('./scorecard-json.ts')).scorecardJson(card);
    case 'csv':
      return (await import('./scorecard-csv.ts')).scorecardCsv(card);
    case 'markdown':
      return (await import('./scorecard-markdown.ts')).scorecardMarkdown(card, bar);
    case 'junit':
      return (await import('./scorecard-junit.ts')).scorecardJunit(card, bar);
    case 'text':
      return (await import('./scorecard-terminal.ts')).scorecardText(card, terminal);
  }
};
