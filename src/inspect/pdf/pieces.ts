/** A run of text as pdf.js gives it: where it begins, which way it runs, and how far. */
export interface Item {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly width?: number;
  /** Two axes and the place of the text, in points from the lower left of the page. */
  readonly transform?: readonly number[];
}

/** A run of text on a line, seen as the reader of the page turns it: points from the left, and from the top. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Quarter turns of a text, by which a page lies on its side. */
const turnOf = ([a = 0, b = 0]: readonly number[]): number => (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;

const pieceOf = ({ str = '', width = 0, transform = [] }: Item, turn: number): Piece => {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  const [along, up] = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ][turn] ?? [x, y];
  return { text: str, left: along ?? 0, right: (along ?? 0) + width, base: -(up ?? 0), size: Math.hypot(a, b) };
};

/** The runs of text that go the way most of a page goes; the rest stands on its side. */
export const piecesOf = (items: readonly Item[]): readonly Piece[] => {
  const shown = items.filter(({ str = '', transform }) => str.trim() !== '' && transform !== undefined);
  const turns = [0, 0, 0, 0];
  for (const { transform = [] } of shown) turns[turnOf(transform)] = (turns[turnOf(transform)] ?? 0) + 1;
  const turn = turns.indexOf(Math.max(...turns));
  return shown
    .filter(({ transform = [] }) => turnOf(transform) === turn)
    .map((item) => pieceOf(item, turn))
    .filter(({ size }) => size > 0);
};

/** Shares of the size of the letters: how far bases on one line lie apart at most, and how wide a blank is. */
const sameLine = 0.4;
const blank = 0.1;
/** A blank of a typewriter is 0.6. */
const widestBlank = 0.65;
/** Between a figure and a word that were set apart, less room is room between columns, where it is more than between words. */
const besideFigure = 0.2;
const moreThanBlank = 1.3;
/** A text that runs so far into the next was cut off at its cell. */
const runsInto = -0.3;

const figure = /^[-–+(]?\d(?:[\d.,'’ \u00a0]*\d)?[%)]?$/;

/** Is a text a number, as tables print it? */
export const isFigure = (text: string): boolean => figure.test(text.trim());

const gapOf = (before: Piece, piece: Piece): number => (piece.left - before.right) / Math.min(before.size, piece.size);

/** Do the texts stand so far apart that they are two cells? */
const isApart = (before: Piece, piece: Piece, usual: number): boolean => {
  const gap = gapOf(before, piece);
  const isMixed = isFigure(before.text) !== isFigure(piece.text);
  return gap < runsInto || gap > (isMixed ? Math.max(besideFigure, usual * moreThanBlank) : widestBlank);
};

const withNext = (before: Piece, piece: Piece): Piece => {
  const isSpaced = gapOf(before, piece) > blank && !/\s$/.test(before.text) && !/^\s/.test(piece.text);
  return {
    ...before,
    text: `${before.text}${isSpaced ? ' ' : ''}${piece.text}`,
    right: Math.max(before.right, piece.right),
  };
};

/** The pieces of a line, words that stand as close as words do put together. */
const joined = (pieces: readonly Piece[], usual: number): readonly Piece[] => {
  const line: Piece[] = [];
  for (const piece of pieces) {
    const before = line.at(-1);
    if (before === undefined) line.push(piece);
    else if (isApart(before, piece, usual))
      line.splice(-1, 1, { ...before, right: Math.min(before.right, piece.left) }, piece);
    else line.splice(-1, 1, withNext(before, piece));
  }
  return line.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ').trim() }));
};

/** The room between two words where each is a text of its own; nothing where they are not. */
const usualBlank = (lines: readonly (readonly Piece[])[]): number => {
  const gaps = lines.flatMap((line) =>
    line.slice(1).flatMap((piece, at) => {
      const before = line[at];
      const isWords = before !== undefined && !isFigure(before.text) && !isFigure(piece.text);
      const gap = isWords ? gapOf(before, piece) : 0;
      return gap > blank && gap < widestBlank ? [gap] : [];
    }),
  );
  return gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
};

/** The lines of a page from the top, each in pieces with room between them. */
export const linesOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.base - other.base)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (
      line !== undefined &&
      first !== undefined &&
      piece.base - first.base <= sameLine * Math.min(first.size, piece.size)
    )
      line.push(piece);
    else lines.push([piece]);
  }
  const ordered = lines.map((line) => [...line].sort((one, other) => one.left - other.left));
  const usual = usualBlank(ordered);
  return ordered.map((line) => joined(line, usual));
};
