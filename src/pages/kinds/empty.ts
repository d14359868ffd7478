import { type KindReader, signWhere } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** A page without results is short but for its search form. */
const shortText = 4_000;

/** An answer that came and holds nothing: no bytes, a search without hits, a header without rows. */
export const empty: KindReader = {
  kind: 'empty',
  signsOf: ({ inspection, reading, page, words, text, rows }) => {
    if (inspection.bytes === 0) return signWhere('no-bytes', '0 bytes');
    if (reading?.kind === 'empty') return signWhere('no-results', reading.message ?? `${reading.total ?? 0} results`);
    if (page !== null) {
      const has = page.forms.length > 0 && text.length < shortText && rows === null;
      return has ? signWhere('no-results', quotePhrase(words, 'no-results', text)) : [];
    }
    if (reading === null && inspection.machineReadableBecause === 'no-rows' && inspection.complete) {
      return signWhere(
        'no-rows',
        inspection.tables[0]?.columns.map(({ name }) => name).join(', ') ?? inspection.format,
      );
    }
    return [];
  },
};
