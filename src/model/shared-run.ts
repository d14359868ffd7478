import type { Asked, Capture } from './archive.ts';

/** How fast one host may be asked by all programs of a run together. */
export interface HostPace {
  /** Requests under way at once. */
  readonly room: number;
  /** Milliseconds between the starts of two requests. */
  readonly between: number;
}

/**
 * What programs that do one run on several machines agree on: whose turn with a host it is, and what one of them asks for
 * all. Hosts are named with their port.
 */
export interface SharedRun {
  /** Waits for a turn with a host; call what it resolves to when the request is over. */
  readonly turn: (host: string, pace: HostPace) => Promise<() => Promise<void>>;
  /** Has all ask nothing of a host for so many milliseconds. */
  readonly rest: (host: string, milliseconds: number) => Promise<void>;
  /** What came of a request that is sent once a run for all; `ask` sends it where nobody did. */
  readonly once: (asked: Asked, ask: () => Promise<Capture>) => Promise<Capture>;
}
