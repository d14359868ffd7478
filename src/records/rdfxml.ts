import { type Graph, type GraphNode, graphOf, type Value } from './graph.ts';
import type { Element } from './xml.ts';

/* RDF/XML (www.w3.org/TR/rdf-syntax-grammar): elements are nodes and properties by turns. */

const blank = (id: string | undefined): string | undefined => (id === undefined ? undefined : `_:${id}`);

const own = new Set(['about', 'ID', 'nodeID', 'resource', 'parseType', 'datatype', 'lang', 'type', 'base']);

const readProperty = (element: Element, nodes: GraphNode[]): readonly Value[] => {
  const { attributes, children, text } = element;
  const ref = attributes['resource'] ?? blank(attributes['nodeID']);
  if (ref !== undefined) return [{ ref }];
  if (attributes['parseType'] === 'Resource') return [readProperties(element, null, [], nodes)];
  if (children.length > 0) return children.map((child) => readNode(child, nodes));
  return text === '' ? [] : [{ text }];
};

const readProperties = (
  element: Element,
  id: string | null,
  types: readonly string[],
  nodes: GraphNode[],
): GraphNode => {
  const properties = new Map<string, readonly Value[]>();
  const told = [...types];
  for (const child of element.children) {
    const type = child.name === 'type' ? child.attributes['resource'] : undefined;
    if (type !== undefined) told.push(type.replace(/^.*[/#]/, ''));
    properties.set(child.name, [...(properties.get(child.name) ?? []), ...readProperty(child, nodes)]);
  }
  for (const [name, text] of Object.entries(element.attributes)) {
    if (!own.has(name)) properties.set(name, [...(properties.get(name) ?? []), { text }]);
  }
  const node: GraphNode = { id, types: told, properties };
  nodes.push(node);
  return node;
};

const readNode = (element: Element, nodes: GraphNode[]): GraphNode => {
  const { about, ID, nodeID } = element.attributes;
  const id = about ?? (ID === undefined ? undefined : `#${ID}`) ?? blank(nodeID) ?? null;
  return readProperties(element, id, element.name === 'Description' ? [] : [element.name], nodes);
};

/** The graph of a document whose root is `rdf:RDF`. */
export const graphOfRdfXml = (root: Element): Graph => {
  const nodes: GraphNode[] = [];
  for (const element of root.children) readNode(element, nodes);
  return graphOf(nodes);
};
