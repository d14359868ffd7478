import type { Language } from '../model/basics.ts';
import type { Link, Page } from '../model/inspection.ts';
import type { LicenceVerdict } from '../model/licence.ts';
import { type AddressIndex, addressIndex, plainParts } from './addresses.ts';
import { commonsReader } from './commons.ts';
import type { FiledLicences, LicenceData, LicenceEntry } from './data.ts';
import { type ExpressionMaker, expressionMaker } from './expressions.ts';
import { type Finding, judgeText } from './judge.ts';
import { type LabelledValue, labelReader } from './labels.ts';
import { licenceTextReader } from './licence-text.ts';
import { leadsAside } from './links.ts';
import { nameIndex, normalNames, plainNames } from './names.ts';
import { normaliseText } from './normalise.ts';
import { type Passage, type ProseReaders, passagesOf, quoteOf } from './passages.ts';
import { plainWords } from './plain.ts';
import type { LicenceReason } from './reasons.ts';
import { type RightsFields, rightsFields } from './rights-fields.ts';
import { rolesOf } from './roles.ts';
import { signalReader } from './signals.ts';
import { isSpdxId, ofSpdxExpression } from './spdx.ts';
import { termsLinkFinder } from './terms-links.ts';
import { tongueFinder } from './tongues.ts';
import { type LicencePolicy, unnamedVerdict, verdictOf } from './verdict.ts';

/** What is known of a text before it is judged. */
export interface TextHints {
  readonly language?: Language | undefined;
}

/** A text's verdict with what it speaks of. */
export interface TextReading {
  readonly verdict: LicenceVerdict;
  /** `data` where it speaks of the data or of nothing in particular, `site` where of the web site alone. */
  readonly about: 'data' | 'site';
  readonly passages: readonly Passage[];
}

/** Recognises licences and says whether they are open. */
export interface Licences {
  readonly policy: LicencePolicy;
  /** The licence at an address; `unknown-address` where the table has none. */
  readonly ofUrl: (address: string) => LicenceVerdict;
  /** The licence of an identifier: of a catalogue, an authority list or SPDX. */
  readonly ofId: (id: string) => LicenceVerdict;
  /** The licence of a name, in a metadata field or a heading. */
  readonly ofTitle: (title: string) => LicenceVerdict;
  /** What a text grants: of a licence, or of a page of terms. */
  readonly ofText: (text: string, hints?: TextHints) => LicenceVerdict;
  /** The same with what the text speaks of; null where it says nothing of rights. */
  readonly read: (text: string, hints?: TextHints) => TextReading | null;
  /** Whatever it is: an address, an identifier, a name or a text. */
  readonly any: (input: string) => LicenceVerdict;
  /** Knows the fields of records that speak of rights, and their codes. */
  readonly fields: RightsFields;
  /** The verdict of a reason that a code or phrase of a field stands for. */
  readonly ofReason: (reason: LicenceReason, quote: string) => LicenceVerdict;
  /** Values of fields that hold a licence, in the text of a page. */
  readonly labelled: (text: string) => readonly LabelledValue[];
  /** The links of a page that lead to its terms, best first. */
  readonly termsLinks: (page: Page) => readonly Link[];
}

/** Any licence, named by a link that says no more than «licence». */
const standIn = 'https://creativecommons.org/licenses/by/4.0/';

/** Longest text that can be a name. */
const longestName = 300;

const isAddress = (text: string): boolean =>
  /^(?:https?:)?\/\/\S+$/i.test(text) || /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S*$/i.test(text);

/** What reads clauses in all languages. */
const proseReaders = (data: LicenceData, expressions: ExpressionMaker): Pick<ProseReaders, 'signals' | 'tongues'> => {
  const tongues = tongueFinder(data.clauses, expressions);
  return {
    tongues,
    signals: signalReader(data.phrases, data.names, tongues, expressions, plainWords(data), rolesOf(data)),
  };
};

/** Finds out what can be known of the data before any text is read. */
export const fileLicences = (data: LicenceData): FiledLicences => {
  const expressions = expressionMaker();
  proseReaders(data, expressions);
  return {
    needles: expressions.filed(),
    parts: plainParts(data.table),
    names: normalNames(data.table),
    plain: plainNames(data.names),
  };
};

/** Opens the recogniser over its data. */
export const openLicences = (data: LicenceData, policy: LicencePolicy = 'by-terms'): Licences => {
  let addresses: AddressIndex | undefined;
  const findAddress: AddressIndex = (address) => {
    addresses ??= addressIndex(data.table, data.filed?.parts);
    return addresses(address);
  };
  const readers: ProseReaders = {
    names: nameIndex(data.table, data.names, data.filed),
    commons: commonsReader(data.names, data.deeds, data.table),
    ...proseReaders(data, expressionMaker(data.filed?.needles)),
    findAddress,
  };
  const byId = new Map(data.table.map((entry) => [entry.id, entry]));
  /** A page or name that stands for another licence takes that licence's verdict. */
  const meant = (entry: LicenceEntry): LicenceEntry => byId.get(entry.sameAs ?? entry.id) ?? entry;

  const put = (finding: Finding): LicenceVerdict => {
    const matched = { by: 'text', quote: finding.quote } as const;
    if (finding.kind === 'named') return verdictOf(meant(finding.entry), policy, matched);
    if (finding.kind === 'terms') return unnamedVerdict(finding.reason, policy, matched);
    return unnamedVerdict(finding.kind, policy, matched, { grant: finding.grant, limit: finding.limit });
  };

  const licenceOfText = licenceTextReader(data.table, readers);

  const read = (text: string, { language }: TextHints = {}): TextReading | null => {
    const passages = passagesOf(text, readers, language);
    const judged = judgeText(passages, licenceOfText(text));
    return judged === null ? null : { verdict: put(judged.finding), about: judged.about, passages };
  };

  const ofText: Licences['ofText'] = (text, hints) =>
    read(text, hints)?.verdict ?? unnamedVerdict('unclear', policy, null);

  const exactly = (text: string, by: 'id' | 'title'): LicenceVerdict | null => {
    const entry = readers.names.exact(text);
    return entry === null ? null : verdictOf(meant(entry), policy, { by, quote: quoteOf(text) });
  };

  /** A name of Creative Commons and nothing more: `CC BY 3.0 IGO`. */
  const commonsId = (text: string, by: 'id' | 'title'): LicenceVerdict | null => {
    const normal = normaliseText(text.trim());
    const [first, ...others] = readers.commons(normal);
    if (first?.entry === undefined || first.entry === null || others.length > 0 || first.at > 0) return null;
    if (normal.length - first.end > 12 || !first.isWhole) return null;
    return verdictOf(first.entry, policy, { by, quote: quoteOf(text) });
  };

  /** The name of a deed with its version, where the mark before it is left out: «Attribution-ShareAlike 4.0». */
  const unmarked = (title: string): LicenceVerdict | null =>
    /(?:^|\s)[1-4]\.[0-5](?:\s|$)/.test(normaliseText(title)) ? commonsId(`Creative Commons ${title}`, 'title') : null;

  const ofUrl: Licences['ofUrl'] = (address) => {
    const match = findAddress(address);
    return match === null
      ? unnamedVerdict('unknown-address', policy, null)
      : verdictOf(meant(match.entry), policy, { by: 'url', quote: match.quote });
  };

  const single = (id: string): LicenceVerdict | null => {
    const known = exactly(id, 'id') ?? commonsId(id, 'id');
    if (known !== null || !isSpdxId(id)) return known;
    const matched = { by: 'id', quote: id } as const;
    return { ...unnamedVerdict('unclear', policy, matched, { title: id }), id, title: id };
  };

  const ofId: Licences['ofId'] = (id) =>
    single(id.trim()) ??
    ofSpdxExpression(id.trim(), single) ??
    (isAddress(id.trim()) ? ofUrl(id) : unnamedVerdict('unknown-name', policy, null));

  const ofTitle: Licences['ofTitle'] = (title) => {
    const known = exactly(title, 'title') ?? commonsId(title, 'title') ?? unmarked(title);
    if (known !== null) return known;
    // A name is one sentence, and some names shout: «Nevezd meg! - Ne add el!».
    const verdict = read(title.replaceAll('!', ' '))?.verdict;
    if (verdict === undefined) return unnamedVerdict('unknown-name', policy, null);
    return verdict.matched === null ? verdict : { ...verdict, matched: { ...verdict.matched, by: 'title' } };
  };

  const any: Licences['any'] = (input) => {
    const text = input.trim();
    if (isAddress(text)) return ofUrl(text);
    if (text.length > longestName) return ofText(text);
    const id = ofId(text);
    return id.reason === 'unknown-name' ? ofTitle(text) : id;
  };

  const fields = rightsFields(data.rights);
  const ofReason: Licences['ofReason'] = (reason, quote) =>
    unnamedVerdict(reason, policy, { by: 'text', quote: quoteOf(quote) });
  const labelled = labelReader(data.phrases);
  const termsLinks = termsLinkFinder(data.phrases, (link) => leadsAside({ read, labelled, ofUrl }, link, standIn));

  return { policy, ofUrl, ofId, ofTitle, ofText, read, any, fields, ofReason, labelled, termsLinks };
};
