/**
 * Addresses that an expression of the table matches: every way through its alternatives, with optional parts once there
 * and once not. Knows the expressions the table uses and no more; look-aheads are left to the check that every sample
 * is matched by the expression it came from.
 */
export const samplesOf = (source: string): readonly string[] => {
  const { texts } = readAlternatives(source, 0);
  const expression = new RegExp(source);
  return [...new Set(texts)].filter((text) => expression.test(text));
};

interface Piece {
  readonly texts: readonly string[];
  /** Where reading goes on. */
  readonly end: number;
}

const most = 48;

const join = (heads: readonly string[], tails: readonly string[]): readonly string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, most);

const readAlternatives = (source: string, from: number): Piece => {
  const all: string[] = [];
  let texts: readonly string[] = [''];
  let at = from;
  while (at < source.length && source[at] !== ')') {
    if (source[at] === '|') {
      all.push(...texts);
      texts = [''];
      at += 1;
      continue;
    }
    const atom = readAtom(source, at);
    const quantified = readQuantifier(source, atom);
    texts = join(texts, quantified.texts);
    at = quantified.end;
  }
  return { texts: [...all, ...texts].slice(0, most), end: at };
};

const readAtom = (source: string, at: number): Piece => {
  const character = source[at] ?? '';
  if (character === '(') return readGroup(source, at);
  if (character === '[') return readClass(source, at);
  if (character === '\\') return { texts: [escaped(source[at + 1] ?? '')], end: at + 2 };
  if (character === '^' || character === '$') return { texts: [''], end: at + 1 };
  return { texts: [character === '.' ? 'x' : character], end: at + 1 };
};

const escaped = (letter: string): string => ({ d: '7', w: 'w', b: '', s: ' ' })[letter] ?? letter;

const readGroup = (source: string, at: number): Piece => {
  const opening = /^\((?:\?(?::|!|=|<!|<=))?/.exec(source.slice(at))?.[0] ?? '(';
  const inner = readAlternatives(source, at + opening.length);
  const isLook = opening.length > 1 && opening !== '(?:';
  return { texts: isLook ? [''] : inner.texts, end: inner.end + 1 };
};

const readClass = (source: string, at: number): Piece => {
  const end = source.indexOf(']', at);
  const inner = source.slice(at + 1, end);
  const first = inner.startsWith('^') ? 'x' : inner.replace(/\\/g, '');
  const isRange = /^.-./.test(first);
  return { texts: isRange ? [first.charAt(0)] : [...first].slice(0, 4), end: end + 1 };
};

const readQuantifier = (source: string, { texts, end }: Piece): Piece => {
  const mark = source[end] ?? '';
  if (mark === '?' || mark === '*') return { texts: [...new Set(['', ...texts])], end: end + 1 };
  if (mark === '+') return { texts, end: end + 1 };
  const counted = /^\{(\d+)(?:,\d*)?\}/.exec(source.slice(end));
  if (counted === null) return { texts, end };
  return { texts: texts.map((text) => text.repeat(Number(counted[1]))), end: end + counted[0].length };
};
