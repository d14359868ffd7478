import iconv from 'iconv-lite';

/** Bytes that are looked at. */
const SAMPLE = 4096;

/** Share of the units that are letters, digits, blanks or marks of text, of those that a wide encoding makes. */
const isText = (text: string): boolean => {
  const strange = text.match(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\r\n\ufeff]/gu)?.length ?? 0;
  const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Thai', 'Han', 'Hangul', 'Hiragana'].filter(
    (script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text),
  );
  return strange * 100 <= text.length && scripts.length <= 4;
};

/**
 * UTF-16 without a mark has the NULs of its digits, blanks and line ends on one side: even places in big endian, odd
 * ones in little endian. Text of another script than Latin has few of them, and must then be text when it is read so.
 */
export const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const size = Math.min(bytes.length, SAMPLE) & ~1;
  if (size < 8) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const units = size / 2;
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)];
  if (least > units * 0.05 || most < units * 0.02) return null;
  const name = odd > even ? 'utf-16le' : 'utf-16be';
  if (most > units * 0.4) return name;
  return isText(iconv.decode(Buffer.from(bytes.subarray(0, size)), name)) ? name : null;
};
