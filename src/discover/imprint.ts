import type { Page } from '../model/inspection.ts';
import type { DatasetRecord } from '../model/records.ts';
import { ownTitle } from '../text/titles.ts';
import type { Imprint } from './level.ts';

/** Names that a site gives itself: in its metadata and after its sign of copyright. */
export const siteNames = ({ meta, footer }: Pick<Page, 'meta' | 'footer'>): readonly string[] => {
  const names = meta.filter(({ name }) => /^(?:author|publisher|dc\.publisher|og:site_name|copyright)$/i.test(name));
  const at = footer.search(/©|\(c\)|copyright/i);
  return [...names.map(({ content }) => content), ...(at < 0 ? [] : [footer.slice(at, at + 200)])];
};

/** The first of some texts that says anything. */
const firstSaid = (...texts: readonly (string | null | undefined)[]): string | null =>
  texts.find((text) => text !== null && text !== undefined && text.trim() !== '') ?? null;

/**
 * Who published something and what it is called: by the record that its own address shows, else by the one that led
 * there, else by the page.
 */
export const imprintOf = (shown: DatasetRecord | null, named: DatasetRecord | null, page: Page | null): Imprint => ({
  title: firstSaid(shown?.title, named?.title, page === null ? null : ownTitle(page)),
  publisher: firstSaid(shown?.publisher, named?.publisher),
  spatial: firstSaid(shown?.spatial, named?.spatial),
  site: page === null ? [] : siteNames(page),
});
