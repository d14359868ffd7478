import type { Instant } from './basics.ts';

/** One HTTP header, name in the spelling that was received. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What an address was offered as. */
export type Role = 'landing-page' | 'data-file' | 'api' | 'licence' | 'documentation' | 'catalogue' | 'robots';

/** Why nothing came back. Each is our failure to see, never a statement about the publisher. */
export type LossReason =
  | 'dns' // the name did not resolve
  | 'connect' // refused, reset or unreachable
  | 'timeout'
  | 'tls' // certificate or handshake
  | 'protocol' // the reply was not HTTP, or broke off
  | 'too-many-redirects'
  | 'browser' // the browser that was to draw a page ended, or could not
  | 'decoding'; // the content coding was broken, or inflated past the bound

/** Why we did not ask. */
export type RefusalReason =
  | 'private-address'
  | 'robots'
  | 'budget-requests'
  | 'budget-bytes'
  | 'budget-time' // the time allowed for the review was used up
  | 'scheme' // neither http nor https
  | 'bad-url'
  | 'stopped'; // the person interrupted the run

/** A redirect that was followed. */
export interface Hop {
  readonly url: string;
  readonly status: number;
}

/**
 * Why something that a page asked for while it was drawn did not come.
 *
 * - `method`: it was not a plain GET, and nothing else is sent on behalf of a script.
 * - `stream`: a connection that stays open.
 * - `page-requests`: the requests that one page may make were used up.
 * - `page-time`: it was still at work when its time was up.
 * - `length`: it was longer than what is handed to a script, or drew more than is kept.
 * - `navigation`: it wanted to lead elsewhere.
 * - `script-error`: one of its scripts broke.
 * - `http-4xx`, `http-5xx`: the server refused or failed.
 */
export type DrawingGap =
  | LossReason
  | RefusalReason
  | 'method'
  | 'stream'
  | 'page-requests'
  | 'page-time'
  | 'length'
  | 'navigation'
  | 'script-error'
  | 'http-4xx'
  | 'http-5xx';

/** How a page was drawn. */
export interface Drawing {
  /** Name and version of the browser. */
  readonly by: string;
  /** Requests of its scripts that were let through to the network, redirects not counted. */
  readonly requests: number;
  /**
   * What it asked for and did not get, by reason and in the order of the alphabet. Empty where it was drawn whole: else it may
   * show less than it has.
   */
  readonly gaps: readonly { readonly why: DrawingGap; readonly count: number }[];
}

/** What a page should have been drawn from, and was not. */
export interface NotDrawn {
  readonly reason: LossReason | RefusalReason;
  readonly detail: string;
}

/** The bytes and headers of a reply that came. A refusal of theirs (403, 404, 500) is a reply too. */
export interface Arrival {
  readonly kind: 'arrived';
  readonly status: number;
  readonly headers: readonly Header[];
  /** The address that answered, after all hops. */
  readonly finalUrl: string;
  /** The payload after transfer and content decoding; only its beginning when `complete` is false. */
  readonly body: Uint8Array;
  /** True when `body` is the whole payload. */
  readonly complete: boolean;
  /** Length of the whole payload in bytes where it is known, else null. */
  readonly totalBytes: number | null;
  /** SHA-256 of `body`, lower-case hex. */
  readonly sha256: string;
  /** How it was drawn by its scripts, or why it was not; absent for what is as its server sent it. */
  readonly drawn?: Drawing | NotDrawn;
}

/** What came of a request. Silence is `lost`; what a replayed archive does not hold is `not-captured`. */
export type Reply =
  | Arrival
  | { readonly kind: 'lost'; readonly reason: LossReason; readonly detail: string }
  | { readonly kind: 'not-captured' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string };

/** Where in an evidence archive an exchange is kept. */
export interface RecordRef {
  readonly file: string;
  /** WARC-Record-ID of the response (or revisit) record, `urn:uuid:…`. */
  readonly id: string;
}

/** One request and everything that came of it. */
export interface Exchange {
  readonly url: string;
  readonly fetchedAt: Instant | null;
  readonly hops: readonly Hop[];
  readonly reply: Reply;
  readonly record: RecordRef | null;
}

/** What to ask for. */
export interface FetchRequest {
  readonly url: string;
  /** `Accept` header; a browser-like default when absent. */
  readonly accept?: string;
  /** Bytes of payload after which reading stops (`complete: false`); the client's own default when absent. */
  readonly maxBytes?: number;
  readonly method?: 'GET' | 'POST';
  /** Request payload of a POST (JSON or form), for catalogue APIs. */
  readonly payload?: { readonly mediaType: string; readonly text: string };
  /** The answer is the same for every review of a run, as that of a catalogue: programs that do one run together ask once. */
  readonly forAll?: true;
  /**
   * Nobody ever made the address: it is asked for to see what its host answers where there is nothing. A host is asked for one such
   * address in a run; for another it is `not-captured`, as it will be in a replay.
   */
  readonly madeUp?: true;
  /** Asks for nothing and keeps the refusal, where the one who asks has no time left. A replay finds what was kept. */
  readonly refusal?: { readonly reason: 'budget-time'; readonly detail: string };
  /**
   * Asks for a page as its scripts draw it, in place of asking its server: the page as it was sent, where that is kept, and the
   * seconds that are left. `not-captured` where nobody can draw it; in a replay, where no archive holds it drawn.
   */
  readonly draw?: { readonly page: Arrival; readonly record: RecordRef | null; readonly seconds: number };
}

/**
 * The one way any part of the program reaches an address. Never throws for what a server or the network does: that
 * is a reply. Live, it is the polite client; in a replay, the archive.
 */
export type Fetch = (request: FetchRequest) => Promise<Exchange>;

/** What the fetching of one run has cost so far. */
export interface FetchUsage {
  readonly requests: number;
  readonly bytes: number;
}
