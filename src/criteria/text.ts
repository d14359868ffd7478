import { type Document, isNode, isScalar, LineCounter, parseDocument, stringify, visit } from 'yaml';
import type { Json } from '../model/basics.ts';
import { messageOf } from '../model/defect.ts';

/** A place in a file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a file, in words that say what was expected. */
export interface Problem extends Position {
  /** JSON pointer of the value, empty for the whole file. */
  readonly at: string;
  readonly says: string;
}

/** The value of a file, and where in its text each part of it stands. */
export interface ParsedText {
  readonly value: Json;
  readonly problems: readonly Problem[];
  /** Where the value of a pointer stands; where it is missing, the nearest value around it. */
  readonly positionOf: (pointer: string) => Position;
}

/** The steps of a JSON pointer. */
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Files with aliases that multiply are refused by the parser beyond this number. */
const mostAliases = 100;

/** Keys that a map has twice. The parser compares each with all others, which takes forever over very many. */
const repeatedKeys = (document: Document): readonly { readonly at: number; readonly says: string }[] => {
  const found: { readonly at: number; readonly says: string }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === '<<') continue;
        if (seen.has(key.value)) found.push({ at: key.range?.[0] ?? 0, says: 'Map keys must be unique' });
        seen.add(key.value);
      }
    },
  });
  return found;
};

/** Reads YAML, or JSON, which is YAML too. */
export const parseText = (text: string): ParsedText => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const positionOf = (pointer: string): Position => {
    const steps = stepsOf(pointer);
    for (let length = steps.length; length > 0; length -= 1) {
      const node = document.getIn(steps.slice(0, length), true);
      if (isNode(node) && node.range) return positionAt(node.range[0]);
    }
    return positionAt(document.contents?.range?.[0] ?? 0);
  };
  const faults = [
    ...document.errors.map(({ message, pos }) => ({ at: pos[0], says: message })),
    ...repeatedKeys(document),
  ];
  const problems: Problem[] = faults.map(({ at, says }) => ({ ...positionAt(at), at: '', says }));
  if (problems.length > 0) return { value: null, problems, positionOf };
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }) as Json, problems, positionOf };
  } catch (error) {
    // Aliases that multiply, or that name themselves.
    return { value: null, problems: [{ line: 1, column: 1, at: '', says: messageOf(error) }], positionOf };
  }
};

/** A value as YAML that people go on with: a line is never broken where the text has no break. */
export const yamlOf = (value: Json): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
