import type { Edition } from '../../model/data.ts';
import type { Verdict } from '../../model/review.ts';
import { type CsvRecord, readCell } from '../csv.ts';
import type { Fault, Names, PublishedEntry } from './entry.ts';
import type { CsvHeader } from './header.ts';
import type { PublishedCsv } from './vocabulary.ts';

/** Positions of the columns that the rows of one edition are read by. */
interface Layout {
  readonly questions: readonly (readonly [string, number])[];
  readonly texts: readonly (readonly [string, number])[];
  readonly unknown: readonly (readonly [string, number])[];
}

/** What a step found, or what keeps the row out. */
type Found<T> = { readonly value: T } | { readonly column: string | null; readonly says: string };

const quoted = (text: string): string => (text.length > 40 ? `"${text.slice(0, 40)}…"` : `"${text}"`);

const spellingsOf = ({ answers }: PublishedCsv): ReadonlyMap<string, Verdict> =>
  new Map(
    (['Yes', 'No', 'Unsure'] as const).flatMap((verdict) => answers[verdict].map((word) => [word, verdict] as const)),
  );

const filled = (columns: Layout['texts'], cells: readonly string[]): Readonly<Record<string, string>> => {
  const kept: Record<string, string> = {};
  for (const [name, at] of columns) {
    const cell = cells[at];
    if (cell !== undefined && cell !== '') kept[name] = readCell(cell);
  }
  return kept;
};

const layoutOf = (header: CsvHeader, vocabulary: PublishedCsv, edition: Edition): Layout => {
  const questions = [...header.questions(edition)];
  const asked = new Set(questions.map(([, at]) => at));
  const texts = vocabulary.columns
    .filter(({ holds }) => holds !== 'key' && holds !== 'repeat' && holds !== 'answers')
    .map(({ name }) => [name, header.at(name)] as const)
    .filter(([, at]) => at !== -1 && !asked.has(at));
  return { questions, texts, unknown: header.unknown(edition) };
};

/** Reads the rows of a file with this header. A row that cannot be read is a fault, never an exception. */
export const rowReader = (
  header: CsvHeader,
  vocabulary: PublishedCsv,
  names: Names,
): ((record: CsvRecord, row: number) => PublishedEntry | Fault) => {
  const spelled = spellingsOf(vocabulary);
  const repeated = [...header.repeated].filter(([, others]) => others.length > 0);
  const layouts = new Map<string, Layout>();
  const cell = (cells: readonly string[], column: string): string => cells[header.at(column)] ?? '';

  const layout = (edition: Edition): Layout => {
    const kept = layouts.get(edition.id) ?? layoutOf(header, vocabulary, edition);
    layouts.set(edition.id, kept);
    return kept;
  };

  const shape = ({ cells, fault }: CsvRecord): string | undefined => {
    if (fault !== null) return fault;
    const width = header.names.length;
    return cells.length === width ? undefined : `${width} cells are expected, not ${cells.length}`;
  };

  const editionOf = (cells: readonly string[]): Found<Edition> => {
    const text = cell(cells, 'year').trim();
    const edition = /^\d{4}$/.test(text) ? names.edition(Number(text)) : undefined;
    if (edition !== undefined) return { value: edition };
    return { column: 'year', says: `one of ${names.years.join(', ')} is expected, not ${quoted(text)}` };
  };

  const named = (cells: readonly string[], column: string, find: (word: string) => string): Found<string> => {
    const word = cell(cells, column).trim();
    if (word === '') return { column, says: 'a code or a name is expected, the cell is empty' };
    try {
      return { value: find(word) };
    } catch (error) {
      return { column, says: (error as Error).message };
    }
  };

  const answers = (cells: readonly string[], questions: Layout['questions']): Found<Record<string, Verdict>> => {
    const given: Record<string, Verdict> = {};
    for (const [question, at] of questions) {
      const column = header.names[at] ?? question;
      if (at === -1) return { column, says: 'the file has no such column, which the edition of the year asks for' };
      const answer = spelled.get(cells[at]?.trim().toLowerCase() ?? '');
      if (answer === undefined)
        return { column, says: `Yes, No or Unsure is expected, not ${quoted(cells[at] ?? '')}` };
      given[question] = answer;
    }
    return { value: given };
  };

  /** A column that is there twice says the same twice, else nobody knows which one is meant. */
  const twofold = (cells: readonly string[]): Fault['column'] =>
    repeated.find(([column, others]) => others.some((at) => cells[at] !== cell(cells, column)))?.[0] ?? null;

  return (record, row) => {
    const { cells, line } = record;
    const says = shape(record);
    if (says !== undefined) return { line, column: null, says };
    const torn = twofold(cells);
    if (torn !== null) return { line, column: torn, says: 'the column is there twice, and the two cells differ' };
    const edition = editionOf(cells);
    if (!('value' in edition)) return { line, ...edition };
    const place = named(cells, 'place', (word) => names.place(edition.value, word));
    if (!('value' in place)) return { line, ...place };
    const category = named(cells, 'dataset', (word) => names.category(edition.value, word));
    if (!('value' in category)) return { line, ...category };
    const { questions, texts, unknown } = layout(edition.value);
    const given = answers(cells, questions);
    if (!('value' in given)) return { line, ...given };
    return {
      line,
      row,
      place: place.value,
      category: category.value,
      year: edition.value.year,
      printedYear: edition.value.year,
      edition: edition.value,
      answers: given.value,
      cells: filled(texts, cells),
      extra: filled(unknown, cells),
    };
  };
};
