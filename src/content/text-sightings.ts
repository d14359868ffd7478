import type { Concept } from '../model/content.ts';
import { lazy } from '../text/lazy.ts';
import { ownTitle } from '../text/titles.ts';
import { wordsOf } from '../text/words.ts';
import type { Finder, Hit } from './finder.ts';
import { countWritten } from './numbers.ts';
import { isSentence, longestValue, needsNumber, quoted } from './quotes.ts';
import type { ConceptTable, ReadTable, Sighting, Unit } from './reading.ts';

/** Characters of a document that are read: what it is about, it says early. */
const mostText = 60_000;
/** Words before a number that can label it. */
const labelWords = 8;

/** A line in pieces: the words before each number, with the number. */
const labelled = /([^\d\n]{2,160})(\d[\d.,' \u00a0]{0,20})/gu;

const year = /^(?:19|20)\d{2}$/;

/** `20,00`, `7.5`: an hour, an amount or a share, and no number of people or things. */
const fraction = /^\d{1,2}[.,]\d{1,2}$/;

/** A single digit or a year counts something only where a colon says so; else it numbers a page or dates what was said. */
const isCountBeside = (words: string, number: string, concept: Concept | undefined): boolean => {
  const written = number.trim().replace(/[.,]$/, '');
  if (concept?.expects === 'count' && fraction.test(written)) return false;
  const value = countWritten(written) ?? 0;
  const isPlain = value >= 10 && !year.test(written);
  return isPlain || (value > 0 && /[:=]\s*$/.test(words));
};

/** A day, an hour and a number of a paragraph are written in digits, and count nothing. */
const moments = lazy(
  () =>
    /\d{1,4}([./-])\d{1,2}\1\d{1,4}|(?<![\d.,])\d{1,2}[:.,]\d{2}(?=\s?(?:h|u|am|pm|uhr|hrs?|ч|час\p{L}*|год|godz)(?!\p{L}))|\d{1,2}:\d{2}|§+\s?\d+/giu,
);

/** Of as many words of running text at most a count is said before its number: "registered voters in the district were 812". */
const mostBetween = 3;

/** Smaller numbers in running text are as often ages, shares and clauses. */
const leastSaid = 100;

/** Is a number said of what running text names before it? One further on counts what the sentence comes to after it. */
const isSaidOf = ({ after }: Hit, number: string): boolean =>
  after === '' || (wordsOf(after).length <= mostBetween && (countWritten(number.trim()) ?? 0) >= leastSaid);

const inLine = (line: string, unit: Unit, part: string, find: Finder, concepts: ConceptTable): readonly Sighting[] => {
  const isRunning = isSentence(line);
  return [...line.replace(moments(), ' ').matchAll(labelled)].flatMap(([, words = '', number = '']) => {
    const label = words.split(/\s+/).slice(-labelWords).join(' ');
    return find(label)
      .filter(({ concept }) => needsNumber(concepts[concept]) && isCountBeside(words, number, concepts[concept]))
      .map((hit): Sighting => {
        const { concept } = hit;
        const quote = quoted(`${label} ${number}`);
        return {
          concept,
          place: 'label',
          evidence: unit.evidence,
          part,
          quote,
          table: null,
          column: null,
          isEmpty: false,
          ...(isRunning && !isSaidOf(hit, number) ? { isTrace: true } : {}),
        };
      });
  });
};

const wordsIn = (
  text: string,
  place: SightingPlaceOfWords,
  unit: Unit,
  part: string,
  find: Finder,
  table: ReadTable | null = null,
): readonly Sighting[] =>
  find(text).map(({ concept }) => {
    return { concept, place, evidence: unit.evidence, part, quote: quoted(text), table, column: null, isEmpty: false };
  });

type SightingPlaceOfWords = 'title' | 'name' | 'text';

/** Lines of running text, cut where a person would draw breath, so that words far apart do not meet. */
const linesOf = (text: string): readonly string[] =>
  text.split(/\n+|(?<=[.;!?。])\s+|\s[|•·]\s/).flatMap((line) => {
    const words = line.split(/\s+/);
    if (words.length <= 40) return [line];
    return Array.from({ length: Math.ceil(words.length / 30) }, (_, index) =>
      words.slice(index * 30, index * 30 + 38).join(' '),
    );
  });

/** The first sighting of each concept, place and whatever else tells them apart. */
export const once = (
  sightings: Iterable<Sighting>,
  apart: (sighting: Sighting) => string = () => '',
): readonly Sighting[] => {
  const kept = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = `${sighting.concept} ${sighting.place} ${sighting.isTrace === true} ${apart(sighting)}`;
    if (!kept.has(key)) kept.set(key, sighting);
  }
  return [...kept.values()];
};

/** A document this short may be a form or a protocol. */
const shortText = 3_000;
/** Lines of at least this many numbers are rows of a table that a document shows as text. */
const numbersInRow = 4;
const leastRows = 5;

const showsFigures = (lines: readonly string[]): boolean =>
  lines.filter((line) => (line.replace(moments(), ' ').match(/\d[\d.,]*/g)?.length ?? 0) >= numbersInRow).length >=
  leastRows;

/** In a document that is a table, words about a count are its headers; those of a sentence may be. */
const asHeaders = (sightings: readonly Sighting[], concepts: ConceptTable): readonly Sighting[] =>
  sightings
    .filter(({ concept }) => needsNumber(concepts[concept]))
    .map(
      (sighting): Sighting => ({
        ...sighting,
        place: 'label',
        ...(isSentence(sighting.quote) ? { isTrace: true } : {}),
      }),
    );

/** Hebrew and Arabic letters, that run from right to left. */
const rightToLeft = /[\u0590-\u06ff]/;

/** A PDF may keep the words of such a line in the order in which they are seen, the last one first. */
const turnedLines = ({ format }: Unit['inspection'], lines: readonly string[]): readonly string[] =>
  format === 'pdf'
    ? lines.filter((line) => rightToLeft.test(line)).map((line) => line.split(/\s+/).reverse().join(' '))
    : [];
/** A document that has no titles of its own is headed by its first lines, as far as they are short. */
const mostHeadLines = 3;
const longestHead = 100;

const headLines = (lines: readonly string[]): readonly string[] =>
  lines
    .filter((line) => /\p{L}{2}/u.test(line))
    .slice(0, mostHeadLines)
    .filter((line) => line.length <= longestHead && !isSentence(line) && !/[.;!?]$/.test(line));

/** `№ 0123`, `12`, `No. 4A`: a heading that holds nothing but a number. */
const onlyNumber = lazy(() => /^\W{0,3}(?:№|#|n[.°ºr]|no\.?)?\s*\d[\d/-]*\s*\p{L}?\W{0,3}$/iu);

/** Headings, each with the number that a heading of its own says behind it: `Station` and below it `No 12`. */
const withNumbers = (headings: readonly string[]): readonly string[] =>
  headings.map((heading, at) => {
    const next = headings[at + 1] ?? '';
    return /\d/.test(next) && !/\d/.test(heading) && onlyNumber().test(next) ? `${heading} ${next.trim()}` : heading;
  });

/** Concepts that the name, titles and text of a file speak of. */
export const inText = (unit: Unit, find: Finder, concepts: ConceptTable): readonly Sighting[] => {
  const { text, page } = unit.inspection;
  const lines = linesOf((page?.text ?? text).slice(0, mostText));
  const titles = page === null ? headLines(lines) : [ownTitle(page), ...withNumbers(page.headings)];
  const hasFigures = showsFigures(text.split('\n'));
  // A long document without figures writes about counts; only a colon makes one of its numbers such a count.
  const canLabel = (line: string): boolean => hasFigures || text.length < shortText || /[:=]\s*\d/.test(line);
  return once([
    ...wordsIn(unit.name.split(/[/\\]/).at(-1) ?? '', 'name', unit, unit.path, find),
    ...titles.flatMap((title) => wordsIn(title, 'title', unit, 'title', find)),
    ...[...lines, ...turnedLines(unit.inspection, lines)].flatMap((line) => wordsIn(line, 'text', unit, 'text', find)),
    ...lines.filter(canLabel).flatMap((line) => inLine(line, unit, 'text', find, concepts)),
    ...(hasFigures
      ? asHeaders(
          lines.flatMap((line) => wordsIn(line, 'text', unit, 'text', find)),
          concepts,
        )
      : []),
  ]);
};

/** Cells that hold prose: what a map shows of a place, or a note. */
const proseOf = ({ table }: ReadTable): readonly string[] =>
  table.sample.slice(0, 50).flatMap((row) => row.filter((cell) => cell.length > longestValue || cell.includes('\n')));

/** Concepts that stand above, below and in the prose of a table. */
export const aroundTable = (table: ReadTable, find: Finder, concepts: ConceptTable): readonly Sighting[] => {
  const { titles, footers, name } = table.table;
  return once([
    ...wordsIn(name, 'title', table.unit, table.part, find, table),
    ...titles.flatMap((title) => wordsIn(title, 'title', table.unit, table.part, find, table)),
    ...[...titles, ...footers, ...proseOf(table).flatMap(linesOf)].flatMap((line) =>
      inLine(line, table.unit, table.part, find, concepts).map((sighting) => ({ ...sighting, table })),
    ),
  ]);
};
