import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Json } from '../model/basics.ts';

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

/** Reads YAML, or JSON, which is YAML too. */
export const parseText = (text: string): ParsedText => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
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
  const problems = document.errors.map(({ message, pos }) => ({ ...positionAt(pos[0]), at: '', says: message }));
  const value: Json = problems.length > 0 ? null : document.toJS({ maxAliasCount: mostAliases });
  return { value, problems, positionOf };
};
