/** Finds any of many plain strings in a text in one pass, however many they are. */
export interface LiteralFinder {
  /** Where the next of them begins, from a place on; -1 where there is none. */
  readonly next: (text: string, from: number) => number;
  /** All of them that occur in the text, each once. */
  readonly all: (text: string) => ReadonlySet<string>;
}

/** Two or three characters as a number; different ones may share it, which costs time and nothing else. */
const pairKey = (first: number, second: number): number => ((first << 6) ^ second) & 0xffff;
const tripleKey = (first: number, second: number, third: number): number =>
  ((first << 10) ^ (second << 5) ^ third) & 0xffff;

/**
 * Builds a finder. It looks up the two and three characters at every place of the text in tables, and compares strings
 * only where some string begins like that.
 *
 * @param literals strings of at least two characters
 */
export const literalFinder = (literals: readonly string[]): LiteralFinder => {
  const isPair = new Uint8Array(0x10000);
  const isTriple = new Uint8Array(0x10000);
  const starts = new Map<string, string[]>();
  for (const literal of new Set(literals)) {
    const first = literal.charCodeAt(0);
    const second = literal.charCodeAt(1);
    if (literal.length === 2) isPair[pairKey(first, second)] = 1;
    else isTriple[tripleKey(first, second, literal.charCodeAt(2))] = 1;
    const start = literal.slice(0, 2);
    const own = starts.get(start);
    if (own === undefined) starts.set(start, [literal]);
    else own.push(literal);
  }

  /** The next place where a string may begin: the loop that all time is spent in. */
  const nextStart = (text: string, from: number): number => {
    let first = text.charCodeAt(from);
    let second = text.charCodeAt(from + 1);
    for (let at = from; at < text.length - 1; at += 1) {
      const third = text.charCodeAt(at + 2);
      if (isTriple[tripleKey(first, second, third)] === 1 || isPair[pairKey(first, second)] === 1) return at;
      first = second;
      second = third;
    }
    return -1;
  };

  const startingAt = (text: string, at: number): readonly string[] =>
    (starts.get(text.slice(at, at + 2)) ?? []).filter((literal) => text.startsWith(literal, at));

  return {
    next: (text, from) => {
      for (let at = nextStart(text, from); at !== -1; at = nextStart(text, at + 1)) {
        if (startingAt(text, at).length > 0) return at;
      }
      return -1;
    },
    all: (text) => {
      const found = new Set<string>();
      for (let at = nextStart(text, 0); at !== -1; at = nextStart(text, at + 1)) {
        for (const literal of startingAt(text, at)) found.add(literal);
      }
      return found;
    },
  };
};
