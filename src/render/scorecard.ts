import type { Scorecard } from '../model/scorecard.ts';
import type { TerminalOptions } from './pen.ts';
import type { Bar } from './scorecard-words.ts';

/** The forms a scorecard can be written in. */
export type ScorecardFormat = 'text' | 'json' | 'csv' | 'markdown' | 'html' | 'junit' | 'sarif';

/**
 * Writes a scorecard as a document; each form is loaded when it is asked for.
 *
 * @param store folder of the reviews, for forms that name their files
 */
export const renderScorecard = async (
  card: Scorecard,
  format: ScorecardFormat,
  bar: Bar,
  terminal: TerminalOptions,
  store = 'reviews',
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('./scorecard-json.ts')).scorecardJson(card, bar.regression);
    case 'csv':
      return (await import('./scorecard-csv.ts')).scorecardCsv(card);
    case 'markdown':
      return (await import('./scorecard-markdown.ts')).scorecardMarkdown(card, bar);
    case 'html':
      return (await import('./scorecard-html.ts')).scorecardHtml(card, bar);
    case 'junit':
      return (await import('./scorecard-junit.ts')).scorecardJunit(card, bar);
    case 'sarif':
      return (await import('./sarif.ts')).scorecardSarif(card, bar, store);
    case 'text':
      return (await import('./scorecard-terminal.ts')).scorecardText(card, terminal);
  }
};
