import type { LicenceEntry, LicenceNames } from './data.ts';
import { normaliseName } from './normalise.ts';

/** Recognises licences by what they are called. */
export interface NameIndex {
  /** The licence that exactly this identifier or name stands for. */
  readonly exact: (name: string) => LicenceEntry | null;
  /** Every licence that a text names, the longest name first where names overlap; names too plain for prose are not. */
  readonly within: (text: string) => readonly { readonly entry: LicenceEntry; readonly name: string }[];
}

interface Node {
  readonly next: Map<string, Node>;
  entry: LicenceEntry | null;
}

const newNode = (): Node => ({ next: new Map(), entry: null });

/** Scripts without blanks between words, where a name is looked for as a plain string. */
const runOn = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const namesOf = (entry: LicenceEntry): readonly string[] => [entry.title, ...(entry.names ?? [])];

/** Builds the index; the first licence of the table keeps a name that two of them claim. */
export const nameIndex = (table: readonly LicenceEntry[], names: LicenceNames): NameIndex => {
  const asWritten = new Map<string, LicenceEntry>();
  const exact = new Map<string, LicenceEntry>();
  const root = newNode();
  const runOnNames: { readonly name: string; readonly entry: LicenceEntry }[] = [];
  const plain = new Set(names.plain.map(normaliseName));

  const learn = (name: string, normal: string, entry: LicenceEntry): void => {
    if (!asWritten.has(name)) asWritten.set(name, entry);
    if (normal !== '' && !exact.has(normal)) exact.set(normal, entry);
  };
  const learnForProse = (normal: string, entry: LicenceEntry): void => {
    if (normal === '' || plain.has(normal)) return;
    if (runOn.test(normal)) {
      runOnNames.push({ name: normal, entry });
      return;
    }
    let node = root;
    for (const word of normal.split(' ')) {
      const next = node.next.get(word) ?? newNode();
      node.next.set(word, next);
      node = next;
    }
    node.entry ??= entry;
  };

  for (const entry of table) {
    for (const name of [entry.id, entry.spdx ?? '']) learn(name, normaliseName(name), entry);
    for (const name of namesOf(entry)) {
      const normal = normaliseName(name);
      learn(name, normal, entry);
      learnForProse(normal, entry);
    }
  }
  // Identifiers come second: an authority list may use for one licence what is the name of another.
  for (const entry of table) for (const id of entry.ids ?? []) learn(id, normaliseName(id), entry);
  runOnNames.sort((a, b) => b.name.length - a.name.length);

  const longestAt = (words: readonly string[], from: number): { entry: LicenceEntry; end: number } | null => {
    let node: Node | undefined = root;
    let found: { entry: LicenceEntry; end: number } | null = null;
    for (let at = from; at < words.length; at += 1) {
      node = node.next.get(words[at] ?? '');
      if (node === undefined) break;
      if (node.entry !== null) found = { entry: node.entry, end: at + 1 };
    }
    return found;
  };

  return {
    exact: (name) => asWritten.get(name.trim()) ?? exact.get(normaliseName(name)) ?? null,
    within: (text) => {
      let normal = normaliseName(text);
      const found: { entry: LicenceEntry; name: string }[] = [];
      if (runOn.test(normal)) {
        for (const { name, entry } of runOnNames) {
          if (!normal.includes(name)) continue;
          found.push({ entry, name });
          normal = normal.replaceAll(name, ' ');
        }
      }
      const words = normal.split(' ');
      for (let at = 0; at < words.length; ) {
        const longest = longestAt(words, at);
        if (longest !== null) found.push({ entry: longest.entry, name: words.slice(at, longest.end).join(' ') });
        at = longest?.end ?? at + 1;
      }
      return found;
    },
  };
};
