import { isObject, type JsonObject } from '../../../model/basics.ts';
import { areKnown, type JsonCube, listIn, objectIn, textIn } from './cube.ts';

/*
 * The JSON that PxWeb answers with: columns with their words, and rows of a key and its values. Source: “PxWeb API”, Statistics
 * Sweden, response formats, `json`.
 */

/** The cube of an answer of PxWeb; null where it is none. */
export const pxwebCubes = (root: JsonObject): readonly JsonCube[] | null => {
  const columns = listIn(root['columns']).filter(isObject);
  const data = listIn(root['data']).filter(isObject);
  const isCube = columns.length > 0 && data.length > 0 && data.every((row) => 'key' in row && 'values' in row);
  if (!isCube) return null;
  const called = (column: JsonObject): string => textIn(column['text']) || textIn(column['code']);
  // `d` and `t` are the dimensions and time, `c` is what is measured.
  const keys = columns.filter((column) => textIn(column['type']) !== 'c');
  const measures = columns.filter((column) => textIn(column['type']) === 'c');
  const metadata = listIn(root['metadata']).map((one) => objectIn(one));
  const isWhole = data.every(
    (row) => listIn(row['key']).length === keys.length && listIn(row['values']).length === measures.length,
  );
  return [
    {
      name: '',
      titles: metadata.flatMap(({ label, source }) => [textIn(label), textIn(source)]).filter((title) => title !== ''),
      dimensions: keys.map((column, at) => ({
        name: called(column),
        values: [],
        isNamed: areKnown([...new Set(data.map((row) => textIn(listIn(row['key'])[at])))]),
      })),
      measures: measures.map(called),
      rows: () =>
        data.map((row) => [
          ...listIn(row['key']).map(textIn),
          // Dots stand for a figure that is missing or secret.
          ...listIn(row['values']).map((value) => textIn(value).replace(/^\.+$/, '')),
        ]),
      lack: isWhole ? null : 'Its rows have other columns than it describes.',
    },
  ];
};
