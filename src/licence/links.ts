import type { Language } from '../model/basics.ts';
import type { Link } from '../model/inspection.ts';
import type { LicenceVerdict } from '../model/licence.ts';
import type { LabelledValue } from './labels.ts';
import { everySentence } from './sentences.ts';
import { isUnknown } from './statements.ts';

/** A licence that a page links, as the words around the link speak of it. */
export interface LinkReading {
  readonly quote: string;
  readonly verdict: LicenceVerdict;
  readonly about: 'data' | 'site';
}

/** What reads the words around a link. */
export interface LinkReader {
  readonly ofUrl: (address: string) => LicenceVerdict;
  readonly read: (
    text: string,
    hints: { readonly language?: Language | undefined },
  ) => Omit<LinkReading, 'quote'> | null;
  readonly labelled: (text: string) => readonly LabelledValue[];
}

const isWorded = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Longest line of links alone that is read as a pair of a thing and its licence: «Source code (MIT)»; longer ones are menus. */
const longestPair = 50;

/** The sentence of a link, its address put behind its words, and what stands in it beside them. */
interface LinkSentence {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const sentenceOf = ({ text, line }: Link, address: string): LinkSentence | null => {
  if (line === undefined) return null;
  const sentence = everySentence(`${line.before} ${text} ${address} ${line.after}`).find((each) =>
    each.includes(address),
  );
  if (sentence === undefined) return null;
  const at = sentence.indexOf(address);
  const before = sentence.slice(0, at).trimEnd();
  return {
    text: sentence,
    before: before.endsWith(text) ? before.slice(0, before.length - text.length) : before,
    after: sentence.slice(at + address.length),
  };
};

/** Is the link the whole value of a field about licences: «Licence: CC BY»? */
const isValue = ({ labelled }: LinkReader, { text }: Link, { before, after }: LinkSentence): boolean =>
  text !== '' && !isWorded(after) && labelled(`${before}${text}`).some(({ value }) => value === text);

/**
 * The sentence in which a link names a licence; null where the link stands for itself: alone, as the value of a field,
 * or in a menu.
 *
 * @param address what stands for the licence in the sentence
 */
const clauseOf = (reader: LinkReader, link: Link, address: string): string | null => {
  const sentence = sentenceOf(link, address);
  if (sentence === null || isValue(reader, link, sentence)) return null;
  const beside = `${sentence.before}${sentence.after}`;
  if (!isWorded(beside)) return null;
  return link.line?.isProse === true || beside.length <= longestPair ? sentence.text : null;
};

/** Reasons for which a clause does not grant the licence that it names. */
const asides = ['something-else', 'not-granted', 'data-excepted'];

/**
 * Does the sentence of a link speak of terms that are not those of the data: of code, or of a plan? What it leads to is
 * then not opened for its terms.
 *
 * @param standIn address of a licence, in whose place the sentence is read where the link's own is not known
 */
export const leadsAside = (licences: LinkReader, link: Link, standIn: string, language?: Language): boolean => {
  if (link.line === undefined) return false;
  const isKnown = !isUnknown(licences.ofUrl(link.url));
  const clause = clauseOf(licences, link, isKnown ? link.url : standIn);
  const reason = clause === null ? undefined : licences.read(clause, { language })?.verdict.reason;
  return reason !== undefined && (isKnown ? asides.includes(reason) : reason === 'something-else');
};

/**
 * What a page says by a link to a licence. A link in running text says what its sentence says: that the licence is
 * granted, and for what. One that stands for itself says its licence.
 *
 * @param own the verdict of the link by its address or name
 */
export const readLink = (licences: LinkReader, link: Link, own: LicenceVerdict, language?: Language): LinkReading => {
  const alone: LinkReading = { quote: `${link.text} (${link.url})`, verdict: own, about: 'data' };
  const clause = clauseOf(licences, link, link.url);
  if (clause === null) return alone;
  const reading = licences.read(clause, { language });
  // Nothing is read of a sentence that names a licence of no certain kind: that is what the link says, too.
  if (reading === null) return alone;
  if (link.line?.isProse === false && reading.verdict.reason !== 'something-else') return alone;
  return { verdict: reading.verdict, about: reading.about, quote: clause };
};
