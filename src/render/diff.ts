import type { Diff } from '../model/diff.ts';
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
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('./diff-json.ts')).diffJson(diff);
    case 'csv':
      return (await import('./diff-csv.ts')).diffCsv(diff);
    case 'markdown':
      return (await import('./diff-markdown.ts')).diffMarkdown(diff, names);
    case 'text':
      return (await import('./diff-terminal.ts')).diffText(diff, names, terminal);
  }
};
