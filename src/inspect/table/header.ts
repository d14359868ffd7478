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

const cleanRow = (row: readonly string[], width: number): readonly string[] =>
  Array.from({ length: width }, (_, column) => clean(row[column] ?? ''));

/** At each place the text there, or the nearest one left of it. */
const fromLeft = (row: readonly string[]): readonly string[] => {
  let nearest = '';
  return row.map((text) => {
    if (text !== '') nearest = text;
    return nearest;
  });
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
): readonly (readonly string[])[] => {
  const touching = merges.filter(({ top, bottom }) => top < to && bottom >= from);
  const own = Array.from({ length: to - from }, (_, at) => cleanRow(rows[from + at] ?? [], width));
  const groups = own.map(fromLeft);
  const last = own.at(-1) ?? [];
  const merged = (row: number, column: number): string | undefined => {
    const merge = touching.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
    return merge === undefined ? undefined : clean(rows[merge.top]?.[merge.left] ?? '');
  };
  const textAt = (row: number, column: number): string => {
    const isGrouped = merges.length === 0 && row < own.length - 1 && last[column] !== '';
    return own[row]?.[column] || (merged(from + row, column) ?? (isGrouped ? (groups[row]?.[column] ?? '') : ''));
  };
  return Array.from({ length: width }, (_, column) => {
    const levels: string[] = [];
    for (let row = 0; row < own.length; row += 1) {
      const text = textAt(row, column);
      if (text !== '' && levels.at(-1) !== text) levels.push(text);
    }
    return levels;
  });
};

/** The joined name of a column. */
export const nameOf = (levels: readonly string[], index: number): string =>
  levels.length === 0 ? `column ${index + 1}` : levels.join(' / ');
