import type { ConceptFile, ConceptId } from '../model/content.ts';
import { foldedWords, foldPhrases, type InflectedPhrase, readPhrase } from '../text/inflected.ts';
import { codeOf, wordsOf } from '../text/words.ts';

/* Where the phrases of a vocabulary are filed. Folding thousands of phrases is what judging would begin with: the build does it. */

/** A phrase or code of a vocabulary, as it is written there. */
export interface Written {
  readonly concept: ConceptId;
  readonly written: string;
}

/** All phrases and codes of a vocabulary, by their numbers. */
export interface WrittenList {
  readonly written: readonly string[];
  readonly conceptOf: (number: number) => ConceptId | undefined;
}

/**
 * Numbers of phrases under a key, parted by blanks: a line each, the key before a tab, under its first letter. As text, since
 * reading thousands of keys and short lists takes longer than judging a table.
 */
export type Drawer = Readonly<Record<string, string>>;

/** Where phrases are, by what a text must hold for one of them to stand in it. Numbers count in the order of `writtenIn`. */
export interface PhraseIndex {
  /** By the first letters of the first word. */
  readonly spaced: Drawer;
  /** Phrases whose first word may begin anyhow, under no letters. */
  readonly endings: Drawer;
  /** By the first letters, for scripts without blanks. */
  readonly unspaced: Drawer;
  /** By the code: whole headers, values and keys. */
  readonly codes: Drawer;
  /** Each phrase and code as its words are looked for, a line each. */
  readonly folded: string;
}

/** The words of phrases one by one, for those who ask what a text comes near to. */
export interface WordIndex {
  /** Every word of them, a line each. */
  readonly words: string;
  /** Beside each word the numbers of the phrases that it stands in, a line each, the word before a tab. */
  readonly uses: string;
}

/** The numbers of such a text. */
const numbersOf = (text: string): readonly number[] => (text === '' ? [] : text.split(' ').map(Number));

/** Phrases are filed under so many letters of their first word, fewer where it has fewer. */
export const longestKey = 4;
export const unspacedKey = 2;

/** Where one phrase is filed. */
interface Place {
  readonly drawer: 'spaced' | 'endings' | 'unspaced';
  readonly key: string;
}

/** Where a phrase is filed. */
export const placeOf = ({ unspaced, words: [first] }: InflectedPhrase): Place => {
  if (unspaced !== null) return { drawer: 'unspaced', key: unspaced.slice(0, unspacedKey) };
  return first === undefined || first.anyBeginning
    ? { drawer: 'endings', key: '' }
    : { drawer: 'spaced', key: first.text.slice(0, longestKey) };
};

type Concepts = ConceptFile['concepts'];

/**
 * All phrases and codes of a vocabulary, in the order of its file: of each concept the phrases, then the codes. Lists of texts,
 * since an object for each of thousands takes longer than judging a table.
 */
export const writtenIn = (concepts: Concepts): WrittenList => {
  const ids = Object.keys(concepts);
  const lists = Object.values(concepts).map(({ words, codes = [] }) => [...Object.values(words).flat(), ...codes]);
  const written = lists.flat();
  const owners = new Uint16Array(written.length);
  let from = 0;
  for (const [owner, { length }] of lists.entries()) {
    owners.fill(owner, from, from + length);
    from += length;
  }
  return { written, conceptOf: (number) => ids[owners[number] ?? ids.length] };
};

const file = (drawer: Map<string, number[]>, key: string, number: number): void => {
  const list = drawer.get(key);
  if (list === undefined) drawer.set(key, [number]);
  else if (list.at(-1) !== number) list.push(number);
};

const drawerOf = (keys: ReadonlyMap<string, readonly number[]>): Drawer => {
  const drawer: Record<string, string> = {};
  for (const [key, numbers] of keys) {
    const letter = key.charAt(0);
    drawer[letter] = `${drawer[letter] ?? '\n'}${key}\t${numbers.join(' ')}\n`;
  }
  return drawer;
};

/** The numbers beside a key in such lines, which begin and end with a line end. */
export const numbersIn = (lines: string, key: string): readonly number[] => {
  const start = `\n${key}\t`;
  const at = lines.indexOf(start);
  return at === -1 ? [] : numbersOf(lines.slice(at + start.length, lines.indexOf('\n', at + 1)));
};

/** The numbers under a key of a drawer. */
export const numbersUnder = (drawer: Drawer, key: string): readonly number[] =>
  numbersIn(drawer[key.charAt(0)] ?? '', key);

/** Files the phrases of a vocabulary. */
export const phraseIndexOf = (concepts: Concepts): PhraseIndex => {
  const drawer = (): Map<string, number[]> => new Map();
  const drawers = { spaced: drawer(), endings: drawer(), unspaced: drawer(), codes: drawer() };
  const folded: string[] = [];
  for (const { words, codes = [] } of Object.values(concepts)) {
    for (const written of Object.values(words).flat()) {
      const phrases = readPhrase(written).filter((phrase) => phrase.words.length > 0);
      for (const { drawer, key } of phrases.map(placeOf)) file(drawers[drawer], key, folded.length);
      folded.push(foldPhrases(phrases));
    }
    for (const code of codes) {
      file(drawers.codes, codeOf(wordsOf(code)), folded.length);
      folded.push(wordsOf(code).join(' '));
    }
  }
  const { spaced, endings, unspaced, codes } = drawers;
  return {
    spaced: drawerOf(spaced),
    endings: drawerOf(endings),
    unspaced: drawerOf(unspaced),
    codes: drawerOf(codes),
    folded: folded.join('\n'),
  };
};

/** Files the words of the phrases of an index. */
export const wordIndexOf = ({ folded }: PhraseIndex): WordIndex => {
  const words = new Map<string, number[]>();
  for (const [number, line] of folded.split('\n').entries()) {
    for (const word of foldedWords(line)) file(words, word, number);
  }
  return {
    words: [...words.keys()].join('\n'),
    uses: [...words].map(([word, numbers]) => `${word}\t${numbers.join(' ')}`).join('\n'),
  };
};
