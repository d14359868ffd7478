/** How long a text may be to be read whole, and how much is read at either end of a longer one, in characters. */
export interface Edges {
  readonly whole: number;
  readonly edge: number;
}

/**
 * The beginning and the end of a long text: there a document or the page of a dataset states its terms, if at all;
 * between them stands its subject, and a law or a report speaks of permissions that are none of ours.
 */
export const edgesOf = (text: string, { whole, edge }: Edges): string =>
  text.length <= whole ? text : `${text.slice(0, edge)}\n\n${text.slice(-edge)}`;
