import type { FetchRequest } from '../../model/exchange.ts';
import { sdmxApis } from '../../web/apis.ts';
import { isMarked, type PortalAdapter, type SearchWay } from './adapter.ts';

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
    return sdmxApis(portal).map(dataflows);
  },
};
