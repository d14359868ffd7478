/* DCAT is one vocabulary written in many ways: what JSON-LD, RDF/XML and Turtle have in common. */

/** A literal, a link to another node, or a node in place. */
export type Value = { readonly text: string } | { readonly ref: string } | GraphNode;

/** A thing described. Types and properties are named without namespace: `Dataset`, `title`. */
export interface GraphNode {
  readonly id: string | null;
  readonly types: readonly string[];
  readonly properties: ReadonlyMap<string, readonly Value[]>;
}

/** The nodes of a document, and each by its id. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly byId: ReadonlyMap<string, GraphNode>;
}

/** `http://purl.org/dc/terms/title`, `dct:title` and `title` are all `title`. */
export const localName = (name: string): string => name.replace(/[/#]+$/, '').replace(/^.*[/#:]/, '');

const isNode = (value: Value): value is GraphNode => 'properties' in value;

/** Gathers nodes into a graph; parts of a node that are described in several places are joined. */
export const graphOf = (nodes: readonly GraphNode[]): Graph => {
  const byId = new Map<string, GraphNode>();
  const anonymous: GraphNode[] = [];
  for (const node of nodes) {
    if (node.id === null) {
      anonymous.push(node);
      continue;
    }
    const before = byId.get(node.id);
    if (before === undefined) byId.set(node.id, node);
    else {
      const properties = new Map(before.properties);
      for (const [name, values] of node.properties) properties.set(name, [...(properties.get(name) ?? []), ...values]);
      byId.set(node.id, { id: node.id, types: [...before.types, ...node.types], properties });
    }
  }
  return { nodes: [...byId.values(), ...anonymous], byId };
};

/** The values of the first of some properties that has any. */
export const valuesOf = (node: GraphNode, ...names: readonly string[]): readonly Value[] => {
  for (const name of names) {
    const values = node.properties.get(name);
    if (values !== undefined && values.length > 0) return values;
  }
  return [];
};

/** The nodes that values are, or point at; a link to what the document does not describe becomes a bare node. */
export const nodesOf = (graph: Graph, values: readonly Value[]): readonly GraphNode[] =>
  values.flatMap((value) => {
    if (isNode(value)) return (value.id === null ? undefined : graph.byId.get(value.id)) ?? value;
    if ('ref' in value) return graph.byId.get(value.ref) ?? { id: value.ref, types: [], properties: new Map() };
    return [];
  });

const labels = ['prefLabel', 'label', 'title', 'name', 'value', 'notation'];

const labelOf = (node: GraphNode): string => {
  const literal = valuesOf(node, ...labels).find((value) => 'text' in value);
  return literal !== undefined && 'text' in literal ? literal.text.trim() : (node.id ?? '');
};

/** Values as a person would read them: the literal, the label of a node, else its address. */
export const textsOf = (graph: Graph, values: readonly Value[]): readonly string[] => [
  ...new Set(
    values
      .flatMap((value) => ('text' in value ? value.text.trim() : nodesOf(graph, [value]).map((node) => labelOf(node))))
      .filter((text) => text !== '' && !text.startsWith('_:')),
  ),
];

/** The texts of a property in several languages, joined. */
export const joined = (graph: Graph, node: GraphNode, ...names: readonly string[]): string =>
  textsOf(graph, valuesOf(node, ...names))
    .slice(0, 4)
    .join(' / ');

/** The first text of a property. */
export const first = (graph: Graph, node: GraphNode, ...names: readonly string[]): string =>
  textsOf(graph, valuesOf(node, ...names))[0] ?? '';

/** Addresses that values are or hold: a link, a literal, or a node that is itself at that address. */
export const linksOf = (graph: Graph, values: readonly Value[]): readonly string[] =>
  values.flatMap((value) => ('text' in value ? value.text : nodesOf(graph, [value]).flatMap(({ id }) => id ?? [])));

/** Nodes of a type. */
export const ofType = (graph: Graph, ...types: readonly string[]): readonly GraphNode[] =>
  graph.nodes.filter((node) => node.types.some((type) => types.includes(type)));
