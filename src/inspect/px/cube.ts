import type { Keyword } from './keywords.ts';

/** A variable of a cube: what it is called, its values in order, and their codes where there are any. */
export interface Variable {
  readonly name: string;
  readonly values: readonly string[];
  readonly codes: readonly string[];
}

/** A cube of figures: one for every choice of a value of each variable, the last variable changing first. */
export interface Cube {
  readonly stub: readonly Variable[];
  readonly heading: readonly Variable[];
  /** What is measured. */
  readonly contents: string;
  /** Rows begin with their own values of the stub, and rows without figures are left out. */
  readonly isSparse: boolean;
}

/** What a keyword says in the language of the file; empty where it is not there. */
export const said = (keywords: readonly Keyword[], name: string, of?: string): readonly string[] =>
  keywords.find(
    (keyword) =>
      keyword.name === name && keyword.language === null && (of === undefined ? true : keyword.of[0]?.trim() === of),
  )?.values ?? [];

/** The cube that the keywords describe; null where a variable has no values or there is none. */
export const cubeOf = (keywords: readonly Keyword[]): Cube | null => {
  const variables = (list: 'STUB' | 'HEADING'): readonly Variable[] =>
    said(keywords, list).map((written) => {
      const name = written.trim();
      return { name, values: said(keywords, 'VALUES', name), codes: said(keywords, 'CODES', name) };
    });
  const [stub, heading] = [variables('STUB'), variables('HEADING')];
  const all = [...stub, ...heading];
  if (all.length === 0 || all.some(({ values }) => values.length === 0)) return null;
  return {
    stub,
    heading,
    contents: said(keywords, 'CONTENTS').join(' ').trim(),
    isSparse: keywords.some(({ name }) => name === 'KEYS'),
  };
};

/** How many figures a cube of these variables has. */
export const sizeOf = (variables: readonly Variable[]): number =>
  variables.reduce((size, { values }) => size * values.length, 1);

const figure = /"([^"]*)"|([^\s",;]+)/g;

/** Dots stand for a figure that is missing or secret. */
const shown = (text: string): string => (/^\.+$/.test(text) ? '' : text);

/** Figures and keys as they stand, one by one. Some programs end every line of them with a semicolon. */
export function* figuresIn(text: string, from: number): Generator<string> {
  figure.lastIndex = 0;
  for (const [, quoted, bare] of text.slice(from).matchAll(figure)) yield shown(quoted ?? bare ?? '');
}

/** The values that belong to a figure by its place. */
const valuesAt = (variables: readonly Variable[], place: number): readonly string[] => {
  const values: string[] = [];
  let rest = place;
  for (const variable of [...variables].reverse()) {
    values.unshift(variable.values[rest % variable.values.length] ?? '');
    rest = Math.floor(rest / variable.values.length);
  }
  return values;
};

const named = ({ values, codes }: Variable, key: string): string => values[codes.indexOf(key)] ?? key;

/** A row for each figure: the values it belongs to, then itself. Figures beyond the last one described are left out. */
export function* rowsOf({ stub, heading, isSparse }: Cube, figures: Iterable<string>): Generator<readonly string[]> {
  const variables = isSparse ? heading : [...stub, ...heading];
  const size = sizeOf(variables);
  let keys: string[] = [];
  let place = 0;
  for (const text of figures) {
    if (isSparse && keys.length < stub.length) {
      keys.push(text);
      continue;
    }
    if (place >= size) continue;
    const own = isSparse ? stub.map((variable, at) => named(variable, keys[at] ?? '')) : [];
    yield [...own, ...valuesAt(variables, place), text];
    place += 1;
    if (isSparse && place === size) [keys, place] = [[], 0];
  }
}
