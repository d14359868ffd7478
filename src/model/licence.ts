import type { Args } from './sentence.ts';

/** A licence that is known, from `criteria/licences`. */
export interface Licence {
  readonly id: string;
  readonly title: string;
  /** Standing with the Open Definition. */
  readonly conformance: 'approved' | 'not-approved' | 'unreviewed' | 'unknown';
  /** Do the terms plainly let anyone use, change and redistribute for any purpose, with at most attribution and share-alike? */
  readonly openByTerms: boolean | null;
  readonly conditions: readonly string[];
}

/** How far a statement reaches; the narrower one governs. */
export type LicenceScope = 'file' | 'dataset' | 'portal' | 'site' | 'footer';

/** One statement about a licence, with what it comes to. */
export interface LicenceStatement {
  readonly scope: LicenceScope;
  /** Where it was read: a field, a link, a passage. */
  readonly where: string;
  /** The words it was recognised by. */
  readonly quote: string;
  readonly verdict: LicenceVerdict;
}

/** Which licence, and is it open? The JSON of `odi licence`. */
export interface LicenceVerdict {
  readonly id: string | null;
  readonly title: string;
  readonly open: 'Yes' | 'No' | 'Unsure';
  readonly conformance: Licence['conformance'];
  /** Stable code: `approved`, `open-by-terms`, `non-commercial`, `no-derivatives`, `permission-needed`, `fee`, `purpose-bound`, `no-licence-named`, `unclear` … */
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence: the `title` of the licence, a `doubt` about it, its `status` and `successor` where it is no longer offered, what a text grants and takes back. */
  readonly args: Args;
  readonly matched: { readonly by: 'url' | 'id' | 'title' | 'text'; readonly quote: string } | null;
  readonly conditions: readonly string[];
}
