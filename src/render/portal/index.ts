import type { PortalReport } from '../../model/portal.ts';
import type { PortalShown } from './words.ts';

export type { PortalShown } from './words.ts';

/** The forms a portal's report can be written in. */
export type PortalFormat = 'text' | 'json' | 'markdown' | 'csv' | 'html' | 'junit' | 'dqv';

/** Writes reports as a document; each form is loaded when it is asked for. */
export const renderPortal = async (
  reports: readonly PortalReport[],
  format: PortalFormat,
  shown: PortalShown,
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).portalJson(reports);
    case 'markdown':
      return (await import('./markdown.ts')).portalMarkdown(reports);
    case 'csv':
      return (await import('./csv.ts')).portalCsv(reports);
    case 'html':
      return (await import('./html.ts')).portalHtml(reports);
    case 'junit':
      return (await import('./junit.ts')).portalJunit(reports, shown.bars);
    case 'dqv':
      return (await import('./dqv.ts')).portalDqv(reports);
    case 'text':
      return (await import('./text.ts')).portalText(reports, shown);
  }
};
