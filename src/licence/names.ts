import type { FiledLicences, LicenceEntry, LicenceNames } from './data.ts';
import { normaliseName } from './normalise.ts';

/** Recognises licences by what they are called. */
export interface NameIndex {
  /** The licence that exactly this identifier or name stands for. */
  readonly exact: (name: string) => LicenceEntry | null;
  /** Every licence that a text names, the longest name first where names overlap; names too plain for prose are not. */
  readonly within: (text: string) => readonly { readonly entry: LicenceEntry; readonly name: string }[];
}

interface ProseName {
  readonly name: string;
  readonly entry: LicenceEntry;
}

/** Scripts without blanks between words, where a name is looked for as a plain string. */
const runOn = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** A name or identifier of the table; those of running text are names, and not identifiers. */
interface WrittenName {
  readonly name: string;
  readonly entry: LicenceEntry;
  readonly isForProse: boolean;
}

/** All of them. Identifiers of others come second: an authority list may use for one licence what is the name of another. */
const writtenIn = (table: readonly LicenceEntry[]): readonly WrittenName[] => {
  const all: WrittenName[] = [];
  for (const entry of table) {
    for (const name of [entry.id, entry.spdx ?? '']) all.push({ name, entry, isForProse: false });
    for (const name of [entry.title, ...(entry.names ?? [])]) all.push({ name, entry, isForProse: true });
  }
  for (const entry of table) for (const name of entry.ids ?? []) all.push({ name, entry, isForProse: false });
  return all;
};

/** Every name of the table as names are compared, a line each: to be filed. */
export const normalNames = (table: readonly LicenceEntry[]): string =>
  writtenIn(table)
    .map(({ name }) => normaliseName(name))
    .join('\n');

/** The names too plain for prose as names are compared, a line each: to be filed. */
export const plainNames = ({ plain }: LicenceNames): string => plain.map(normaliseName).join('\n');

const keepFirst = <Value>(map: Map<string, Value>, key: string, value: Value): void => {
  if (!map.has(key)) map.set(key, value);
};

/**
 * Builds the index; the first licence of the table keeps a name that two of them claim.
 *
 * @param filed the names of the table as they are compared, and those too plain for prose, where they were found out before
 */
export const nameIndex = (
  table: readonly LicenceEntry[],
  names: LicenceNames,
  filed: Pick<FiledLicences, 'names' | 'plain'> | null = null,
): NameIndex => {
  const written = writtenIn(table);
  const normals = (filed?.names ?? normalNames(table)).split('\n');
  const plain = new Set((filed?.plain ?? plainNames(names)).split('\n'));

  /** The names of running text by their first word, and those in scripts without blanks, the longest first. */
  const byWord = new Map<string, ProseName[]>();
  const runOnNames: ProseName[] = [];
  for (const [at, { entry, isForProse }] of written.entries()) {
    const name = normals[at] ?? '';
    if (!isForProse || name === '' || plain.has(name)) continue;
    if (runOn.test(name)) {
      runOnNames.push({ name, entry });
      continue;
    }
    const end = name.indexOf(' ');
    const first = end === -1 ? name : name.slice(0, end);
    const own = byWord.get(first);
    if (own === undefined) byWord.set(first, [{ name, entry }]);
    else own.push({ name, entry });
  }
  runOnNames.sort((a, b) => b.name.length - a.name.length);

  /** Whole names are asked for less often than those within a text. */
  let exact: { readonly asWritten: Map<string, LicenceEntry>; readonly asCompared: Map<string, LicenceEntry> } | null =
    null;
  const openExact = (): NonNullable<typeof exact> => {
    const opened = { asWritten: new Map<string, LicenceEntry>(), asCompared: new Map<string, LicenceEntry>() };
    for (const [at, { name, entry }] of written.entries()) {
      const normal = normals[at] ?? '';
      keepFirst(opened.asWritten, name, entry);
      if (normal !== '') keepFirst(opened.asCompared, normal, entry);
    }
    return opened;
  };

  /** The longest name that begins at a place of the words of a text. */
  const longestAt = (words: readonly string[], at: number): ProseName | null => {
    const own = byWord.get(words[at] ?? '');
    if (own === undefined) return null;
    const rest = `${words.slice(at).join(' ')} `;
    return own.reduce<ProseName | null>(
      (best, one) => (one.name.length > (best?.name.length ?? 0) && rest.startsWith(`${one.name} `) ? one : best),
      null,
    );
  };

  return {
    exact: (name) => {
      exact ??= openExact();
      return exact.asWritten.get(name.trim()) ?? exact.asCompared.get(normaliseName(name)) ?? null;
    },
    within: (text) => {
      let normal = normaliseName(text);
      const found: ProseName[] = [];
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
        if (longest !== null) found.push(longest);
        at += longest?.name.split(' ').length ?? 1;
      }
      return found;
    },
  };
};
