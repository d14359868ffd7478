import { isNonEmpty } from '../../model/basics.ts';
import type { Ground } from '../../model/check.ts';
import type { ConceptId } from '../../model/content.ts';
import { lazy } from '../../text/lazy.ts';
import { part } from '../columns.ts';
import type { Finder } from '../finder.ts';
import { isSentence } from '../quotes.ts';
import type { Unit } from '../reading.ts';
import type { Shape } from '../scene.ts';

/* Documents whose lines are sections with rows of amounts below them, as estimates of expenditure are printed. */

/** Characters of a document that are looked through. */
const mostText = 400_000;
const longestHeading = 100;
/** Lines between a heading and the first amount below it: the heads of columns, a unit, a level between. */
const mostBetween = 12;
const leastHeadings = 4;

/** An amount at the end of a line: grouped, or of so many digits that it numbers no page; what begins with a nought is a code. */
const amount = lazy(() => /(?:\d{1,3}(?:[.,'’\u00a0 ]\d{3})+|[1-9]\d{4,})(?:[.,]\d{1,2})?\)?\s*$/u);
/** Dots that lead from a heading to the number of its page. */
const leaders = /(?:\.[ \u00a0]?){5}/;

interface Heading {
  readonly name: string;
  readonly ground: Ground;
}

const isAmount = (line: string): boolean => amount().test(line) && !leaders.test(line);

/** What a line says before its amounts. */
const nameOf = (line: string): string =>
  line
    .replace(/(?:\s+[-(]?\d[\d.,'’\u00a0 ]*\)?)+\s*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();

const isHeading = (name: string, concepts: readonly ConceptId[], find: Finder): boolean =>
  name.length <= longestHeading &&
  !isSentence(name) &&
  !/[.;:,]$/.test(name) &&
  find(name).some(({ concept }) => concepts.includes(concept));

/** The lines of a document that name one of the concepts, and stand beside an amount or above one. */
const headingsIn = (unit: Unit, concepts: readonly ConceptId[], find: Finder): readonly Heading[] => {
  const lines = unit.inspection.text.slice(0, mostText).split('\n');
  const names = lines.map(nameOf);
  const isOne = names.map((name) => isHeading(name, concepts, find));
  return lines.flatMap((_, at): readonly Heading[] => {
    if (isOne[at] !== true) return [];
    const next = isOne.indexOf(true, at + 1);
    const end = Math.min(next === -1 ? lines.length : next, at + 1 + mostBetween);
    if (!lines.slice(at, Math.max(end, at + 1)).some(isAmount)) return [];
    const name = names[at] ?? '';
    return [{ name, ground: { evidence: unit.evidence, part: 'text', quote: name } }];
  });
};

/** Is it a document that a person reads, and no table? */
const isDocument = ({ inspection: { text, page, tables } }: Unit): boolean =>
  page === null && tables.length === 0 && text !== '';

/**
 * Several different lines of a document name what is asked (`of.of`) and have an amount beside them or in the rows below, before
 * the next of them. A list of contents has page numbers, and a sentence about them all has no rows.
 */
export const headedAmounts: Shape = ({ reading: { units, find } }, clue) => {
  for (const unit of units.filter(isDocument)) {
    const found = headingsIn(unit, part(clue, 'of'), find);
    const different = [...new Map(found.map((one) => [one.name.toLowerCase(), one.ground])).values()];
    if (different.length >= leastHeadings && isNonEmpty(different))
      return { reason: 'headed-amounts', grounds: [different[0], ...different.slice(1, 3)] };
  }
  return null;
};
