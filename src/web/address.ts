/* Addresses, as all stages take them apart. */

/** Text without its percent escapes; one with a stray percent sign is left as it stands. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** An address without its fragment, which no server sees. */
export const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

/** An address without its question and its fragment. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');

/** The path of an address, still escaped; empty where it is no absolute one. */
const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '');

/** The last part of an address's path as a person would write it, decoded; empty where it ends in a slash. */
export const fileName = (url: string): string => decoded(pathOf(url).split('/').at(-1) ?? '');

/** The extension of a file's name, lower case, without the dot; null where it has none. */
export const extensionOfName = (name: string): string | null =>
  /\.([a-z0-9]{1,12})$/i.exec(withoutQuery(name))?.[1]?.toLowerCase() ?? null;

/** The extension of the last part of an address's path, lower case; null where it has none. A host's name is none. */
export const extensionOf = (url: string): string | null => extensionOfName(pathOf(url).split('/').at(-1) ?? '');

/** Host and port, in lower case; empty where the address is no absolute one. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** The host without `www.`, with its port: what a reader takes for one site. Empty where there is none. */
export const siteOf = (url: string): string => hostOf(url).replace(/^www\./, '');

/** The domain name of an address, without port and without `www.`; null where it is no absolute one. */
export const domainOf = (url: string): string | null =>
  URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '').replace(/^www\./, '') : null;

/** Characters that mean the same whether they are percent-encoded or not (RFC 3986, 2.3). */
const isUnreserved = (character: string): boolean => /[A-Za-z0-9\-._~]/.test(character);

const settleEscape = (escaped: string): string => {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return isUnreserved(character) ? character : escaped.toUpperCase();
};

/** Escapes in upper case and only where they are needed; the rest of an address as it stands. */
export const settledEscapes = (href: string): string =>
  href.includes('%') ? href.replace(/%[0-9A-Fa-f]{2}/g, settleEscape) : href;

/**
 * One spelling for all spellings that are certainly the same address: scheme and host in lower case, no default port,
 * no fragment, `/` for an empty path, escapes in upper case and only where they are needed. Null for what is no
 * absolute address.
 */
export const addressKey = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  address.hash = '';
  return settledEscapes(address.href);
};

/**
 * Does a link hand the address of its own page to another site, as buttons to share and to bookmark do? What its path
 * ends in promises nothing.
 */
export const isShareLink = (url: string, page: string): boolean => {
  if (!URL.canParse(url) || !URL.canParse(page)) return false;
  const [link, own] = [new URL(url), new URL(page)];
  if (link.host === own.host) return false;
  return [...link.searchParams.values()].some((value) => value.includes(own.host));
};

/** An address within running text, without the mark that ends its sentence. */
const mentioned = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)]/g;

/** The web addresses that a text names, in their order. */
export const addressesIn = (text: string): readonly string[] => text.match(mentioned) ?? [];
