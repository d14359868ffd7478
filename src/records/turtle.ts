import { Parser } from 'n3';
import { type Graph, type GraphNode, graphOf, localName, type Value } from './graph.ts';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const mostTriples = 1_000_000;

interface Draft {
  readonly types: string[];
  readonly properties: Map<string, Value[]>;
}

/**
 * The graph of Turtle, TriG, N-Triples or N-Quads.
 *
 * @throws Error where the text is none of them.
 */
export const graphOfTurtle = (text: string, base: string): Graph => {
  const drafts = new Map<string, Draft>();
  const quads = new Parser({ baseIRI: base }).parse(text);
  for (const { subject, predicate, object } of quads.slice(0, mostTriples)) {
    const id = subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value;
    const draft = drafts.get(id) ?? { types: [], properties: new Map<string, Value[]>() };
    drafts.set(id, draft);
    if (predicate.value === rdfType) {
      draft.types.push(localName(object.value));
      continue;
    }
    const name = localName(predicate.value);
    const ref = object.termType === 'BlankNode' ? `_:${object.value}` : object.value;
    const values = draft.properties.get(name) ?? [];
    draft.properties.set(name, values);
    values.push(object.termType === 'Literal' ? { text: object.value } : { ref });
  }
  return graphOf([...drafts].map(([id, draft]): GraphNode => ({ id, ...draft })));
};
