import type { CommitmentsReport } from '../../model/commitments-report.ts';
import type { ReviewFormat } from '../index.ts';
import type { TextOptions } from '../terminal.ts';

/** Writes a report of commitments as a document; each form is loaded when it is asked for. */
export const renderCommitments = async (
  report: CommitmentsReport,
  format: ReviewFormat,
  terminal: TextOptions,
): Promise<string> => {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).commitmentsText(report, terminal);
    case 'json':
      return (await import('./json.ts')).commitmentsJson(report);
    case 'markdown':
      return (await import('./markdown.ts')).commitmentsMarkdown(report);
    case 'csv':
      return (await import('./csv.ts')).commitmentsCsv(report);
    case 'html':
      return (await import('./html.ts')).commitmentsHtml(report);
    case 'junit':
      return (await import('./junit.ts')).commitmentsJunit(report);
  }
};
