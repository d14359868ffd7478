import type { DeedNames, LicenceEntry, LicenceNames } from './data.ts';
import { letter } from './letters.ts';
import { escapeExpression, normaliseText } from './normalise.ts';

/** A licence of Creative Commons that a text names. */
export interface CommonsMention {
  /** Null where the text says Creative Commons and not which licence. */
  readonly entry: LicenceEntry | null;
  /** False where something stands in the name that is not understood, which may take back what the rest grants. */
  readonly isWhole: boolean;
  readonly at: number;
  readonly end: number;
}

const elements = ['by', 'nc', 'nd', 'sa'] as const;

type Element = (typeof elements)[number] | 'sampling' | 'mark';

/** Scripts that set no blanks between words: a word may touch its neighbours there. */
const runOn = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const letterAfter = new RegExp(letter, 'y');
const latinAfter = /[\p{Script=Latin}\p{M}\p{N}]/uy;
const isLatin = /\p{Script=Latin}/u;

/** Characters of a name that are read at most. */
const longest = 260;

/** A word of a name and the elements it stands for; words for licence and version stand for none. */
interface Word {
  readonly text: string;
  readonly means: readonly Element[];
}

const elementsOf = (code: DeedNames['code']): readonly Element[] => {
  if (code === 'mark') return ['mark'];
  if (code.includes('sampling')) return code.startsWith('nc') ? ['nc', 'sampling'] : ['sampling'];
  return elements.filter((element) => code.split('-').includes(element));
};

/** Finds the longest word of the names that stands at a place of a text. */
const wordFinder = (words: readonly Word[]): ((text: string, at: number) => Word | null) => {
  const byStart = new Map<string, Word[]>();
  for (const word of words) {
    const start = word.text.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length);
  const ends = (text: string, word: string, at: number): boolean => {
    const last = word.slice(-1);
    if (runOn.test(last) || !/\p{L}/u.test(last)) return true;
    // «CC BYで»: a script without blanks follows at once, and endings of other scripts do.
    const after = isLatin.test(last) && runOn.test(text.charAt(at + word.length)) ? latinAfter : letterAfter;
    after.lastIndex = at + word.length;
    return !after.test(text);
  };
  return (text, at) =>
    byStart.get(text.slice(at, at + 2))?.find((word) => text.startsWith(word.text, at) && ends(text, word.text, at)) ??
    null;
};

const separator = /[\s\-–—+/&,()[\]{}:_"'→>®™.|·!]/y;
const versionNumber = /(?:v\.? ?|ver\.? ?)?([1-4][._][0-5](?!\d)|[1-4](?![\d.]))/y;
const strange = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.']*/uy;

/** Words made of the word for licence in any language, which follow a name and belong to no element: «CC-BY-licensed». */
const licenceWord =
  /^(?:\p{L}{0,6}(?:li[csz]+en|licenc|lisans|litsen|luva|лиценз|ліценз|лиценц|άδεια|ἄδεια|baimen|leyfi|trwydded)|ehdo|unported|ported|port$)/u;

/** A version in words, before its number. */
const versionWord =
  /(?:vers|wers|verz|sürüm|верси|версі|верзи|έκδοσ|إصدار|اصدار|نسخ|版|버전|バージョン|संस्करण|phiên bản|เวอร์ชัน|útgáf|גרס|ვერსი|տարբերակ)/;

/** Up to five words and then a version: what stands before it belongs to the name. */
const versionAhead = /^((?:[^\p{N}.;!?\n]{0,24}?[\s(,-]){1,5})(?:v|ver\.?|version)? ?[1-4]\.[0-5](?!\d)/u;

interface Reading {
  readonly found: ReadonlySet<Element>;
  readonly version: string;
  readonly isWhole: boolean;
  readonly end: number;
}

/** Is a strange word part of the name? It is where a hyphen joins it, or a version still follows. */
const belongs = (text: string, at: number, joint: string, hasVersion: boolean, isCode: boolean): boolean => {
  strange.lastIndex = at;
  const word = strange.exec(text)?.[0] ?? '';
  if (word === '' || licenceWord.test(word)) return false;
  const ahead = hasVersion ? null : versionAhead.exec(text.slice(at, at + 160));
  if (ahead !== null && !versionWord.test(ahead[1] ?? '')) return true;
  if (!/[-–+/&_]/.test(joint)) return false;
  const isTight = !/\s/.test(joint);
  return isTight || (!hasVersion && (!isCode || word.length <= 3));
};

/**
 * Reads names of Creative Commons licences in all languages of their deeds, in normalised text: «CC BY-NC 4.0»,
 * «Creative Commons Namensnennung - Nicht kommerziell». A name is read whole or it is not read: where an element is
 * not known the mention says so.
 */
export const commonsReader = (
  { creativeCommons: words, ports }: LicenceNames,
  deeds: readonly DeedNames[],
  table: readonly LicenceEntry[],
): ((text: string) => readonly CommonsMention[]) => {
  const byId = new Map(table.map((entry) => [entry.id, entry]));
  const put = (text: string, means: readonly Element[]): Word => ({
    text: normaliseText(text).replaceAll('!', ''),
    means,
  });
  /** Opened with the first name: most texts have none, and the words of its elements are thousands. */
  let finder: ReturnType<typeof wordFinder> | undefined;
  const wordAt = (text: string, at: number): Word | null => {
    finder ??= wordFinder([
      ...elements.flatMap((element) => words[element].map((word) => put(word, [element]))),
      ...deeds.flatMap(({ code, names }) => {
        const means = elementsOf(code);
        return names.map((name) => put(name, means));
      }),
      ...[...words.connectors, ...ports].map((word) => put(word, [])),
    ]);
    return finder(text, at);
  };
  const anyOf = (list: readonly string[]): string =>
    [...list]
      .sort((a, b) => b.length - a.length)
      .map((word) => `${escapeExpression(word)}${/\p{L}$/u.test(word) && !runOn.test(word) ? `(?!${letter})` : ''}`)
      .join('|');
  const named = new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}.@])(?:(?<zero>${anyOf(words.zero)})|(?<mark>${anyOf(words.publicDomainMark)})|(?:${words.marks.map(escapeExpression).join('|')})(?=[^\\p{Script=Latin}]|by|$))`,
    'gu',
  );

  const read = (text: string, from: number): Reading => {
    const found = new Set<Element>();
    let [version, end, at, joint, isCode, isWhole] = ['', from, from, '', false, true];
    let afterElement = false;
    while (at < text.length && at - from < longest) {
      const word = wordAt(text, at);
      versionNumber.lastIndex = at;
      const number = word === null ? versionNumber.exec(text) : null;
      if (word !== null && (word.means.length > 0 || !/^[^\p{L}]+$/u.test(word.text))) {
        for (const element of word.means) found.add(element);
        if (word.means.length > 0) isCode = word.text.length === 2;
        at += word.text.length;
        if (word.means.length > 0 || end > from) end = at;
        afterElement = word.means.length > 0;
        joint = '';
      } else if (number !== null) {
        version = (number[1] ?? '').replace('_', '.').replace(/^\d$/, '$&.0');
        at += number[0].length;
        end = at;
        afterElement = true;
        joint = '';
      } else {
        separator.lastIndex = at;
        const between = separator.exec(text)?.[0];
        if (between === undefined) {
          isWhole =
            found.size === 0 ||
            !belongs(text, at, afterElement ? joint : joint.replaceAll('_', ''), version !== '', isCode);
          break;
        }
        joint += between;
        if (/[.|·]\s$/.test(joint)) break;
        at += between.length;
      }
    }
    return { found, version, isWhole, end };
  };

  const idsOf = ({ found, version }: Reading): readonly string[] => {
    if (found.has('mark')) return ['CC-PDM-1.0'];
    if (found.has('sampling')) return [found.has('nc') ? 'CC-RETIRED-NC' : 'CC-SAMPLING'];
    const parts = elements.filter((name) => found.has(name));
    if (parts.length === 0) return [];
    const bare = ['CC', ...parts].join('-').toUpperCase();
    const retired = version === '1.0' && !found.has('by') && found.has('nc') ? ['CC-RETIRED-NC'] : [];
    const withBy = `CC-BY${bare.slice(2)}`;
    return [`${bare}-${version}`, bare, ...retired, `${withBy}-${version}`, withBy];
  };

  return (text) => {
    const mentions: CommonsMention[] = [];
    let last = 0;
    for (const match of text.matchAll(named)) {
      if (match.index < last) continue;
      const after = match.index + match[0].length;
      const reading = read(text, after);
      const single =
        match.groups?.['zero'] !== undefined ? 'CC0-1.0' : match.groups?.['mark'] !== undefined ? 'CC-PDM-1.0' : null;
      if (single !== null) {
        const isWhole = reading.isWhole && !reading.found.has('nc') && !reading.found.has('nd');
        mentions.push({ entry: byId.get(single) ?? null, isWhole, at: match.index, end: after });
        last = after;
        continue;
      }
      const entry =
        idsOf(reading)
          .map((id) => byId.get(id))
          .find((known) => known !== undefined) ?? null;
      if (entry === null && match[0] === 'cc') continue;
      mentions.push({ entry, isWhole: reading.isWhole, at: match.index, end: reading.end });
      last = reading.end;
    }
    return mentions;
  };
};
