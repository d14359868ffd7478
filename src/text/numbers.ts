import { asciiDigits } from './digits.ts';
import { lazy } from './lazy.ts';

/* Numbers as people write them, read by all stages alike. */

/** The mark between whole and broken part. */
export type DecimalMark = '.' | ',';

/** A number as it was read. */
export interface ReadNumber {
  readonly value: number;
  readonly integer: boolean;
  /** Does it stand with a sign of percent or per mille? Such a number counts nothing. */
  readonly isShare: boolean;
}

/** Longer texts are no numbers. */
const longest = 40;

const blanks = /[\s\u00a0\u2007\u2009\u202f]/g;
const plain = /^\d+(?:[.,]\d*)?(?:e[+-]?\d{1,3})?$|^[.,]\d+(?:e[+-]?\d{1,3})?$/i;
/** Groups of three; with commas also of two, as India groups. The mark of the broken part is another one. */
const grouped =
  /^\d{1,3}(?:,\d{2})*(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$/;
const spaced = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;

/** Signs that leave a number a number, beside those of ASCII: of any currency, of shares and degrees. */
const otherSigns = lazy(() => /[\p{Sc}‰°٪％]/u);
const share = /[%‰٪％]/;
/** Marks of a footnote behind a number. */
const footnote = /[*†‡]/;

const toNumber = (text: string, mark: DecimalMark): { readonly value: number; readonly integer: boolean } => {
  const other = mark === '.' ? /[,'’ ]/g : /[.'’ ]/g;
  const bare = text.replace(other, '').replace(mark, '.');
  return { value: Number(bare), integer: /^\d+$/.test(bare) };
};

/** Which mark is meant where both occur, or one occurs in a way that only one reading allows; null where both fit. */
export const decimalMarkOf = (text: string): DecimalMark | null => {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const at = Math.max(dot, comma);
  const mark = dot >= 0 ? '.' : ',';
  const other = dot >= 0 ? ',' : '.';
  const digitsAfter = /^\d*/.exec(text.slice(at + 1))?.[0].length ?? 0;
  if (text.indexOf(mark) !== at) return other;
  if (digitsAfter !== 3 || text.startsWith(`0${mark}`) || text.startsWith(`-0${mark}`)) return mark;
  return at > 3 && !/^[-+]?\d{1,3}[.,]/.test(text) ? mark : null;
};

/** The mark that leaves a number whole where both readings fit, as counts in running text are. */
const markOfWhole = (text: string): DecimalMark => (text.includes('.') ? ',' : '.');

const isAside = (character: string): boolean =>
  character < '\u0080' ? character === ' ' || character === '$' || character === '%' : otherSigns().test(character);

const withoutSigns = (text: string): string => {
  let from = 0;
  let to = text.length;
  while (from < to && isAside(text[from] ?? '')) from += 1;
  while (to > from && (isAside(text[to - 1] ?? '') || footnote.test(text[to - 1] ?? ''))) to -= 1;
  return text.slice(from, to);
};

/**
 * Reads a number as people write it: grouped, with signs of currency or share and footnote marks, in the digits of any
 * script. Negative in parentheses or with any minus sign. `mark` decides where both readings of `1.234` are possible:
 * the mark of the column that it stands in; null where there is none, and the number is taken for a whole one.
 *
 * @returns null where the text is no number.
 */
export const readNumber = (text: string, mark: DecimalMark | null): ReadNumber | null => {
  if (text.length > longest) return null;
  let rest = asciiDigits(text).replace(blanks, ' ').trim();
  let sign = 1;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    sign = -1;
    rest = rest.slice(1, -1).trim();
  }
  rest = withoutSigns(rest);
  if (/^[-+−–]/.test(rest)) {
    if (rest[0] !== '+') sign = -sign;
    rest = withoutSigns(rest.slice(1));
  }
  if (!plain.test(rest) && !grouped.test(rest) && !spaced.test(rest)) return null;
  const { value, integer } = toNumber(rest, decimalMarkOf(rest) ?? mark ?? markOfWhole(rest));
  return Number.isFinite(value) ? { value: sign * value, integer, isShare: share.test(text) } : null;
};
