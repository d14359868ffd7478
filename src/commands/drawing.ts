import type { PageDrawer } from '../model/drawing.ts';
import { codeOf, UserError } from '../model/errors.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Progress } from './progress.ts';
import type { Shell } from './shell.ts';

/** The package is optional: who draws no pages need not have it. @throws UserError where it is not there. */
const loadBrowser = async (): Promise<typeof import('../browser/index.ts')> => {
  try {
    return await import('../browser/index.ts');
  } catch (cause) {
    const code = codeOf(cause);
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw cause;
    throw new UserError(
      '--render needs the package playwright-core, which was left out when odi was installed: npm install playwright-core@1.65.1',
      { cause },
    );
  }
};

/**
 * Opens a browser for the pages of a run; it starts with the first of them.
 *
 * @param tell tells the requests of pages as all others are told
 * @throws UserError where the package or a Chromium is missing.
 */
export const drawerOf = async (
  shell: Shell,
  progress: Progress,
  tell: (fetch: Fetch) => Fetch,
): Promise<PageDrawer> => {
  const { canSandbox, openDrawer } = await loadBrowser();
  const { trackers } = shell.criteria.data<{ readonly trackers: readonly string[] }>('vocabulary/pages');
  const { environment, interrupted } = shell;
  const drawer = openDrawer({ environment, trackers, interrupted });
  if (!canSandbox())
    progress.note('--render: as root the browser runs without its sandbox; use another account where you can.');
  return { ...drawer, draw: (page, fetch) => drawer.draw(page, tell(fetch)) };
};
