import type { Language, Localised, NonEmpty } from './basics.ts';
import type { ShownBy } from './content.ts';
import type { Contest, KnownElection } from './contest.ts';

/* The files of `criteria/`, as typed values. Their schemas are in `criteria/schema`. */

/** A value with the reason it is so, and the source it rests on. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
  readonly because?: string;
  /** Written from general knowledge: no source was found that says so. */
  readonly unconfirmed?: true;
}

/** A catalogue of a place and how to talk to it. */
export interface Portal {
  readonly name: string;
  readonly url: string;
  /** Id of the adapter in `src/discover/portals`; `custom` where only its pages can be read. */
  readonly software: string;
  readonly api: string | null;
  readonly national: boolean;
  readonly owner: string | null;
  readonly languages: readonly Language[];
  readonly source: string;
}

/** An address where a category is known to be published, or was looked for. */
export interface KnownAddress {
  readonly category: string;
  readonly url: string;
  readonly role: 'landing-page' | 'data-file' | 'api' | 'licence' | 'documentation';
  readonly why: string;
  readonly source: string;
}

/** An address that somebody once named for a category. */
export interface Lead {
  readonly url: string;
  /** The newest year that it was named in. */
  readonly year: number;
  /** Named in passing, in a text, and not as the address itself. */
  readonly said?: 'text';
}

/**
 * Where others once looked, `criteria/places/leads/<id>.yaml`: hints that are tried and vouch for nothing, by category id, the newest
 * year first.
 */
export interface PlaceLeads {
  readonly id: string;
  /** Who named them. */
  readonly source: string;
  readonly leads: Readonly<Record<string, readonly Lead[]>>;
}

/** A body that publishes data of some categories, by a source that names it. */
export interface SourcedBody {
  readonly name: string;
  readonly site: string;
  readonly categories: readonly string[];
  /**
   * `listed` where an authority on such bodies lists it as the one that is responsible; `named` where something else names it as
   * who publishes: a hint where to look.
   */
  readonly standing: 'listed' | 'named';
  /** The list or page where it stands. */
  readonly source: { readonly title: string; readonly url: string };
}

/** Bodies of a place, `criteria/places/bodies/<id>.yaml`. */
export interface PlaceBodies {
  readonly id: string;
  readonly bodies: readonly SourcedBody[];
}

/** A country or territory, `criteria/places/<id>.yaml`. */
export interface Place {
  /** ISO 3166-1 alpha-2 in lower case. */
  readonly id: string;
  /** Slug of the English name. */
  readonly slug: string;
  readonly names: Localised;
  /** Codes and spellings accepted besides: GODI's own codes, former names. */
  readonly aliases: readonly string[];
  readonly languages: readonly Language[];
  /** Names of its parts, as far as a name alone tells them: what names one is of that part. */
  readonly subdivisions?: readonly string[];
  /** Domains under which an address is the government's own: `gov.ma`, `elections.ma`. */
  readonly domains: readonly Sourced<string>[];
  readonly portals: readonly Portal[];
  readonly addresses: readonly KnownAddress[];
  /** Facts that criteria can use, by key: `voting-age`, `postcodes` … */
  readonly facts: Readonly<Record<string, Sourced<string | number | boolean>>>;
  /** Chambers and offices that are filled by elections, those that voters do not decide among them. */
  readonly contests?: readonly Contest[];
  /** Elections that the contests do not know of yet. */
  readonly elections?: readonly KnownElection[];
  /** Bodies responsible for a category, by category id, as a reviewer would name them. */
  readonly responsible: Readonly<Record<string, Sourced<Localised>>>;
  /** Bodies that are named as publishers of a category, whose sites are tried and vouch for nothing. */
  readonly named?: readonly SourcedBody[];
  /** Addresses that were once named, where there are any. */
  readonly leads?: PlaceLeads;
}

/** Facts of a place, by their names. */
export type PlaceFacts = Readonly<Record<string, string | number | boolean>>;

/** The facts of a place without their sources. */
export const factsOf = ({ facts }: Pick<Place, 'facts'>): PlaceFacts =>
  Object.fromEntries(Object.entries(facts).map(([key, { value }]) => [key, value]));

/** When new data of a category is due. */
export interface Cycle {
  /** ISO 8601 duration between updates, null where the event of `per` decides. */
  readonly every: string | null;
  /** What dates it where no rhythm does: `last-national-election`, by the contests of the place. */
  readonly per: string | null;
  /** ISO 8601 duration after the due date that is still timely. */
  readonly grace: string;
  readonly source: string;
}

/** One criterion of a category. What shows it is data of the content engine. */
export interface Criterion {
  readonly id: string;
  readonly label: string;
  /** What the data holds where it is met, for the middle of a sentence: `the number of registered voters`. */
  readonly noun: string;
  readonly kind: 'field' | 'granularity' | 'coverage' | 'frequency';
  readonly shownBy: ShownBy;
}

/** Which criteria an edition requires of a category, and how they combine. */
export interface CategoryEdition {
  readonly edition: string;
  /** Groups of criterion ids: every id of at least `atLeast` groups must be met. */
  readonly groups: NonEmpty<readonly string[]>;
  readonly atLeast: number;
  /** Groups, by their index, that count only where a fact of the place has this value. */
  readonly conditions?: readonly {
    readonly group: number;
    readonly fact: string;
    readonly is: string | number | boolean;
  }[];
  /** Criteria about frequency that the edition asks for; timeliness is judged by them, not existence. */
  readonly timely: readonly string[];
  readonly cycle: Cycle;
  /** The contests of the place whose results are asked for, and the criteria that rest on them: on all, on stations. */
  readonly contests?: { readonly which: 'all' | 'newest'; readonly criterion: string; readonly stations?: string };
  readonly rulings: readonly string[];
  readonly source: string;
}

/** What a category must contain, `criteria/categories/<id>.yaml`. */
export interface Category {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly titles: Localised;
  /** What publishers and catalogues call it, by language: used to ask catalogues and to weigh links. */
  readonly topics: Readonly<Record<Language, readonly string[]>>;
  /** What the category is, as a reviewer reads it. */
  readonly description: string;
  readonly criteria: readonly Criterion[];
  /** The criterion whose Yes rests on rows that cover the whole country. */
  readonly extent?: string;
  /** Criteria that belong together, where a publisher may keep each such half in a dataset of its own. */
  readonly halves?: readonly (readonly string[])[];
  readonly editions: readonly CategoryEdition[];
}

/** A question of an edition and where its answer comes from. */
export interface EditionQuestion {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** Ids of the checks behind it: Yes when all are Yes, No when one is No, else Unsure. */
  readonly checks: NonEmpty<string>;
}

/** What one answer makes of others, before the score. Rules are applied in their order, each once. */
export interface CascadeRule {
  /** A question of the edition, or one of its gates. */
  readonly when: { readonly question: string; readonly answer: 'Yes' | 'No' | 'Unsure' };
  /** `*` is every other question. */
  readonly then: { readonly questions: NonEmpty<string>; readonly answer: 'Yes' | 'No' | 'Unsure' };
  /** `always` replaces whatever a check said; `undecided` speaks only where no check could tell. */
  readonly force: 'always' | 'undecided';
  /** Reason code of the answers it makes. */
  readonly reason: string;
  readonly says: string;
  readonly source: string;
  readonly because?: string;
}

/** Two answers that do not go together: told to the reviewer, never corrected. */
export interface ContradictionRule {
  readonly when: { readonly question: string; readonly answer: 'Yes' | 'No' };
  /** What the others should be; the opposite is the contradiction, Unsure never is. */
  readonly expect: { readonly questions: NonEmpty<string>; readonly answer: 'Yes' | 'No' };
  readonly says: string;
  readonly source: string;
}

/** A dated way of asking and scoring, `criteria/methodologies/<id>.yaml`. */
export interface Edition {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly source: string;
  readonly questions: NonEmpty<EditionQuestion>;
  /** Checks that are no question of the edition, but that its cascade speaks of. */
  readonly gates: readonly string[];
  /** Questions that must all be Yes for the dataset to count as open. */
  readonly open: NonEmpty<string>;
  readonly cascade: readonly CascadeRule[];
  readonly contradictions: readonly ContradictionRule[];
  /** Categories of the edition, in its order. */
  readonly categories: NonEmpty<string>;
  /** The edition's own codes where they are not the id: `election-results: elections`, `xk: ko`. */
  readonly codes: {
    readonly categories: Readonly<Record<string, string>>;
    readonly places: Readonly<Record<string, string>>;
  };
  /** Where the index shows a published entry: `{slug}`, `{place}`, `{category}` and `{year}` are filled in. */
  readonly entryPage: {
    readonly address: string;
    /** Slugs of the index where they are not those of the place files. */
    readonly slugs: Readonly<Record<string, string>>;
    readonly source: string;
  };
  /** Licence policy: `strict` (approved only) or `by-terms`. */
  readonly licencePolicy: 'strict' | 'by-terms';
  readonly scorecard: ScorecardRules;
}

/** How entries add up to places, categories and a summary. */
export interface ScorecardRules {
  readonly rounding: 'half-up';
  /** How the share of open entries becomes a whole number. */
  readonly percent: 'floor' | 'half-up';
  /** What places and categories are ranked on. */
  readonly rankPlacesOn: 'rounded' | 'raw';
  readonly rankCategoriesOn: 'rounded' | 'raw';
  /** What an entry carried forward from an earlier year is ranked among: its new year, or the year it still bears. */
  readonly rankEntriesWithin: 'year' | 'printed-year';
  readonly source: string;
  readonly because?: string;
  /** What the index itself published for the edition's year. Other years have no absentees and no exclusions. */
  readonly published: PublishedScorecard | null;
}

/** Who stands in the published scorecard of an edition's own year. */
export interface PublishedScorecard {
  /** Every place listed; those without entries stand last with nothing. */
  readonly places: readonly string[];
  /** Every category listed; those without entries stand last with nothing. */
  readonly categories: readonly string[];
  readonly excludedPlaces: readonly string[];
  readonly excludedCategories: readonly string[];
  /** Excluded ones are left blank, or stand last with nothing. */
  readonly excludedAre: 'blank' | 'zero';
  readonly source: string;
  readonly because?: string;
}

/** A code and official names that a place has in lists: a row of `criteria/vocabulary/place-codes`. */
export interface PlaceCodes {
  /** ISO 3166-1 alpha-3, in capitals. */
  readonly alpha3: string;
  /** By language. */
  readonly official?: Readonly<Record<string, string>>;
}

/** What a place is found by. */
export interface PlaceNames extends Pick<Place, 'id' | 'slug' | 'names' | 'aliases'> {
  readonly codes?: PlaceCodes;
}

/** Everything the program knows that is data. Each call reads one file, once. */
export interface Criteria {
  readonly edition: (id: string) => Edition;
  readonly category: (id: string) => Category;
  readonly place: (id: string) => Place;
  readonly editions: () => readonly string[];
  readonly categories: () => readonly string[];
  readonly places: () => readonly string[];
  /** Files of `criteria/commitments`, `<place>-<year>`. */
  readonly plans: () => readonly string[];
  /** Ids of lists of functions, `functions/<id>`. */
  readonly checklists: () => readonly string[];
  /** Tags of the languages that the program speaks, `messages/<tag>`. */
  readonly languages: () => readonly string[];
  /** What all places are found by. */
  readonly gazetteer: () => readonly PlaceNames[];
  /** A file of `criteria/vocabulary`, `criteria/licences` …, by its path without extension. */
  readonly data: <T>(path: string) => T;
  /** The same; null where there is no such file. */
  readonly find: <T>(path: string) => T | null;
  /** What the build made of such files to save time, by its path; null where the sources run, which make it themselves. */
  readonly built: <T>(path: string) => T | null;
}
