import type { Observation } from '../../../model/observation.ts';
import { siteOf } from '../../../web/address.ts';
import { isGone, nothing, openedAt, type SignReader, seenAt, shownAt, speaksOf, wordsOf } from '../scene.ts';

const isCatalogue = ({ kind, reading }: Observation): boolean =>
  kind === 'catalogue' || (reading?.kind === 'catalogue' && reading.datasets.length > 0);

const told = ({ reading, kindSigns, inspection }: Observation): string =>
  reading === null
    ? `${inspection?.page?.title ?? ''} ${kindSigns.map(({ quote }) => quote).join(' · ')}`
    : `${reading.software}: ${reading.total ?? reading.datasets.length} datasets, “${reading.datasets[0]?.title ?? ''}” among them`;

/** A catalogue of datasets that answered, of the site or of one that it links to. */
export const catalogue: SignReader = ({ about = [] }, scene) => {
  const found = scene.site.seen.find(isCatalogue);
  if (found !== undefined) return shownAt(seenAt(found, told(found)));
  // A site of its own that is called one may be one whose software is not known.
  const links = scene.pages.flatMap(({ page }) => page.links).filter((one) => speaksOf(wordsOf(one), about, scene));
  const stranger = links.find(({ url }) => !scene.site.hosts.includes(siteOf(url)) && !isGone(openedAt(url, scene)));
  return { ...nothing, doubt: stranger?.url ?? null };
};

/** A file of data that was opened and read. */
export const dataFile: SignReader = (_, { site }) => {
  const found = site.seen.find(({ kind, inspection }) => kind === 'data' && inspection?.page === null);
  const columns = found?.inspection?.tables[0]?.columns.map(({ name }) => name).join(' | ') ?? '';
  return found === undefined
    ? nothing
    : shownAt(seenAt(found, columns === '' ? (found.inspection?.format ?? '') : columns));
};
