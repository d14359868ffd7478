import { isCounted, questionsOf } from '../questions.ts';
import type { Reading, Unit } from '../reading.ts';
import type { Doubt } from './doubt.ts';

/** Text beyond this is not looked through; what is within shows well enough whether it holds rows. */
const mostText = 200_000;

/** As many lines of figures are a table that a person would see, and no passage that happens to hold numbers. */
const leastRows = 3;

const number = /(?<![\p{L}\p{N}])\d[\d.,'’]*(?![\p{L}\p{N}])/gu;

/** A line of figures: two numbers or more, that are not the parts of a date, and hardly any other words. */
const isRow = (line: string): boolean => {
  const numbers = line.match(number)?.length ?? 0;
  const words = line.match(/\p{L}{2,}/gu)?.length ?? 0;
  return numbers >= 2 && words <= 12 && !/[.!?]\s+\p{Lu}/u.test(line);
};

const textOf = ({ inspection: { page, text } }: Unit): string => page?.text || text;

const rowsIn = (unit: Unit): readonly string[] =>
  textOf(unit)
    .slice(0, mostText)
    .split('\n')
    .filter((line) => line.length < 400 && isRow(line));

/** Does the text count something that the category asks about? In data about something else nothing of it is hidden. */
const isAbout = ({ evidence }: Unit, { sightings, concepts }: Reading): boolean =>
  sightings.some((one) => one.evidence === evidence && concepts.concepts[one.concept]?.expects === 'count');

/**
 * A document holds rows of figures that were not taken apart: which figure stands under which word only a reader of the
 * page can see, so that one that is not named beside its word is not shown to be missing.
 */
export const rowsInText: Doubt = (criterion, { reading }) => {
  if (!questionsOf(criterion, reading).some(isCounted)) return null;
  for (const unit of reading.units) {
    if (unit.inspection.tables.length > 0 || !isAbout(unit, reading)) continue;
    const rows = rowsIn(unit);
    if (rows.length < leastRows) continue;
    const quote = rows[0]?.trim().slice(0, 120) ?? '';
    return {
      answer: 'Unsure',
      reason: 'rows-in-text',
      where: [{ evidence: unit.evidence, part: unit.path || unit.name, quote }],
    };
  }
  return null;
};
