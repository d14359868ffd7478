import { isObject, type Json, type JsonObject } from '../../model/basics.ts';

/** Format and standards of a JSON value. */
export interface JsonDialect {
  readonly format: string;
  readonly standards: readonly string[];
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const geometries = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

const named = (format: string, ...standards: readonly string[]): JsonDialect => ({ format, standards });

/** A dataset of JSON-stat 1, which keeps order and sizes among its dimensions. */
const isOldJsonStat = (value: unknown): boolean => {
  if (!isObject(value as Json)) return false;
  const { dimension = null } = value as JsonObject;
  return isObject(dimension) && Array.isArray(dimension['id']) && Array.isArray(dimension['size']);
};

/** Which dialect a value is in, by the members that the dialect's specification requires. */
export const dialectOf = (value: Json): JsonDialect => {
  const root = Array.isArray(value) ? value[0] : value;
  if (!isObject(root)) return named('json');
  const type = textOf(root['type']);
  if (type === 'FeatureCollection' || (type === 'Feature' && 'geometry' in root) || geometries.has(type))
    return named('geojson', 'geojson');
  if (type === 'Topology' && 'arcs' in root) return named('topojson', 'topojson');
  if (['dataset', 'collection', 'dimension'].includes(textOf(root['class'])) && 'version' in root)
    return named('json-stat', 'json-stat');
  if (Object.values(root).some(isOldJsonStat)) return named('json-stat', 'json-stat');
  if (
    'ocid' in root ||
    (Array.isArray(root['releases']) && 'publisher' in root) ||
    (Array.isArray(root['records']) && 'publisher' in root && 'packages' in root)
  )
    return named('json', 'ocds');
  const meta = isObject(root['meta']) ? textOf(root['meta']['schema']) : '';
  if (
    /sdmx/i.test(meta) ||
    ('dataSets' in root && 'structure' in root) ||
    (isObject(root['data']) && 'dataSets' in root['data'])
  )
    return named('json', 'sdmx');
  if (textOf(root['conformsTo']).includes('project-open-data') && 'dataset' in root)
    return named('json', 'dcat-us', 'dcat');
  if ('@context' in root || '@graph' in root) return named('json-ld', 'json-ld');
  return named('json');
};

const errorKeys = ['error', 'errors', 'exception', 'fault', 'errorCode', 'error_code'];

/** An answer that says that something went wrong, and holds nothing besides. */
export const isErrorBody = (value: Json): boolean => {
  if (!isObject(value)) return false;
  if (value['success'] === false || textOf(value['status']).toLowerCase() === 'error') return true;
  const keys = Object.keys(value);
  const hasError = errorKeys.some((key) => {
    const held = value[key];
    return (
      held !== undefined &&
      held !== null &&
      held !== false &&
      held !== '' &&
      !(Array.isArray(held) && held.length === 0)
    );
  });
  return hasError && keys.length <= 8 && !keys.some((key) => Array.isArray(value[key]) && !errorKeys.includes(key));
};
