import { isNonEmpty } from '../../model/basics.ts';
import type { Ground } from '../../model/check.ts';
import { lazy } from '../../text/lazy.ts';
import { part } from '../columns.ts';
import type { Finder } from '../finder.ts';
import type { Reading } from '../reading.ts';
import type { Shape } from '../scene.ts';

/** Characters of a document that are looked through, and lines of it. */
const mostText = 200_000;
const mostLines = 4_000;
/** Words at the beginning of a line, or in brackets, within which a note says what it is. */
const firstWords = 6;
const longestNote = 240;

interface Line {
  readonly line: string;
  /** The line after it, where this one is a label of its own. */
  readonly next: string;
  readonly ground: Ground;
  /** Its place among the lines of its document that say something, from 0. */
  readonly at: number;
}

const longestLabel = 60;

const linesIn = ({ units }: Reading): readonly Line[] =>
  units.flatMap(({ inspection, evidence }) => {
    const lines = (inspection.page?.text ?? inspection.text)
      .slice(0, mostText)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, mostLines);
    return lines.map((line, at) => {
      const next = line.length <= longestLabel ? (lines[at + 1] ?? '') : '';
      return { line, next, at, ground: { evidence, part: 'text', quote: line.slice(0, 120) } };
    });
  });

const bracketed = /[([]([^()[\]]{4,240})[)\]]/g;

/** Where a text speaks of itself: the beginnings of its lines, and what stands in brackets. */
const headsOf = (line: string): readonly string[] => {
  const inside = [...line.matchAll(bracketed)].map(([, note = '']) => note);
  const own = line.length <= longestNote ? [line] : [];
  return [...own, ...inside].map((text) => text.split(/\s+/).slice(0, firstWords).join(' '));
};

/** A day, a year, or a year of an era, as laws are dated. */
const dated = lazy(
  () => /(?:18|19|20|25)\d{2}|[明大昭平令]\p{L}?[〇元一二三四五六七八九十\d]+年|[\u0660-\u0669\u06f0-\u06f9]{4}/u,
);

const isSaid = (head: string, concepts: readonly string[], find: Finder): boolean =>
  find(head).some(({ concept }) => concepts.includes(concept));

/** A document says what it is in so many lines. */
const firstLines = 12;

/** What a document says that it is, in its first lines: “An act to amend the Roads Act” changes another law. */
export const saysOfItself: Shape = ({ reading }, clue) => {
  const found = linesIn(reading).find(
    ({ line, at }) => at < firstLines && isSaid(line.slice(0, longestNote), part(clue, 'of'), reading.find),
  );
  return found === undefined ? null : { reason: 'says-of-itself', grounds: [found.ground] };
};

/** A division of a law: its word or sign, and a number. */
const division = lazy(
  () => /^\W{0,4}(?:(\p{L}[\p{L}\p{M}]{0,13})\.?\s{0,2}|§{1,2}\s{0,2})(\d{1,4}|[ivxlcdm]{1,7})\b/iu,
);
const divisionUnspaced = /^\s*第[〇一二三四五六七八九十百千\d]{1,6}[条條章]/u;
const leastDivisions = 3;

/** Lines that begin as the divisions of a law do: `Article 1`, `§ 2`, `第三条`. A page about a law has hardly any. */
export const divisions: Shape = ({ reading }, clue) => {
  const isDivision = (line: string): boolean => {
    if (divisionUnspaced.test(line)) return true;
    const [match, word] = division().exec(line) ?? [];
    return match !== undefined && (word === undefined || isSaid(word, part(clue, 'of'), reading.find));
  };
  const found = linesIn(reading).filter(({ line }) => isDivision(line));
  const grounds = [...new Map(found.map((one) => [one.line.slice(0, 12), one.ground])).values()];
  return isNonEmpty(grounds) && grounds.length >= leastDivisions
    ? { reason: 'divisions', grounds: [grounds[0], ...grounds.slice(1, 3)] }
    : null;
};

/**
 * Notes that a document makes of itself: a line that begins with what is asked (`of.of`), or has it in brackets. The same
 * words in the middle of a sentence may be about another document. With `kinds: [dated]`, the note must be dated.
 */
export const noted: Shape = ({ reading }, clue) => {
  const concepts = part(clue, 'of');
  const isDated = clue.kinds?.includes('dated') === true;
  const grounds = linesIn(reading)
    .filter(
      ({ line, next }) =>
        (!isDated || dated().test(`${line} ${next}`)) &&
        headsOf(line).some((head) => isSaid(head, concepts, reading.find)),
    )
    .map(({ ground }) => ground);
  return isNonEmpty(grounds) ? { reason: 'noted', grounds: [grounds[0], ...grounds.slice(1, 3)] } : null;
};

const labelled = lazy(() => /^[-*#>\s"']{0,4}([\p{L}][\p{L}\p{M} _-]{1,40})["']?\s*[:：]\s*(\S.{0,120})$/u);

/** A line `label: value` whose label is nothing but what is asked (`of.label`), or whose value is (`of.value`). */
export const labelledLine: Shape = ({ reading }, clue) => {
  const isOnly = (text: string, concepts: readonly string[]): boolean =>
    reading.find(text).some(({ concept, cover }) => cover === 1 && concepts.includes(concept));
  const found = linesIn(reading).find(({ line }) => {
    const [, label = '', value = ''] = labelled().exec(line) ?? [];
    return label !== '' && (isOnly(label, part(clue, 'label')) || isOnly(value, part(clue, 'value')));
  });
  return found === undefined ? null : { reason: 'labelled-line', grounds: [found.ground] };
};
