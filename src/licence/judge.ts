import type { LicenceEntry } from './data.ts';
import type { Passage } from './passages.ts';
import type { SignalKind } from './signal-kinds.ts';
import { grantsSomething } from './signals.ts';

/** A licence and the words that name it. */
export interface Named {
  readonly entry: LicenceEntry;
  readonly quote: string;
}

/** What a text comes to, before it is put as a verdict. */
export type Finding =
  | ({ readonly kind: 'named' } & Named)
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
  | 'rights-reserved'
  | 'commercial-use-unclear'
  | 'not-granted'
  | 'data-excepted'
  | 'name-not-whole'
  | 'list-of-licences'
  | 'not-understood'
  | 'something-else';

/** Restrictions, the gravest first, and the reason each gives. */
const limits: readonly (readonly [SignalKind, TermsReason])[] = [
  ['nonCommercial', 'non-commercial'],
  ['noDerivatives', 'no-derivatives'],
  ['purpose', 'purpose-bound'],
  ['permission', 'permission-needed'],
  ['fee', 'fee'],
  ['furtherTerms', 'further-terms'],
  ['commercialDoubt', 'commercial-use-unclear'],
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

const isUndecided = (entry: LicenceEntry): boolean =>
  entry.conformance !== 'approved' && entry.conformance !== 'rejected' && entry.openByTerms === null;

const isOpen = (entry: LicenceEntry): boolean =>
  entry.conformance === 'approved' || (entry.openByTerms === true && entry.conformance !== 'rejected');

/** One licence for a family of equal ones: the one with a version before the one without. */
const mostExact = (entries: readonly LicenceEntry[]): LicenceEntry | undefined =>
  entries.find((entry) => /\d/.test(entry.id)) ?? entries[0];

/** What the text of a licence comes to: that licence, unless it takes back what makes it open. */
const judgeLicenceText = (licence: Named, passages: readonly Passage[]): Finding => {
  const limit = limitIn(passages.filter(({ kinds }) => decisive.some((kind) => kinds.has(kind))));
  return isOpen(licence.entry) && limit !== null
    ? { kind: 'terms', reason: limit.reason, quote: limit.passage.quote }
    : { kind: 'named', ...licence };
};

/** Restrictions that turn the text of an open licence into that of another; other clauses of it ask for permission too. */
const decisive: readonly SignalKind[] = ['nonCommercial', 'noDerivatives', 'purpose'];

/** Different licences in one text from which on they are a list to choose from. */
const list = 3;

/** Does a passage grant by the licence that it names, whole and as it stands? */
const grantsByName = ({ act, isWhole, isDenied, kinds }: Passage): boolean =>
  act === 'granted' && isWhole && (!isDenied || decisive.some((kind) => kinds.has(kind)));

/** Restrictions that, in one clause with the name of an open licence, make it another. */
const limitBeside = (passage: Passage): Limit | null =>
  passage.named.some(isOpen) ? limitIn(decisive.some((kind) => passage.kinds.has(kind)) ? [passage] : []) : null;

/** Why a licence that is named is not granted; null where every one is. */
const withheldName = (passages: readonly Passage[]): Finding | null => {
  const unread = passages.find(({ named, isWhole, act }) => !isWhole || (act === 'altered' && named.length > 0));
  if (unread !== undefined) return { kind: 'terms', reason: 'name-not-whole', quote: unread.quote };
  const excepted = passages.find(({ act }) => act === 'excepted');
  if (
    excepted !== undefined &&
    !passages.some(({ about, named, act }) => about === 'data' && named.length > 0 && act === 'granted')
  )
    return { kind: 'terms', reason: 'data-excepted', quote: excepted.quote };
  const titles = new Set(passages.flatMap(({ named }) => named.map(({ title }) => title)));
  const [first] = passages.filter(({ named }) => named.length > 0);
  if (titles.size >= list && first !== undefined)
    return { kind: 'terms', reason: 'list-of-licences', quote: first.quote };
  return null;
};

/** What a text says that names licences. */
const judgeNamed = (passages: readonly Passage[], limit: Limit | null): Finding | null => {
  const named = passages
    .filter(grantsByName)
    .flatMap((passage) => passage.named.map((entry) => ({ entry, quote: passage.quote })));
  const decided = named.filter(({ entry }) => !isUndecided(entry));
  const [first] = decided;
  if (first === undefined) return null;
  for (const passage of passages) {
    const beside = limitBeside(passage);
    if (beside !== null) return { kind: 'terms', reason: beside.reason, quote: passage.quote };
  }
  const withheld = withheldName(passages);
  if (withheld !== null && decided.some(({ entry }) => isOpen(entry))) return withheld;
  const anOpen = decided.find(({ entry }) => isOpen(entry));
  const aClosed = decided.find(({ entry }) => !isOpen(entry));
  if (anOpen !== undefined && aClosed !== undefined)
    return { kind: 'several', quote: anOpen.quote, grant: anOpen.quote, limit: aClosed.quote };
  const reserved = passages.find(({ kinds, about }) => kinds.has('reserved') && about !== 'site');
  if (anOpen !== undefined && reserved !== undefined)
    return { kind: 'conflict', quote: reserved.quote, grant: anOpen.quote, limit: reserved.quote };
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

/** What a text comes to that speaks of a licence or right and does not grant it; null where it speaks of none. */
const judgeWithheld = (passages: readonly Passage[]): Finding | null => {
  const unread = withheldName(passages);
  if (unread !== null) return unread;
  const mentioned = passages.find((passage) => passage.named.length > 0 && !grantsByName(passage));
  return mentioned === undefined ? null : { kind: 'terms', reason: 'not-granted', quote: mentioned.quote };
};

const isYes = (finding: Finding): boolean =>
  finding.kind === 'named'
    ? isOpen(finding.entry)
    : finding.kind === 'terms' && ['open-by-terms', 'public-domain'].includes(finding.reason);

const isUnread = ({ kinds }: Passage): boolean => kinds.has('unread');

const grants = ({ act, named, kinds }: Passage): boolean =>
  act === 'granted' && (named.some(isOpen) || grantsSomething(kinds));

/** What is not understood and may take back a grant: a clause that grants besides one that is understood takes nothing back. */
const unreadIn = (passages: readonly Passage[]): Passage | undefined => {
  const isUnderstood = passages.some((passage) => grants(passage) && !isUnread(passage));
  return passages.find(
    (passage) => isUnread(passage) && !(isUnderstood && grants(passage) && !passage.kinds.has('barred')),
  );
};

const judge = (passages: readonly Passage[]): Finding | null => {
  const limit = limitIn(passages);
  const finding = judgeNamed(passages, limit) ?? judgeUnnamed(passages, limit) ?? judgeWithheld(passages);
  // A Yes must be understood whole: what is not may take back what the rest grants.
  const unread = unreadIn(passages);
  return finding !== null && isYes(finding) && unread !== undefined
    ? { kind: 'terms', reason: 'not-understood', quote: unread.quote }
    : finding;
};

/** What a text comes to that speaks of code, pictures or the data of others alone. */
const judgeOther = (passages: readonly Passage[]): Finding | null => {
  const other = passages.find(({ named }) => named.length > 0);
  return other === undefined ? null : { kind: 'terms', reason: 'something-else', quote: other.quote };
};

/** What a text comes to, and whether it speaks of the data or of the web site alone. */
export interface Judgement {
  readonly finding: Finding;
  readonly about: 'data' | 'site';
}

/**
 * What a text comes to. What it says of the data goes before what it says of the web site; what says of neither is
 * taken with the data. Null where it says nothing of rights.
 *
 * @param licence the licence whose text it is, null where it is another text
 */
export const judgeText = (all: readonly Passage[], licence: Named | null): Judgement | null => {
  if (licence !== null && !isUndecided(licence.entry))
    return { finding: judgeLicenceText(licence, all), about: 'data' };
  const passages = all.filter(({ about }) => about !== 'other');
  const ofData = passages.filter(({ about }) => about !== 'site');
  const saysOfData = passages.some(({ about }) => about === 'data');
  const data = judge(ofData);
  if (data !== null && (saysOfData || ofData.length === passages.length)) return { finding: data, about: 'data' };
  const finding = judge(passages) ?? judgeOther(all);
  return finding === null ? null : { finding, about: 'site' };
};
