import type { Concepts } from '../model/content.ts';
import { wordsOf } from '../text/words.ts';
import { once } from './counts.ts';
import type { Finder } from './finder.ts';
import { isUnknownWord, meaningOf } from './naming.ts';
import type { ReadColumn, ReadTable } from './reading.ts';

/* A word that begins the names of several fields beside one another, such as that of a round, is said of them all. */

/** As many names that begin alike share the word, and do not each mean it. */
const leastAlike = 3;
/** As many of them must be names of things that are known, once the word is left out. */
const leastKnown = 2;

/** A word, the mark that parts it, and the rest of the name. */
const begun = /^([^\s_.:-]+)(?:[_.:-]|\s+)(\S.*)$/;

interface Begun {
  readonly word: string;
  readonly rest: string;
}

const begunBy = ({ name, levels }: ReadColumn): Begun | null => {
  const [, word = '', rest = ''] = levels.length > 1 ? [] : (begun.exec(name) ?? []);
  return rest === '' || wordsOf(word).length !== 1 ? null : { word: word.toLowerCase(), rest };
};

/** What follows the word that a column shares with others, by column. */
const shared = once((table): ReadonlyMap<ReadColumn, Begun> => {
  const byWord = new Map<string, [ReadColumn, Begun][]>();
  for (const column of table.columns) {
    const found = begunBy(column);
    if (found !== null) byWord.set(found.word, [...(byWord.get(found.word) ?? []), [column, found]]);
  }
  return new Map([...byWord.values()].filter(({ length }) => length >= leastAlike).flat());
});

const isWholly = (rest: string, find: Finder): boolean => find(rest).some(({ cover }) => cover === 1);

/**
 * Is a column called a concept, but for a word that it shares with those beside it and that nobody here knows?
 * `first_voters`, `first_valid`, `first_void` are voters, valid and void ones of whatever is first.
 */
export const isItButForBeginning = (
  column: ReadColumn,
  table: ReadTable,
  concept: string,
  find: Finder,
  vocabulary: Concepts,
): boolean => {
  const all = shared(table);
  const own = all.get(column);
  if (own === undefined || (column.numbers?.min ?? 0) < 0 || !isUnknownWord(own.word, vocabulary)) return false;
  const known = [...all.values()].filter(({ word, rest }) => word === own.word && isWholly(rest, find));
  return (
    known.length >= leastKnown &&
    find(own.rest).some((hit) => hit.concept === concept && hit.cover === 1) &&
    meaningOf({ steps: [own.rest], isPath: false }, concept, vocabulary) === 'it'
  );
};
