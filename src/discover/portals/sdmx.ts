import type { FetchRequest } from '../../model/exchange.ts';
import { bare, isMarked, type PortalAdapter, rootsOf, type SearchWay } from './adapter.ts';

const accept = 'application/vnd.sdmx.structure+json, application/vnd.sdmx.structure+xml, */*;q=0.5';

const dataflows = (root: string): SearchWay => ({
  covers: 'all',
  request: (): FetchRequest => ({ url: `${root}/dataflow/all/all/latest`, accept }),
});

/** SDMX registries: the list of dataflows (sdmx.org, REST API 1.5). */
export const sdmx: PortalAdapter = {
  id: 'sdmx',
  isMarkedBy: (page) => isMarked(page, /\bsdmx\b/i),
  ways: (portal) => {
    const told =
      portal.api === null ? [] : [bare(portal.api).replace(/\/(?:dataflow|data|datastructure)(?:\/.*)?$/, '')];
    const guessed = rootsOf(portal).flatMap((root) => [`${root}/rest`, `${root}/sdmx/rest`]);
    return [...new Set([...told, ...guessed])].map(dataflows);
  },
};
