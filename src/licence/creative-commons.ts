import type { LicenceEntry, LicenceNames } from './data.ts';
import { letter } from './letters.ts';
import { escapeExpression } from './normalise.ts';

/** A licence of Creative Commons that a text names. */
export interface CommonsMention {
  /** Null where the text says Creative Commons and not which licence. */
  readonly entry: LicenceEntry | null;
  readonly at: number;
  readonly end: number;
}

const elements = ['by', 'nc', 'nd', 'sa'] as const;

/** Scripts that set no blanks between words: a word may touch its neighbours there. */
const isRunOn = (word: string): boolean => /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word);

const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => `${escapeExpression(word)}${/\p{L}$/u.test(word) && !isRunOn(word) ? `(?!${letter})` : ''}`)
    .join('|');

/**
 * Reads names of Creative Commons licences in any of the languages of their ports, in normalised text. The licence is
 * the elements that follow the mark without a foreign word between: «CC BY-NC 4.0», «Creative Commons
 * Namensnennung - Nicht kommerziell».
 */
export const commonsReader = (
  { creativeCommons: words }: LicenceNames,
  table: readonly LicenceEntry[],
): ((text: string) => readonly CommonsMention[]) => {
  const byId = new Map(table.map((entry) => [entry.id, entry]));
  const start = '(?<![\\p{Script=Latin}\\p{N}.@])';
  const named = new RegExp(
    `${start}(?:(?<zero>${anyOf(words.zero)})|(?<mark>${anyOf(words.publicDomainMark)})|(?:${words.marks.map(escapeExpression).join('|')})(?=[^\\p{Script=Latin}]|by|$))`,
    'gu',
  );
  const piece = new RegExp(
    `${elements.map((element) => `(?<${element}>${anyOf(words[element])})`).join('|')}|(?<version>[1-4][._][0-5](?!\\d)|[1-4](?![\\d.]))|${anyOf(words.connectors)}|\\s+`,
    'yu',
  );

  const read = (text: string, from: number): { ids: readonly string[]; end: number } => {
    const found = new Set<string>();
    let version = '';
    let end = from;
    for (let at = from; at < text.length && at - from < 200; at = piece.lastIndex) {
      piece.lastIndex = at;
      const groups = piece.exec(text)?.groups;
      if (groups === undefined) break;
      const element = elements.find((name) => groups[name] !== undefined);
      if (element !== undefined) found.add(element);
      if (groups['version'] !== undefined) version = groups['version'].replace('_', '.').replace(/^\d$/, '$&.0');
      end = piece.lastIndex;
    }
    const bare = ['CC', ...elements.filter((name) => found.has(name))].join('-').toUpperCase();
    return { ids: found.size === 0 ? [] : [`${bare}-${version}`, bare, `CC-BY${bare.slice(2)}`], end };
  };

  return (text) => {
    const mentions: CommonsMention[] = [];
    for (const match of text.matchAll(named)) {
      const after = match.index + match[0].length;
      if (match.groups?.['zero'] !== undefined || match.groups?.['mark'] !== undefined) {
        const id = match.groups['zero'] !== undefined ? 'CC0-1.0' : 'CC-PDM-1.0';
        mentions.push({ entry: byId.get(id) ?? null, at: match.index, end: after });
        continue;
      }
      const { ids, end } = read(text, after);
      const entry = ids.map((id) => byId.get(id)).find((known) => known !== undefined) ?? null;
      if (entry !== null || match[0] !== 'cc') mentions.push({ entry, at: match.index, end });
    }
    return mentions;
  };
};
