import { findChromium } from '../../src/browser/find.ts';

/** Is there a browser on this machine? Tests that need one are skipped where there is none, and say so. */
export const hasChromium = (() => {
  try {
    findChromium(process.env);
    return true;
  } catch {
    process.stderr.write(
      'SKIPPED: tests that draw pages, for no Chromium was found (Debian: apt-get install chromium).\n',
    );
    return false;
  }
})();

/** A page that shows nothing without its scripts. */
export const shellWith = (script: string, title = 'Open data'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>` +
  `<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script>${script}</script></body></html>`;
