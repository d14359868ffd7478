import type { Day, Language } from './basics.ts';
import type { EvidenceId } from './observation.ts';

/* What is seen of a data portal from outside, before anything is concluded from it. */

/** What datasets are grouped by. */
export type GroupKind = 'publisher' | 'format' | 'licence' | 'theme' | 'year' | 'host';

export const groupKinds: readonly GroupKind[] = ['publisher', 'format', 'licence', 'theme', 'year', 'host'];

/** Datasets that share something. */
export interface CountedGroup {
  readonly key: string;
  readonly label: string;
  readonly datasets: number;
}

/** What one answer tells of a catalogue besides its records; what is absent, it does not say. */
export interface SurveyFacts {
  readonly version?: string;
  /** Public datasets, by the catalogue's own count. */
  readonly total?: number;
  /** Counts that need no listing. Datasets may be in several groups of a kind, or in none. */
  readonly groups?: Readonly<Partial<Record<GroupKind, readonly CountedGroup[]>>>;
  /** Keys of all organisations that the catalogue lists, as its groups of publishers have them. */
  readonly organisations?: readonly string[];
  /**
   * Organisations that the catalogue lists, and those of them without a dataset: `surelyEmpty` of them whatever its counts by publisher
   * leave out, all of them where that is absent.
   */
  readonly publishers?: { readonly listed: number; readonly empty: number; readonly surelyEmpty?: number };
  /** Showcases, reuses or applications. */
  readonly reuses?: number;
}

/** What a question to a catalogue may be about. */
export type SurveyTopic = 'total' | 'groups' | 'publishers' | 'reuses' | 'version';

/** How much of something the catalogue shows: all of it, a part that was drawn, or its own figures alone. */
export type SurveyBasis = 'whole' | 'sample' | 'counts';

/** Is a field there, and does it follow the standard for it? */
export type FieldState = 'conformant' | 'present' | 'absent';

/** How many distributions of a dataset have each property that the points of MQA are given for. */
export interface DistributionCounts {
  readonly all: number;
  readonly download: number;
  readonly format: number;
  readonly mediaType: number;
  /** Of the formats and media types together, those that a public vocabulary has. */
  readonly known: number;
  readonly nonProprietary: number;
  readonly machineReadable: number;
  readonly licence: number;
  readonly licenceKnown: number;
  readonly rights: number;
  readonly bytes: number;
}

/** The one file of a dataset that is looked at where the dataset is drawn. */
export interface SampleFile {
  readonly url: string;
  readonly title: string;
  /** Id of the format that its name promises; null where it promises none that is known. */
  readonly format: string | null;
  /** Is it an address to ask, and no file? */
  readonly isService: boolean;
}

/** What is kept of one record of a catalogue: enough to count with, small enough to keep of hundreds of thousands. */
export interface RecordDigest {
  readonly id: string;
  /** Page of the listing that it stood on, from 0. */
  readonly page: number;
  /** A number that is spread evenly and the same every year: who has the lowest is drawn. In hexadecimal. */
  readonly rank: string;
  readonly title: string;
  /** The title without what tells it from others of a series; empty where nothing is left. */
  readonly stem: string;
  /** The title as titles are compared. */
  readonly folded: string;
  readonly publisher: string | null;
  readonly issued: Day | null;
  readonly modified: Day | null;
  /** From when on it was in the catalogue, at the latest; null where no date tells it. */
  readonly since: Day | null;
  /** The identifier its source gave it, where it is another than its own. */
  readonly identifier: string | null;
  /** Where it was harvested from. */
  readonly source: { readonly id: string; readonly modified: Day | null } | null;
  /** Fingerprint of the set of its distributions' addresses; null where it has none. */
  readonly addresses: string | null;
  /** Fingerprint of what the record says. */
  readonly content: string;
  readonly hosts: readonly string[];
  readonly themes: readonly string[];
  readonly keywords: number;
  readonly isThemeKnown: boolean;
  readonly isDescribed: boolean;
  /** Ids of the formats of its files, those that no registry knows as they are declared. */
  readonly formats: readonly string[];
  readonly isFormatDeclared: boolean;
  readonly isMachineReadable: boolean;
  readonly isOpenFormat: boolean;
  readonly licence: {
    /** Id or title of the licence; null where none is declared. */
    readonly label: string | null;
    readonly isRecognised: boolean;
    readonly open: 'Yes' | 'No' | 'Unsure';
  };
  readonly spatial: FieldState;
  readonly temporal: FieldState;
  readonly frequency: FieldState;
  readonly language: FieldState;
  readonly contact: FieldState;
  readonly accessRights: FieldState;
  /** Days between two updates by the declared rhythm; null where none is declared that has a length. */
  readonly rhythm: number | null;
  /** Has it fields of the publisher's own, any of which may be what is looked for under another name? */
  readonly hasOtherFields: boolean;
  readonly titleLanguages: readonly Language[];
  /** Categories that its title names. */
  readonly categories: readonly string[];
  readonly isDocumented: boolean;
  readonly distributions: DistributionCounts;
  /** Null where it has no distribution. */
  readonly file: SampleFile | null;
}

/** What came of one file that was drawn. */
export interface FileLook {
  readonly dataset: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string;
  readonly evidence: EvidenceId | null;
  /**
   * `alive`: data arrived. `dead`: nothing is there (404, 410, no such host, a page that says so, a domain for sale, no bytes).
   * `not-data`: something else arrived. `unseen`: it was not seen, or not understood, and may be any of these.
   */
  readonly outcome: 'alive' | 'dead' | 'not-data' | 'unseen';
  /** Stable code: `http-404`, `soft-404`, `login`, `timeout`, `robots` … */
  readonly because: string;
  /** Status of the answer; null where none came. */
  readonly status: number | null;
  /** Is it the format that was declared? Null where nothing was declared, or it was not seen. */
  readonly isFormatTrue: boolean | null;
  readonly format: string | null;
  /** Can a program read it; null where it was not seen. */
  readonly isMachineReadable: boolean | null;
  readonly isOpenFormat: boolean | null;
  readonly isHttps: boolean;
  readonly hasCors: boolean | null;
  readonly hasRange: boolean | null;
  /** Are its tables whole: no ragged rows, no two headers, no wrong encoding? Null for what has no tables, or was cut. */
  readonly areRowsWhole: boolean | null;
  /** The newest day of the data in it. */
  readonly dataUpTo: Day | null;
  /** Days between two updates, as its dataset declares. */
  readonly rhythm: number | null;
  /** How many datasets it stands for; 1 where all were drawn alike. */
  readonly weight: number;
}

/** What came of a question to the portal itself. */
export interface Probe {
  readonly id: string;
  /** `unseen`: our own failure. */
  readonly outcome: 'yes' | 'no' | 'unseen' | 'not-asked';
  readonly because: string;
  readonly evidence: readonly EvidenceId[];
}

/** A page of the listing that was asked for. */
export interface ListedPage {
  readonly index: number;
  readonly evidence: EvidenceId | null;
  readonly datasets: number;
  readonly isSeen: boolean;
}

/** What was not seen, and how many. */
export interface UnseenPart {
  readonly what: 'counts' | 'pages' | 'datasets' | 'files' | 'probes' | 'portal';
  readonly why: string;
  readonly count: number;
}

/** A portal, as it was found. */
export interface SurveyedPortal {
  readonly url: string;
  readonly api: string | null;
  readonly software: string | null;
  readonly version: string | null;
  readonly place: string | null;
  readonly owner: string | null;
  readonly official: 'official' | 'third-party' | 'unknown';
}

/** Fields of records that some software has no place for. */
export type LackedField = 'theme' | 'language';

/** One exchange, as a report cites it. */
export interface PortalEvidence {
  readonly id: EvidenceId;
  readonly url: string;
  readonly fetchedAt: string | null;
  readonly outcome: 'arrived' | 'lost' | 'not-captured' | 'refused-by-us';
  readonly because: string | null;
  readonly status: number | null;
  readonly kind: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly record: { readonly file: string; readonly id: string } | null;
}

/** Everything that was seen of a portal: all that judgement knows of it. */
export interface PortalSurvey {
  readonly portal: SurveyedPortal;
  readonly asOf: Day;
  readonly languages: readonly Language[];
  readonly facts: SurveyFacts;
  /** Which answer told what. */
  readonly told: Readonly<Partial<Record<SurveyTopic, EvidenceId>>>;
  /** What the software has no way to tell. */
  readonly notOffered: readonly SurveyTopic[];
  /** Fields that its records have no place for. */
  readonly lacks: readonly LackedField[];
  readonly basis: SurveyBasis;
  /** Pages of the list; were they drawn, so that they speak for the others, or read from the beginning as far as it went? */
  readonly pages: {
    readonly of: number;
    readonly isDrawn: boolean;
    readonly asked: readonly ListedPage[];
    /** Datasets that came again on a later page: where there are any, others may stand on none. None by default. */
    readonly repeats?: number;
  };
  readonly records: readonly RecordDigest[];
  /** Files were looked at, or why not: `--files 0`. */
  readonly files: readonly FileLook[];
  readonly probes: readonly Probe[];
  readonly latencies: readonly number[];
  readonly unseen: readonly UnseenPart[];
  readonly evidence: readonly PortalEvidence[];
  /** Categories whose words were looked for. */
  readonly categories: readonly string[];
}
