/** Is a word the address of a portal, and not the name of a place or a file? One without a scheme is a host with a dot. */
export const isAddress = (word: string): boolean =>
  /^https?:\/\//i.test(word) || (/^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(word) && !/\.(?:json|ya?ml)$/i.test(word));
