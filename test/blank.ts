/**
 * A review's JSON with its digests of facts blank: they change with every correction of a place or a category, which are no
 * change of the review that a kept one could be held against.
 */
export const withoutFacts = (json: string): string =>
  json.replace(/("(?:place|category)": )"[0-9a-f]{16}"/g, (_, name) => `${name}"${'0'.repeat(16)}"`);
