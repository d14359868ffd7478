/** Characters that mean the same whether they are percent-encoded or not (RFC 3986, 2.3). */
const isUnreserved = (character: string): boolean => /[A-Za-z0-9\-._~]/.test(character);

const settleEscape = (escaped: string): string => {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return isUnreserved(character) ? character : escaped.toUpperCase();
};

/**
 * One spelling for all spellings that are certainly the same address: scheme and host in lower case, no default port,
 * no fragment, `/` for an empty path, escapes in upper case and only where they are needed. Null for what is no
 * absolute address.
 */
export const addressKey = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  address.hash = '';
  return address.href.replace(/%[0-9A-Fa-f]{2}/g, settleEscape);
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
