import type { Language } from '../model/basics.ts';
import type { AddressIndex } from './addresses.ts';
import type { CommonsMention } from './creative-commons.ts';
import type { LicenceEntry } from './data.ts';
import type { NameIndex } from './names.ts';
import { normaliseText } from './normalise.ts';
import { sentencesWith } from './sentences.ts';
import type { SentenceSignals, SignalReader } from './signals.ts';

/** One sentence of a text with what it says about rights. */
export interface Passage extends SentenceSignals {
  readonly quote: string;
  /** The licences that it names, other than in denial. */
  readonly named: readonly LicenceEntry[];
}

/** What reads prose: names, Creative Commons, and phrases. */
export interface ProseReaders {
  readonly names: NameIndex;
  readonly commons: (text: string) => readonly CommonsMention[];
  readonly signals: SignalReader;
  readonly findAddress: AddressIndex;
}

/** Characters of a quotation. */
const longestQuote = 300;

export const quoteOf = (text: string): string => {
  const blank = text.replace(/\s+/g, ' ').trim();
  return blank.length <= longestQuote ? blank : `${blank.slice(0, longestQuote - 1).trimEnd()}…`;
};

/** Addresses written out in a text. */
const writtenAddress = /(?:https?:\/\/|www\.)[^\s"'<>()[\]]+/g;

/** Paths and queries of addresses, in which names of licences are parameters. */
const addressPiece = /(?:^|\s)(?:\/\S+|[^\s=]+=\S*)/g;

/** Licences that a sentence names, and the sentence without their names, whose words are no phrases. */
const readNames = (sentence: string, { names, commons, findAddress, signals }: ProseReaders) => {
  const named: LicenceEntry[] = [];
  let rest = sentence.replace(writtenAddress, (address) => {
    const entry = findAddress(address)?.entry;
    if (entry !== undefined) named.push(entry);
    return ' ';
  });
  rest = rest.replace(addressPiece, ' ');
  for (const { entry, at, end } of commons(rest)) {
    if (entry !== null && !signals.isDenied(rest, at)) named.push(entry);
    rest = `${rest.slice(0, at)}${' '.repeat(end - at)}${rest.slice(end)}`;
  }
  for (const { entry, name } of names.within(rest)) {
    const first = name.split(' ', 1)[0] ?? name;
    if (!signals.isDenied(rest, Math.max(0, rest.indexOf(first)))) named.push(entry);
  }
  return { named, rest };
};

/** The passages of a text that speak of rights, in its order. */
export const passagesOf = (text: string, readers: ProseReaders, language?: Language): readonly Passage[] => {
  const passages: Passage[] = [];
  for (const written of sentencesWith(text, readers.signals.cues)) {
    const normal = normaliseText(written);
    const { named, rest } = readNames(normal, readers);
    const { kinds, about } = readers.signals.read(rest, language);
    if (named.length > 0 || kinds.size > 0) passages.push({ quote: quoteOf(written), named, kinds, about });
  }
  return passages;
};
