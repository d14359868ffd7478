import { isObject, type Json } from '../model/basics.ts';

/*
 * What the build keeps is mostly long texts, of which a run looks at a few lines. JSON would be decoded, looked through for escapes and
 * copied: here the texts stand behind it as they are, those of one byte a letter before those of two, and are cut out without a copy.
 */

/** Where a text belongs in the value: keys and numbers from the outside in, and its letters from and to. */
type Place = readonly [path: readonly (string | number)[], from: number, to: number];

/** The first line of a file: the value without its texts, and where they are. */
interface Head {
  readonly value: Json;
  readonly plain: readonly Place[];
  readonly wide: readonly Place[];
  /** Letters of all texts that have one byte each. */
  readonly letters: number;
}

/** Shorter texts stay in the value. */
const shortest = 64;

const isPlain = (text: string): boolean => /^[\u0000-\u00ff]*$/.test(text);

/** The value in a file of its own. */
export const keptBytes = (value: Json): Buffer => {
  const texts = { plain: { places: [] as Place[], text: '' }, wide: { places: [] as Place[], text: '' } };
  const withoutTexts = (part: Json, path: readonly (string | number)[]): Json => {
    if (Array.isArray(part)) return part.map((each: Json, at) => withoutTexts(each, [...path, at]));
    if (isObject(part))
      return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, withoutTexts(each, [...path, key])]));
    if (typeof part !== 'string' || part.length < shortest) return part;
    const own = isPlain(part) ? texts.plain : texts.wide;
    own.places.push([path, own.text.length, own.text.length + part.length]);
    own.text += part;
    return '';
  };
  const rest = withoutTexts(value, []);
  const { plain, wide } = texts;
  const head = { value: rest, plain: plain.places, wide: wide.places, letters: plain.text.length };
  const escaped = JSON.stringify(head).replace(
    /[^\u0000-\u00ff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Buffer.concat([Buffer.from(`${escaped}\n${plain.text}`, 'latin1'), Buffer.from(wide.text, 'utf16le')]);
};

const put = (value: Json, path: readonly (string | number)[], text: string): void => {
  let part: unknown = value;
  for (const key of path.slice(0, -1)) part = (part as Record<string | number, unknown>)[key];
  (part as Record<string | number, unknown>)[path.at(-1) ?? ''] = text;
};

/** The value that a file was made of. */
export const readKept = (bytes: Buffer): Json => {
  const end = bytes.indexOf('\n');
  const { value, plain, wide, letters } = JSON.parse(bytes.toString('latin1', 0, end)) as Head;
  const from = end + 1;
  const [one, two] = [bytes.toString('latin1', from, from + letters), bytes.toString('utf16le', from + letters)];
  for (const [path, first, last] of plain) put(value, path, one.slice(first, last));
  for (const [path, first, last] of wide) put(value, path, two.slice(first, last));
  return value;
};
