import { isNonEmpty } from '../../model/basics.ts';
import type { Ground } from '../../model/check.ts';
import { lazy } from '../../text/lazy.ts';
import { part } from '../columns.ts';
import type { Reading } from '../reading.ts';
import type { Shape } from '../scene.ts';

/** A name, its number before it or not, then a count of at least three digits, with or without a share beside it. */
const nameAndCount = lazy(
  () =>
    /^(?:\d{1,3}[.)]?\s)?[^\d\n]{0,6}\p{Lu}[\p{L} .,'’()-]{3,60}[-–:|\s(]+(?:\d{1,3}[.,]?\d{0,2} ?% ?[-–|)(\s]*)?\d{1,3}(?:[., {2}]?\d{3})*\)?(?:\s\d{1,3}[.,]\d{1,2} ?%)?$/u,
);
const countAndShare = lazy(() => /\p{L}{2}[^\d%\n]{0,60}\d{1,2}[.,]?\d{0,2} ?%[^\d\n]{0,6}\d{2,9}\s*$/u);
const leastLines = 3;
/** A line that ends in one is dated, not counted. */
const year = /\b(?:19|20)\d{2}$/;
const mostLines = 5_000;

/** `number 01`, `12 of 40`: what begins with a nought numbers the name before it. */
const padded = /(?:^|[^\d.,])0\d{1,3}$/;
const lastNumber = /\d+$/;

/** Lines that go on from one number to the next are numbered. */
const isNumbered = (texts: readonly string[]): boolean => {
  const numbers = texts.map((text) => Number(lastNumber.exec(text.trim())?.[0]));
  const following = numbers.slice(1).filter((number, at) => number === (numbers[at] ?? 0) + 1);
  return numbers.length > 1 && following.length * 2 > numbers.length - 1;
};

interface Line {
  readonly text: string;
  readonly ground: Ground;
}

const linesIn = ({ units, tables }: Reading): readonly Line[] => {
  const cells = tables.flatMap(({ table, unit, part: where }) =>
    table.sample
      .slice(0, 20)
      .flatMap((row) => row.filter((cell) => cell.includes('\n')).flatMap((cell) => cell.split('\n')))
      .map((text) => ({ text, ground: { evidence: unit.evidence, part: where, quote: text.slice(0, 120) } })),
  );
  const texts = units.flatMap(({ inspection, evidence }) =>
    (inspection.page?.text ?? inspection.text)
      .replace(/\n(?=[\d.,\u00a0 ]{1,14}(?:\n|$))/g, ' ')
      .split(/\n|\s{3,}/)
      .slice(0, mostLines)
      .map((text) => ({ text, ground: { evidence, part: 'text', quote: text.slice(0, 120) } })),
  );
  return [...cells, ...texts];
};

/**
 * Lines of prose that list names with a count beside each, in data that speaks of what is counted (`of.of`). Where it
 * names a rival that is counted alike (`of.rival`) and never the thing itself (`of.is`), the counts are the rival's.
 */
export const listedCounts: Shape = ({ reading }, clue) => {
  const speaksOf = (name: string): boolean =>
    reading.sightings.some(({ concept }) => part(clue, name).includes(concept));
  if (!speaksOf('of') || (speaksOf('rival') && !speaksOf('is'))) return null;
  const lines = linesIn(reading).filter(
    ({ text }) =>
      text.length <= 160 &&
      !year.test(text.trim()) &&
      !padded.test(text.trim()) &&
      (countAndShare().test(text) || nameAndCount().test(text.trim())),
  );
  const grounds = lines.map(({ ground }) => ground);
  return isNonEmpty(grounds) && grounds.length >= leastLines && !isNumbered(lines.map(({ text }) => text))
    ? { reason: 'listed-counts', grounds: [grounds[0], ...grounds.slice(1, 3)] }
    : null;
};
