/** A tag that opens or ends a table, a row or a cell. */
const tag = /<(\/?)(table|tr|td|th)(?=[\s/>])[^>]*>/gi;

/** What is open in one table, from the outside in. */
interface Level {
  row: boolean;
  cell: boolean;
}

const nested = (html: string): boolean => {
  const first = html.search(/<table\b/i);
  return first >= 0 && html.slice(first + 1).search(/<table\b/i) >= 0;
};

/**
 * A page without the ends of rows and cells that its innermost open table has not begun. Browsers ignore such an end, as the
 * HTML standard says; a parser that does not know where a table begins would end the cell around the table, and the table
 * with it. A page with one table or none is left as it is.
 */
export const withoutStrayEnds = (html: string): string => {
  if (!nested(html)) return html;
  const levels: Level[] = [];
  return html.replace(tag, (written, slash: string, name: string) => {
    const [level, isEnd] = [levels.at(-1), slash === '/'];
    const element = name.toLowerCase();
    if (element === 'table') {
      if (isEnd) levels.pop();
      else levels.push({ row: false, cell: false });
      return written;
    }
    if (level === undefined) return written;
    const isOpen = element === 'tr' ? level.row : level.cell;
    if (isEnd && !isOpen) return '';
    if (element === 'tr') level.row = !isEnd;
    level.cell = element !== 'tr' && !isEnd;
    return written;
  });
};
