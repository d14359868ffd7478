import type { Sign } from '../../model/observation.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** A page without results is short but for its search form. */
const shortText = 4_000;

/** A page of results says in a heading that there are none, or in a short text at an address that asked for something. */
const withoutResults = ({ page, text, title, headings, rows, words, finalUrl }: View): readonly Sign[] => {
  if (page === null || page.forms.length === 0 || text.length > shortText || rows !== null) return [];
  const asked = URL.canParse(finalUrl) && new URL(finalUrl).search.length > 1;
  return signWhere(
    'no-results',
    quotePhrase(words, 'no-results', asked ? `${headings} · ${text}` : `${title} · ${headings}`),
  );
};

/** An answer that came and holds nothing: no bytes, a search without hits, a header without rows. */
export const empty: KindReader = {
  kind: 'empty',
  signsOf: (view) => {
    const { inspection, reading, page } = view;
    if (inspection.bytes === 0) return signWhere('no-bytes', '0 bytes');
    if (reading?.kind === 'empty') return signWhere('no-results', reading.message ?? `${reading.total ?? 0} results`);
    if (page !== null) return withoutResults(view);
    if (reading === null && inspection.machineReadableBecause === 'no-rows' && inspection.complete) {
      const names = inspection.tables[0]?.columns.map(({ name }) => name).join(', ');
      return signWhere('no-rows', names ?? inspection.format);
    }
    return [];
  },
};
