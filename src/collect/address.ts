import type { RefusalReason } from '../model/exchange.ts';

/** An address as it is asked for, or why it is not. */
export type Address =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string };

const webSchemes = new Set(['http:', 'https:']);

/** Taken apart once: to ask first whether it can be costs as much again. */
const parse = (text: string, base: string | undefined): URL | null => {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
};

/** Reads an address, relative to a base where one is given. Fragments and credentials are never sent. */
export const readAddress = (text: string, base?: string): Address => {
  const url = parse(text, base);
  if (url === null) return { kind: 'refused', reason: 'bad-url', detail: `no address: ${text}` };
  if (!webSchemes.has(url.protocol)) return { kind: 'refused', reason: 'scheme', detail: `not http or https: ${url}` };
  // Each of them has the address taken apart anew; a lone # is no part of `hash`, and most addresses have none of all three.
  if (url.href.includes('#')) url.hash = '';
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  return { kind: 'address', url: url.href };
};
