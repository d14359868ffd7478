import type { Sign } from '../../model/observation.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { indexOfPhrase, phrasesOf, quoteAt, quotePhrase } from '../words.ts';

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

/** A licence or terms to read: it was asked for as that, its title says so, or its prose speaks as one. */
export const licence: KindReader = {
  kind: 'licence',
  signsOf: (view) => {
    const { role, title, headings, text, words } = view;
    if (view.rows !== null) return [];
    if (role === 'licence' && text.length > 0) return signWhere('asked-as-licence', title || text.slice(0, 80));
    const heading = signWhere(
      'terms-heading',
      quotePhrase(words, 'terms-title', `${title} · ${headings.slice(0, 120)}`),
    );
    return heading.length > 0 ? heading : licenceProse(view);
  },
};
