import type { Concepts } from '../model/content.ts';
import { type InflectedPhrase, unfoldPhrases } from '../text/inflected.ts';
import { type FiledPhrase, filedOf } from './filed.ts';
import { numbersUnder, placeOf, type Written } from './phrase-index.ts';

/** A phrase that may stand in a text, ready to be looked for. */
export interface PhraseEntry extends Written {
  readonly phrase: InflectedPhrase;
}

/** What may stand in a text, by what the text must hold for it. */
export interface Lookup {
  /** By the first letters of the first word. */
  readonly spaced: (key: string) => readonly PhraseEntry[];
  /** Phrases whose first word may begin anyhow. */
  readonly endings: readonly PhraseEntry[];
  /** By the first letters, for scripts without blanks. */
  readonly unspaced: (key: string) => readonly PhraseEntry[];
  /** Whole headers, values and keys. */
  readonly codes: (key: string) => readonly Written[];
}

/** Remembers what was found; that nothing was is quicker found again than kept for every word of every text. */
const remembered = <T>(find: (key: string) => readonly T[]): ((key: string) => readonly T[]) => {
  const kept = new Map<string, readonly T[]>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const found = find(key);
    if (found.length > 0) kept.set(key, found);
    return found;
  };
};

type DrawerName = 'spaced' | 'endings' | 'unspaced' | 'codes';

/** What the concepts have in a drawer under a key, in their order. Of a file, only what they use is taken. */
const foundUnder = (concepts: Concepts['concepts']): ((drawer: DrawerName, key: string) => readonly FiledPhrase[]) => {
  const parts = filedOf(concepts);
  const rank = new Map(Object.keys(concepts).map((id, at) => [id, at]));
  const rankOf = ({ concept }: FiledPhrase): number => rank.get(concept) ?? 0;
  return (drawer, key) => {
    const found: FiledPhrase[] = [];
    for (const { concepts: own, index, phrase } of parts) {
      for (const number of numbersUnder(index[drawer], key)) {
        const entry = phrase(number);
        if (entry !== undefined && concepts[entry.concept] === own[entry.concept]) found.push(entry);
      }
    }
    return found.sort((one, other) => rankOf(one) - rankOf(other));
  };
};

/** Opens the index of a vocabulary. A phrase is read when a text holds what it is filed under. */
export const lookupIn = (concepts: Concepts['concepts']): Lookup => {
  const under = foundUnder(concepts);
  const phrasesUnder = (drawer: DrawerName, key: string): readonly PhraseEntry[] => {
    const entries: PhraseEntry[] = [];
    for (const { concept, written, folded } of under(drawer, key)) {
      for (const phrase of unfoldPhrases(folded)) {
        const place = placeOf(phrase);
        if (place.drawer === drawer && place.key === key) entries.push({ concept, written, phrase });
      }
    }
    return entries;
  };
  return {
    spaced: remembered((key) => phrasesUnder('spaced', key)),
    endings: phrasesUnder('endings', ''),
    unspaced: remembered((key) => phrasesUnder('unspaced', key)),
    codes: remembered((key) => under('codes', key)),
  };
};
