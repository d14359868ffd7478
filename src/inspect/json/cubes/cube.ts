import { isObject, type Json, type JsonObject } from '../../../model/basics.ts';
import { shown } from '../values.ts';

/** A variable of a cube: what it is called, and its values in order, in words where the file has them. */
export interface Dimension {
  readonly name: string;
  readonly values: readonly string[];
  /** False where the file has the codes of its values alone. */
  readonly isNamed: boolean;
}

/** Figures, each of them of one value of every dimension. */
export interface JsonCube {
  readonly name: string;
  /** What the cube is called, and what is said of all of it. */
  readonly titles: readonly string[];
  readonly dimensions: readonly Dimension[];
  /** What its figures are called. */
  readonly measures: readonly string[];
  /** A row for each choice of values: these, then the figures. */
  readonly rows: () => Iterable<readonly string[]>;
  /** Null, or what of it does not fit together, so that it was not read whole. */
  readonly lack: string | null;
}

export const objectIn = (value: Json | undefined): JsonObject => (value !== undefined && isObject(value) ? value : {});
export const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const textIn = (value: Json | undefined): string =>
  value === undefined ? '' : shown(value).replace(/\s+/g, ' ').trim();

/** A text that may be written in several languages: the first of them. */
export const worded = (...values: readonly (Json | undefined)[]): string => {
  for (const value of values) {
    const text = textIn(value) || textIn(Object.values(objectIn(value))[0]);
    if (text !== '') return text;
  }
  return '';
};

/** `2024`, `2024-01`, `2024M01`, `2024-Q1`: times are known without words. */
const time = /^\d{4}(?:[-./ ]?[A-Z]?\d{1,3}){0,2}$/;

/** Are codes known without words, as times are, or one word that says all? */
export const areKnown = (codes: readonly string[]): boolean =>
  codes.length < 2 || codes.every((code) => time.test(code) || /\p{Ll}{3}|\s/u.test(code));

/** How many figures a cube of these sizes has. */
export const sizeOf = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);

/** Which value of each dimension a figure is of, by its place; the last dimension changes first. */
export const placesOf = (place: number, sizes: readonly number[]): readonly number[] => {
  const places: number[] = [];
  let rest = place;
  for (let at = sizes.length - 1; at >= 0; at -= 1) {
    const size = sizes[at] ?? 1;
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return places;
};
