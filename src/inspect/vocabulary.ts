import type { FileFormat } from '../model/format.ts';

/** The data of `criteria/vocabulary/formats`: formats, and the words that values are written with. */
export interface FormatsVocabulary {
  readonly formats: readonly FileFormat[];
  readonly xml: readonly XmlDialect[];
  readonly archives: readonly { readonly standard: string; readonly members: readonly string[] }[];
  readonly encodings: EncodingFacts;
  /** Languages in which little data is published. */
  readonly seldom: readonly string[];
  /** Letters of each language from the most to the least frequent, capitals left out. */
  readonly alphabets: Readonly<Record<string, string>>;
  readonly values: ValueWords;
}

/** Encodings that are neither ASCII nor UTF-8. */
export interface EncodingFacts {
  readonly bytes: readonly ByteEncoding[];
  readonly pairs: readonly PairEncoding[];
}

/** An encoding of one byte to a letter. */
export interface ByteEncoding {
  /** IANA name in lower case. */
  readonly name: string;
  /** The smaller encoding that bytes are in of which none lies between 0x80 and 0x9F. */
  readonly within?: string;
  /** What the library of encodings calls it, where that differs. */
  readonly codec?: string;
  /** How much rarer it is in published data than the Windows pages, as a natural logarithm. */
  readonly rare: number;
}

/** An encoding of one or two bytes to a letter. */
export interface PairEncoding {
  readonly name: string;
  readonly codec?: string;
  readonly rare: number;
  /** First and last value of the first byte of a pair, and of the pairs of everyday letters. */
  readonly lead: readonly [number, number];
  readonly everyday: readonly [number, number];
  /** Letters that are met most often; `as` names the encoding that says them. */
  readonly common?: string;
  readonly as?: string;
  /** Are Japanese syllables mixed in? */
  readonly kana?: boolean;
}

/** A dialect of XML, told by its outermost element or the beginning of its namespace. */
export interface XmlDialect {
  readonly standard: string;
  /** The format it is, where it is one of its own. */
  readonly format?: string;
  readonly namespaces: readonly string[];
  readonly roots: readonly string[];
  /** Outermost elements of documents that say what a service offers and hold none of its data. */
  readonly describes?: readonly string[];
  /** Elements that are fields, named by an attribute: `<Value id="FREQ" value="A"/>`. */
  readonly named?: readonly NamedElement[];
}

/** An element that an attribute names. */
export interface NamedElement {
  /** What it is called, without a prefix. */
  readonly element: string;
  /** The attribute that names the field. */
  readonly name: string;
  /** The attribute that holds its value; its text does where absent. */
  readonly value?: string;
}

/** Words of values, in lower case. */
export interface ValueWords {
  /** Cells that say that there is nothing. */
  readonly nulls: readonly string[];
  readonly booleans: readonly string[];
}
