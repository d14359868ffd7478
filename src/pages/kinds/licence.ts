import type { Sign } from '../../model/observation.ts';
import { linksFiles } from '../offers.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { indexOfPhrase, normalise, phrasesOf, quoteAt, quotePhrase } from '../words.ts';

/** Different words of licensing that prose must use before it is taken for a licence. */
const fewestWords = 2;

/** Prose that speaks as a licence does: several words of licensing near its beginning. */
const licenceProse = ({ inspection, text, words }: View): readonly Sign[] => {
  if (inspection.page !== null) return [];
  const head = text.slice(0, 6_000);
  const places = phrasesOf(words, 'licence-text')
    .map((phrase) => ({ phrase, at: indexOfPhrase(head, phrase) }))
    .filter(({ at }) => at !== -1);
  return places.length < fewestWords
    ? []
    : places.slice(0, 3).flatMap(({ phrase, at }) => signWhere('licence-words', quoteAt(head, at, phrase.length)));
};

/**
 * A licence or terms to read: it was asked for as that, its title or first heading says so, or its prose speaks as one. A
 * section about terms, further down, does not make a page one.
 */
export const licence: KindReader = {
  kind: 'licence',
  signsOf: (view) => {
    const { role, title, page, text, words } = view;
    // What links data is a page of data, whatever one of its headings says.
    if (view.rows !== null || (role !== 'licence' && linksFiles(view))) return [];
    if (role === 'licence' && text.length > 0) return signWhere('asked-as-licence', title || text.slice(0, 80));
    const first = normalise((page?.headings[0] ?? '').slice(0, 120));
    const heading = signWhere('terms-heading', quotePhrase(words, 'terms-title', `${title} · ${first}`));
    return heading.length > 0 ? heading : licenceProse(view);
  },
};
