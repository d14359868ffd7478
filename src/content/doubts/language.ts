import type { Clue, Concept, ConceptId, Concepts } from '../../model/content.ts';
import type { Criterion } from '../../model/data.ts';
import { wordsOf } from '../../text/words.ts';
import { lookedThrough } from '../absence.ts';
import { finderOf, type Hit } from '../finder.ts';
import { couldBe } from '../possible.ts';
import { type Question, questionsOf } from '../questions.ts';
import type { Reading, Unit } from '../reading.ts';
import { listed } from '../shown.ts';
import type { Doubt } from './doubt.ts';

type Vocabulary = Readonly<Record<ConceptId, Concept>>;

/** Letters that no language written in Latin script uses. */
const otherScript = /[\u0370-\u1fff\u3040-\uffdc]/;

const mainTag = (language: string): string => language.split('-')[0] ?? language;

/** The language of a file; where its headers are in Latin script and its values are not, the headers are in English. */
const languageOf = ({ inspection: { language, tables } }: Unit): string | null => {
  if (language === null) return null;
  const headers = tables.flatMap(({ columns }) => columns.map(({ name }) => name)).join(' ');
  const cells = tables.flatMap(({ sample }) => sample.slice(0, 20).flat()).join(' ');
  const isForeign = headers !== '' && !otherScript.test(headers) && otherScript.test(cells);
  return isForeign ? 'en' : mainTag(language);
};

const namesIn = ({ tables }: Reading): readonly string[] => [
  ...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)).filter((name) => !noHeader.test(name))),
];

const noHeader = /^column \d+$/;

/** The languages in which the vocabulary has what it found in a text. */
const languagesIn = (hits: readonly Hit[], vocabulary: Vocabulary): readonly string[] =>
  hits.flatMap(({ concept, phrase }) =>
    Object.entries(vocabulary[concept]?.words ?? {})
      .filter(([, phrases]) => phrases.includes(phrase))
      .map(([language]) => mainTag(language)),
  );

/** The languages that the headers are written in, by the words of theirs that are known. */
const spokenIn = (headers: readonly string[], { concepts, besides = {} }: Concepts): readonly string[] => {
  const heard = new Map<string, number>();
  for (const header of headers) {
    const languages = new Set([
      ...languagesIn(finderOf({ concepts })(header), concepts),
      ...languagesIn(finderOf({ concepts: besides })(header), besides),
    ]);
    for (const language of languages) heard.set(language, (heard.get(language) ?? 0) + 1);
  }
  // Neighbours share words; the language is the one that has most of them.
  const most = Math.max(...heard.values());
  return [...heard].filter(([, headers]) => headers === most).map(([language]) => language);
};

/** What the headers of the tables are, and the languages that they are written in. */
interface Headers {
  readonly headers: readonly string[];
  readonly spoken: readonly string[];
}

const kept = new WeakMap<Reading, Headers>();

const headersOf = (reading: Reading): Headers => {
  const before = kept.get(reading);
  if (before !== undefined) return before;
  const headers = namesIn(reading);
  const found = { headers, spoken: spokenIn(headers, reading.concepts) };
  kept.set(reading, found);
  return found;
};

/** A header of so many letters in one word says something in a language. */
const longWord = 5;
/** As many of them make a language that is not known from one that is. */
const leastHeaders = 2;

const isWord = (header: string): boolean =>
  wordsOf(header).some((word) => /^\p{L}+$/u.test(word) && word.length >= longWord);

/** Is there a column that the question could be about, whatever it is called? Documents always leave room. */
const hasRoomFor = (question: Question, { tables }: Reading): boolean =>
  tables.length === 0 ||
  tables.some((table) => table.columns.some((column) => column.hits.size === 0 && couldBe(column, table, question)));

/** The concepts of which a clue wants something to be said. */
const saidIn = (clue: Clue): readonly ConceptId[] => {
  if ('says' in clue) return listed(clue.says);
  if ('shape' in clue) return Object.values(clue.of ?? {}).flat();
  if ('all' in clue) return clue.all.flatMap(saidIn);
  return 'any' in clue ? clue.any.flatMap(saidIn) : [];
};

/**
 * Does the vocabulary know what would be said of a criterion that asks for no field, in the language that a document is told
 * to be in?
 */
const isSpeechKnown = ({ shownBy }: Criterion, { units, tables, concepts }: Reading): boolean => {
  const said = new Set(shownBy.yes.flatMap(saidIn));
  const told = units.map(languageOf).filter((language) => language !== null);
  if (said.size === 0 || told.length === 0 || tables.length > 0) return true;
  return [...said].some((id) =>
    Object.entries(concepts.concepts[id]?.words ?? {}).some(
      ([language, words]) => words.length > 0 && told.includes(mainTag(language)),
    ),
  );
};

/**
 * Does the vocabulary know what a criterion is called in a language of the data? Where it does not, that no word was
 * found says nothing. Headers of which not one word is known are in no language that it knows, whatever the language is
 * told as: a neighbour is taken for it easily. Without words there is no language, and nothing to know.
 */
export const isLanguageKnown = (criterion: Criterion, reading: Reading): boolean => {
  const asked = questionsOf(criterion, reading);
  const isKnown = (language: string): boolean => asked.some(({ words }) => (words[language]?.length ?? 0) > 0);
  if (asked.length === 0) return isSpeechKnown(criterion, reading);
  if (!asked.some((question) => hasRoomFor(question, reading))) return true;
  const { headers, spoken } = headersOf(reading);
  if (spoken.length > 0) return spoken.some(isKnown);
  if (headers.filter(isWord).length >= leastHeaders) return false;
  const told = reading.units.map(languageOf).filter((language) => language !== null);
  return told.length === 0 || told.some(isKnown);
};

/** What the criterion asks for has no words in the language of the data. */
export const languageUnknown: Doubt = (criterion, { reading }) =>
  isLanguageKnown(criterion, reading)
    ? null
    : { answer: 'Unsure', reason: 'words-not-known', where: lookedThrough(reading) };
