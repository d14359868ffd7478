import type { Link, Page } from '../model/inspection.ts';
import { withoutFragment } from '../web/address.ts';
import type { LicencePhrases } from './data.ts';
import { wholeTexts } from './labels.ts';
import { normaliseText } from './normalise.ts';

/** Longest text of a link to a page of terms; longer ones are sentences or headlines. */
const longestText = 80;

/** Words in an address by which a page of terms is told where the link says nothing, as on a picture. */
const inAddress =
  /(?:^|[/_.-])(?:licen[cs]es?|licen[cz]\w*|terms(?:-of-use|-and-conditions)?|copyright|legal(?:-notice)?|mentions-legales|aviso-legal|nutzungsbedingungen)(?:[/_.-]|$)/;

/**
 * Finds the links of a page that lead to its terms, best first: by what they say in any of the languages, those that
 * speak of licences before those that speak of terms, and these before legal notices and disclaimers.
 *
 * @param leadsAside does a link to a licence stand in a sentence about something else than the data?
 */
export const termsLinkFinder = (
  phrases: readonly LicencePhrases[],
  leadsAside: (link: Link) => boolean,
): ((page: Page) => readonly Link[]) => {
  const ranks = wholeTexts(
    phrases.map(({ links }) => links),
    '\\W{0,3}$',
  );
  const rankOf = ({ text, url, rel }: Link): number => {
    // The page itself says that its licence is there, in whatever language the link speaks.
    if (/(?:^|\s)license(?:\s|$)/i.test(rel ?? '')) return 0;
    const normal = normaliseText(text).trim();
    const rank = normal.length > longestText ? -1 : ranks.findIndex((pattern) => pattern.test(normal));
    if (rank !== -1) return rank;
    return normal === '' && inAddress.test(url.toLowerCase()) ? ranks.length : -1;
  };
  return (page) => {
    const found = new Map<string, { readonly link: Link; readonly rank: number }>();
    for (const link of page.links) {
      const rank = rankOf(link);
      // Terms of an application may be those of its data: only a licence is told to be something else's.
      if (rank === 0 && leadsAside(link)) continue;
      const address = withoutFragment(link.url);
      const known = found.get(address);
      if (rank !== -1 && (known === undefined || rank < known.rank)) found.set(address, { link, rank });
    }
    return [...found.values()].sort((a, b) => a.rank - b.rank).map(({ link }) => link);
  };
};
