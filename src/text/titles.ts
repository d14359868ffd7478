import type { Page } from '../model/inspection.ts';
import { evened } from './fold.ts';

/** Signs that stand between the title of a page and the name of its site. */
const between = /\s+[|·•»«–—-]\s+|\s*\|\s*/u;

const comparable = (text: string): string => evened(text).trim();

const siteNamesOf = ({ meta }: Pick<Page, 'meta'>): ReadonlySet<string> =>
  new Set(
    meta
      .filter(({ name }) => /^(?:og:site_name|application-name|apple-mobile-web-app-title)$/i.test(name))
      .map(({ content }) => comparable(content)),
  );

/**
 * The title of a page without the name of the site it stands on: "Budget | Open data of Alba" is about the budget. The
 * part that a heading repeats is the page's own; else what is left without the name that the site gives itself; else
 * the part that stands first, as nearly every software writes it.
 */
export const ownTitle = ({ title, headings, meta }: Pick<Page, 'title' | 'headings' | 'meta'>): string => {
  const parts = title
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return title.trim();
  const sites = siteNamesOf({ meta });
  const own = parts.filter((part) => !sites.has(comparable(part)));
  const repeated = own.find((part) => headings.some((heading) => comparable(heading) === comparable(part)));
  if (repeated !== undefined) return repeated;
  return own.length < parts.length && own.length > 0 ? own.join(' – ') : (parts[0] ?? '');
};
