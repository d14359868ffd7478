import type { NamedElement, XmlDialect } from '../vocabulary.ts';
import { localName, type StartTag } from './events.ts';

/** What a field is called, its value where an attribute holds it, and the attributes that say something else. */
export interface ElementName {
  readonly name: string;
  readonly value: string | null;
  readonly attributes: readonly (readonly [string, string])[];
}

/** Names an element: by an attribute where its dialect names fields so, else by what the element is called. */
export type Namer = (element: StartTag) => ElementName;

const longestName = 100;

const isDeclaration = (attribute: string): boolean => attribute.startsWith('xmlns');

/** The attributes of an element without their prefixes; declarations of namespaces are none. */
const attributesOf = ({ attributes }: StartTag): readonly (readonly [string, string])[] =>
  Object.entries(attributes).flatMap(([name, value]) => (isDeclaration(name) ? [] : [[localName(name), value]]));

/** The elements that dialects of a document name by an attribute: those of its outermost element and of the namespaces it declares. */
const namedIn = (root: StartTag, dialects: readonly XmlDialect[]): ReadonlyMap<string, NamedElement> => {
  const spaces = Object.entries(root.attributes).flatMap(([name, value]) => (isDeclaration(name) ? [value] : []));
  const used = dialects.filter(
    ({ namespaces, roots }) =>
      roots.includes(localName(root.name)) ||
      spaces.some((space) => namespaces.some((start) => space.startsWith(start))),
  );
  return new Map(used.flatMap(({ named = [] }) => named.map((one) => [one.element, one] as const)));
};

/** Names the elements of a document with this outermost element. */
export const namerOf = (root: StartTag, dialects: readonly XmlDialect[]): Namer => {
  const known = namedIn(
    root,
    dialects.filter(({ named }) => named !== undefined),
  );
  return (element) => {
    const own = localName(element.name);
    const attributes = attributesOf(element);
    const by = known.get(own);
    const given =
      attributes
        .find(([name]) => name === by?.name)?.[1]
        .trim()
        .slice(0, longestName) ?? '';
    if (by === undefined || given === '') return { name: own, value: null, attributes };
    const value = by.value === undefined ? null : (attributes.find(([name]) => name === by.value)?.[1] ?? null);
    return {
      // A mark that parts the steps of a path would make several of one name.
      name: given.replace(/[/@]/g, ' '),
      value,
      attributes: attributes.filter(([name]) => name !== by.name && name !== by.value),
    };
  };
};
