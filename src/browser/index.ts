import type { Drawn, PageDrawer, Undrawn } from '../model/drawing.ts';
import type { Fetch } from '../model/exchange.ts';
import { type DrawingLimits, drawingLimits } from '../model/limits.ts';
import { findChromium } from './find.ts';
import { launch, type RunningBrowser } from './launch.ts';
import { watchMemory } from './memory.ts';
import { drawPage } from './page.ts';
import { PageTraffic } from './traffic.ts';

export { canSandbox } from './launch.ts';

/** How pages are drawn. */
export interface DrawerOptions {
  /** The variables by which the browser is found. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Hosts that only count visitors: nothing that a page shows comes from there. */
  readonly trackers: readonly string[];
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
  readonly limits?: DrawingLimits;
}

const stopped: Drawn = { kind: 'lost', reason: 'browser', detail: 'the run was stopped' };

/**
 * Opens a browser for pages that only scripts draw. It is started by the first page, draws one page after another, each without
 * any memory of those before, and is started anew where a page was too much for it.
 *
 * @throws UserError where there is no Chromium on this machine.
 */
export const openDrawer = (options: DrawerOptions): PageDrawer => {
  const { environment, trackers, interrupted, limits = drawingLimits } = options;
  const executable = findChromium(environment);
  const known = new Set<string>();
  let running: Promise<RunningBrowser> | null = null;
  let before: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const one = running;
    running = null;
    await (await one?.catch(() => null))?.close();
  };

  const draw = async (page: Undrawn, fetch: Fetch): Promise<Drawn> => {
    if (interrupted.aborted) return stopped;
    running ??= launch(executable, environment);
    const started = await running.catch((error: unknown) => {
      running = null;
      throw error;
    });
    const { browser, kill, name: by, process } = started;
    const over = { memory: false };
    const stop = (): void => kill();
    // It may have been interrupted while the browser started.
    if (interrupted.aborted) {
      await end();
      return stopped;
    }
    const unwatch = watchMemory(process, limits.megabytes, () => {
      over.memory = true;
      kill();
    });
    interrupted.addEventListener('abort', stop, { once: true });
    try {
      const context = await browser
        .newContext({
          ...{ serviceWorkers: 'block', acceptDownloads: false, locale: 'en', timezoneId: 'UTC' },
          // A list that is filled as it is scrolled has room to be filled.
          viewport: { width: 1280, height: 4000 },
        })
        .catch(() => null);
      if (context === null) {
        await end();
        return interrupted.aborted ? stopped : { kind: 'lost', reason: 'browser', detail: 'the browser ended' };
      }
      const traffic = new PageTraffic(page.url, known, limits, trackers);
      const clock = (): number => performance.now();
      const { drawn, isStuck } = await drawPage(page, { context, traffic, fetch, limits, by, clock });
      if (isStuck) await end();
      else await context.close().catch(() => {});
      if (interrupted.aborted) return stopped;
      if (!over.memory) return drawn;
      return { kind: 'lost', reason: 'browser', detail: `it took more than ${limits.megabytes} MB of memory` };
    } finally {
      unwatch();
      interrupted.removeEventListener('abort', stop);
    }
  };

  return {
    draw: (page, fetch) => {
      const drawing = before.then(() => draw(page, fetch));
      before = drawing.catch(() => {});
      return drawing;
    },
    close: async () => {
      await before;
      await end();
    },
  };
};
