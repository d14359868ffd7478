import type { Ground } from '../../model/check.ts';
import type { Concept, ConceptId } from '../../model/content.ts';
import { isPartlyUnknown } from '../explained.ts';
import { finderOf } from '../finder.ts';
import { stepsOf } from '../naming.ts';
import { countWritten } from '../numbers.ts';
import { type Question, questionsOf } from '../questions.ts';
import type { Reading, Unit } from '../reading.ts';
import type { Doubt } from './doubt.ts';

/* Fields that stand beside the records of a file: the totals of an area, above the list of its parties. */

type Key = Unit['inspection']['keys'][number];

const nothing: Readonly<Record<ConceptId, Concept>> = {};
const year = /^(?:19|20)\d{2}$/;

/** What a field counts, where it stands beside the records and says so in whole numbers; null for years and codes. */
const countOf = ({ path, examples }: Key): number | null => {
  const [only = ''] = examples;
  if (path.includes('[]') || examples.length !== 1 || !/^[1-9]\d*$/.test(only) || year.test(only)) return null;
  return countWritten(only);
};

const isUnknown = ({ path }: Key, { concepts: { concepts, besides = nothing } }: Reading): boolean => {
  const [find, findBesides] = [finderOf({ concepts }), finderOf({ concepts: besides })];
  return stepsOf(path)
    .slice(-2)
    .every((step) => find(step).length === 0 && findBesides(step).length === 0);
};

/** The largest of the counts of some concepts beside the records. */
const largestOf = (unit: Unit, ids: readonly ConceptId[], { sightings }: Reading): number =>
  Math.max(
    0,
    ...unit.inspection.keys
      .filter(({ path }) =>
        sightings.some(
          ({ part, evidence, place, concept }) =>
            place === 'key' && part === path && evidence === unit.evidence && ids.includes(concept),
        ),
      )
      .map((key) => countOf(key) ?? 0),
  );

/** Could so many be what is asked for: more than those it exceeds, where some of them are known? */
const couldCount = (count: number, { exceeds }: Question, unit: Unit, reading: Reading): boolean => {
  const known = exceeds === undefined ? 0 : largestOf(unit, exceeds, reading);
  return known > 0 && count >= known;
};

/** As many fields that are called alike but for one word are those of the choices, each after a name. */
const leastAlike = 3;

/** Share of the whole that a part of it has at most. */
const largestPart = 0.35;

/** Could so many be a small part of what is known? */
const couldBeWithin = (key: Key, { within = [] }: Question, unit: Unit, reading: Reading): boolean =>
  (countOf(key) ?? 0) <= largestOf(unit, within, reading) * largestPart;

/** The fields beside the records that count some of what is counted, and of which only a word says that nobody here knows. */
const partlyUnknown = ({ inspection: { keys } }: Unit, question: Question, reading: Reading): readonly Key[] => {
  const found = keys.filter(
    (key) => countOf(key) !== null && isPartlyUnknown(stepsOf(key.path).at(-1) ?? '', question, reading),
  );
  return found.length < leastAlike ? found : [];
};

const unknownIn = (unit: Unit, question: Question, reading: Reading): Ground | null => {
  const partly = partlyUnknown(unit, question, reading).find((one) => couldBeWithin(one, question, unit, reading));
  const key =
    partly ??
    unit.inspection.keys.find((one) => {
      const count = countOf(one);
      return count !== null && isUnknown(one, reading) && couldCount(count, question, unit, reading);
    });
  return key === undefined
    ? null
    : { evidence: unit.evidence, part: key.path, quote: `${stepsOf(key.path).at(-1)}: ${key.examples[0] ?? ''}` };
};

/** A field beside the records whose name nobody here knows counts as many as what is asked for would. */
export const keyUnknown: Doubt = (criterion, { reading }) => {
  for (const question of questionsOf(criterion, reading)) {
    for (const unit of reading.units) {
      const ground = unknownIn(unit, question, reading);
      if (ground !== null) return { answer: 'Unsure', reason: 'field-unknown', where: [ground] };
    }
  }
  return null;
};
