import { evened } from '../../text/fold.ts';
import { lazy } from '../../text/lazy.ts';
import type { MonthFinder } from '../../time/months.ts';
import { isCounted, questionsOf } from '../questions.ts';
import type { Reading, Unit } from '../reading.ts';
import type { Doubt } from './doubt.ts';

/** Text beyond this is not looked through; what is within shows well enough whether it holds rows. */
const mostText = 200_000;

/** As many lines of figures are a table that a person would see, and no passage that happens to hold numbers. */
const leastRows = 3;

const number = lazy(() => /(?<![\p{L}\p{N}])\d[\d.,'’]*(?![\p{L}\p{N}])/gu);

/** Words in small letters: so many of them between few numbers are running text, which a page breaks into lines. */
const small = lazy(() => /(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu);
const year = /^(?:19|20)\d{2}\D*$/;
const mostSmall = 6;
const manyNumbers = 4;

/** Dots that lead from a heading to the number of its page. */
const leaders = /(?:\.[ \u00a0]?){5}/;

/** `2026-2030`, `12/03/2024`: years from and to, and days, count nothing. */
const years =
  /(?<!\d)(?:19|20)\d{2}\s*[-–—/]\s*(?:19|20)?\d{2}(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)/g;

/** A day and a year beside words that may name the month between or before them: `19 de junio de 2022`, `June 19, 2022`. */
const dated = lazy(
  () =>
    /(?<![\p{L}\p{N}])(?:\d{1,2}\W{1,3}(?:\p{L}{1,3}\W)?\p{L}[\p{L}\p{M}]+\W{1,4}(?:\p{L}{1,3}\W)?|\p{L}[\p{L}\p{M}]+\W{1,2}\d{1,2}\W{1,3})(?:19|20)\d{2}(?!\d)/giu,
);
const word = lazy(() => /\p{L}[\p{L}\p{M}]*/gu);

/** `7:30`, `5 p.m.`, `17 h`: times of the clock. */
const times = /(?<!\d)\d{1,2}(?:[:.]\d{2}(?=\s*[ap]\.?m\b)|:\d{2}(?!\d)|(?=\s*(?:[ap]\.?m|h)\b))/gi;

/** Digits in three groups and more, joined by hyphens: a telephone number. Scores, such as 412-398, are figures. */
const telephone = /(?<!\d)(?=(?:-?\d){9})\d+(?:-\d+){2,}/g;

/** A line without what counts nothing: days, years from and to, times, telephone numbers. */
const figuresOf = (line: string, monthOf: MonthFinder | undefined): string =>
  line
    .replace(dated(), (day) => (day.match(word())?.some((one) => monthOf?.(evened(one)) != null) ? ' ' : day))
    .replace(years, ' ')
    .replace(times, ' ')
    .replace(telephone, ' ');

/** A line of figures: two numbers or more, that are not the parts of a date, and hardly any other words. */
const isRow = (line: string, monthOf: MonthFinder | undefined): boolean => {
  const numbers = figuresOf(line, monthOf).match(number())?.length ?? 0;
  const words = line.match(/\p{L}{2,}/gu)?.length ?? 0;
  const figures = line.match(number())?.filter((figure) => !year.test(figure)).length ?? 0;
  const isRunning = (line.match(small())?.length ?? 0) > mostSmall && figures < manyNumbers;
  return numbers >= 2 && words <= 12 && !isRunning && !leaders.test(line) && !/[.!?]\s+\p{Lu}/u.test(line);
};

const textOf = ({ inspection: { page, text } }: Unit): string => page?.text || text;

const rowsIn = (unit: Unit, monthOf: MonthFinder | undefined): readonly string[] =>
  textOf(unit)
    .slice(0, mostText)
    .split('\n')
    .filter((line) => line.length < 400 && isRow(line, monthOf));

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
    const rows = rowsIn(unit, reading.monthOf);
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
