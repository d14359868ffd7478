/* A list that is too long to be held as values is cut into pieces of JSON, each a document of its own. */

/** Datasets of one piece. */
const batchSize = 500;

/** Where the list of a key begins: behind its bracket; -1 where there is none. */
const listStart = (text: string, key: string): number => {
  const found = new RegExp(`"${key}"\\s{0,20}:\\s{0,20}\\[`).exec(text);
  return found === null ? -1 : found.index + found[0].length;
};

/** Where the value that begins at a place ends; -1 where the text ends before. */
const valueEnd = (text: string, from: number): number => {
  let depth = 0;
  let isText = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (isText) {
      if (character === 0x5c) at += 1;
      else if (character === 0x22) isText = false;
    } else if (character === 0x22) isText = true;
    else if (character === 0x7b || character === 0x5b) depth += 1;
    else if (character === 0x7d || character === 0x5d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
};

/** What was cut, and whether the list was read to its end. */
export interface Batches {
  readonly documents: readonly string[];
  readonly items: number;
  readonly isWhole: boolean;
}

/**
 * Cuts the list of a key in a JSON object into documents with that key alone. What breaks off at the end of a text that was not read
 * whole is left out.
 */
export const batchesOf = (text: string, key: string): Batches => {
  const documents: string[] = [];
  let items: string[] = [];
  let count = 0;
  const close = (): void => {
    if (items.length > 0) documents.push(`{"${key}":[${items.join(',')}]}`);
    items = [];
  };
  let at = listStart(text, key);
  let isWhole = false;
  while (at >= 0 && at < text.length) {
    const character = text[at];
    if (character === ']') {
      isWhole = true;
      break;
    }
    if (character !== '{') {
      at += 1;
      continue;
    }
    const end = valueEnd(text, at);
    if (end < 0) break;
    items.push(text.slice(at, end));
    count += 1;
    if (items.length >= batchSize) close();
    at = end;
  }
  close();
  return { documents, items: count, isWhole };
};
