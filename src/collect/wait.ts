/** Waits some milliseconds, less when the run is stopped. */
export type Wait = (milliseconds: number) => Promise<void>;

/** A wait by the clock that ends early on the signal; it keeps no process alive by its listener. */
export const waitUntil =
  (signal: AbortSignal | undefined): Wait =>
  (milliseconds) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener('abort', end);
    });
