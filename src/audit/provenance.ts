import { imprintOf, levelOf, officialness } from '../discover/index.ts';
import { newestEdition } from '../discover/topics.ts';
import type { Page } from '../model/inspection.ts';
import {
  type Candidate,
  type CatalogueReading,
  type DatasetRecord,
  isLead,
  type Level,
  type Officialness,
  type Provenance,
} from '../model/records.ts';
import { dateText, readDates } from '../time/running-text.ts';
import type { AuditContext } from './context.ts';
import type { FrontierEntry } from './frontier.ts';

/* Who stands behind an address, and whom they act for: by what is there, by the catalogue that named it, by the reviewer. */

/** What of a reply tells whose it is; where nothing came, the address alone. */
export interface Imprinted {
  readonly finalUrl: string;
  readonly page: Page | null;
  readonly reading: CatalogueReading | null;
  readonly subject: DatasetRecord | null;
}

/** An address from which nothing came. */
export const unprinted = (url: string): Imprinted => ({ finalUrl: url, page: null, reading: null, subject: null });

/** What a catalogue or a place's file proposes speaks for what is found there, wherever it leads by now; an old list does not. */
const vouches = (candidate: Candidate | null): candidate is Candidate => candidate !== null && !isLead(candidate);

/** Did a reviewer name it, now or for the review before? Who vouched for an address need not name it again every year. */
const isVouchedFor = (url: string, { named, previous }: AuditContext): boolean =>
  named.includes(url) || (previous?.request?.urls ?? []).includes(url);

/**
 * Is the address the publisher's own? Where it does not tell itself, what the catalogue that named it says counts, else
 * the reviewer, who vouches for the addresses that they name.
 */
export const officialOf = (
  { finalUrl, page, reading, subject }: Imprinted,
  { url, candidate }: FrontierEntry,
  context: AuditContext,
): Officialness => {
  const { lens } = context;
  const record = reading === null ? (candidate?.record ?? null) : subject;
  const found = officialness(finalUrl, { lens, record, page });
  if (found.verdict !== 'unknown') return found;
  if (vouches(candidate) && candidate.official.verdict !== 'unknown') return candidate.official;
  return isVouchedFor(url, context)
    ? { verdict: 'official', because: 'The reviewer named this address as the source.' }
    : found;
};

/** A reviewer who names an address for a country vouches that it is that country's; what shows otherwise stands. */
const vouchedLevel = (found: Level, { url, candidate }: FrontierEntry, context: AuditContext): Level => {
  if (found.verdict !== 'unknown') return found;
  if (vouches(candidate) && candidate.level.verdict !== 'unknown') return candidate.level;
  return isVouchedFor(url, context)
    ? { verdict: 'national', because: { reason: 'named-for-the-country', args: {} } }
    : found;
};

/** Which edition a title tells, and the title without its dates. */
export const editionIn = (
  title: string | null,
  { lens, asOf }: Pick<AuditContext, 'lens' | 'asOf'>,
): Pick<Provenance, 'edition'> => {
  const at = newestEdition(title ?? '', lens, Number(asOf.slice(0, 4)));
  if (title === null || at === 0) return {};
  const text = dateText(title);
  const dates = readDates(text, lens.dates);
  const series = dates.reduceRight((rest, one) => rest.slice(0, one.at) + rest.slice(one.at + one.quote.length), text);
  return { edition: { at, series } };
};

/** What it is called, who published it, and which part of the country they act for. */
export const provenanceOf = (
  { finalUrl, page, subject }: Imprinted,
  entry: FrontierEntry,
  official: Officialness,
  context: AuditContext,
): Provenance => {
  const imprint = imprintOf(subject, entry.candidate?.record ?? null, page);
  const found = levelOf(finalUrl, { lens: context.lens, imprint, official });
  return {
    ...{ title: imprint.title, publisher: imprint.publisher, level: vouchedLevel(found, entry, context) },
    ...editionIn(imprint.title, context),
  };
};
