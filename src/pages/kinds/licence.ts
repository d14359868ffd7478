import { type KindReader, signWhere } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** A licence or terms to read: it was asked for as that, or its title says so and it offers no rows. */
export const licence: KindReader = {
  kind: 'licence',
  signsOf: ({ role, title, headings, inspection, text, words }) => {
    if (inspection.tables.some(({ rows }) => (rows ?? 0) > 4)) return [];
    if (role === 'licence' && text.length > 0) return signWhere('asked-as-licence', title || text.slice(0, 80));
    return signWhere('terms-heading', quotePhrase(words, 'terms-title', `${title} · ${headings.slice(0, 120)}`));
  },
};
