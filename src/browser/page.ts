import type { BrowserContext, CDPSession, Page, Request, Route } from 'playwright-core';
import type { Drawn, Undrawn } from '../model/drawing.ts';
import type { Fetch } from '../model/exchange.ts';
import type { DrawingLimits } from '../model/limits.ts';
import { declaredType } from '../web/headers.ts';
import { handed, type PageRequest, type PageTraffic } from './traffic.ts';
import { preparation, pulse, serialised, waiting } from './within.ts';

/* One page of a browser, from when it is opened until it is kept. */

/** What the page is drawn with. */
export interface PageTools {
  readonly context: BrowserContext;
  readonly traffic: PageTraffic;
  readonly fetch: Fetch;
  readonly limits: DrawingLimits;
  /** Name and version of the browser. */
  readonly by: string;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

/** Thrown where a page does not let go of its thread, so that nothing can be asked of it. */
class Unresponsive extends Error {}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * What comes of a promise within a time. One that keeps the browser busy with its requests has not stopped: it is waited for as
 * long as they go on, and its time is not up.
 *
 * @throws Unresponsive
 */
const within = async <T>(promise: Promise<T>, { limits, traffic, clock }: PageTools, end = 0): Promise<T> => {
  promise.catch(() => {}); // it may fail after nobody waits for it any more
  for (;;) {
    const before = traffic.seen;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<typeof isLate>((resolve) => {
      timer = setTimeout(() => resolve(isLate), limits.busySeconds * 1000);
    });
    const came = await Promise.race([promise, late]).finally(() => clearTimeout(timer));
    if (came !== isLate) return came as T;
    if (traffic.seen === before || clock() >= end) throw new Unresponsive();
  }
};

const isLate = Symbol('late');

/** Header values that can be sent, and are no message to anyone. */
const acceptOf = (value: string | undefined): string =>
  value !== undefined && /^[\w*/+.;,= -]{1,200}$/.test(value) ? value : '*/*';

const requestOf = (request: Request, main: Page): PageRequest => ({
  url: request.url(),
  method: request.method(),
  type: request.resourceType(),
  headers: request.headers(),
  isMain: request.isNavigationRequest() && isOf(request, main),
});

/** Is it of the page itself, or of a window that it opened, rather than of a frame in it? */
const isOf = (request: Request, main: Page): boolean => {
  try {
    return request.frame().parentFrame() === null || request.frame().page() !== main;
  } catch {
    return true; // a page that is only coming about
  }
};

/** An answer without content leaves a page where it is; an error would take its place. */
const refuse = (route: Route, isNavigation: boolean): Promise<void> =>
  isNavigation ? route.fulfill({ status: 204 }) : route.abort('blockedbyclient');

/** Answers every request of a page: its own address once, all others by what is fetched for them. */
const answering = (page: Undrawn, main: () => Page | null, { traffic, fetch, limits }: PageTools) => {
  let isSent = false;
  const ask = async (route: Route, request: PageRequest): Promise<void> => {
    const accept = acceptOf(request.headers['accept']);
    const exchange = await fetch({ url: request.url, accept, maxBytes: limits.replyBytes });
    const { handed: reply, gap } = handed(exchange);
    if (gap !== null) traffic.miss(gap);
    await (reply === null ? route.abort('failed') : route.fulfill(reply));
  };
  return async (route: Route, raw: Request): Promise<void> => {
    const own = main();
    if (!isSent && own !== null && raw.isNavigationRequest() && raw.url() === page.url && isOf(raw, own)) {
      isSent = true;
      const contentType = declaredType(page.headers) ?? 'text/html';
      return route.fulfill({ status: 200, contentType, body: Buffer.from(page.body) });
    }
    if (own === null) return refuse(route, raw.isNavigationRequest());
    const request = requestOf(raw, own);
    const treatment = traffic.treat(request);
    switch (treatment.kind) {
      case 'nothing':
        return refuse(route, raw.isNavigationRequest());
      case 'empty':
        return route.fulfill({ status: 200, contentType: treatment.mediaType, body: '' });
      case 'gap':
        traffic.miss(treatment.why);
        return refuse(route, raw.isNavigationRequest());
      case 'ask':
        return ask(route, request);
    }
  };
};

/** Asks the page something; in a world of its own the page cannot change what is answered. */
const openQuestions = (session: CDPSession, frameId: string) => {
  const ask = async (expression: string, own: boolean): Promise<unknown> => {
    const world = own
      ? {
          contextId: (await session.send('Page.createIsolatedWorld', { frameId, worldName: 'odi' })).executionContextId,
        }
      : {};
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      ...{ expression, returnByValue: true, ...world },
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  };
  return {
    pulse: () => ask(pulse, true).then(String),
    waiting: () => ask(waiting, false).then(Number),
    whole: (most: number) =>
      ask(serialised(most), true).then((value) => value as { readonly html: string; readonly isWhole: boolean }),
  };
};

type Questions = ReturnType<typeof openQuestions>;

/** Waits until nothing happens any more; false where the time was up before. */
const settle = async (questions: Questions, tools: PageTools, end: number): Promise<boolean> => {
  const { traffic, limits, clock } = tools;
  let before = '';
  let quietSince = clock();
  while (clock() < end) {
    const now = await within(questions.pulse(), tools, end);
    const isWaiting = (await within(questions.waiting(), tools, end)) > 0;
    if (now !== before || traffic.pending > 0 || isWaiting || !now.startsWith('complete')) quietSince = clock();
    before = now;
    if (clock() - quietSince >= limits.quietSeconds * 1000) return true;
    await pause(100);
  }
  return false;
};

/** Watches for what no request tells: broken scripts, windows, dialogs, sockets. */
const watch = (main: Page, { context, traffic }: PageTools): void => {
  main.on('pageerror', () => traffic.miss('script-error'));
  main.on('websocket', () => traffic.miss('stream'));
  main.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  context.on('page', (page) => {
    if (page !== main) void page.close({ runBeforeUnload: false }).catch(() => {});
  });
};

const isSameSite = (url: string, page: string): boolean =>
  URL.canParse(url) && new URL(url).origin === new URL(page).origin;

const truncatedBy = (isWhole: boolean, isSettled: boolean, gaps: number): 'length' | 'time' | null => {
  if (!isSettled) return 'time';
  return isWhole && gaps === 0 ? null : 'length';
};

/**
 * Opens a page, lets its scripts run until they rest or its time is up, and keeps what it shows then.
 *
 * @throws Unresponsive, or whatever the browser says, where it could not be kept.
 */
const opened = async (page: Undrawn, tools: PageTools, onMain: (main: Page) => void): Promise<Drawn> => {
  const { context, traffic, limits, clock, by } = tools;
  const end = clock() + Math.min(limits.seconds, page.seconds) * 1000;
  const main = await context.newPage();
  onMain(main);
  watch(main, tools);
  const session = await context.newCDPSession(main);
  const arrival = main.goto(page.url, { waitUntil: 'commit', timeout: limits.busySeconds * 1000 });
  await within(
    arrival.catch(() => null),
    tools,
    end,
  );
  const { frameTree } = await within(session.send('Page.getFrameTree'), tools, end);
  const questions = openQuestions(session, frameTree.frame.id);
  const isSettled = await settle(questions, tools, end);
  if (!isSettled) traffic.miss('page-time');
  const { html, isWhole } = await within(questions.whole(limits.characters), tools, end);
  if (!isWhole) traffic.miss('length');
  if (!isSameSite(main.url(), page.url)) return { kind: 'lost', reason: 'browser', detail: 'the page left its site' };
  const { gaps, requests } = traffic;
  return {
    kind: 'drawn',
    html,
    truncated: truncatedBy(isWhole, isSettled, gaps.length),
    drawing: { by, requests, gaps },
  };
};

/** Draws one page in a context of its own. What goes wrong is what came of it; `isStuck` where the browser is of no use any more. */
export const drawPage = async (
  page: Undrawn,
  tools: PageTools,
): Promise<{ readonly drawn: Drawn; readonly isStuck: boolean }> => {
  const { context, traffic } = tools;
  let main: Page | null = null;
  const answer = answering(page, () => main, tools);
  try {
    await context.addInitScript({ content: preparation });
    await context.route('**/*', async (route, request) => {
      traffic.seen += 1;
      traffic.pending += 1;
      try {
        await answer(route, request);
      } catch {
        // The page is gone, or what it asked for was; nobody waits for it.
      } finally {
        traffic.pending -= 1;
      }
    });
    const drawn = await opened(page, tools, (one) => {
      main = one;
    });
    return { drawn, isStuck: false };
  } catch (error) {
    const detail =
      error instanceof Unresponsive
        ? `its scripts did not let go within ${tools.limits.busySeconds} s`
        : 'the browser ended while it was drawn';
    return {
      drawn: { kind: 'lost', reason: error instanceof Unresponsive ? 'timeout' : 'browser', detail },
      isStuck: true,
    };
  }
};
