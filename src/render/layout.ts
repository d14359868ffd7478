import stringWidth from 'string-width';

/* Lines and columns of a terminal, where a letter may be none, one or two cells wide. */

/** Cells that a text takes on a terminal. */
export const widthOf = (text: string): number => stringWidth(text);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Longest of hostile words that is laid out letter by letter; nothing readable is longer. */
const longestWord = 4_000;

/** Cuts a word that is wider than a line between its letters, never within one. */
const cut = (word: string, width: number): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of segmenter.segment(word.slice(0, longestWord))) {
    const cells = widthOf(segment);
    if (used + cells > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += cells;
  }
  return [...pieces, piece];
};

/** Breaks a line of plain text into lines of at most `width` cells, between words where that is possible. */
export const wrap = (text: string, width: number): readonly string[] => {
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
  return line === '' ? lines : [...lines, line];
};

/** Fills with blanks up to `width` cells. */
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** An isolate that was opened must be closed on the same line, or it takes in what follows. */
const closed = (text: string): string =>
  text.lastIndexOf('\u2068') > text.lastIndexOf('\u2069') ? `${text}\u2069` : text;

/** Shortens to at most `width` cells, with an ellipsis where something is left out. */
export const clip = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  const [head = ''] = cut(text, Math.max(1, width - 1));
  return closed(`${head}…`);
};

/** Two texts at the ends of a line of `width` cells; the left one gives way, the right one takes at most half. */
export const spread = (left: string, right: string, width: number): string => {
  const end = clip(right, Math.floor(width / 2));
  const start = clip(left, width - widthOf(end) - 1);
  return `${start}${' '.repeat(width - widthOf(start) - widthOf(end))}${end}`;
};

/** Wraps behind a hanging indent: `first` opens the first line, as many blanks the others. */
export const hang = (first: string, text: string, width: number): readonly string[] => {
  const indent = ' '.repeat(widthOf(first));
  return wrap(text, Math.max(8, width - indent.length)).map((line, index) => `${index === 0 ? first : indent}${line}`);
};
