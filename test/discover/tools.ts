import { openAuditData } from '../../src/audit/data.ts';
import { readReply } from '../../src/audit/read.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { DiscoveryTools } from '../../src/discover/index.ts';
import type { Place, Portal } from '../../src/model/data.ts';
import { refuse } from '../../src/model/defect.ts';

export const criteria = openCriteria();

const data = openAuditData(criteria, criteria.edition('godi-2015'));

/** The real readers and words. */
export const tools: DiscoveryTools = {
  report: refuse,
  read: (arrival) => readReply(arrival, data, refuse),
  words: data.discovery,
};

/** A made-up portal. */
export const portal = (given: Partial<Portal> = {}): Portal => ({
  ...{ name: 'National data portal', url: 'http://portal.example', software: 'ckan', api: null, national: true },
  ...{ owner: 'Government', languages: ['en'], source: 'made up', ...given },
});

/** A made-up country. */
export const place = (given: Partial<Place> = {}): Place => ({
  ...{ id: 'zz', slug: 'nowhere', names: { en: 'Nowhere' }, aliases: [], languages: ['en'] },
  ...{ domains: [], portals: [portal()], addresses: [], facts: {}, responsible: {}, ...given },
});
