import type { Sign } from '../../model/observation.ts';
import { type KindReader, partsOf, signWhere, type View } from '../seen.ts';
import { phrasesOf, quoteAt } from '../words.ts';

/** Paths under which portals keep the page of one dataset. */
const datasetPath =
  /\/(?:datasets?|package|explore\/dataset|catalogo|catalogue|conjuntos?-de-datos|jeux-de-donnees|datensaetze?|dane)\/[^/]+/;

/** So many links to datasets make a list of them. */
const manyLinks = 6;

const datasetLinks = ({ page }: View): readonly string[] => [
  ...new Set((page?.links ?? []).map(({ url }) => partsOf(url).path).filter((path) => datasetPath.test(path))),
];

/** `17895 results`, `datasets (402)`: a number beside a word for what is listed. */
const counted = (words: View['words'], text: string): string | null => {
  for (const meaning of ['datasets-count', 'records-word']) {
    for (const { at, length } of phrasesOf(words, meaning).places(text)) {
      const before = text.slice(Math.max(0, at - 12), at);
      const after = text.slice(at + length, at + length + 12);
      if (/\d\s?$/.test(before) || /^\s?\(\d/.test(after)) return quoteAt(text, at, length);
    }
  }
  return null;
};

/** A list of datasets: an answer of a catalogue, or a page that counts what it lists and links to several datasets. */
export const catalogue: KindReader = {
  kind: 'catalogue',
  signsOf: (view): readonly Sign[] => {
    const { reading, page, text, headings, words } = view;
    if (reading !== null && reading.kind === 'catalogue' && reading.datasets.length > 0) {
      return signWhere('catalogue-answer', `${reading.software}: ${reading.total ?? reading.datasets.length} datasets`);
    }
    if (page === null || view.status >= 400 || view.rows !== null) return [];
    const links = datasetLinks(view);
    if (links.length < manyLinks) return [];
    const count = signWhere('counts-datasets', counted(words, `${headings} · ${text.slice(0, 20_000)}`));
    return count.length === 0 ? [] : [...count, ...signWhere('links-datasets', links[0])];
  },
};
