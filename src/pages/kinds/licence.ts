import type { Sign } from '../../model/observation.ts';
import { evened } from '../../text/fold.ts';
import { placeOf } from '../../text/phrases.ts';
import { linksFiles } from '../offers.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { phrasesOf, quoteAt, quotePhrase } from '../words.ts';

/** Different words of licensing that prose must use before it is taken for a licence. */
const fewestWords = 2;

/** More are needed where the prose stands in the elements of a file, which might be rows of many texts. */
const fewestInElements = 3;

const licenceWords = (text: string, words: View['words'], fewest: number): readonly Sign[] => {
  const head = text.slice(0, 6_000);
  const places = phrasesOf(words, 'licence-text').all.flatMap((phrase) => placeOf(head, phrase) ?? []);
  return places.length < fewest
    ? []
    : places.slice(0, 3).flatMap(({ at, length }) => signWhere('licence-words', quoteAt(head, at, length)));
};

/** Prose that speaks as a licence does: several words of licensing near its beginning. */
const licenceProse = ({ inspection, text, words }: View): readonly Sign[] =>
  inspection.page === null ? licenceWords(text, words, fewestWords) : [];

/** Cells longer than this, in characters, are sentences; and the least share of all text that they make in a licence. */
const paragraph = 24;
const mostlyProse = 0.7;

/** A licence whose paragraphs are elements of an XML or JSON file: mostly sentences, and many words of licensing. */
export const licenceInElements = ({ inspection, words, reading }: View): readonly Sign[] => {
  const { page, tables, keys, members, format } = inspection;
  if (page !== null || reading !== null || members.length > 0 || !/xml|json/.test(format)) return [];
  const cells = [
    ...tables.flatMap(({ sample }) => sample.slice(0, 60).flat()),
    ...keys.flatMap(({ examples }) => examples),
  ];
  const prose = cells.filter((cell) => cell.length > paragraph).join(' · ');
  if (prose.length < cells.join(' · ').length * mostlyProse) return [];
  return licenceWords(evened(prose), words, fewestInElements);
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
    const first = evened((page?.headings[0] ?? '').slice(0, 120));
    const heading = signWhere('terms-heading', quotePhrase(words, 'terms-title', `${title} · ${first}`));
    return heading.length > 0 ? heading : [...licenceProse(view), ...licenceInElements(view)];
  },
};
