import { isObject, type Json, type JsonObject } from '../../../model/basics.ts';
import { areKnown, type Dimension, type JsonCube, listIn, objectIn, placesOf, sizeOf, textIn, worded } from './cube.ts';

/*
 * JSON-stat 1 and 2: values in one list, the last dimension changing first, with the labels of all categories beside them.
 * Source: “JSON-stat format”, 2.0, sections on `id`, `size`, `value`, `dimension`, `category` and `role`.
 */

/** The codes of a dimension in their order: a list, places by code, or the one label that there is. */
const codesOf = ({ index, label }: JsonObject): readonly string[] => {
  if (Array.isArray(index)) return index.map(textIn);
  if (index !== undefined && isObject(index))
    return Object.entries(index)
      .sort(([, a], [, b]) => Number(a) - Number(b))
      .map(([code]) => code);
  return Object.keys(objectIn(label));
};

const dimensionOf = (id: string, value: Json | undefined): Dimension => {
  const dimension = objectIn(value);
  const category = objectIn(dimension['category']);
  const labels = objectIn(category['label']);
  const codes = codesOf(category);
  return {
    name: textIn(dimension['label']) || id,
    values: codes.map((code) => textIn(labels[code]) || code),
    isNamed: Object.keys(labels).length > 0 || areKnown(codes),
  };
};

/** The one thing that is measured calls the figures; of several, each row says its own. */
const measureOf = (roles: JsonObject, dimensions: ReadonlyMap<string, Dimension>): string => {
  const measured = listIn(roles['metric']).flatMap((id) => dimensions.get(textIn(id))?.values ?? []);
  return measured.length === 1 ? (measured[0] ?? 'value') : 'value';
};

function* figuresIn(value: Json | undefined): Generator<readonly [number, string]> {
  if (Array.isArray(value)) for (const [at, figure] of value.entries()) yield [at, textIn(figure)];
  else for (const [at, figure] of Object.entries(objectIn(value))) yield [Number(at), textIn(figure)];
}

const countIn = (value: Json | undefined): number =>
  Array.isArray(value) ? value.length : Object.keys(objectIn(value)).length;

const cubeOf = (name: string, dataset: JsonObject): JsonCube => {
  const held = objectIn(dataset['dimension']);
  // The first version keeps the order, the sizes and the roles among the dimensions.
  const ids = listIn(dataset['id'] ?? held['id']).map(textIn);
  const sizes = listIn(dataset['size'] ?? held['size']).map(Number);
  const roles = objectIn(dataset['role'] ?? held['role']);
  const byId = new Map(ids.map((id) => [id, dimensionOf(id, held[id])]));
  const dimensions = [...byId.values()];
  const { value } = dataset;
  const fits =
    dimensions.length > 0 &&
    dimensions.length === sizes.length &&
    dimensions.every(({ values }, at) => values.length === sizes[at]);
  const size = fits ? sizeOf(sizes) : 0;
  const isFull = Array.isArray(value) ? value.length === size : countIn(value) <= size;
  const rows = function* (): Generator<readonly string[]> {
    if (!fits) return;
    for (const [place, figure] of figuresIn(value)) {
      if (!(place >= 0 && place < size) || figure === '') continue;
      const places = placesOf(place, sizes);
      yield [...dimensions.map(({ values }, at) => values[places[at] ?? 0] ?? ''), figure];
    }
  };
  return {
    name,
    titles: [textIn(dataset['label']), textIn(dataset['source']), ...listIn(dataset['note']).map(textIn)].filter(
      (title) => title !== '',
    ),
    dimensions,
    measures: [measureOf(roles, byId)],
    rows,
    lack: fits && isFull ? null : `${size} figures are described, ${countIn(value)} are in the file.`,
  };
};

const isDataset = (value: Json): value is JsonObject =>
  isObject(value) && isObject(value['dimension'] ?? null) && 'value' in value;

/** The cubes of a JSON-stat answer: a dataset, several under their names, or a collection that holds them; null where it is none. */
export const jsonStatCubes = (root: JsonObject): readonly JsonCube[] | null => {
  if (isDataset(root)) return [cubeOf(textIn(root['label']), root)];
  const items = listIn(objectIn(root['link'])['item']).filter(isDataset);
  const named = Object.keys(root).flatMap((name) => {
    const held = root[name] ?? null;
    return isDataset(held) ? [cubeOf(name, held)] : [];
  });
  const cubes = [...items.map((item) => cubeOf(textIn(item['label']), item)), ...named];
  return cubes.length === 0 || worded(root['class']) === 'dimension' ? null : cubes;
};
