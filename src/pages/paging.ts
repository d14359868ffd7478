import type { Sign } from '../model/observation.ts';
import { headerValue } from '../web/headers.ts';
import { signWhere, type View } from './seen.ts';

const nameOf = (path: string): string =>
  path
    .split(/[.[\]/]+/)
    .filter((part) => part !== '' && part !== '$')
    .at(-1)
    ?.toLowerCase() ?? '';

const part = (rows: number, total: number, where: string): readonly Sign[] => [
  { code: 'paged', quote: `${rows} of ${total} (${where})`, value: String(total) },
];

/** A total beside the rows, in a key or a header, that is more than what came. */
const byTotal = ({ inspection, headers, words }: View, rows: number): readonly Sign[] => {
  const key = inspection.keys.find(
    ({ path, examples, count }) =>
      count === 1 && words.paging.totals.includes(nameOf(path)) && Number(examples[0]) > rows,
  );
  if (key !== undefined) return part(rows, Number(key.examples[0]), key.path);
  const header = words.paging.headers.find((name) => Number(headerValue(headers, name)) > rows);
  return header === undefined ? [] : part(rows, Number(headerValue(headers, header)), header);
};

/** A pointer to what follows, in a key or a Link header (RFC 8288). */
const byNext = ({ inspection, headers, words }: View): readonly Sign[] => {
  const key = inspection.keys.find(({ path, examples }) => {
    const value = examples[0] ?? '';
    return (
      words.paging.next.includes(nameOf(path)) && !['', 'null', 'false', '0', 'none'].includes(value.toLowerCase())
    );
  });
  if (key !== undefined) return signWhere('paged', `${key.path}: ${key.examples[0]}`);
  const link = headerValue(headers, 'link') ?? '';
  return /;\s?rel="?next"?/.test(link) ? signWhere('paged', link) : [];
};

/** Exactly as many rows as the address asked for: there may well be more. */
const byLimit = ({ finalUrl, words }: View, rows: number): readonly Sign[] => {
  if (!URL.canParse(finalUrl)) return [];
  const asked = [...new URL(finalUrl).searchParams].find(
    ([name, value]) => words.paging.limits.includes(name.toLowerCase()) && Number(value) === rows,
  );
  return asked === undefined ? [] : signWhere('paged', `${asked[0]}=${asked[1]}`);
};

/** Does an answer of a service give a part of more? Told by what it says of the whole, and by what was asked for. */
export const pagedSigns = (view: View): readonly Sign[] => {
  if (view.page !== null || view.reading !== null) return [];
  const rows = view.inspection.tables.reduce((most, table) => Math.max(most, table.rows ?? 0), 0);
  if (rows === 0) return [];
  return [byTotal(view, rows), byNext(view), byLimit(view, rows)].find((signs) => signs.length > 0) ?? [];
};
