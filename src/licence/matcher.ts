/** Where something begins and ends in a text. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

/** Something that is looked for in texts: an expression, or several that mean the same. */
export interface Matcher {
  /** Is something of it in the text? */
  readonly has: (text: string) => boolean;
  /** The first match; null where there is none. */
  readonly first: (text: string) => Span | null;
  /** All matches, in no order. */
  readonly all: (text: string) => readonly Span[];
  /** The text with a blank for each match. */
  readonly without: (text: string) => string;
}

/** It matches nowhere. */
export const nothing: Matcher = { has: () => false, first: () => null, all: () => [], without: (text) => text };
