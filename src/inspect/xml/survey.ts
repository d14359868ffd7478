import type { Context } from '../reader.ts';
import type { Encoding } from '../text/encoding.ts';
import { Keys } from '../tree/keys.ts';
import { decoded } from './decode.ts';
import { parseXml, type StartTag } from './events.ts';
import { type Namer, namerOf } from './names.ts';

/** What the first pass learns of one path of elements. */
interface PathFact {
  count: number;
  /** It has attributes or elements of its own. */
  hasParts: boolean;
  /** Most times it occurs inside one parent. */
  siblings: number;
}

/** What elements there are, how often, and with which values. */
export interface XmlSurvey {
  readonly root: StartTag | null;
  readonly namespaces: ReadonlySet<string>;
  readonly paths: ReadonlyMap<string, PathFact>;
  readonly keys: Keys;
  readonly broken: string | null;
  readonly isDeep: boolean;
  readonly text: string;
}

/** Paths that are told apart, and tables that are made of them. */
const MOST_PATHS = 3_000;
const MOST_TABLES = 8;
const MOST_NAMESPACES = 50;
const LONGEST_TEXT = 1_000;

interface Level {
  readonly path: string;
  readonly children: Map<string, number>;
  text: string;
  hasElements: boolean;
}

/** The path of an element inside another; deeper than `nesting` all are one. */
export const pathInside = (parent: string | undefined, name: string, depth: number, nesting: number): string => {
  if (depth >= nesting) return parent ?? '';
  return parent === undefined ? name : `${parent}/${name}`;
};

/** First pass over a document. */
class Surveyor {
  readonly #context: Context;
  readonly #paths = new Map<string, PathFact>();
  readonly #namespaces = new Set<string>();
  readonly #keys = new Keys();
  readonly #stack: Level[] = [];
  #root: StartTag | null = null;
  #namer: Namer | null = null;
  #isDeep = false;
  #text = '';

  constructor(context: Context) {
    this.#context = context;
  }

  readonly open = (element: StartTag): void => {
    this.#root ??= element;
    this.#namer ??= namerOf(element, this.#context.vocabulary.xml);
    this.#noteNamespaces(element);
    const { name, value, attributes } = this.#namer(element);
    const { nesting } = this.#context.limits;
    const parent = this.#stack.at(-1);
    const path = pathInside(parent?.path, name, this.#stack.length, nesting);
    this.#isDeep ||= this.#stack.length >= nesting;
    const fact = this.#factOf(path);
    fact.count += 1;
    if (parent !== undefined) {
      parent.hasElements = true;
      const siblings = (parent.children.get(name) ?? 0) + 1;
      if (parent.children.size < 200 || siblings > 1) parent.children.set(name, siblings);
      if (siblings > fact.siblings) fact.siblings = siblings;
    }
    for (const [attribute, held] of attributes) {
      fact.hasParts = true;
      this.#keys.add(`${path}@${attribute}`, held);
    }
    this.#stack.push({ path, children: new Map(), text: value ?? '', hasElements: false });
  };

  readonly close = (): void => {
    const level = this.#stack.pop();
    if (level === undefined) return;
    if (level.hasElements) this.#factOf(level.path).hasParts = true;
    this.#keys.add(level.path, level.hasElements ? null : level.text);
  };

  readonly text = (chunk: string): void => {
    const level = this.#stack.at(-1);
    if (level !== undefined && level.text.length < LONGEST_TEXT) level.text += chunk.slice(0, LONGEST_TEXT);
    if (this.#text.length < this.#context.limits.text && chunk.trim() !== '') this.#text += `${chunk.trim()}\n`;
  };

  found(broken: string | null): XmlSurvey {
    return {
      root: this.#root,
      namespaces: this.#namespaces,
      paths: this.#paths,
      keys: this.#keys,
      broken,
      isDeep: this.#isDeep,
      text: this.#text,
    };
  }

  #factOf(path: string): PathFact {
    const known = this.#paths.get(path);
    if (known !== undefined) return known;
    const fact = { count: 0, hasParts: false, siblings: 0 };
    if (this.#paths.size < MOST_PATHS) this.#paths.set(path, fact);
    return fact;
  }

  #noteNamespaces({ attributes }: StartTag): void {
    for (const attribute in attributes) {
      const value = attributes[attribute];
      if (!attribute.startsWith('xmlns') || value === undefined) continue;
      if (this.#namespaces.size < MOST_NAMESPACES) this.#namespaces.add(value);
    }
  }
}

export const survey = async (context: Context, encoding: Encoding): Promise<XmlSurvey> => {
  const surveyor = new Surveyor(context);
  const broken = await parseXml(decoded(context.source, encoding), surveyor, () => context.source.complete);
  return surveyor.found(broken);
};

/** Elements that repeat inside a parent and have parts are records. */
export const recordPaths = ({ paths }: XmlSurvey): readonly string[] => {
  const repeated = [...paths].filter(([path, fact]) => path.includes('/') && fact.siblings >= 2 && fact.hasParts);
  repeated.sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return repeated.slice(0, MOST_TABLES).map(([path]) => path);
};
