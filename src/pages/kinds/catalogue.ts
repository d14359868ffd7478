import { type KindReader, partsOf, signWhere } from '../seen.ts';
import { indexOfPhrase, phrasesOf, quoteAt } from '../words.ts';

const isDatasetLink = (path: string): boolean =>
  /\/(?:dataset|datasets|package|explore\/dataset|conjuntos?-de-datos|jeux-de-donnees|datensaetze?|dane|d)\/[^/]+/.test(
    path,
  );

/** A list of datasets: an answer of a catalogue, or a page that counts datasets and links to several. */
export const catalogue: KindReader = {
  kind: 'catalogue',
  signsOf: ({ reading, page, text, words }) => {
    if (reading !== null && reading.kind === 'catalogue' && reading.datasets.length > 0) {
      return signWhere('catalogue-answer', `${reading.software}: ${reading.total ?? reading.datasets.length} datasets`);
    }
    if (page === null) return [];
    const links = new Set(page.links.map(({ url }) => partsOf(url).path).filter(isDatasetLink));
    if (links.size < 5) return [];
    for (const phrase of phrasesOf(words, 'datasets-count')) {
      for (let at = indexOfPhrase(text, phrase); at !== -1; at = indexOfPhrase(text, phrase, at + 1)) {
        if (
          /\d[\d., ]{0,12}\s?$|^\s?\(?\d/.test(`${text.slice(Math.max(0, at - 14), at)}`) ||
          /^\s?\(\d/.test(text.slice(at + phrase.length, at + phrase.length + 4))
        ) {
          return [
            ...signWhere('counts-datasets', quoteAt(text, at, phrase.length)),
            ...signWhere('links-datasets', [...links][0]),
          ];
        }
      }
    }
    return [];
  },
};
