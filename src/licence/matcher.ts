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

/** Where something next stands in a text, from a place on; null where it does not. */
export type Next = (text: string, from: number) => Span | null;

/** All places of it, none within another, in the order of the text. */
export const placesOf = (next: Next, text: string): readonly Span[] => {
  const found: Span[] = [];
  for (let span = next(text, 0); span !== null; span = next(text, Math.max(span.end, span.at + 1))) found.push(span);
  return found;
};

/** The text with a blank for each of its places, which stand in its order. */
export const withoutPlaces = (text: string, places: readonly Span[]): string =>
  places.length === 0
    ? text
    : [0, ...places.map(({ end }) => end)].map((from, at) => text.slice(from, places[at]?.at)).join(' ');

/** Of several places the first, and where two are one the first of the list. */
export const earliest = (spans: readonly (Span | null)[]): Span | null =>
  spans.reduce((best, span) => (span === null || (best !== null && best.at <= span.at) ? best : span), null);
