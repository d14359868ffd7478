import type { Day } from './basics.ts';
import type { Sentence } from './sentence.ts';

/** A file or service of a dataset, in the words of DCAT. */
export interface Distribution {
  readonly title: string;
  readonly url: string;
  /** As the catalogue declares it, lower case: `csv`, `xlsx`, `wms`; null where it says nothing. */
  readonly format: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  readonly modified: Day | null;
  readonly licence: readonly DeclaredLicence[];
  readonly description: string;
  /** Where the file itself is had, as far as the catalogue parts it from a page about it. */
  readonly downloadUrl?: string;
  readonly checksum?: string;
  readonly rights?: string;
}

/** What a catalogue says of a licence: the field, and its value as written. */
export interface DeclaredLicence {
  /** Which field: `license_id`, `license_title`, `license_url`, `dct:license`, `dct:rights`, `accessLevel` … */
  readonly field: string;
  readonly value: string;
  readonly scope: 'file' | 'dataset' | 'portal';
}

/** A dataset as a catalogue records it (DCAT names). */
export interface DatasetRecord {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page a person would open, where known. */
  readonly landingPage: string | null;
  readonly publisher: string | null;
  readonly keywords: readonly string[];
  readonly themes: readonly string[];
  readonly issued: Day | null;
  /** The day on which its record came into this catalogue, whatever day its data was issued; absent where that is not told. */
  readonly recorded?: Day;
  /** When the record or the data was modified, as the catalogue says; never the age of the data itself. */
  readonly modified: Day | null;
  /** The period covered, as the catalogue says. */
  readonly temporal: { readonly from: Day | null; readonly to: Day | null } | null;
  /** `dct:accrualPeriodicity` as written. */
  readonly frequency: string | null;
  readonly spatial: string | null;
  readonly licence: readonly DeclaredLicence[];
  /** Fields that the publisher or an extension added, by the names they gave them; some speak of rights. */
  readonly fields: readonly DeclaredLicence[];
  /** False where the catalogue says the data is not public. */
  readonly isPublic: boolean | null;
  readonly distributions: readonly Distribution[];
  /** Its identifier with whoever published it first, where that is another than `id`. */
  readonly identifier?: string;
  /** The catalogue it was harvested from: what it is called there, and when it was modified there. */
  readonly source?: { readonly id: string; readonly modified: Day | null };
  /** Whom to ask: an address of mail or of a page, else a name. */
  readonly contact?: string;
  readonly accessRights?: string;
  readonly language?: string;
  /** Standards and descriptions of the data that it names. */
  readonly conformsTo?: string;
}

/** From when on it was in the catalogue, at the latest: what was issued long before may have been taken in later. Null where nothing tells it. */
export const thereSince = ({ issued, recorded }: Pick<DatasetRecord, 'issued' | 'recorded'>): Day | null =>
  [issued, recorded]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;

/** What one answer of a catalogue says. */
export interface CatalogueReading {
  /** Id of the portal software: `ckan`, `socrata`, `opendatasoft`, `dcat`, `arcgis-hub` … */
  readonly software: string;
  readonly kind: 'record' | 'catalogue' | 'error' | 'empty';
  readonly datasets: readonly DatasetRecord[];
  /** Matching datasets in all, where the catalogue says. */
  readonly total: number | null;
  /** Address of the next page, where there is one. */
  readonly next: string | null;
  /** What an error says. */
  readonly message: string | null;
}

/** An address worth asking for, with why. */
export interface Candidate {
  readonly url: string;
  /** One sentence for a reviewer. */
  readonly why: string;
  /** The reason and the values of that sentence; absent where nothing but the sentence is known. */
  readonly because?: Sentence;
  readonly role: 'landing-page' | 'data-file' | 'api' | 'licence' | 'documentation';
  /** Higher is better; the sum of `parts`. */
  readonly score: number;
  readonly parts: readonly { readonly name: string; readonly points: number; readonly says: string }[];
  readonly title: string | null;
  readonly publisher: string | null;
  readonly official: Officialness;
  readonly level: Level;
  /** The catalogue record that named it, where one did. */
  readonly record: DatasetRecord | null;
}

/** The part of a score that tells of a lead: an address that some list once named for the category. */
export const leadPart = 'lead';

/** Is it an address that a list once named, which vouches for nothing: whose it is by now, the list does not know? */
export const isLead = ({ parts }: Pick<Candidate, 'parts'>): boolean => parts.some(({ name }) => name === leadPart);

/** Is the source official: the government itself, or a body it appointed? */
export interface Officialness {
  readonly verdict: 'official' | 'third-party' | 'unknown';
  /** Why, for a reviewer: the domain, the named publisher, a mandate quoted from the page. */
  readonly because: string;
}

/** Which part of the country a publisher acts for. Only what is of the whole country answers for it. */
export interface Level {
  readonly verdict: 'national' | 'regional' | 'local' | 'unknown';
  /** Why: the publisher, the title, the area declared; put into words by `sayLevel`. */
  readonly because: Sentence;
}

/** Is it of a part of the country? */
export const isOfPart = ({ verdict }: Pick<Level, 'verdict'>): boolean => verdict === 'regional' || verdict === 'local';

/** Who published something and what it is called, as far as it was told. */
export interface Provenance {
  /** The title of the dataset, without the name of the site. */
  readonly title: string | null;
  readonly publisher: string | null;
  readonly level: Level;
  /** Which edition its title tells, and what the title is without it; absent where it tells none. */
  readonly edition?: {
    /** Year and month as a number that grows with time, `202610`; `202600` where no month is told. */
    readonly at: number;
    readonly series: string;
  };
}
