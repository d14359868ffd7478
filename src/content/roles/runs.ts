/* Words that hold a run of three letters, a blank before and behind each word counted as a letter. */

const length = 3;

/** The different runs of letters in a word. */
export const runsIn = (word: string): readonly string[] => {
  const marked = ` ${word} `;
  const runs: string[] = [];
  for (let at = 0; at + length <= marked.length; at += 1) {
    const run = marked.slice(at, at + length);
    if (!runs.includes(run)) runs.push(run);
  }
  return runs;
};

/** The places of a run in a text, in order. */
type PlacesOf = (run: string) => Iterable<number>;

const scanned = (text: string): PlacesOf =>
  function* (run) {
    for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) yield at;
  };

const buckets = 8_192;

const bucketAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % buckets;

/** All places of the text, sorted by a number that the letters there make. */
const indexed = (text: string): PlacesOf => {
  const last = text.length - length;
  /** How many places have each number, then where they end, then where they begin. */
  const bounds = new Uint32Array(buckets + 1);
  for (let at = 0; at <= last; at += 1) {
    const number = bucketAt(text, at);
    bounds[number] = (bounds[number] ?? 0) + 1;
  }
  for (let number = 1; number <= buckets; number += 1) {
    bounds[number] = (bounds[number] ?? 0) + (bounds[number - 1] ?? 0);
  }
  const places = new Uint32Array(Math.max(0, last + 1));
  for (let at = last; at >= 0; at -= 1) {
    const number = bucketAt(text, at);
    const place = (bounds[number] ?? 0) - 1;
    places[place] = at;
    bounds[number] = place;
  }
  return function* (run) {
    const number = bucketAt(run, 0);
    for (let place = bounds[number] ?? 0; place < (bounds[number + 1] ?? 0); place += 1) {
      const at = places[place] ?? 0;
      if (text.startsWith(run, at)) yield at;
    }
  };
};

/** Looking through the text is quicker than an index of it, as long as so few runs are looked for. */
const fewRuns = 300;

/** Many words as one text, in which those that are asked for are looked up: to take all of them in hand takes longer. */
export interface WordList {
  /** The words that hold a run, in their order, each once. */
  readonly holding: (run: string) => readonly string[];
  readonly beginningWith: (letters: string) => readonly string[];
}

/** @param lines the words, a line each */
export const wordList = (lines: string): WordList => {
  const text = `\n${lines}\n`;
  let asked = 0;
  const look = scanned(text);
  let placesOf = look;
  return {
    holding: (run) => {
      asked += 1;
      if (asked === fewRuns) placesOf = indexed(text);
      const found: string[] = [];
      let end = 0;
      for (const at of placesOf(run.replaceAll(' ', '\n'))) {
        // Its second letter is always one of the word.
        if (at + 1 < end) continue;
        end = text.indexOf('\n', at + 1);
        found.push(text.slice(text.lastIndexOf('\n', at + 1) + 1, end));
      }
      return found;
    },
    beginningWith: (letters) => [...look(`\n${letters}`)].map((at) => text.slice(at + 1, text.indexOf('\n', at + 1))),
  };
};
