/** Which of many numbered things may be in a text: those that one of their strings is in. Of those that have none nothing is known. */
export type NeedleFinder = (text: string) => ReadonlySet<number>;

/** Places of the tables that strings are filed in by how they begin. */
const places = 0x10000;

/** Two or three characters as a place; different ones may share it, which costs time and nothing else. */
const pairPlace = (first: number, second: number): number => ((first << 6) ^ second) & (places - 1);
const triplePlace = (first: number, second: number, third: number): number =>
  ((first << 10) ^ (second << 5) ^ third) & (places - 1);

/** Strings of numbered things, as they are filed. */
export interface Needles {
  /** The strings, one a line, each of at least two characters. */
  readonly lines: string;
  /** For each string the number of the thing that cannot be without it, or without another of its strings. */
  readonly owners: readonly number[];
  /** The things of which nothing is known. */
  readonly always: readonly number[];
}

/** Files the strings of things by their numbers. */
export const fileNeedles = (needles: readonly (readonly string[])[]): Needles => ({
  lines: needles.flat().join('\n'),
  owners: needles.flatMap((own, number) => own.map(() => number)),
  always: needles.flatMap((own, number) => (own.length === 0 ? [number] : [])),
});

/** Builds a finder that takes one pass over a text, however many things there are. */
export const needleFinder = ({ lines, owners }: Needles): NeedleFinder => {
  const strings = lines.split('\n');
  // Chains of strings that begin alike, by numbers that are one more than their places; 0 ends a chain.
  const pairs = new Int32Array(places);
  const triples = new Int32Array(places);
  const next = new Int32Array(strings.length + 1);
  for (let number = 1; number <= strings.length; number += 1) {
    const text = strings[number - 1] ?? '';
    const first = text.charCodeAt(0);
    const second = text.charCodeAt(1);
    const isPair = text.length === 2;
    const heads = isPair ? pairs : triples;
    const place = isPair ? pairPlace(first, second) : triplePlace(first, second, text.charCodeAt(2));
    next[number] = heads[place] ?? 0;
    heads[place] = number;
  }

  return (text) => {
    const found = new Set<number>();
    const follow = (head: number, at: number): void => {
      for (let number = head; number !== 0; number = next[number] ?? 0) {
        const owner = owners[number - 1] ?? 0;
        if (!found.has(owner) && text.startsWith(strings[number - 1] ?? '', at)) found.add(owner);
      }
    };
    let first = text.charCodeAt(0);
    let second = text.charCodeAt(1);
    for (let at = 0; at < text.length - 1; at += 1) {
      const third = text.charCodeAt(at + 2);
      follow(triples[triplePlace(first, second, third)] ?? 0, at);
      follow(pairs[pairPlace(first, second)] ?? 0, at);
      first = second;
      second = third;
    }
    return found;
  };
};
