import type { Instant } from './basics.ts';
import type { Drawing, Header, LossReason, RecordRef, RefusalReason } from './exchange.ts';

/** What tells one request from another: the same asked twice is one address of the archive. */
export interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** The `Accept` header that was sent. */
  readonly accept: string;
  readonly payload: { readonly mediaType: string; readonly text: string } | null;
  /** The page as its scripts draw it, and the record of what its server sent; absent for what is asked of a server. */
  readonly drawnFrom?: RecordRef | null;
  /** Is it asked once for all programs that do a run together? It tells no request from another. */
  readonly forAll?: true;
}

/** What came of one request, before any redirect is followed or any content coding undone. */
export type Came =
  | {
      readonly kind: 'replied';
      readonly status: number;
      readonly statusText: string;
      /** As they are kept; a name that starts with `X-Archive-Orig-` was set aside since the payload is kept decoded. */
      readonly headers: readonly Header[];
      /** The payload after transfer decoding, under whatever `Content-Encoding` the headers name. */
      readonly payload: Uint8Array;
      /** SHA-256 of the payload in lower-case hex, where it was computed already. */
      readonly sha256?: string;
      /** Why the payload ends early: a bound on its length, or on the time. Null when it is whole. */
      readonly truncated: 'length' | 'time' | null;
      /** The address of the machine that answered, where it is known. */
      readonly ip: string | null;
      /** How it was drawn by its scripts; absent for what a server sent. */
      readonly drawing?: Drawing;
    }
  | { readonly kind: 'lost'; readonly reason: LossReason; readonly detail: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string };

/** One request and what came of it, as an archive keeps it. */
export interface Capture {
  readonly asked: Asked;
  /** All headers of the request as they were sent; empty where nothing was sent. */
  readonly sent: readonly Header[];
  readonly at: Instant;
  readonly came: Came;
}

/** Keeps captures as they come. */
export interface Recorder {
  /**
   * Keeps a capture and says where.
   *
   * @throws UserError where the archive cannot be written further (the disk is full).
   */
  readonly keep: (capture: Capture) => Promise<RecordRef>;
  /** Waits until everything is on the disk. */
  readonly close: () => Promise<void>;
}

/** A capture that an archive holds, and where. */
export interface Held {
  readonly capture: Capture;
  readonly record: RecordRef;
}

/** Saved captures, to be asked as the network would be. */
export interface Archive {
  /**
   * The newest capture that answers a request: the same method, address and payload; the same `Accept` before another;
   * a reply before a loss or a refusal. Null where there is none. `most` bounds the payload bytes that are read.
   */
  readonly find: (asked: Asked, most: number) => Promise<Held | null>;
  /** Is there a record with this identifier? */
  readonly holds: (id: string) => boolean;
  /** What came of a request, by the identifier of its record; null where there is no such record. */
  readonly read: (id: string, most: number) => Promise<Came | null>;
  /** The date of the newest capture, null where nothing is held. */
  readonly newest: Instant | null;
  /** What could not be read, and what was matched loosely; grows as the archive is asked. */
  readonly warnings: readonly string[];
  readonly close: () => Promise<void>;
}
