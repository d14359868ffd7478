import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { Regression } from '../model/regression.ts';
import type { Review } from '../model/review.ts';
import type { TextOptions } from './terminal.ts';

/** The forms that a review can be written in. */
export const reviewFormats = ['text', 'json', 'markdown', 'csv', 'html', 'junit'] as const;

/** One of them. */
export type ReviewFormat = (typeof reviewFormats)[number];

/**
 * Writes one review, or the reviews of one run, as a document. Each form is loaded when it is asked for. Everything that
 * came from outside is escaped for the form it stands in. JSON, Markdown and JUnit tell what fell since a baseline, too.
 *
 * @param messages - the language of the document, in which the reviews were told
 */
export const render = async (
  given: Review | readonly Review[],
  format: ReviewFormat,
  terminal: TextOptions,
  regression: Regression | null = null,
  messages: Messages = english,
): Promise<string> => {
  const reviews = 'format' in given ? [given] : given;
  switch (format) {
    case 'text':
      return (await import('./terminal.ts')).renderTerminal(reviews, terminal, messages);
    case 'json':
      return (await import('./json.ts')).renderJson(reviews, regression);
    case 'markdown':
      return (await import('./markdown.ts')).renderMarkdown(reviews, regression, messages);
    case 'csv':
      return (await import('./csv.ts')).renderCsv(reviews);
    case 'html':
      return (await import('./html.ts')).renderHtml(reviews, messages.marked(true));
    case 'junit':
      return (await import('./junit.ts')).renderJunit(reviews, regression);
  }
};
