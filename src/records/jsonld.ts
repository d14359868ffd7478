import type { Json } from '../model/basics.ts';
import { type Graph, type GraphNode, graphOf, localName, type Value } from './graph.ts';
import { hasKey, type JsonObject, listOf, objectOf, textOf } from './json.ts';

/*
 * JSON-LD as catalogues write it. Contexts are never fetched: a hostile document could name any address, and the
 * properties of DCAT and schema.org are told apart by their local names alone. Terms that an inline context defines
 * are followed.
 */

type Terms = ReadonlyMap<string, string>;

const deepest = 40;
const mostNodes = 200_000;

const termsOf = (context: Json | undefined, known: Terms): Terms => {
  const terms = new Map(known);
  for (const part of Array.isArray(context) ? listOf(context) : [context]) {
    for (const [term, meaning] of Object.entries(objectOf(part) ?? {})) {
      const iri = typeof meaning === 'string' ? meaning : textOf(objectOf(meaning)?.['@id']);
      if (!term.startsWith('@') && iri !== '' && !/[/#]$/.test(iri)) terms.set(term, localName(iri));
    }
  }
  return terms;
};

interface Reading {
  readonly nodes: GraphNode[];
}

const named = (term: string, terms: Terms): string => terms.get(term) ?? localName(term);

/** What the items of a property are where they do not say: data.json leaves the types out. */
const impliedTypes: Readonly<Record<string, string>> = {
  dataset: 'Dataset',
  distribution: 'Distribution',
};

const toValue = (value: Json, property: string, terms: Terms, reading: Reading, depth: number): readonly Value[] => {
  if (value === null || depth > deepest) return [];
  if (Array.isArray(value)) return listOf(value).flatMap((item) => toValue(item, property, terms, reading, depth + 1));
  const object = objectOf(value);
  if (object === null) return [{ text: textOf(value) }];
  if (hasKey(object, '@value')) return [{ text: textOf(object['@value']) }];
  const list = object['@list'] ?? object['@set'];
  if (list !== undefined) return toValue(list, property, terms, reading, depth + 1);
  const id = textOf(object['@id']);
  if (id !== '' && Object.keys(object).length === 1) return [{ ref: id }];
  const isLanguageMap = Object.keys(object).every((key) => /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(key));
  const node = isLanguageMap ? null : toNode(object, impliedTypes[property] ?? null, terms, reading, depth + 1);
  return node === null ? [{ text: textOf(value) }] : [node];
};

const typesOf = (object: JsonObject, implied: string | null, terms: Terms): readonly string[] => {
  const told = object['@type'] ?? object['type'];
  const types = (Array.isArray(told) ? listOf(told) : [told]).map((type) => named(textOf(type), terms));
  const known = types.filter((type) => type !== '');
  return known.length === 0 && implied !== null ? [implied] : known;
};

const toNode = (
  object: JsonObject,
  implied: string | null,
  outer: Terms,
  reading: Reading,
  depth: number,
): GraphNode | null => {
  if (reading.nodes.length >= mostNodes || depth > deepest) return null;
  const terms = hasKey(object, '@context') ? termsOf(object['@context'], outer) : outer;
  const properties = new Map<string, readonly Value[]>();
  for (const [key, value] of Object.entries(object)) {
    if (key.startsWith('@') && key !== '@graph') continue;
    const property = named(key, terms);
    properties.set(property, [...(properties.get(property) ?? []), ...toValue(value, property, terms, reading, depth)]);
  }
  const id = textOf(object['@id']);
  const node: GraphNode = { id: id === '' ? null : id, types: typesOf(object, implied, terms), properties };
  reading.nodes.push(node);
  return node;
};

/** The graph of JSON-LD, or of plain JSON with the keys of DCAT. Items of a bare list are of the implied type. */
export const graphOfJson = (json: Json, implied: string | null = null): Graph => {
  const reading: Reading = { nodes: [] };
  for (const item of Array.isArray(json) ? listOf(json) : [json]) {
    const object = objectOf(item);
    if (object !== null) toNode(object, Array.isArray(json) ? implied : null, new Map(), reading, 0);
  }
  return graphOf(reading.nodes);
};
