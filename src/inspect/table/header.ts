/** A block of merged cells; indexes from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One line of text; a rule drawn with dashes is none. */
const clean = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[\p{Pd}_=.\s]{2,}$/u.test(line) ? '' : line;
};

const mergedText = (rows: readonly (readonly string[])[], merges: readonly Merge[], row: number, column: number) => {
  const merge = merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
  return merge === undefined ? undefined : clean(rows[merge.top]?.[merge.left] ?? '');
};

/**
 * The levels of the header above each column, from the top. A merged cell counts for all columns it spans; where the
 * source knows no merges (delimited text), a blank right of a group heading belongs to the group as long as the row
 * below names the column.
 */
export const headerLevels = (
  rows: readonly (readonly string[])[],
  from: number,
  to: number,
  width: number,
  merges: readonly Merge[],
): readonly (readonly string[])[] =>
  Array.from({ length: width }, (_, column) => {
    const levels: string[] = [];
    for (let row = from; row < to; row += 1) {
      const own = clean(rows[row]?.[column] ?? '');
      const isLast = row === to - 1;
      const text =
        own ||
        (mergedText(rows, merges, row, column) ??
          (isLast || merges.length > 0 ? '' : groupText(rows, row, column, to)));
      if (text !== '' && levels.at(-1) !== text) levels.push(text);
    }
    return levels;
  });

const groupText = (rows: readonly (readonly string[])[], row: number, column: number, to: number): string => {
  if (clean(rows[to - 1]?.[column] ?? '') === '') return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = clean(rows[row]?.[left] ?? '');
    if (text !== '') return text;
  }
  return '';
};

/** The joined name of a column. */
export const nameOf = (levels: readonly string[], index: number): string =>
  levels.length === 0 ? `column ${index + 1}` : levels.join(' / ');
