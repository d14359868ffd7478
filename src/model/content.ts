import type { Language, NonEmpty } from './basics.ts';
import type { DateWords } from './dates.ts';

/* What shows that a dataset holds what a category asks for, and the words it is known by. */

/** Version of the rules that answer criteria: rises whenever the same files could get another answer. */
export const criteriaVersion = 1;

/** Id of a concept of `criteria/vocabulary/concepts`: `registered-voters`, `supplier`. */
export type ConceptId = string;

/** Where a concept can be seen. */
export type SightingPlace =
  | 'column' // the header of a column of a table
  | 'key' // a nested key of JSON or XML
  | 'value' // a value of a text column, as long tables keep what they measure
  | 'label' // a line of a document or page: words with a value beside them
  | 'title' // a line above a table, a sheet name, the title or a heading of a page
  | 'name' // the name of the file or of a member of an archive
  | 'text'; // running text

/** What the values beside a concept look like where it is really meant. */
export type Expectation = 'count' | 'number' | 'share' | 'text' | 'code' | 'date' | 'geometry' | 'any';

/** A thing that data is about, and how publishers write it. */
export interface Concept {
  readonly expects: Expectation;
  /**
   * Phrases by language, in any inflection that the reading of words evens out. A star at the end of a word stands for
   * any ending; words of a phrase stand next to one another.
   */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /**
   * What at least some of its values look like, as a regular expression over the whole value, letters in any case. It only
   * rules out: a column of other values that nobody can explain is not taken for the concept.
   */
  readonly looksLike?: string;
  /** Codes and short forms that count only as the whole of a header, a value or a key: `B1GQ`, `NOx`, `בזב`. */
  readonly codes?: readonly string[];
  /** Concepts that turn the same words into something else where they stand beside them: a number of stations is no station. */
  readonly unless?: readonly ConceptId[];
  /** True where its words tell what data is about even inside a longer phrase of another concept: tender in “tender title”. */
  readonly isTopic?: boolean;
  /** True where many other things are called so, too: it explains a column only to those who ask for another kind of values. */
  readonly isGeneric?: boolean;
  /** Counts that its own are never smaller than, row by row. */
  readonly exceeds?: readonly ConceptId[];
  /** Counts that its own are a small part of. */
  readonly within?: readonly ConceptId[];
  /** Units that are made of several of it: a constituency of polling stations. */
  readonly finerThan?: readonly ConceptId[];
  /** What its codes stand for, by concept, and where the list is published. */
  readonly list?: { readonly source: string; readonly means: Readonly<Record<ConceptId, readonly string[]>> };
  /** Beginnings of its codes that those of a whole country share, because it is small or within the system of another. */
  readonly nationalBeginnings?: readonly string[];
  /** Short forms that name it only over numbers that begin anew in each coarser unit: `Pct`, which elsewhere is per cent. */
  readonly numberedCodes?: readonly string[];
  /** The largest count that one unit of it has. */
  readonly largest?: number;
}

/** What the columns of a widely published table are that comes without a header. */
export interface KnownLayout {
  readonly id: string;
  /** Where the publisher describes it. */
  readonly source: string;
  /** In their order; `like` is a regular expression over each whole value that is not empty. */
  readonly columns: readonly { readonly name: string; readonly like: string }[];
}

/** What the fields of a standard mean whose names do not say it. */
export interface KnownStandard {
  /** As inspection recognises it. */
  readonly standard: string;
  /** Where it is defined. */
  readonly source: string;
  readonly fields: readonly KnownField[];
  /** Formats in which it keeps codes alone, and the names of what they stand for in another document. */
  readonly namedElsewhere?: readonly string[];
}

/** A field of a standard. */
export interface KnownField {
  /** The end of its path, steps parted by a slash: `Selection/ValidVotes`. */
  readonly path: string;
  /** A regular expression over each whole value that is not empty; any value will do where absent. */
  readonly like?: string;
  /** What it is called, in words that the vocabularies know. */
  readonly name: string;
}

/** A file of `criteria/vocabulary/concepts`. */
export interface ConceptFile {
  readonly concepts: Readonly<Record<ConceptId, Concept>>;
}

/** A word that makes the name of a field that of something else about a thing: its number, its date, a rate of it. */
export interface Turn {
  /** Kinds of values that the thing may have and still be it: the number of a company is a code. */
  readonly leaves: readonly Expectation[];
  /** True where such a field still speaks of the thing, so that it is a trace of it. */
  readonly hints?: boolean;
  /** Concepts whose words these are, besides its own. */
  readonly concepts?: readonly ConceptId[];
  readonly words?: Concept['words'];
}

/** The file `criteria/vocabulary/field-names`: what a word beside those of a concept makes of the name of a field. */
export interface FieldNames {
  /** Languages that put the word that says what a thing is before those that tell it apart. */
  readonly headFirst: readonly Language[];
  /** Words after which something is said of the thing before them: of, for, on. */
  readonly links: Concept['words'];
  /** Words that leave the name of a field what it is. */
  readonly plain: Concept['words'];
  readonly turns: Readonly<Record<string, Turn>>;
}

/** Words that turn the name of a field, with those of the concepts that have the same. */
export interface TurningWords extends Concept {
  readonly leaves: readonly Expectation[];
  readonly hints: boolean;
}

/** What beside the words of a concept makes the name of a field the name of it, or of something else. */
export interface NameWords {
  readonly headFirst: readonly Language[];
  readonly links: Concept['words'];
  readonly plain: Concept['words'];
  readonly turns: Readonly<Record<string, TurningWords>>;
}

/** All words that a category is judged with. */
export interface Concepts {
  /** What its criteria ask for: its own words, the shared ones, and `country-name`. */
  readonly concepts: Readonly<Record<ConceptId, Concept>>;
  /** What else columns of such data are called: they explain a column and show nothing. */
  readonly besides?: Readonly<Record<ConceptId, Concept>>;
  /** Words that make a name with those of a concept the name of it, or of something else; nothing is known of them where absent. */
  readonly names?: NameWords;
  /** Tables without a header whose columns are known. */
  readonly layouts?: readonly KnownLayout[];
  /** What fields of standards mean; asked for only where a file follows one. */
  readonly standards?: () => readonly KnownStandard[];
  /** Names of months; dates that have one are not read where absent. */
  readonly dates?: DateWords;
}

/** Holds where a column, key, value or line carries the concept with values that fit what it expects. */
export interface FieldClue {
  readonly field: ConceptId | NonEmpty<ConceptId>;
  /** Where it may stand; everywhere but running text, titles and names where absent. */
  readonly in?: NonEmpty<SightingPlace>;
  /** Different values at least. */
  readonly distinct?: number;
  /** Every one of these must be in the same table. */
  readonly with?: readonly ConceptId[];
  /** None of these may be in the same table. */
  readonly without?: readonly ConceptId[];
  /** True where it may be said of another field of the same table: `programme` beside `programme description`. */
  readonly ofFields?: boolean;
}

/** Holds where the words stand, whatever is beside them. */
export interface SaysClue {
  readonly says: ConceptId | NonEmpty<ConceptId>;
  readonly in?: NonEmpty<SightingPlace>;
}

/** Holds where a standard was recognised whose meaning implies the field. */
export interface StandardClue {
  readonly standard: NonEmpty<string>;
}

/** Holds where the shape of the data tells, by a recogniser of `src/content/shapes`. */
export interface ShapeClue {
  readonly shape: string;
  /** Concepts the recogniser works with, by the part they play. */
  readonly of?: Readonly<Record<string, NonEmpty<ConceptId>>>;
  /** A number or duration that the recogniser is held to: rows, characters, `P1M`. */
  readonly atLeast?: number;
  readonly every?: string;
  readonly kinds?: NonEmpty<string>;
  /** Whole values that a column holds, case and accents aside. */
  readonly values?: NonEmpty<string>;
}

export type Clue =
  | FieldClue
  | SaysClue
  | StandardClue
  | ShapeClue
  | { readonly all: NonEmpty<Clue> }
  | { readonly any: NonEmpty<Clue> };

/** What shows a criterion. Read from the top: the first that holds decides. */
export interface ShownBy {
  /** Any of these makes it No in spite of all else: the data is something else. */
  readonly refutedBy?: readonly Clue[];
  /** Any of these makes a Yes Unsure. */
  readonly doubtedBy?: readonly Clue[];
  /** Any of these makes it Yes. */
  readonly yes: NonEmpty<Clue>;
  /** Any of these makes it Unsure where nothing shows it: a trace that does not suffice. */
  readonly hintedBy?: readonly Clue[];
  /** What it is where the whole was seen and nothing shows or hints at it. */
  readonly absent: 'no' | 'unsure';
}
