import { isObject, type Json } from '../model/basics.ts';
import type { LicenceScope } from '../model/licence.ts';

/** A licence that structured data of a page gives for something. */
export interface LinkedLicence {
  readonly scope: LicenceScope;
  /** Type and property: `Dataset.license`. */
  readonly where: string;
  readonly values: readonly string[];
}

/** Depth to which structured data is followed; hostile pages nest deeper. */
const deepest = 12;

const licences = ['license', 'licence', 'dct:license', 'dcterms:license', 'schema:license'] as const;

/** Properties in which other conditions stand. */
const conditions = [
  ...(['usageInfo', 'conditionsOfAccess', 'acquireLicensePage', 'copyrightNotice', 'isAccessibleForFree'] as const),
  ...(['rights', 'dct:rights', 'dcterms:rights', 'accessRights', 'dct:accessRights', 'dcterms:accessRights'] as const),
];

const properties = [...licences, ...conditions];

const scopes: readonly (readonly [RegExp, LicenceScope])[] = [
  [/Dataset$|DataDownload$|DataFeed$|Distribution$/, 'dataset'],
  [/DataCatalog$|Catalog$/, 'portal'],
  [/WebSite$|WebPage$|Organization$|CreativeWork$|Article$/, 'site'],
];

const typeOf = (object: { readonly [key: string]: Json }): string => {
  const type = object['@type'] ?? object['type'];
  const first = Array.isArray(type) ? type[0] : type;
  return typeof first === 'string' ? first : '';
};

const textsOf = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.slice(0, 5).flatMap(textsOf);
  if (!isObject(value)) return [];
  return ['@id', 'url', 'name', 'identifier'].flatMap((key) => textsOf(value[key] ?? null));
};

/** The licences that the JSON-LD of a page gives for datasets, catalogues and the page itself; pictures have their own. */
export const linkedLicences = (blocks: readonly Json[]): readonly LinkedLicence[] => {
  const found: LinkedLicence[] = [];
  const walk = (value: Json, depth: number): void => {
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    if (!isObject(value)) {
      for (const item of value as readonly Json[]) walk(item, depth + 1);
      return;
    }
    const type = typeOf(value);
    const scope = scopes.find(([pattern]) => pattern.test(type))?.[1];
    for (const property of properties) {
      const values = scope === undefined ? [] : textsOf(value[property] ?? null);
      if (scope !== undefined && values.length > 0) found.push({ scope, where: `${type}.${property}`, values });
    }
    for (const child of Object.values(value)) walk(child, depth + 1);
  };
  for (const block of blocks) walk(block, 0);
  return found;
};
