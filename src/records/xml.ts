import { SaxesParser } from 'saxes';

/** An element, its name and the names of its attributes without their prefixes. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly inside, blanks at the ends cut. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

const mostElements = 400_000;
const deepest = 200;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Stops the parser: what was read until then is kept. */
class EnoughError extends Error {
  override readonly name = 'EnoughError';
}

/**
 * The tree of a document; of a broken or endless one the part before the fault; null where nothing is an element.
 * Entities that the document defines itself are not expanded (the parser refuses them).
 */
export const parseXml = (text: string): Element | null => {
  const parser = new SaxesParser({ fragment: false });
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  let count = 0;
  const stop = (error: Error): never => {
    throw error;
  };
  parser.on('error', stop);
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > mostElements || stack.length > deepest) stop(new EnoughError());
    const attributes = Object.create(null) as Record<string, string>;
    for (const [name, value] of Object.entries(tag.attributes)) attributes[localName(name)] = value;
    const element: Open = { name: localName(tag.name), attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  const add = (part: string): void => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (closed !== undefined) closed.text = closed.text.trim();
  });
  try {
    parser.write(text).close();
  } catch {
    // Broken, or more than anybody needs: the elements before the fault are still what the sender wrote.
    for (const open of stack) open.text = open.text.trim();
  }
  return root.children[0] ?? null;
};

/** The first child of a name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

/** The children of a name. */
export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element down a path of names. */
export const descend = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((here, name) => childOf(here, name), element);

/** All elements of a name, wherever they stand below, in document order. */
export const allOf = (element: Element | undefined, name: string): readonly Element[] => {
  if (element === undefined) return [];
  const found: Element[] = [];
  const waiting: Element[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    for (let index = next.children.length - 1; index >= 0; index -= 1)
      waiting.push(...next.children.slice(index, index + 1));
  }
  return found;
};

/** All text inside, blanks collapsed. */
export const innerText = (element: Element | undefined): string => {
  if (element === undefined) return '';
  const own = element.text;
  const below = element.children.map(innerText).filter((text) => text !== '');
  return [own, ...below].join(' ').replace(/\s+/g, ' ').trim();
};
