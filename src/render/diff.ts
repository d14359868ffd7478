import type { Diff, DiffCounts } from '../model/diff.ts';
import type { Regression } from '../model/regression.ts';
import type { DiffNames } from './diff-words.ts';
import type { TerminalOptions } from './pen.ts';

/** The forms a comparison can be written in. */
export type DiffFormat = 'text' | 'json' | 'csv' | 'markdown' | 'html';

/** Writes a comparison as a document; each form is loaded when it is asked for. */
export const renderDiff = async (
  diff: Diff,
  format: DiffFormat,
  names: DiffNames,
  terminal: TerminalOptions,
  regression: Regression | null = null,
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('./diff-json.ts')).diffJson(diff, regression);
    case 'csv':
      return (await import('./diff-csv.ts')).diffCsv(diff);
    case 'markdown':
      return (await import('./diff-markdown.ts')).diffMarkdown(diff, names, regression);
    case 'html':
      return (await import('./diff-html.ts')).diffHtml(diff, names, regression);
    case 'text':
      return (await import('./diff-terminal.ts')).diffText(diff, names, terminal);
  }
};

/** Writes what the changes of a comparison add up to, without listing them: they need not be kept. */
export const renderDiffSummary = async (
  diff: Diff,
  counts: DiffCounts,
  format: DiffFormat,
  terminal: TerminalOptions,
  regression: Regression | null = null,
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('./diff-json.ts')).diffSummaryJson(diff, regression);
    case 'csv':
      return (await import('./diff-csv.ts')).diffSummaryCsv(diff);
    case 'markdown':
      return (await import('./diff-markdown.ts')).diffSummaryMarkdown(diff, counts, regression);
    case 'html':
      return (await import('./diff-html.ts')).diffSummaryHtml(diff, counts, regression);
    case 'text':
      return (await import('./diff-terminal.ts')).diffSummaryText(diff, counts, terminal);
  }
};
