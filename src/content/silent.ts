import type { Clue } from '../model/content.ts';
import type { Criterion } from '../model/data.ts';
import { isLanguageKnown } from './doubts/language.ts';
import type { Reading, Unit } from './reading.ts';
import type { Scene } from './scene.ts';
import { listed } from './shown.ts';

/* A short document that was read whole and does not mention what is asked for does not hold it. */

/** Characters of a document that a person reads through: a form, a notice, a page or two. */
const shortest = 200;
const longest = 6_000;

const textOf = ({ inspection: { page, text } }: Unit): string => page?.text ?? text;

const isShortText = ({ inspection, ...unit }: Unit): boolean => {
  const { length } = textOf({ inspection, ...unit });
  return (
    inspection.complete &&
    inspection.tables.length === 0 &&
    inspection.keys.length === 0 &&
    inspection.members.length === 0 &&
    length >= shortest &&
    length <= longest
  );
};

/** Is any of what a clue needs mentioned anywhere, however little it may say? */
const isMentioned = (clue: Clue, reading: Reading): boolean => {
  const isSeen = (ids: readonly string[]): boolean => reading.sightings.some(({ concept }) => ids.includes(concept));
  if ('field' in clue) return isSeen(listed(clue.field));
  if ('says' in clue) return isSeen(listed(clue.says));
  if ('shape' in clue) return clue.of === undefined || isSeen(Object.values(clue.of).flat());
  if ('all' in clue) return clue.all.every((part) => isMentioned(part, reading));
  return 'any' in clue && clue.any.some((part) => isMentioned(part, reading));
};

/** A page in place of the data that its name promised holds no record. */
const isInPlaceOfData = ({ inspection }: Unit): boolean =>
  inspection.page !== null && inspection.warnings.some(({ code }) => code === 'name-differs');

/**
 * Does a document that anybody would read through say nothing of what a criterion asks for? Only where all was seen and the
 * vocabulary has the language.
 */
export const isSilent = (criterion: Criterion, { reading, whole }: Scene): boolean =>
  whole &&
  reading.units.length > 0 &&
  reading.units.every(isShortText) &&
  isLanguageKnown(criterion, reading) &&
  (reading.units.every(isInPlaceOfData) || !criterion.shownBy.yes.some((clue) => isMentioned(clue, reading)));
