/** Decimal digits of other scripts begin at these code points, ten each. */
const digitStarts = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0xff10];

const westernDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const start = digitStarts.find((first) => code >= first && code < first + 10);
    return start === undefined ? digit : String(code - start);
  });

const grouped = /^\d{1,3}([., '’])\d{2,3}(?:\1\d{2,3}){0,6}$/;

const decimalPoint = (digits: string): string => {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return digits;
  const mark = digits[last] ?? '';
  const other = mark === '.' ? ',' : '.';
  const isGroup = !digits.includes(other) && grouped.test(digits) && digits.length - last === 4;
  return isGroup ? digits.replaceAll(mark, '') : digits.replaceAll(other, '').replace(mark, '.').replaceAll(',', '');
};

/**
 * The number a cell holds, null where it holds none. Group marks of any habit are read (`1,42,782`, `1.234.567`,
 * `12 345`); a percent sign is not a number.
 */
export const numberOf = (cell: string): number | null => {
  if (cell.length > 40) return null;
  const text = westernDigits(cell)
    .trim()
    .replace(/[\u00a0\u202f\u2009 '’](?=\d)/g, '');
  if (!/^[-+−]?\d[\d.,]*$/.test(text)) return null;
  const value = Number(decimalPoint(text.replace(/^−/, '-').replace(/^\+/, '')));
  return Number.isFinite(value) ? value : null;
};
