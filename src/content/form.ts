import { noHeader, once } from './counts.ts';
import type { ReadTable } from './reading.ts';

/** As many lines at most: what is longer is a list. */
const mostLines = 40;

/**
 * Is the table a form: no header, a label in the first column of each line and its figure in the second, and no label
 * twice? Its labels are what headers are elsewhere, and may be as long as a sentence.
 */
export const isForm = once(({ columns, table: { rows } }: ReadTable): boolean => {
  const [label, figure] = columns;
  if (label === undefined || figure === undefined || columns.length !== 2 || rows === null || rows > mostLines)
    return false;
  return (
    columns.every(({ name }) => noHeader.test(name)) &&
    label.type === 'text' &&
    label.fill === 1 &&
    label.distinct === rows &&
    figure.numbers !== null &&
    figure.numbers.count === rows
  );
});
