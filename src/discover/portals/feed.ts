import type { FetchRequest } from '../../model/exchange.ts';
import { isMarked, type PortalAdapter, rootsOf } from './adapter.ts';

const accept = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5';

/** Catalogues that announce their datasets in RSS or Atom. */
export const feed: PortalAdapter = {
  id: 'feed',
  isMarkedBy: (page) => isMarked(page, /\/(?:feeds?|rss)(?:\/|\.xml|$)|\.(?:rss|atom)$/i),
  ways: (portal) => {
    const told = portal.api === null ? [] : [portal.api];
    const guessed = rootsOf(portal)
      .slice(0, 1)
      .flatMap((root) => [`${root}/feeds/dataset.atom`, `${root}/rss`, `${root}/feed`]);
    return [...new Set([...told, ...guessed])].map((url) => ({
      covers: 'all',
      request: (): FetchRequest => ({ url, accept }),
    }));
  },
};
