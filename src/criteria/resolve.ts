import type { Category, PlaceNames } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { fold } from '../text/fold.ts';

/** What a category is found by. */
export type CategoryNames = Pick<Category, 'id' | 'aliases' | 'titles'>;

const shownAtMost = 3;

/** Case, blanks, punctuation and accents do not tell names apart. */
const plain = (word: string): string =>
  fold(word)
    .replace(/['’`]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .replace(/^st-/, 'saint-')
    .replace(/(?<=-|^)the-/g, '');

/** Edits (insert, delete, replace, swap neighbours) that make one word of the other. */
const distance = (left: string, right: string): number => {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    rows.push(next);
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swapped = isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      const replaced = at(row - 1, column - 1) + (isSame ? 0 : 1);
      next.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replaced, swapped));
    }
  }
  return at(left.length, right.length);
};

interface Named<T> {
  readonly item: T;
  readonly names: readonly string[];
  /** How a suggestion writes it. */
  readonly shown: string;
}

const find = <T>(list: readonly Named<T>[], word: string): T | undefined => {
  for (const spelling of spellings(word)) {
    const wanted = plain(spelling);
    const found = list.find(({ names }) => names.some((name) => plain(name) === wanted));
    if (found !== undefined) return found.item;
  }
  return undefined;
};

/** `Moldova, Republic of` as `Republic of Moldova`, then as `Moldova`: lists are sorted so. */
const spellings = (word: string): readonly string[] => {
  const [before = '', after] = word.split(/,(?=[^,]*$)/);
  return after === undefined ? [word] : [word, `${after.trim()} ${before.trim()}`, before.trim()];
};

/** The names nearest to a word, nearest first: one that begins with it counts as near. */
const nearest = <T>(list: readonly Named<T>[], word: string): readonly string[] => {
  const wanted = plain(word).slice(0, 60);
  const isNear = (away: number): boolean => away <= Math.max(1, Math.floor(wanted.length / 3));
  const away = (name: string): number => {
    const other = plain(name).slice(0, 60);
    return wanted.length > 1 && other.startsWith(wanted) ? 0.5 : distance(wanted, other);
  };
  return list
    .map(({ names, shown }) => ({ shown, away: Math.min(...names.map(away)) }))
    .filter((entry) => isNear(entry.away))
    .sort((left, right) => left.away - right.away || (left.shown < right.shown ? -1 : 1))
    .slice(0, shownAtMost)
    .map(({ shown }) => shown);
};

/** The words nearest to one that is not known, nearest first. */
export const nearestWords = (known: readonly string[], word: string): readonly string[] =>
  nearest(
    known.map((name) => ({ item: name, names: [name], shown: name })),
    word,
  );

const refuse = (kind: string, word: string, near: readonly string[], hint: string): UserError =>
  new UserError(
    near.length > 0
      ? `There is no ${kind} called "${word}"; did you mean ${near.join(', ')}?`
      : `There is no ${kind} called "${word}"; ${hint} lists what is known.`,
  );

/**
 * The place of an id, a three-letter code, a slug, an alias, or a name in any language that its file lists, its official one among them.
 *
 * @throws UserError naming the nearest places where nothing is called so.
 */
export const resolvePlace = <T extends PlaceNames>(gazetteer: readonly T[], word: string): T => {
  const list = gazetteer.map((item) => ({
    item,
    names: [
      item.id,
      item.slug,
      ...Object.values(item.names),
      ...item.aliases,
      ...Object.values(item.codes?.official ?? {}),
    ],
    shown: item.slug,
  }));
  const lower = word.toLowerCase();
  // Names in all languages are many: they are only asked where neither an id nor a slug answers.
  const found =
    gazetteer.find(({ id }) => id === lower) ??
    gazetteer.find(({ slug }) => slug === lower) ??
    gazetteer.find(({ codes }) => codes?.alpha3.toLowerCase() === lower) ??
    find(list, word);
  if (found === undefined) throw refuse('place', word, nearest(list, word), 'odi places');
  return found;
};

/**
 * The category of an id, an alias or a title in any language.
 *
 * @throws UserError naming the nearest categories where nothing is called so.
 */
export const resolveCategory = <T extends CategoryNames>(categories: readonly T[], word: string): T => {
  const list = categories.map((item) => ({
    item,
    names: [item.id, ...item.aliases, ...Object.values(item.titles)],
    shown: item.id,
  }));
  const found = find(list, word);
  if (found === undefined) throw refuse('category', word, nearest(list, word), 'odi categories');
  return found;
};
