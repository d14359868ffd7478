import type { Observation } from '../../../model/observation.ts';
import { nothing, type SignReader, seenAt, shownAt } from '../scene.ts';

const isCatalogue = ({ kind, reading }: Observation): boolean =>
  kind === 'catalogue' || (reading?.kind === 'catalogue' && reading.datasets.length > 0);

const told = ({ reading, kindSigns, inspection }: Observation): string =>
  reading === null
    ? `${inspection?.page?.title ?? ''} ${kindSigns.map(({ quote }) => quote).join(' · ')}`
    : `${reading.software}: ${reading.total ?? reading.datasets.length} datasets, “${reading.datasets[0]?.title ?? ''}” among them`;

/** A catalogue of datasets that answered, of the site or of one that it links to. */
export const catalogue: SignReader = (_, { site }) => {
  const found = site.seen.find(isCatalogue);
  return found === undefined ? nothing : shownAt(seenAt(found, told(found)));
};

/** A file of data that was opened and read. */
export const dataFile: SignReader = (_, { site }) => {
  const found = site.seen.find(({ kind, inspection }) => kind === 'data' && inspection?.page === null);
  const columns = found?.inspection?.tables[0]?.columns.map(({ name }) => name).join(' | ') ?? '';
  return found === undefined
    ? nothing
    : shownAt(seenAt(found, columns === '' ? (found.inspection?.format ?? '') : columns));
};
