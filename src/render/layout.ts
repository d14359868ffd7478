/* Lines and columns of a terminal, where a letter may be none, one or two cells wide. */

/** Cells that a text takes on a terminal. */
type Ruler = (text: string) => number;

/** Cuts a text between the letters that a reader sees. */
type Cutter = (text: string) => Iterable<string>;

/** Lays text out in lines of so many cells. */
export interface TextLayout {
  readonly widthOf: Ruler;
  /** Breaks a line of plain text into lines of at most `width` cells, between words where that is possible. */
  readonly wrap: (text: string, width: number) => readonly string[];
  /** Fills with blanks up to `width` cells. */
  readonly padEnd: (text: string, width: number) => string;
  /** Shortens to at most `width` cells, with an ellipsis where something is left out. */
  readonly clip: (text: string, width: number) => string;
  /** Two texts at the ends of a line of `width` cells; the left one gives way, the right one takes at most half. */
  readonly spread: (left: string, right: string, width: number) => string;
  /** Wraps behind a hanging indent: `first` opens the first line, as many blanks the others. */
  readonly hang: (first: string, text: string, width: number) => readonly string[];
}

/** Longest of hostile words that is laid out letter by letter; nothing readable is longer. */
const longestWord = 4_000;

/** Where an address is cut rather than anywhere else: behind these. */
const seams = /[/?&=_-][^/?&=_-]*$/;

/** Moves the end of a piece back to a seam, unless most of the line would be left empty. */
const atSeam = (piece: string): number => {
  const seam = piece.search(seams) + 1;
  return seam > piece.length / 2 ? seam : piece.length;
};

/** An isolate that was opened must be closed on the same line, or it takes in what follows. */
const closed = (text: string): string =>
  text.lastIndexOf('\u2068') > text.lastIndexOf('\u2069') ? `${text}\u2069` : text;

/** Lines of one text: an isolate that goes on in the next line is closed in this one and opened again. */
const closedInEach = (lines: readonly string[]): readonly string[] => {
  let isOpen = false;
  return lines.map((line) => {
    const whole = `${isOpen ? '\u2068' : ''}${line}`;
    isOpen = whole.lastIndexOf('\u2068') > whole.lastIndexOf('\u2069');
    return isOpen ? `${whole}\u2069` : whole;
  });
};

const layoutWith = (widthOf: Ruler, lettersOf: Cutter): TextLayout => {
  /** Cuts a word that is wider than a line between its letters, never within one. */
  const cut = (word: string, width: number): readonly string[] => {
    const pieces: string[] = [];
    let piece = '';
    let used = 0;
    for (const letter of lettersOf(word.slice(0, longestWord))) {
      const cells = widthOf(letter);
      if (used + cells > width && piece !== '') {
        const end = atSeam(piece);
        pieces.push(piece.slice(0, end));
        piece = piece.slice(end);
        used = widthOf(piece);
      }
      piece += letter;
      used += cells;
    }
    return [...pieces, piece];
  };

  const headOf = (text: string, width: number): string => {
    let head = '';
    let used = 0;
    for (const letter of lettersOf(text.slice(0, longestWord))) {
      used += widthOf(letter);
      if (used > width) break;
      head += letter;
    }
    return head;
  };

  const wrap: TextLayout['wrap'] = (text, width) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of text.split(' ')) {
      const cells = widthOf(word);
      if (line !== '' && used + 1 + cells <= width) {
        line += ` ${word}`;
        used += 1 + cells;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = cells <= width ? [word] : cut(word, width);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
      used = widthOf(line);
    }
    return closedInEach(line === '' ? lines : [...lines, line]);
  };

  const padEnd: TextLayout['padEnd'] = (text, width) => text + ' '.repeat(Math.max(0, width - widthOf(text)));

  const clip: TextLayout['clip'] = (text, width) => {
    if (widthOf(text) <= width) return text;
    return closed(`${headOf(text, Math.max(1, width - 1))}…`);
  };

  const spread: TextLayout['spread'] = (left, right, width) => {
    const end = clip(right, Math.floor(width / 2));
    const start = clip(left, width - widthOf(end) - 1);
    return `${start}${' '.repeat(width - widthOf(start) - widthOf(end))}${end}`;
  };

  const hang: TextLayout['hang'] = (first, text, width) => {
    const indent = ' '.repeat(widthOf(first));
    return wrap(text, Math.max(8, width - indent.length)).map(
      (line, index) => `${index === 0 ? first : indent}${line}`,
    );
  };

  return { widthOf, wrap, padEnd, clip, spread, hang };
};

/** Text in which every character takes one cell: Latin, Greek and Cyrillic letters, common punctuation, our own marks. */
const oneCellEach =
  /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u259f✓✗]*$/;

const simple = layoutWith(
  (text) => text.length,
  (text) => text,
);

/**
 * A layout for a document that holds no other characters than `sample` does. What measures all of Unicode costs more
 * time to load than most documents take, so it is loaded only where it is needed.
 */
export const openLayout = async (sample: string): Promise<TextLayout> => {
  if (oneCellEach.test(sample)) return simple;
  const { default: widthOf } = await import('string-width');
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return layoutWith(widthOf, (text) => Array.from(segmenter.segment(text), ({ segment }) => segment));
};
