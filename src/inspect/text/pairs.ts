import iconv from 'iconv-lite';
import type { PairEncoding } from '../vocabulary.ts';
import type { Plausible } from './plausible.ts';
import type { Segment } from './segments.ts';

/*
 * How plausible it is that bytes are text in an encoding of one or two bytes to a letter, on the scale of
 * `plausible.ts`: a letter of thousands is less likely than one of thirty, and stands for two bytes.
 */

const cost = {
  latin: -3.3,
  kana: -4.2,
  common: -5.3,
  everyday: -8.2,
  sign: -6,
  /** Half-width syllables are one byte each. */
  half: -8,
  rare: -12.5,
  /** A Latin letter beside one of the others. */
  mixed: -4,
  wrong: -16,
} as const;

/** Share of the bytes beyond ASCII that may stand without a second byte. */
const ALONE = 0.03;

/** Can these bytes be pairs at all? Words of single bytes have odd lengths, and their last letter stands alone. */
const arePairs = (segments: readonly Segment[], [low, high]: readonly [number, number]): boolean => {
  let [pairs, alone] = [0, 0];
  for (const { bytes } of segments) {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < 128) continue;
      const isPair = byte >= low && byte <= high && at + 1 < bytes.length;
      if (isPair) {
        pairs += 1;
        at += 1;
      } else if (byte < 0xa1 || byte > 0xdf) alone += 1;
      else alone += low === 0x81 && high === 0xfc ? 0 : 1;
    }
  }
  return alone <= (pairs + alone) * ALONE;
};

interface Repertoire {
  readonly common: ReadonlySet<string>;
  readonly everyday: ReadonlySet<string>;
  readonly hasKana: boolean;
}

const everydayOf = ({ everyday: [first, last] }: PairEncoding, codec: string): ReadonlySet<string> => {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  return new Set(iconv.decode(Buffer.from(bytes), codec));
};

const letterCost = (letter: string, { common, everyday, hasKana }: Repertoire): number => {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 128) return /[A-Za-z]/.test(letter) ? cost.latin : 0;
  if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) return cost.wrong;
  if (code >= 0xff61 && code <= 0xff9f) return hasKana ? cost.half : cost.rare;
  if (code >= 0x3041 && code <= 0x30ff) return hasKana ? cost.kana : cost.rare;
  if (common.has(letter)) return cost.common;
  if (everyday.has(letter)) return cost.everyday;
  return (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff60) ? cost.sign : cost.rare;
};

/** Measures the encodings of two bytes to a letter that the bytes can be in. */
export const openPairs = (
  encodings: readonly PairEncoding[],
): ((segments: readonly Segment[]) => readonly Plausible[]) => {
  const repertoires = new Map<string, Repertoire>();
  const repertoireOf = (encoding: PairEncoding): Repertoire => {
    const codec = encoding.codec ?? encoding.name;
    const known = repertoires.get(codec);
    if (known !== undefined) return known;
    const common = encoding.common ?? encodings.find(({ name }) => name === encoding.as)?.common ?? '';
    const made = {
      common: new Set(common),
      everyday: everydayOf(encoding, codec),
      hasKana: encoding.kana === true,
    };
    repertoires.set(codec, made);
    return made;
  };
  return (segments) =>
    encodings
      .filter(({ lead }) => arePairs(segments, lead))
      .map((encoding) => {
        const codec = encoding.codec ?? encoding.name;
        const joined = Buffer.concat(segments.flatMap(({ bytes }) => [bytes, Buffer.from('\n')]));
        const repertoire = repertoireOf(encoding);
        let score = -encoding.rare;
        let isLatin = false;
        let isBeyond = false;
        for (const letter of iconv.decode(joined, codec)) {
          score += letterCost(letter, repertoire);
          const [wasLatin, wasBeyond] = [isLatin, isBeyond];
          isLatin = /[A-Za-z]/.test(letter);
          isBeyond = letter > '\u007f';
          if ((isLatin && wasBeyond) || (isBeyond && wasLatin)) score += cost.mixed;
        }
        return { name: encoding.name, codec, score };
      });
};
