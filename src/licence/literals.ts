/** Finds any of many plain strings in a text in one pass, however many they are. */
export interface LiteralFinder {
  /** Where the next of them begins, from a place on; -1 where there is none. */
  readonly next: (text: string, from: number) => number;
  /** All of them that occur in the text, each once. */
  readonly all: (text: string) => ReadonlySet<string>;
}

/** Two characters as a number; different pairs may share one, which costs time and nothing else. */
const keyOf = (first: number, second: number): number => ((first << 7) ^ second) & 0xffff;

/**
 * Builds a finder. It looks at the first two characters of every place in a table, and compares strings only where
 * some string begins like that.
 *
 * @param literals strings of at least two characters
 */
export const literalFinder = (literals: readonly string[]): LiteralFinder => {
  const starts = new Map<number, string[]>();
  const isStart = new Uint8Array(0x10000);
  for (const literal of new Set(literals)) {
    const key = keyOf(literal.charCodeAt(0), literal.charCodeAt(1));
    isStart[key] = 1;
    starts.set(key, [...(starts.get(key) ?? []), literal]);
  }
  const candidates = (text: string, at: number): readonly string[] => {
    const key = keyOf(text.charCodeAt(at), text.charCodeAt(at + 1));
    return isStart[key] === 1 ? (starts.get(key) ?? []) : [];
  };
  return {
    next: (text, from) => {
      for (let at = from; at < text.length - 1; at += 1) {
        if (isStart[keyOf(text.charCodeAt(at), text.charCodeAt(at + 1))] !== 1) continue;
        if (candidates(text, at).some((literal) => text.startsWith(literal, at))) return at;
      }
      return -1;
    },
    all: (text) => {
      const found = new Set<string>();
      for (let at = 0; at < text.length - 1; at += 1) {
        for (const literal of candidates(text, at)) if (text.startsWith(literal, at)) found.add(literal);
      }
      return found;
    },
  };
};
