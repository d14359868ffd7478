import type { Concept, ConceptId, Concepts, NameWords } from '../model/content.ts';
import type { Column } from '../model/inspection.ts';
import { lazy } from '../text/lazy.ts';
import { isUnspaced, wordsOf } from '../text/words.ts';
import { wordsIn } from './filed.ts';
import { type Finder, finderOf, type Hit } from './finder.ts';
import { withoutUnit } from './units.ts';

/**
 * What the name of a field says of a concept of which it has a word:
 * - `it`: the field is it;
 * - `trace`: only a part of the name is known, or the name is of a rate of it: it may be it, or be about it;
 * - `other`: the name is of something else of the thing, such as its number or its date.
 */
export type Meaning = 'it' | 'trace' | 'other';

interface Known {
  readonly names: NameWords;
  readonly turnsIn: Finder;
  readonly links: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly finders: readonly Finder[];
  readonly vocabulary: Concepts['concepts'];
}

const prepared = new WeakMap<Concepts['concepts'], Known>();

/** The words of names, ready to be looked for; null where nothing is known of them. */
const knownOf = ({ concepts, besides = {}, names }: Concepts): Known | null => {
  if (names === undefined) return null;
  const known = prepared.get(concepts) ?? {
    names,
    turnsIn: finderOf({ concepts: names.turns }),
    links: wordsIn(names.links),
    plain: wordsIn(names.plain),
    finders: [finderOf({ concepts }), finderOf({ concepts: besides })],
    vocabulary: { ...besides, ...concepts },
  };
  prepared.set(concepts, known);
  return known;
};

const mainTag = (language: string): string => language.split('-')[0] ?? language;

const figures: readonly Concept['expects'][] = ['count', 'number', 'share', 'date'];

/** Does a text have a word for a number or a day? */
const namesFigure = (text: string, { finders, vocabulary }: Known): boolean =>
  finders.some((find) => find(text).some(({ concept }) => figures.includes(vocabulary[concept]?.expects ?? 'any')));

/** A number or a day of the thing, where its name is asked for: the budget of a department, the date of an award. */
const isFigureOf = (word: string, { expects }: Concept, known: Known): boolean =>
  (expects === 'text' || expects === 'code') && namesFigure(word, known);

const isPlain = (text: string, { plain }: Known): boolean => wordsOf(text).every((word) => plain.has(word));

/** `number`, `total value`: a name that says nothing of what is numbered or valued. */
export const isPlainName = (name: string, concepts: Concepts): boolean => {
  const known = knownOf(concepts);
  return known !== null && isPlain(name, known);
};

/** Other words that turn the name into that of something else, if there are any. The number of what is counted is its count. */
const turned = (beside: readonly string[], concept: Concept, known: Known): Meaning | null => {
  const turns = beside
    .filter((text) => text !== '' && !(concept.expects === 'count' && isPlain(text, known)))
    .flatMap((text) => known.turnsIn(text))
    .map((hit) => known.names.turns[hit.concept])
    .filter((turn) => turn !== undefined && !turn.leaves.includes(concept.expects));
  if (turns.some((turn) => turn?.hints === false)) return 'other';
  return turns.length > 0 ? 'trace' : null;
};

/** Fewer letters are a mark of the publisher's, or a unit: `v1_`, `MU_`. */
const shortestWord = 3;

/** Is it a word that says something, and not only ties others together or leaves a thing what it is? */
const isTelling = (word: string, { links, plain }: Known): boolean =>
  (word.match(/\p{L}/gu)?.length ?? 0) >= (isUnspaced(word) ? 1 : shortestWord) && !plain.has(word) && !links.has(word);

const isTurn = (word: string, { turnsIn }: Known): boolean => turnsIn(word).some(({ cover }) => cover === 1);

const isUnknown = (word: string, known: Known): boolean =>
  isTelling(word, known) && !isTurn(word, known) && known.finders.every((find) => find(word).length === 0);

/** A word of which no vocabulary knows anything, and that neither ties others together nor turns them into something else. */
export const isUnknownWord = (word: string, concepts: Concepts): boolean => {
  const known = knownOf(concepts);
  return known !== null && isUnknown(word, known);
};

/** A word that things of all kinds are called by: name, date, amount. Alone it tells nothing, beside an unknown one no more. */
const isGeneral = (phrase: string, { plain, turnsIn, finders, vocabulary }: Known): boolean =>
  plain.has(wordsOf(phrase).join(' ')) ||
  turnsIn(phrase).some(({ cover }) => cover === 1) ||
  finders.some((find) => find(phrase).some(({ concept, cover }) => cover === 1 && vocabulary[concept]?.isGeneric));

/** Could the word be what the name is of, instead of the concept beside it? */
const isRival = (word: string, id: ConceptId, known: Known): boolean =>
  isTelling(word, known) &&
  !isGeneral(word, known) &&
  known.finders.every((find) => find(word).every(({ concept }) => concept !== id));

/** On which sides of what was found a word stands that may be what the name is of. */
interface Sides {
  readonly before: boolean;
  readonly after: boolean;
  /** Is what stands before tied to it by a word such as of, so that it is the head in any language? */
  readonly isTied: boolean;
}

const sidesOf = ({ concept, before, after }: Hit, known: Known): Sides => {
  const [words, next] = [wordsOf(before), wordsOf(after)];
  const isSaidOfIt = known.links.has(next[0] ?? '');
  return {
    before: words.some((word) => isRival(word, concept, known)),
    after: !isSaidOfIt && next.some((word) => isRival(word, concept, known)),
    isTied: known.links.has(words.at(-1) ?? ''),
  };
};

/** Does another word stand where the language puts the one that says what a thing is? */
const hasOtherHead = (
  { phrase }: Hit,
  { before, after, isTied }: Sides,
  concept: Concept,
  { names }: Known,
): boolean => {
  if (before && isTied) return true;
  const languages = Object.entries(concept.words).flatMap(([language, phrases]) =>
    phrases.includes(phrase) ? [mainTag(language)] : [],
  );
  const isHidden = (language: string): boolean => (names.headFirst.includes(language) ? before : after);
  return languages.length === 0 ? before || after : languages.every(isHidden);
};

/** As many words beside a general one name another thing. */
const manyRivals = 2;

/** So few letters are a word only where nothing else is said. */
const fewLetters = 2;

const meaningOfHit = (hit: Hit, concept: Concept, known: Known): Meaning => {
  if (hit.cover === 1) return 'it';
  const beside = [hit.before, hit.after];
  const turn = turned(beside, concept, known);
  if (turn !== null) return turn;
  const words = beside.flatMap(wordsOf);
  if (words.some((word) => isFigureOf(word, concept, known))) return 'other';
  if (hit.words > 1) return 'it';
  if (hit.phrase.length <= fewLetters && !isUnspaced(hit.phrase)) return 'trace';
  // Of an unknown word beside date or ID nobody knows what was done that day, or what has the number.
  const isOfAny = isGeneral(hit.phrase, known);
  const isOfUnknown = isOfAny || words.some((word) => isTurn(word, known));
  if (isOfUnknown && words.some((word) => isUnknown(word, known))) return 'trace';
  // The description of a procedure is none of what is bought.
  if (isOfAny && words.filter((word) => isRival(word, hit.concept, known)).length >= manyRivals) return 'trace';
  return hasOtherHead(hit, sidesOf(hit, known), concept, known) ? 'trace' : 'it';
};

/** Where several words of a name have the concept, one that is it will do. */
const best = (meanings: readonly Meaning[]): Meaning => {
  if (meanings.length === 0 || meanings.includes('it')) return 'it';
  return meanings.includes('trace') ? 'trace' : 'other';
};

/** The name of a field in steps, from the outermost: the levels of a header, or the path of a key. */
export interface FieldName {
  readonly steps: readonly string[];
  /** In a path, the last step alone says what the field is; the others say what it belongs to. */
  readonly isPath: boolean;
}

/** The steps of a path of keys, without the places in lists. */
export const stepsOf = (path: string): readonly string[] =>
  path.split(/[./@\][]+/).filter((step) => step !== '' && step !== '*' && !/^\d+$/.test(step));

/** `awards[].value.amount`, `entry@id`, `a/b/c`: a path, and no name in which a mark parts words. */
const path = lazy(() => /^\S*(?:[\][@]|\p{L}\.\p{L}|\/\S*\/)\S*$/u);

/** What parts the steps of a path. */
const parting = /[./@\][]/;

/** The name of a column, as levels of its header or as the path that it is. */
export const fieldNameOf = ({ name, levels }: Pick<Column, 'name' | 'levels'>): FieldName => {
  if (levels.length > 1) return { steps: levels, isPath: false };
  return parting.test(name) && path().test(name)
    ? { steps: stepsOf(name), isPath: true }
    : { steps: [name], isPath: false };
};

/** `FolderID` is `Folder ID`. */
const withShortFormApart = (name: string): string =>
  mayHaveShortForm.test(name) ? name.replace(/(\p{Ll})(\p{Lu}{2,})(?!\p{Ll})/gu, '$1 $2') : name;

/** Most names have none, and need no look at the letters of all scripts. */
const mayHaveShortForm = /[a-z][A-Z]{2}|[^\u0000-\u007f]/;

/** A name without its unit, and each of two names of one thing: `Department/Agency`, `Electors - Électeurs`. */
const readingsOf = (name: string): readonly string[] => {
  const step = withShortFormApart(name);
  const bare = withoutUnit(step);
  const parts = bare.split(/\/|\s[-–|]\s|\+/);
  return [step, bare, ...(parts.length === 2 ? parts : [])];
};

/** Does a phrase of several words end the path, so that its last step is a part of it: `informal/votes`? */
const endsWithPhrase = (hit: Hit): boolean => hit.words > 1 && hit.after === '' && hit.before !== '';

const isPlainStep = (step: string, known: Known): boolean =>
  wordsOf(step).every((word) => /^\d+$/.test(word) || known.plain.has(word)) || isGeneral(step, known);

/** Does a level below only say of which contest, place or state a figure is, and turn it into no other? */
const isQualifier = (step: string, concept: Concept, known: Known): boolean =>
  turned([step], concept, known) === null &&
  (isPlainStep(step, known) ||
    known.finders.some((find) =>
      find(step).some((hit) => hit.cover === 1 && known.vocabulary[hit.concept]?.expects === 'any'),
    ));

/** Is a level of a header the concept and nothing else, and all below it only say of which contest or state it is? */
const isSaidAbove = (steps: readonly string[], id: ConceptId, known: Known): boolean => {
  const [find] = known.finders;
  const concept = known.vocabulary[id];
  const at = steps.findIndex((step) => find?.(step).some((hit) => hit.concept === id && hit.cover === 1));
  if (at < 0 || concept === undefined) return false;
  const isFigureAbove = steps.slice(0, at).some((step) => namesFigure(step, known));
  return !isFigureAbove && steps.slice(at + 1).every((step) => isQualifier(step, concept, known));
};

/**
 * What the name of a field says of a concept that was found in it. The last step decides where it has the concept; else what
 * stands above it names the field as far as the last step adds nothing: `supplier/name`, but not `supplier/country`.
 */
export const meaningOf = ({ steps, isPath }: FieldName, id: ConceptId, concepts: Concepts): Meaning => {
  const known = knownOf(concepts);
  const concept = concepts.concepts[id];
  const [find] = known?.finders ?? [];
  // What data is about, a word tells wherever it stands.
  if (known === null || concept === undefined || find === undefined || concept.isTopic === true) return 'it';
  const hitsIn = (text: string): readonly Hit[] => find(text).filter((hit) => hit.concept === id);
  const meanings = (text: string): readonly Meaning[] => hitsIn(text).map((hit) => meaningOfHit(hit, concept, known));
  const last = steps.at(-1) ?? '';
  const own = readingsOf(last).flatMap(meanings);
  if (own.length > 0) return best(own);
  const joined = withShortFormApart(steps.join(' '));
  const whole = best(meanings(joined));
  if (isPath) {
    const isOfOther = steps.length > 1 && !isPlainStep(last, known) && !hitsIn(joined).some(endsWithPhrase);
    return whole === 'it' && isOfOther ? 'trace' : whole;
  }
  return whole === 'trace' && isSaidAbove(steps, id, known) ? 'it' : whole;
};

/** A word that covers as much of a value leaves no room for what would be the thing: `Registered Nurse` is a nurse. */
const mostlyIt = 0.75;

/** Is one word for a count only said of what an unknown word next to it names? */
const isSaidOfOther = ({ words, cover, before, after }: Hit, { expects }: Concept, known: Known): boolean => {
  const beside = [wordsOf(before).at(-1), wordsOf(after)[0]].filter((word) => word !== undefined);
  return expects === 'count' && words === 1 && cover < mostlyIt && beside.some((word) => isUnknown(word, known));
};

/**
 * A value that names what a row measures is a phrase of its own, of which only a rate makes something else, `GDP per capita`,
 * or a thing that nobody knows.
 */
export const meaningOfValue = (value: string, id: ConceptId, concepts: Concepts): Meaning => {
  const known = knownOf(concepts);
  const concept = concepts.concepts[id];
  const [find] = known?.finders ?? [];
  if (known === null || concept === undefined || find === undefined) return 'it';
  const hits = find(value).filter((hit) => hit.concept === id);
  const isOther = (hit: Hit): boolean =>
    turned([hit.before, hit.after], concept, known) !== null || isSaidOfOther(hit, concept, known);
  return hits.some(isOther) ? 'trace' : 'it';
};

/** Is the name of a field that of something else than a concept, whatever its other words are: of a kind, a number, a day? */
export const isNameOfOther = (name: string, id: ConceptId, concepts: Concepts): boolean => {
  const known = knownOf(concepts);
  const concept = concepts.concepts[id];
  return known !== null && concept !== undefined && turned([name], concept, known) === 'other';
};
