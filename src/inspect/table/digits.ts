/** Code points of the zeros of the decimal digit ranges that publishers use besides ASCII. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

const digitOf = (code: number): number => {
  for (const zero of zeros) if (code >= zero && code < zero + 10) return code - zero;
  return -1;
};

/** Writes digits of all scripts in ASCII, with the Arabic decimal and thousands marks as point and comma. */
export const asciiDigits = (text: string): string => {
  if (!/[^\0-\u065f]/.test(text)) return text;
  let out = '';
  for (const character of text) {
    const digit = digitOf(character.codePointAt(0) ?? 0);
    if (digit >= 0) out += digit;
    else out += character === '\u066b' ? '.' : character === '\u066c' ? ',' : character;
  }
  return out;
};
