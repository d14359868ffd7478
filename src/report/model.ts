import type { Day, Localised } from '../model/basics.ts';
import type { CommitmentsReport } from '../model/commitments-report.ts';
import type { Category, Edition } from '../model/data.ts';
import type { Diff } from '../model/diff.ts';
import type { PortalReport } from '../model/portal.ts';
import type { Verdict } from '../model/review.ts';
import type { Scorecard } from '../model/scorecard.ts';
import type { WorldMap } from '../model/world.ts';

/* What a site is made of. Everything in it is a value that the command hands in: the pages read nothing and decide nothing. */

/** An answer that could not be told, and by which reason. */
export interface UnsureAnswer {
  readonly question: string;
  /** The check or rule whose reason it is. */
  readonly rule: string;
  readonly reason: string;
}

/** What the pages that add reviews up need of one of them. */
export interface EntryRecord {
  readonly year: number;
  readonly place: string;
  readonly category: string;
  readonly edition: string;
  readonly asOf: Day;
  readonly points: number;
  readonly ceiling: number;
  readonly outOf: number;
  readonly isOpen: boolean;
  /** The answer that counts to each question, in the edition's order. */
  readonly answers: Readonly<Record<string, Verdict>>;
  readonly unsure: readonly UnsureAnswer[];
  /** Digest of the kept review. */
  readonly digest: string;
}

/** One year of the store. */
export interface SiteYear {
  readonly year: number;
  readonly card: Scorecard;
  readonly edition: Edition;
  /** By `place/category`. */
  readonly entries: ReadonlyMap<string, EntryRecord>;
}

/** Two years held against one another, with every change and its cause. */
export interface YearPair {
  readonly before: number;
  readonly after: number;
  readonly diff: Diff;
}

/** A place or a category with its names in all languages that are known. */
export interface NamedThing {
  readonly id: string;
  readonly names: Localised;
  /** Other words it is found by. */
  readonly aliases: readonly string[];
}

/** A report of a portal, and where its page stands. */
export interface SitePortal {
  readonly name: string;
  readonly place: string | null;
  readonly report: PortalReport;
  /** Days of earlier reports. */
  readonly earlier: readonly Day[];
}

/** A report of commitments. */
export interface SitePlan {
  readonly plan: string;
  readonly report: CommitmentsReport;
}

/** A file that can be downloaded. */
export interface Download {
  /** From the root of the site. */
  readonly file: string;
  readonly title: string;
  readonly says: string;
  readonly bytes: number;
}

/** The files of one year that can be downloaded, with the dictionary of their columns. */
export interface DownloadYear {
  readonly year: number;
  readonly files: readonly Download[];
}

/** One column, as the dictionary tells it. */
export interface DictionaryTable {
  readonly name: string;
  readonly says: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly says: string }[];
}

/** What the owner of the site says of it. */
export interface SiteSettings {
  readonly title: string;
  /** The address that it is published at, with a `/` at its end; null where it is not known. */
  readonly base: string | null;
  readonly licence: { readonly spdx: string; readonly title: string; readonly url: string };
  /** Who publishes it; empty where nobody is named. */
  readonly authors: readonly string[];
  readonly tool: string;
}

/** All that the pages are made of, but for the reviews themselves. */
export interface SiteData {
  readonly settings: SiteSettings;
  /** Oldest first; at least one. */
  readonly years: readonly SiteYear[];
  readonly pairs: readonly YearPair[];
  /** Places and categories that have a review in some year, by id. */
  readonly places: ReadonlyMap<string, NamedThing>;
  readonly categories: ReadonlyMap<string, NamedThing & Pick<Category, 'description' | 'criteria' | 'editions'>>;
  readonly portals: readonly SitePortal[];
  readonly plans: readonly SitePlan[];
  readonly downloads: readonly DownloadYear[];
  readonly dictionary: readonly DictionaryTable[];
  readonly world: WorldMap;
  /** The newest day that a review judges as on. */
  readonly newest: Day;
  /** What a reason of a check means, for a reader: the id of the message that says so, and its English; both empty where it is not known. */
  readonly reasonText: (rule: string, reason: string) => { readonly message: string | null; readonly english: string };
}
