import type { Diff } from '../model/diff.ts';
import type { Regression } from '../model/regression.ts';
import type { DiffNames } from './diff-words.ts';
import type { TerminalOptions } from './pen.ts';

/** The forms a comparison can be written in. */
export type DiffFormat = 'text' | 'json' | 'csv' | 'markdown';

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
    case 'text':
      return (await import('./diff-terminal.ts')).diffText(diff, names, terminal);
  }
};
