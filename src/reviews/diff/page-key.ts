import { addressKey } from '../../web/address.ts';

/** A fragment that scripts take for a path names a page of its own. */
const routed = /#(?=[!/])/;

/**
 * One spelling for what a reader takes for one page: neither the scheme nor `www.`, the case, a slash at the end or the
 * place on the page makes another one of it. Null for what is no address.
 */
export const pageKey = (url: string): string | null => {
  const key = addressKey(url.replace(routed, '%23'));
  return key === null
    ? null
    : key
        .toLowerCase()
        .replace(/^https?:\/\/(?:www\.)?/, '')
        .replace(/\/+$/, '');
};

/** Addresses in a text that people wrote, without the punctuation around them. */
const addresses = /\bhttps?:\/\/[^\s<>"'()[\]]+[^\s<>"'()[\].,;:]/gi;

/** The pages that a text names; a text that begins like the name of a host is one address. */
export const pagesIn = (text: string): readonly string[] => {
  const bare = /^\s*(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?\s*$/i.test(text) ? [`http://${text.trim()}`] : [];
  const found = [...(text.match(addresses) ?? []), ...bare].map(pageKey);
  return [...new Set(found.filter((key) => key !== null))];
};
