import type { Language } from '../model/basics.ts';
import type { Criteria } from '../model/data.ts';
import type { Needles } from './needle-finder.ts';
import type { RecordRights } from './rights-fields.ts';

/** One licence, set of terms or metadata value of `criteria/licences`. */
export interface LicenceEntry {
  readonly id: string;
  readonly title: string;
  /** Standing on opendefinition.org; `rejected` is listed there as not conformant, `not-approved` is a version that is passed over. */
  readonly conformance: 'approved' | 'rejected' | 'not-approved' | 'unreviewed';
  /** Do the terms plainly let anyone use, change and redistribute? Null where the identifier alone does not tell. */
  readonly openByTerms: boolean | null;
  /** No longer offered by its author, or replaced by another; it is judged by its terms all the same. */
  readonly status?: 'superseded' | 'withdrawn';
  /** The licence that took its place. */
  readonly successor?: string;
  readonly conditions?: readonly string[];
  /** Names no licence, or only a kind of one. */
  readonly generic?: boolean;
  /** The licence that this page or name stands for. */
  readonly sameAs?: string;
  readonly spdx?: string;
  readonly names?: readonly string[];
  /** Identifiers of catalogues and authority lists. */
  readonly ids?: readonly string[];
  /** Regular expressions searched in a normalised address. */
  readonly addresses?: readonly string[];
  /** Passages that together only the full text of the licence holds. */
  readonly text?: readonly string[];
  readonly doubt?: string;
  readonly source: string;
}

/** The words of Creative Commons' licence elements in the languages of its ports, and what may stand between them. */
export interface LicenceNames {
  readonly creativeCommons: {
    readonly marks: readonly string[];
    readonly zero: readonly string[];
    readonly publicDomainMark: readonly string[];
    readonly by: readonly string[];
    readonly sa: readonly string[];
    readonly nc: readonly string[];
    readonly nd: readonly string[];
    readonly connectors: readonly string[];
  };
  /** Countries and organisations that licences were ported to, where they stand between a name and its version. */
  readonly ports: readonly string[];
  /** Names too plain to mean the licence inside running text. */
  readonly plain: readonly string[];
  /** Strings of which a sentence that names a licence holds one, besides the cues of its language. */
  readonly cues: readonly string[];
  /** Words for the data, and for what is not the data, in every language; and «unless otherwise noted». Expressions. */
  readonly data: readonly string[];
  readonly other: readonly string[];
  readonly otherwise: readonly string[];
  /** Naming the source; a condition that asks for no more than that leaves a grant a grant. */
  readonly credit: readonly string[];
  readonly conditions: readonly string[];
  /** Denials that free: «no permission is needed». */
  readonly freedoms: readonly string[];
  /** «To third parties»: to whom the data is passed on, and nothing that has a licence of its own. */
  readonly recipients: readonly string[];
  /** «Free of charge»: a price and no permission, and no fee either. */
  readonly withoutFee: readonly string[];
  /** «Applies to», «extends to»: denied, they take a grant back from something. */
  readonly applies: readonly string[];
}

/**
 * How one language speaks of the right to use. All lists but `cues` are regular expressions over lower-case text;
 * `\w` and `\b` mean the letters of every script.
 */
export interface LicencePhrases {
  readonly language: Language;
  /** Strings of which a sentence must hold one, to be read in this language at all. */
  readonly cues: readonly string[];
  /** Anyone may use it, for anything. */
  readonly anyUse: readonly string[];
  /** It may be copied or quoted; nothing is said of change or of purpose. */
  readonly copy: readonly string[];
  /** It may be changed: adapted, modified, combined. */
  readonly change: readonly string[];
  /** An open licence, not named. */
  readonly openLicence: readonly string[];
  readonly publicDomain: readonly string[];
  /** Commercial use is named as allowed. */
  readonly commercialToo: readonly string[];
  readonly nonCommercial: readonly string[];
  readonly noDerivatives: readonly string[];
  /** For personal use, for study, for viewing only. */
  readonly purpose: readonly string[];
  /** Permission must be asked, or copying is forbidden. */
  readonly permission: readonly string[];
  /** Using, copying and publishing, and what is used: permission is only asked for a licence beside one of these. */
  readonly use: readonly string[];
  /** «Without permission»: a restriction only in a sentence that says no. */
  readonly withoutPermission: readonly string[];
  /** Permission need not be asked. */
  readonly permissionFree: readonly string[];
  /** Other terms must be accepted besides, or the grant may be withdrawn. */
  readonly furtherTerms: readonly string[];
  /** Use costs a fee. */
  readonly fee: readonly string[];
  /** The formula «all rights reserved». */
  readonly reserved: readonly string[];
  /** Words that say no: before a grant they turn it into its opposite. */
  readonly not: readonly string[];
  /** Words that open an exception. */
  readonly except: readonly string[];
  /** Parts that have terms of their own: logos, pictures, works of others. */
  readonly apart: readonly string[];
  /** Data about persons, and endorsement: what is said of them is no licence. */
  readonly personal: readonly string[];
  readonly data: readonly string[];
  readonly site: readonly string[];
  /** Whole texts of links that lead to terms, best first. */
  readonly links: readonly string[];
  /** Labels of the field that holds a licence. */
  readonly fields: readonly string[];
}

/** What one deed of Creative Commons is called in the languages of its translations. */
export interface DeedNames {
  readonly code:
    | 'by'
    | 'by-nc'
    | 'by-nc-nd'
    | 'by-nc-sa'
    | 'by-nd'
    | 'by-sa'
    | 'nc'
    | 'nc-nd'
    | 'nc-sa'
    | 'nd'
    | 'sa'
    | 'nc-sampling+'
    | 'sampling'
    | 'sampling+'
    | 'mark';
  readonly names: readonly string[];
}

/**
 * How one language speaks around a grant. All lists but `common` and `joins` are regular expressions over lower-case
 * text; `\w` and `\b` mean the letters of every script.
 */
export interface LicenceClauses {
  readonly language: Language;
  /** Whole words by which a sentence is told to be in this language; none where its script tells. */
  readonly common: readonly string[];
  /** Whole words that join two clauses or two things. */
  readonly joins: readonly string[];
  /** What has a licence of its own beside the data: code, pictures, texts, the data of others. */
  readonly other: readonly string[];
  /** Words by which a licence is named and not granted: plans, the past, wishes, comparisons, conditions, choices. */
  readonly unreal: readonly string[];
  /** What stands beside the name of a licence and changes it: modified, with exceptions, plus terms. */
  readonly altered: readonly string[];
  readonly may: readonly string[];
  readonly use: readonly string[];
  /** Copying, passing on, publishing. */
  readonly share: readonly string[];
  /** Changing, combining, building upon. */
  readonly change: readonly string[];
  /** For any purpose, without restriction. */
  readonly anyPurpose: readonly string[];
  readonly commercial: readonly string[];
  /** The following only where the language has no lists of phrases. */
  readonly data?: readonly string[];
  readonly not?: readonly string[];
  readonly nonCommercial?: readonly string[];
  readonly permission?: readonly string[];
  readonly reserved?: readonly string[];
}

/** Words of one language by which a grant is understood whole, parted by blanks; a star stands for any ending. */
export interface LicencePlain {
  readonly language: Language;
  /** Ordinary words of the publication of data, that take nothing back. */
  readonly plain: string;
  /** Nouns for data and what it is published in; a word beside one that is not known is its topic. */
  readonly data: string;
  /** Words of disclaimers and contact: a clause that holds one takes nothing back. */
  readonly calm?: string;
  /** Words of duty and condition: harmless where a clause asks for credit, and unread beside a grant elsewhere. */
  readonly need?: string;
  /** Permission, payment, contract, prohibition: never harmless beside a grant. */
  readonly bar?: string;
  /** Other things than the data, the data of others, news, shares of a whole: a clause that grants is of them. */
  readonly apart?: string;
  /** Lifted, abolished: what a clause says of payment or permission beside it is past. */
  readonly ended?: string;
  /** Letters that stand before a word and belong to another: articles and prepositions. */
  readonly prefixes?: string;
  /** How the names of bodies end, in scripts without blanks: what stands before is a name. */
  readonly bodies?: string;
  /** `nouns` where every noun has a capital, so that a capital tells no name. */
  readonly capitals?: 'nouns';
}

/** What is said in one language where data is granted or kept back, in closed classes of words; a star stands for any beginning or ending, a low line for a blank. */
export interface LicenceRoles {
  readonly language: Language;
  /** What denies, and «without». */
  readonly no: string;
  /** What a user is spared where it is denied: conditions, permission, payment, contracts, copyright. */
  readonly burden: string;
  /** Copying, passing on, publishing, building in. */
  readonly copy: string;
  readonly change: string;
  readonly sell: string;
  readonly may: string;
  /** What may take back a grant in a sentence that is not understood word by word. */
  readonly danger: string;
  /** Defines, reports, asks to choose: such a sentence grants nothing. */
  readonly tells: string;
}

/** What can be found out about the data of recognition before any text is read: it takes longer than to read a page. */
export interface FiledLicences {
  /** What the expressions of phrases and clauses cannot match without. */
  readonly needles: Needles;
  /** The plain part of each address of the table, a line each. */
  readonly parts: string;
  /** Each name of the table as it is compared, a line each. */
  readonly names: string;
  /** The names too plain for prose, as they are compared, a line each. */
  readonly plain: string;
}

/** Everything that recognition knows. */
export interface LicenceData {
  readonly table: readonly LicenceEntry[];
  readonly names: LicenceNames;
  readonly deeds: readonly DeedNames[];
  readonly phrases: readonly LicencePhrases[];
  readonly clauses: readonly LicenceClauses[];
  readonly rights: RecordRights;
  readonly plain: readonly LicencePlain[];
  readonly roles: readonly LicenceRoles[];
  /** What the build has found out about the rest; null where the sources run. */
  readonly filed: FiledLicences | null;
}

const tables = ['creative-commons', 'international', 'national', 'software', 'generic'] as const;

/** Where the build files what it found out. */
export const filedPath = 'vocabulary/licences-filed';

/** Reads the data of recognition through the port of `criteria/`. */
export const readLicenceData = (criteria: Criteria): LicenceData => ({
  table: tables.flatMap((name) => criteria.data<readonly LicenceEntry[]>(`licences/${name}`)),
  names: criteria.data<LicenceNames>('vocabulary/licence-names'),
  deeds: criteria.data<readonly DeedNames[]>('vocabulary/deed-names'),
  phrases: criteria.data<readonly LicencePhrases[]>('vocabulary/licence-phrases'),
  clauses: criteria.data<readonly LicenceClauses[]>('vocabulary/licence-clauses'),
  rights: criteria.data<RecordRights>('vocabulary/record-rights'),
  // Read where a grant is, or what may take one back: most texts have neither.
  get plain() {
    return criteria.data<readonly LicencePlain[]>('vocabulary/licence-plain');
  },
  get roles() {
    return criteria.data<readonly LicenceRoles[]>('vocabulary/licence-roles');
  },
  filed: criteria.built<FiledLicences>(filedPath),
});
