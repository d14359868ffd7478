import type { Language } from '../model/basics.ts';
import type { AddressIndex } from './addresses.ts';
import type { CommonsMention } from './creative-commons.ts';
import type { LicenceEntry } from './data.ts';
import type { NameIndex } from './names.ts';
import { normaliseText } from './normalise.ts';
import { sentencesWith } from './sentences.ts';
import type { SentenceSignals, SignalKind, SignalReader } from './signals.ts';

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

/** What a text comes to, before it is put as a verdict. */
export type Finding =
  | { readonly kind: 'named'; readonly entry: LicenceEntry; readonly quote: string }
  | { readonly kind: 'terms'; readonly reason: TermsReason; readonly quote: string }
  | { readonly kind: 'conflict' | 'several'; readonly quote: string; readonly grant: string; readonly limit: string };

export type TermsReason =
  | 'open-by-terms'
  | 'public-domain'
  | 'change-not-granted'
  | 'non-commercial'
  | 'no-derivatives'
  | 'permission-needed'
  | 'purpose-bound'
  | 'further-terms'
  | 'fee'
  | 'rights-reserved';

/** Restrictions, the gravest first, and the reason each gives. */
const limits: readonly (readonly [SignalKind, TermsReason])[] = [
  ['nonCommercial', 'non-commercial'],
  ['noDerivatives', 'no-derivatives'],
  ['purpose', 'purpose-bound'],
  ['permission', 'permission-needed'],
  ['fee', 'fee'],
  ['furtherTerms', 'further-terms'],
];

interface Limit {
  readonly reason: TermsReason;
  readonly passage: Passage;
}

const limitIn = (passages: readonly Passage[]): Limit | null => {
  for (const [kind, reason] of limits) {
    const passage = passages.find(({ kinds }) => kinds.has(kind));
    if (passage !== undefined) return { reason, passage };
  }
  return null;
};

const firstWith = (passages: readonly Passage[], ...kinds: readonly SignalKind[]): Passage | undefined =>
  passages.find((passage) => kinds.some((kind) => passage.kinds.has(kind)));

const verdictless = (entry: LicenceEntry): boolean =>
  entry.conformance !== 'approved' && entry.conformance !== 'rejected' && entry.openByTerms === null;

const isOpen = (entry: LicenceEntry): boolean =>
  entry.conformance === 'approved' || (entry.openByTerms === true && entry.conformance !== 'rejected');

/** One licence for a family of equal ones: the one with a version before the one without. */
const mostExact = (entries: readonly LicenceEntry[]): LicenceEntry | undefined =>
  entries.find((entry) => /\d/.test(entry.id)) ?? entries[0];

/** Restrictions that turn the text of an open licence into that of another; its other clauses ask for permission at times. */
const isDecisive = (reason: TermsReason): boolean =>
  reason === 'non-commercial' || reason === 'no-derivatives' || reason === 'purpose-bound';

/** What a text says that names licences. */
const judgeNamed = (passages: readonly Passage[], limit: Limit | null, isHeaded: boolean): Finding | null => {
  const named = passages.flatMap((passage) => passage.named.map((entry) => ({ entry, quote: passage.quote })));
  const decided = named.filter(({ entry }) => !verdictless(entry));
  const [first] = decided;
  if (first === undefined) return null;
  const open = decided.filter(({ entry }) => isOpen(entry));
  const closed = decided.filter(({ entry }) => !isOpen(entry));
  if (isHeaded) {
    const isOpened = isOpen(first.entry);
    if (isOpened && limit !== null && isDecisive(limit.reason))
      return { kind: 'terms', reason: limit.reason, quote: limit.passage.quote };
    return { kind: 'named', ...first };
  }
  const [anOpen] = open;
  const [aClosed] = closed;
  if (anOpen !== undefined && aClosed !== undefined)
    return { kind: 'several', quote: anOpen.quote, grant: anOpen.quote, limit: aClosed.quote };
  if (anOpen !== undefined && limit !== null)
    return { kind: 'conflict', quote: limit.passage.quote, grant: anOpen.quote, limit: limit.passage.quote };
  const entry = mostExact(decided.map((each) => each.entry)) ?? first.entry;
  return { kind: 'named', entry, quote: decided.find((each) => each.entry === entry)?.quote ?? first.quote };
};

/** What a text says that names no licence. */
const judgeUnnamed = (passages: readonly Passage[], limit: Limit | null): Finding | null => {
  const free = firstWith(passages, 'anyUse', 'openLicence', 'publicDomain');
  const copy = firstWith(passages, 'copy');
  const commercial = firstWith(passages, 'commercialToo');
  const grant = free ?? (commercial !== undefined ? (copy ?? commercial) : undefined);
  if (limit !== null) {
    const isContradicted =
      grant !== undefined &&
      grant !== limit.passage &&
      (limit.reason === 'permission-needed' || limit.reason === 'fee' || commercial !== undefined);
    return isContradicted
      ? { kind: 'conflict', quote: limit.passage.quote, grant: grant.quote, limit: limit.passage.quote }
      : { kind: 'terms', reason: limit.reason, quote: limit.passage.quote };
  }
  if (grant !== undefined) {
    const isPublicDomain = grant.kinds.has('publicDomain') && !grant.kinds.has('anyUse');
    return { kind: 'terms', reason: isPublicDomain ? 'public-domain' : 'open-by-terms', quote: grant.quote };
  }
  if (copy !== undefined) {
    const change = firstWith(passages, 'change');
    return { kind: 'terms', reason: change === undefined ? 'change-not-granted' : 'open-by-terms', quote: copy.quote };
  }
  const reserved = firstWith(passages, 'reserved');
  return reserved === undefined ? null : { kind: 'terms', reason: 'rights-reserved', quote: reserved.quote };
};

const judge = (passages: readonly Passage[], isHeaded: boolean): Finding | null => {
  const limit = limitIn(passages);
  return judgeNamed(passages, limit, isHeaded) ?? judgeUnnamed(passages, limit);
};

/**
 * What a text comes to. What it says of the data goes before what it says of the web site; what says of neither is
 * taken with the data. Null where it says nothing of rights.
 *
 * @param isHeaded the text is that of a licence, which it names first
 */
export const judgeText = (
  passages: readonly Passage[],
  isHeaded: boolean,
): { readonly finding: Finding; readonly about: 'data' | 'site' } | null => {
  const ofData = passages.filter(({ about }) => about !== 'site');
  const saysOfData = passages.some(({ about }) => about === 'data');
  const data = judge(ofData, isHeaded);
  if (data !== null && (saysOfData || ofData.length === passages.length)) return { finding: data, about: 'data' };
  const all = judge(passages, isHeaded);
  return all === null ? null : { finding: all, about: 'site' };
};
