import type { JsonReader } from './answer.ts';
import { readGraph } from './dcat.ts';
import { hasKey, type JsonObject, listOf, objectOf, textOf } from './json.ts';
import { graphOfJson } from './jsonld.ts';

/* DCAT in JSON: the data.json of DCAT-US and Project Open Data, and JSON-LD. */

const isDcatDataset = (value: JsonObject): boolean =>
  /(?:^|[:/#])Dataset$/.test(textOf(value['@type'])) ||
  (hasKey(value, 'title') &&
    (hasKey(value, 'distribution') || hasKey(value, 'accessLevel') || hasKey(value, 'accessURL')));

const isLinkedData = (value: JsonObject): boolean =>
  hasKey(value, '@context') || hasKey(value, '@graph') || hasKey(value, '@id');

/** Reads DCAT written in JSON: told by its keys, since it stands at any address. */
export const readDcatJson: JsonReader = (json, { url }) => {
  const base = url;
  const object = objectOf(json);
  if (object === null) {
    const first = objectOf(listOf(json)[0]);
    if (first === null) return null;
    const isExpanded =
      Object.keys(first).some((key) => /^https?:\/\/www\.w3\.org\/ns\/dcat#/.test(key)) || hasKey(first, '@id');
    if (!isExpanded && !isDcatDataset(first)) return null;
    return readGraph(graphOfJson(json, isExpanded ? null : 'Dataset'), base, 'dcat', isExpanded ? 'dct:' : '');
  }
  if (Array.isArray(object['dataset'])) {
    const isPrefixed = isLinkedData(object) && !hasKey(object, 'conformsTo');
    const graph = graphOfJson({ '@type': 'dcat:Catalog', ...object });
    return readGraph(graph, base, 'dcat', isPrefixed ? 'dct:' : '');
  }
  if (isLinkedData(object)) return readGraph(graphOfJson(json), base, 'dcat', 'dct:');
  return isDcatDataset(object)
    ? readGraph(graphOfJson({ '@type': 'dcat:Dataset', ...object }), base, 'dcat', '')
    : null;
};
