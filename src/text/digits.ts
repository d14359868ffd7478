/** Code points of the zeros of the decimal digit ranges that publishers use besides ASCII (Unicode, general category Nd). */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

const [arabicDecimal, arabicThousands] = ['\u066b', '\u066c'];

const rangeFrom = (zero: number): string => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`;

const foreign = new RegExp(`[${arabicDecimal}${arabicThousands}${zeros.map(rangeFrom).join('')}]`, 'g');

const inAscii = (character: string): string => {
  if (character === arabicDecimal) return '.';
  if (character === arabicThousands) return ',';
  const code = character.charCodeAt(0);
  return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
};

/**
 * Writes digits of all scripts in ASCII, with the Arabic decimal and thousands marks as point and comma, character for
 * character, so that places in the text stay what they are.
 */
export const asciiDigits = (text: string): string =>
  /[^\0-\u065f]/.test(text) ? text.replace(foreign, inAscii) : text;
