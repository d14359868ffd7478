import type { EvidenceId, Observation } from './observation.ts';
import type { Sentence } from './sentence.ts';

/* What must have been seen before a No may be said, and what of it was. A No by absence rests on nothing else. */

/**
 * What has to be seen.
 *
 * - `responsible-body`: the own pages, on the subject, of the body that is responsible for the data.
 * - `national-catalogue`: a search of the place's national catalogue for the category.
 * - `hit`: a dataset that a catalogue gave for the category.
 * - `named-address`: an address that the reviewer named, or that last year's review chose.
 * - `page`: a page that the responsible body or the checked address links on the subject.
 * - `declared-file`: a file that a record or a page of the dataset declares.
 */
export type Need = 'responsible-body' | 'national-catalogue' | 'hit' | 'named-address' | 'page' | 'declared-file';

/** How a look at one address ended. Only the first six are a look at what is there, or at what nobody can get. */
export type Sight =
  | 'read-whole'
  | 'searched'
  | 'files-read'
  | 'of-a-part'
  | 'dead-link'
  | 'told'
  | 'not-named'
  | 'not-confirmed'
  | 'no-address'
  | 'off-subject'
  | 'not-asked'
  | 'not-reached'
  | 'not-searched'
  | 'searched-in-part'
  | 'gone'
  | 'refused'
  | 'not-ready'
  | 'failed'
  | 'nothing-inside'
  | 'behind-a-wall'
  | 'only-a-list'
  | 'page-instead'
  | 'cut-short'
  | 'read-in-part'
  | 'not-understood'
  | 'files-unseen'
  | 'undecided';

/** One thing that must be seen. */
export interface CoverageItem {
  readonly need: Need;
  /** Whose pages, which catalogue, which dataset or file; empty where its address says it all. */
  readonly name: string;
  /** Empty where no address is known. */
  readonly url: string;
  readonly sight: Sight;
  /** What an outcome, a kind of page or a count adds to it. */
  readonly detail: string | Sentence;
  /** What was seen there; null where nothing was asked. */
  readonly evidence: EvidenceId | null;
}

/**
 * Everything that must be seen before a No. `country` asks whether a place has the data at all; `address` only what one
 * address offers, which can show what that address lacks and never that the data does not exist.
 */
export interface Coverage {
  readonly scope: 'country' | 'address';
  readonly items: readonly CoverageItem[];
}

/** Something that a reply leads to, where it could not be told what. */
export const unknownAddress = '';

/** An address that led further and was left unopened. */
export interface Unopened {
  /** `unknownAddress` where it could not be told what a reply leads to. */
  readonly url: string;
  readonly role: Observation['role'];
  /** The look that led there; null for a candidate of its own. */
  readonly via: EvidenceId | null;
}

/** Things that a review keeps of what must be seen; what was not seen comes first. */
export const mostKept = 80;

/** Sights that are a look at what is there. */
const looks: ReadonlySet<Sight> = new Set(['read-whole', 'searched', 'files-read', 'of-a-part', 'dead-link', 'told']);

/** Was it seen, as far as a No has to know? */
export const isSeen = ({ sight }: CoverageItem): boolean => looks.has(sight);

/** Was all of it seen? Nothing that had to be seen is nothing that was seen. */
export const isCovered = ({ items }: Coverage): boolean => items.length > 0 && items.every(isSeen);
