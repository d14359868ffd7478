import iconv from 'iconv-lite';
import type { ByteEncoding, FormatsVocabulary } from '../vocabulary.ts';
import type { Segment } from './segments.ts';

/*
 * How plausible it is that bytes are text in an encoding of one byte to a letter: the logarithm of a likelihood, made of
 * how often the languages of the world use the letters that come out, and of what words look like in all of them.
 */

/** What a byte stands for. */
type Kind = 'apart' | 'lower' | 'upper' | 'caseless' | 'mark' | 'joint' | 'sign' | 'rare' | 'wrong';

/** Signs that text of any language holds, and those of them that stand inside of words. */
const signs = '\u00a0«»“”„‘‚–—…•€°ºª§©®™№½²³±×µ¡¿‰†£₪';
/** Signs of ordinals, units and powers. */
const powers = 'ªº°²³½';
/** Letters that end words, and letters that begin none. */
const endings = 'ςךםןףץةى';
const within = 'ьъыѣ';
const joints = '’´·‑\u200c\u200d\u0640\u05be';
/** Signs that stand before a word, and those that stand behind one; others stand apart. */
const openers = '\u00a0«“„‘‚–—•€°§©№±×µ¡¿£₪‹';
const closers = '\u00a0»”‘“–—…°ºª®™½²³†‰›،؛؟۔';

/** Logarithms of how likely something is, apart from the letters themselves. */
const cost = {
  sign: -4.5,
  joint: -4.5,
  rare: -8,
  wrong: -16,
  /** A sign beside a letter that it does not stand beside. */
  misplaced: -4,
  /** A sign between two letters. */
  inside: -3,
  /** An apostrophe that a word begins with. */
  leading: -3,
  /** Letters of two scripts side by side. */
  mixed: -6,
  /** A capital behind a small letter. */
  risen: -4,
  /** A mark with no letter before it. */
  bare: -5,
  /** A letter between two digits. */
  amongDigits: -4,
  /** A capital at the beginning of a word, and one behind another. */
  capital: -0.3,
  capitals: -0.1,
  /** A letter behind a digit, and a mark of ordinals, units and powers there. */
  afterDigit: -2,
  power: 2,
  /** A letter inside of a word that stands at the end alone, and one at the beginning that never begins a word. */
  unending: -6,
  unbegun: -3,
  /** A language in which little data is published. */
  seldom: -2,
  /** A letter of the same script that the language does not have, and one of another script. */
  foreign: -8,
  alien: -11,
  /** A Latin letter beside a language of another script. */
  latin: -4.5,
} as const;

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
] as const;
const LATIN = 0;
const NONE = -1;

const scriptOf = (letter: string): number => scripts.findIndex((script) => script.test(letter));

const kindOf = (character: string): Kind => {
  if (joints.includes(character)) return 'joint';
  if (signs.includes(character)) return 'sign';
  if (/[\u0000-\u009f\ufffd\p{Co}\p{Cn}]/u.test(character)) return 'wrong';
  if ('\u00ad¶¼¾'.includes(character)) return 'rare';
  if (/\p{M}/u.test(character)) return 'mark';
  if (/[\p{Lm}ƒ]/u.test(character) || !/\p{L}/u.test(character))
    return /[\u2500-\u259f\u2200-\u23ff]/.test(character) ? 'wrong' : /[\p{N}\p{P}]/u.test(character) ? 'sign' : 'rare';
  if (/\p{Lu}/u.test(character)) return 'upper';
  return /\p{Ll}/u.test(character) ? 'lower' : 'caseless';
};

/** What each of the 256 bytes stands for in one encoding. */
interface Page {
  readonly encoding: ByteEncoding;
  readonly letters: readonly string[];
  readonly kinds: readonly Kind[];
  readonly scripts: readonly number[];
}

const ascii = Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte));

const pageOf = (encoding: ByteEncoding): Page | null => {
  const high = iconv.decode(
    Buffer.from(Array.from({ length: 128 }, (_, at) => at + 128)),
    encoding.codec ?? encoding.name,
  );
  if (high.length !== 128) return null;
  const letters = [...ascii, ...Array.from(high)];
  return {
    encoding,
    letters: letters.map((letter) => [...letter.toLowerCase()][0] ?? letter),
    kinds: letters.map((letter, byte) =>
      byte >= 128 ? kindOf(letter) : /[a-z]/.test(letter) ? 'lower' : /[A-Z]/.test(letter) ? 'upper' : 'apart',
    ),
    scripts: letters.map((letter) => (/\p{L}/u.test(letter) ? scriptOf(letter) : NONE)),
  };
};

/** A language by the logarithms of how often its letters are met. */
interface Alphabet {
  readonly script: number;
  /** Of the language itself. */
  readonly chance: number;
  readonly chances: ReadonlyMap<string, number>;
}

/** Share of the letters beyond ASCII in words that hold one, at least: what is looked at are such words alone. */
const LEAST_BEYOND = 0.18;

const isBeyond = (letter: string): boolean => letter > '\u007f';
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Letters by rank: each a little rarer than the one before, the last some twenty times rarer than the first. */
const alphabetOf = (letters: string, chance: number): Alphabet => {
  const all = [...new Set(letters)];
  const weights = all.map((_, rank) => Math.exp((-3.2 * rank) / all.length));
  const sum = sumOf(weights);
  const beyond = sumOf(weights.filter((_, rank) => isBeyond(all[rank] ?? ''))) / sum;
  const share = Math.max(beyond, LEAST_BEYOND);
  const chanceOf = (letter: string, rank: number): number =>
    ((weights[rank] ?? 0) / sum) * (isBeyond(letter) ? share / beyond : beyond === 1 ? 1 : (1 - share) / (1 - beyond));
  return {
    script: scriptOf(all[0] ?? ''),
    chance,
    chances: new Map(all.map((letter, rank) => [letter, Math.log(chanceOf(letter, rank))])),
  };
};

/** A byte in a word, and what stands on both sides of it. */
interface Place {
  readonly letter: string;
  readonly kind: Kind;
  readonly before: Kind;
  readonly after: Kind;
  /** It stands right behind a digit. */
  readonly isAfterDigit: boolean;
}

const isLetter = (kind: Kind): boolean =>
  kind === 'lower' || kind === 'upper' || kind === 'caseless' || kind === 'mark';

const signCost = ({ letter, kind, before, after, isAfterDigit }: Place): number => {
  const [isAfterLetter, isBeforeLetter] = [isLetter(before), isLetter(after)];
  if (kind === 'joint') return cost.joint + (isBeforeLetter && !isAfterLetter ? cost.leading : 0);
  let sum = kind === 'rare' ? cost.rare : kind === 'wrong' ? cost.wrong : cost.sign;
  if (isAfterDigit && powers.includes(letter)) sum += cost.power;
  if (isAfterLetter && isBeforeLetter) sum += cost.inside;
  if (kind !== 'sign') return sum;
  if (isAfterLetter && !closers.includes(letter)) sum += cost.misplaced;
  return isBeforeLetter && !openers.includes(letter) ? sum + cost.misplaced : sum;
};

const letterCost = ({ letter, kind, before, after, isAfterDigit }: Place): number => {
  const isAfterLetter = isLetter(before);
  if (kind === 'mark') return isAfterLetter ? 0 : cost.bare;
  let sum = isAfterDigit ? cost.afterDigit : 0;
  if (kind === 'upper') sum += before === 'lower' ? cost.risen : isAfterLetter ? cost.capitals : cost.capital;
  if (endings.includes(letter) && isLetter(after)) sum += cost.unending;
  return !isAfterLetter && within.includes(letter) ? sum + cost.unbegun : sum;
};

/** What stands beside what inside of words, the same for all languages. */
const shapeOf = ({ kinds, letters, scripts: own }: Page, segments: readonly Segment[]): number => {
  let sum = 0;
  for (const { bytes, isAfterDigit, isBeforeDigit } of segments) {
    let before: Kind = 'apart';
    let script = NONE;
    if (isAfterDigit && isBeforeDigit && bytes.length === 1 && isLetter(kinds[bytes[0] ?? 0] ?? 'apart')) {
      sum += cost.amongDigits;
    }
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      const kind = kinds[byte] ?? 'wrong';
      const after = kinds[bytes[at + 1] ?? 0] ?? 'apart';
      const place = { letter: letters[byte] ?? '', kind, before, after, isAfterDigit: isAfterDigit && at === 0 };
      if (isLetter(kind)) {
        sum += letterCost(place);
        if (kind !== 'mark') {
          if (isLetter(before) && script !== NONE && own[byte] !== script) sum += cost.mixed;
          script = own[byte] ?? NONE;
        }
      } else if (kind !== 'apart') sum += signCost(place);
      before = kind;
    }
  }
  return sum;
};

const countBytes = (segments: readonly Segment[]): Uint32Array => {
  const counts = new Uint32Array(256);
  for (const { bytes } of segments) for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
};

/** How likely the letters are in the language that they fit best. */
const lettersIn = (page: Page, counts: Uint32Array, alphabets: readonly Alphabet[]): number => {
  let best = Number.NEGATIVE_INFINITY;
  const met = page.kinds.flatMap((kind, byte) => (isLetter(kind) && counts[byte] !== 0 ? [byte] : []));
  for (const { script, chance, chances } of alphabets) {
    let sum = chance;
    for (const byte of met) {
      const count = counts[byte] ?? 0;
      const own = page.scripts[byte] ?? NONE;
      const elsewhere =
        own === LATIN && script !== LATIN && byte < 128 ? cost.latin : own === script ? cost.foreign : cost.alien;
      sum += count * (chances.get(page.letters[byte] ?? '') ?? elsewhere);
    }
    best = Math.max(best, sum);
  }
  return best;
};

/** An encoding with how plausible it is that the bytes are in it. */
export interface Plausible {
  readonly name: string;
  readonly within?: string | undefined;
  readonly codec: string;
  readonly score: number;
}

/** Measures the encodings of one byte to a letter; opening costs some milliseconds, so it is put off to the first need. */
export const openPages = (facts: FormatsVocabulary): ((segments: readonly Segment[]) => readonly Plausible[]) => {
  const pages = facts.encodings.bytes.flatMap((encoding) => pageOf(encoding) ?? []);
  const alphabets = Object.entries(facts.alphabets).map(([language, letters]) =>
    alphabetOf(letters, facts.seldom.includes(language) ? cost.seldom : 0),
  );
  return (segments) => {
    const counts = countBytes(segments);
    return pages.map((page) => ({
      name: page.encoding.name,
      within: page.encoding.within,
      codec: page.encoding.codec ?? page.encoding.name,
      score: lettersIn(page, counts, alphabets) + shapeOf(page, segments) - page.encoding.rare,
    }));
  };
};
