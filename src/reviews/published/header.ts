import type { Edition } from '../../model/data.ts';
import type { CsvColumn, PublishedCsv } from './vocabulary.ts';

/** Where the columns of one file are. */
export interface CsvHeader {
  readonly names: readonly string[];
  /** Position of a column by its name in the vocabulary, -1 where the file has none. */
  readonly at: (name: string) => number;
  /** Positions of the questions of an edition, by question id. */
  readonly questions: (edition: Edition) => ReadonlyMap<string, number>;
  /** Columns that are no question of this edition and of which the vocabulary knows nothing, with their position. */
  readonly unknown: (edition: Edition) => readonly (readonly [string, number])[];
  /** Positions of a column's repetitions. */
  readonly repeated: ReadonlyMap<string, readonly number[]>;
}

const plain = (name: string): string => name.trim().toLowerCase();

const namesOf = (column: CsvColumn): readonly string[] => [column.name, ...column.aliases].map(plain);

/** The delimiter that parts the header line into most columns. */
export const delimiterOf = (text: string): string => {
  const end = text.search(/[\r\n]/);
  const line = end === -1 ? text : text.slice(0, end);
  const [first] = [',', ';', '\t'].sort((left, right) => line.split(right).length - line.split(left).length);
  return first ?? ',';
};

/** Reads the header of a file. */
export const headerOf = (cells: readonly string[], vocabulary: PublishedCsv): CsvHeader => {
  const names = cells.map(plain);
  const find = (wanted: readonly string[]): number => {
    for (const name of wanted) if (names.includes(name)) return names.indexOf(name);
    return -1;
  };
  const columns = vocabulary.columns.filter(({ holds }) => holds !== 'repeat' && holds !== 'answers');
  const places = new Map(columns.map((column) => [column.name, find(namesOf(column))]));
  const questions = (edition: Edition): ReadonlyMap<string, number> =>
    new Map(edition.questions.map(({ id }) => [id, find([id, ...(vocabulary.questionAliases[id] ?? [])].map(plain))]));
  const repeated = new Map(
    [...places].map(([name, first]) => [
      name,
      first === -1 ? [] : names.flatMap((other, at) => (other === names[first] && at !== first ? [at] : [])),
    ]),
  );
  return {
    names: cells.map((cell) => cell.trim()),
    at: (name) => places.get(name) ?? -1,
    questions,
    unknown: (edition) => {
      const known = new Set([...places.values(), ...questions(edition).values(), ...[...repeated.values()].flat()]);
      return cells.flatMap((cell, at) => (known.has(at) ? [] : [[cell.trim(), at] as const]));
    },
    repeated,
  };
};
