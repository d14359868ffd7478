import { type KindReader, signWhere } from '../seen.ts';

/** The rules for crawlers: told by its fixed place, and by a directive that opens a line. */
export const robots: KindReader = {
  kind: 'robots',
  signsOf: ({ path, inspection, page }) => {
    if (path !== '/robots.txt' || page !== null) return [];
    const line = /^(?:user-agent|disallow|allow|sitemap)\s*:.{0,80}/im.exec(inspection.text.slice(0, 20_000))?.[0];
    return signWhere('robots-file', line ?? path);
  },
};
