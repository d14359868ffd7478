import type { Drawing, Fetch, Header, LossReason } from './exchange.ts';

/* Pages that show nothing of themselves until their scripts ran: drawn in a browser, and kept as they were drawn. */

/** A page as its server sent it, about to be drawn. */
export interface Undrawn {
  /** Its address, after all redirects. */
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** Seconds that are left for it; no more than the browser allows itself. */
  readonly seconds: number;
}

/** What came of drawing a page. */
export type Drawn =
  | {
      readonly kind: 'drawn';
      /** The page as HTML, without its scripts and what only stands in for them. */
      readonly html: string;
      /** Why it ends early, or may: null where it was drawn whole. */
      readonly truncated: 'length' | 'time' | null;
      readonly drawing: Drawing;
    }
  | { readonly kind: 'lost'; readonly reason: LossReason; readonly detail: string };

/** A browser without a network of its own. */
export interface PageDrawer {
  /**
   * Draws a page. Whatever its scripts ask for is asked by `fetch`, and by nothing else. Never throws for what a page does.
   *
   * @throws UserError where there is no browser, or it does not start.
   */
  readonly draw: (page: Undrawn, fetch: Fetch) => Promise<Drawn>;
  /** Ends the browser and removes all that it left on the disk. */
  readonly close: () => Promise<void>;
}
