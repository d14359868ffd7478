import type { Header } from '../model/exchange.ts';
import { firstHeader } from '../web/headers.ts';

/** Put before the name of a header that no longer describes the payload as it is kept; other archivers do the same. */
const setAside = 'X-Archive-Orig-';

/** Sets headers aside by name. */
export const withSetAside = (headers: readonly Header[], names: ReadonlySet<string>): readonly Header[] =>
  headers.some(({ name }) => names.has(name.toLowerCase()))
    ? headers.map(({ name, value }) => ({ name: names.has(name.toLowerCase()) ? `${setAside}${name}` : name, value }))
    : headers;

const isSetAside = ({ name }: Header): boolean => name.toLowerCase().startsWith(setAside.toLowerCase());

/** The headers as the server sent them. */
export const asSent = (headers: readonly Header[]): readonly Header[] =>
  headers.some(isSetAside)
    ? headers.map((header) => (isSetAside(header) ? { ...header, name: header.name.slice(setAside.length) } : header))
    : headers;

/** The length that was announced, in bytes; null where none was. */
export const announcedLength = (headers: readonly Header[]): number | null => {
  const text = firstHeader(headers, 'Content-Length');
  const length = Number(text);
  return text !== null && /^\d+$/.test(text) && Number.isSafeInteger(length) ? length : null;
};
