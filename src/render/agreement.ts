import type { Agreement } from '../model/agreement.ts';
import type { TerminalOptions } from './pen.ts';

/** The forms an agreement can be written in. */
export type AgreementFormat = 'text' | 'json' | 'csv' | 'markdown' | 'html';

/** Writes an agreement as a document; each form is loaded when it is asked for. */
export const renderAgreement = async (
  found: Agreement,
  format: AgreementFormat,
  terminal: TerminalOptions,
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('./escape.ts')).asJson(found);
    case 'csv':
      return (await import('./agreement-csv.ts')).agreementCsv(found);
    case 'markdown':
      return (await import('./agreement-markdown.ts')).agreementMarkdown(found);
    case 'html':
      return (await import('./agreement-html.ts')).agreementHtml(found);
    case 'text':
      return (await import('./agreement-terminal.ts')).agreementText(found, terminal);
  }
};
