import { isObject, type Json, type JsonObject } from '../../model/basics.ts';
import { dayOfMillis } from '../../time/day.ts';

/*
 * Features as ArcGIS answers with them: attributes under short names, whose words, kinds and codes stand in a list of fields beside
 * them. Source: “Feature Set object”, “Field object” and “Domain objects” of the ArcGIS REST API.
 */

const objectIn = (value: Json | undefined): JsonObject => (value !== undefined && isObject(value) ? value : {});
const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');

interface Field {
  readonly name: string;
  readonly alias: string;
  readonly isDate: boolean;
  /** Words by code. */
  readonly words: ReadonlyMap<string, Json>;
}

const fieldOf = (value: Json): Field => {
  const { name, alias, type, domain } = objectIn(value);
  const codes = listIn(objectIn(domain)['codedValues']).map((one) => objectIn(one));
  return {
    name: textIn(name),
    alias: textIn(alias) || textIn(name),
    isDate: type === 'esriFieldTypeDate',
    words: new Map(codes.map((one) => [String(one['code']), one['name'] ?? null])),
  };
};

/** Moments beyond these are no dates. */
const farthest = 8.64e15;

const shownAs = (value: Json, { isDate, words }: Field): Json => {
  if (isDate && typeof value === 'number' && Math.abs(value) <= farthest) return dayOfMillis(value);
  return value === null ? value : (words.get(String(value)) ?? value);
};

/** `esriGeometryPolyline` is a line, under the names that GeoJSON has. */
const geometries: Readonly<Record<string, string>> = {
  esriGeometryPoint: 'Point',
  esriGeometryMultipoint: 'MultiPoint',
  esriGeometryPolyline: 'LineString',
  esriGeometryPolygon: 'Polygon',
  esriGeometryEnvelope: 'Polygon',
};

/** The features of an answer as records, and whether the server kept some back. */
export interface EsriFeatures {
  readonly records: readonly Json[];
  readonly isWhole: boolean;
}

/** Reads a feature set; null where a value is none. */
export const esriFeatures = (value: Json): EsriFeatures | null => {
  if (!isObject(value)) return null;
  const features = listIn(value['features']).map((one) => objectIn(one));
  const fields = listIn(value['fields']).map(fieldOf);
  if (features.length === 0 || fields.length === 0 || !features.every((one) => isObject(one['attributes'] ?? null)))
    return null;
  const aliases = fields.map(({ alias }) => alias);
  const calledBy = new Map(
    fields.map((field) => [
      field.name,
      aliases.filter((alias) => alias === field.alias).length > 1 ? field.name : field.alias,
    ]),
  );
  const byName = new Map(fields.map((field) => [field.name, field]));
  const kind = geometries[textIn(value['geometryType'])] ?? '';
  const records = features.map((feature): Json => {
    const attributes = Object.entries(objectIn(feature['attributes'])).map(([name, held]) => {
      const field = byName.get(name);
      return [calledBy.get(name) ?? name, field === undefined ? (held ?? null) : shownAs(held ?? null, field)] as const;
    });
    const hasShape = isObject(feature['geometry'] ?? null);
    return { ...Object.fromEntries(attributes), ...(hasShape ? { geometry: kind } : {}) };
  });
  return { records, isWhole: value['exceededTransferLimit'] !== true };
};
