import type { Header } from '../model/exchange.ts';

/* Fields of a reply, as all stages read them. */

/** The value of a field, whatever its case, joined by commas where it was sent more than once (RFC 9110, 5.3); null where it was not. */
export const headerValue = (headers: readonly Header[], name: string): string | null => {
  const wanted = name.toLowerCase();
  const found = headers.filter((header) => header.name.toLowerCase() === wanted);
  return found.length === 0 ? null : found.map(({ value }) => value).join(', ');
};

/** The value of the first field of a name, for those that may be sent once only; null where there is none. */
export const firstHeader = (headers: readonly Header[], name: string): string | null => {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value ?? null;
};

/** A declared media type without its parameters, in lower case; null where nothing is declared. */
export const mediaTypeOf = (declared: string | null): string | null =>
  declared?.split(';', 1)[0]?.trim().toLowerCase() || null;

/** What a reply declares its body to be. */
export const declaredType = (headers: readonly Header[]): string | null => firstHeader(headers, 'content-type');
