import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { CheckTable } from '../model/checks.ts';
import type { ReviewFormat } from './index.ts';
import type { TextOptions } from './terminal.ts';

/** Writes the checks of several addresses as one table; each form is loaded when it is asked for. */
export const renderChecks = async (
  table: CheckTable,
  format: ReviewFormat,
  terminal: Pick<TextOptions, 'columns' | 'colour' | 'full'>,
  messages: Messages = english,
): Promise<string> => {
  switch (format) {
    case 'text':
      return (await import('./checks-terminal.ts')).checksText(table, { ...terminal, messages });
    case 'json':
      return `${(await import('./escape.ts')).asJson(table)}\n`;
    case 'markdown':
      return (await import('./checks-markdown.ts')).checksMarkdown(table, messages);
    case 'csv':
      return (await import('./checks-csv.ts')).checksCsv(table);
    case 'html':
      return (await import('./checks-html.ts')).checksHtml(table, messages);
    case 'junit':
      return (await import('./checks-junit.ts')).checksJunit(table);
  }
};
