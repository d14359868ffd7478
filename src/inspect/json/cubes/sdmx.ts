import { isObject, type Json, type JsonObject } from '../../../model/basics.ts';
import { areKnown, type Dimension, type JsonCube, listIn, objectIn, textIn, worded } from './cube.ts';

/*
 * SDMX-JSON 1 and 2: observations under the places of their dimensions’ values, whose words stand in a structure beside them.
 * Source: SDMX technical standards, “SDMX-JSON data message”, `dataSets`, `structures`.
 */

const time = /^TIME(?:_PERIOD)?$/i;

const dimensionOf = (value: Json): Dimension => {
  const { id, name, names, values } = objectIn(value);
  const isTime = time.test(textIn(id));
  const all = listIn(values).map((one) => objectIn(one));
  const codeOf = (one: JsonObject): string => textIn(one['id']) || textIn(one['value']);
  return {
    // What the standard calls time it calls so in every language.
    name: isTime ? textIn(id) : worded(name, names, id),
    values: all.map((one) => (isTime ? codeOf(one) : worded(one['name'], one['names'], codeOf(one)))),
    isNamed: isTime || all.some((one) => worded(one['name'], one['names']) !== '') || areKnown(all.map(codeOf)),
  };
};

interface Places {
  readonly keys: readonly number[];
  readonly figure: string;
}

const keysOf = (text: string): readonly number[] => (text === '' ? [] : text.split(':').map(Number));

/** What an observation is: the first of its list, or itself. */
const figureOf = (value: Json): string => textIn(Array.isArray(value) ? (value[0] ?? null) : value);

function* observationsOf({ series, observations }: JsonObject): Generator<Places> {
  for (const [key, held] of Object.entries(objectIn(observations))) yield { keys: keysOf(key), figure: figureOf(held) };
  for (const [key, held] of Object.entries(objectIn(series)))
    for (const [inner, figure] of Object.entries(objectIn(objectIn(held)['observations'])))
      yield { keys: [...keysOf(key), ...keysOf(inner)], figure: figureOf(figure) };
}

const cubeOf = (dataset: JsonObject, structure: JsonObject): JsonCube => {
  const held = objectIn(structure['dimensions']);
  const ofAll = listIn(held['dataSet']).map(dimensionOf);
  const varying = [...listIn(held['series']), ...listIn(held['observation'])].map(dimensionOf);
  const constant = ofAll.map(({ values }) => values[0] ?? '');
  const called = worded(structure['name'], structure['names']);
  const fits = (keys: readonly number[]): boolean =>
    keys.length === varying.length && keys.every((key, at) => varying[at]?.values[key] !== undefined);
  const isWhole = [...observationsOf(dataset)].every(({ keys }) => fits(keys));
  return {
    name: called,
    titles: [called, worded(structure['description'], structure['descriptions'])].filter((title) => title !== ''),
    dimensions: [...ofAll, ...varying],
    measures: ['OBS_VALUE'],
    rows: function* () {
      for (const { keys, figure } of observationsOf(dataset))
        yield [...constant, ...varying.map(({ values }, at) => values[keys[at] ?? -1] ?? ''), figure];
    },
    lack: isWhole && varying.length > 0 ? null : 'Its observations have other dimensions than it describes.',
  };
};

/** The cubes of an SDMX-JSON message; null where it holds none. */
export const sdmxCubes = (root: JsonObject): readonly JsonCube[] | null => {
  const message = isObject(root['data'] ?? null) ? objectIn(root['data']) : root;
  const datasets = listIn(message['dataSets']).filter(isObject);
  const structures = [...listIn(message['structures']), message['structure'] ?? root['structure'] ?? null].filter(
    isObject,
  );
  const [first] = structures;
  if (datasets.length === 0 || first === undefined) return null;
  return datasets.map((dataset) => {
    const number = Number(textIn(dataset['structure']) || 0);
    return cubeOf(dataset, structures[number] ?? first);
  });
};
