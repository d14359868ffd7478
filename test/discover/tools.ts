import { openCriteria } from '../../src/criteria/load.ts';
import { type DiscoveryTools, discoveryWords } from '../../src/discover/index.ts';
import { inspect, inspectWords, sourceOfBytes } from '../../src/inspect/index.ts';
import type { Place, Portal } from '../../src/model/data.ts';
import { refuse } from '../../src/model/defect.ts';
import { readCatalogue } from '../../src/records/index.ts';

export const criteria = openCriteria();

const words = inspectWords(criteria);

/** The real readers and words. */
export const tools: DiscoveryTools = {
  report: refuse,
  read: (answer) => readCatalogue(answer, refuse),
  inspectPage: async ({ reply }) => {
    if (reply.kind !== 'arrived') return null;
    const declared = reply.headers.find(({ name }) => name === 'content-type')?.value ?? null;
    const source = sourceOfBytes(reply.body, { name: '', url: reply.finalUrl, declared, size: null, complete: true });
    return (await inspect(source, words)).page;
  },
  words: discoveryWords(criteria),
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
