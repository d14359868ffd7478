import { withoutQuery } from '../../web/address.ts';
import { type KindReader, signWhere } from '../seen.ts';
import { quotePhrase } from '../words.ts';

const isInside = (url: string, folder: string): boolean => url.startsWith(folder) && url.length > folder.length;

/** A directory as a server prints it: its name as title, and links that go into it and to its parent only. */
export const listing: KindReader = {
  kind: 'listing',
  signsOf: ({ page, words, title, headings, text, finalUrl, path }) => {
    if (page === null || page.links.length === 0 || page.forms.some(({ fields }) => fields.length > 2)) return [];
    const folder = withoutQuery(finalUrl).replace(/[^/]*$/, '');
    const inside = page.links.filter(({ url }) => isInside(url, folder));
    const words1 = signWhere(
      'listing-words',
      quotePhrase(words, 'listing', `${title} · ${headings} · ${text.slice(0, 300)}`),
    );
    const named =
      path.length > 1 && (title.includes(path.replace(/\/$/, '')) || headings.includes(path.replace(/\/$/, '')));
    const mostInside = inside.length >= Math.max(1, (page.links.length - 6) / 2);
    const bare = page.scripts.count < 3;
    const signs = [...words1, ...signWhere('path-as-title', named && title)];
    return signs.length > 0 && mostInside && bare ? [...signs, ...signWhere('links-inside', inside[0]?.url)] : [];
  },
};
