import type { RefusalReason } from '../model/exchange.ts';

/** An address as it is asked for, or why it is not. */
export type Address =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string };

const webSchemes = new Set(['http:', 'https:']);

/** Reads an address, relative to a base where one is given. Fragments and credentials are never sent. */
export const readAddress = (text: string, base?: string): Address => {
  if (!URL.canParse(text, base)) return { kind: 'refused', reason: 'bad-url', detail: `no address: ${text}` };
  const url = new URL(text, base);
  if (!webSchemes.has(url.protocol)) return { kind: 'refused', reason: 'scheme', detail: `not http or https: ${url}` };
  url.hash = '';
  url.username = '';
  url.password = '';
  return { kind: 'address', url: url.href };
};
