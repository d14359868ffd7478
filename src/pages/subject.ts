import type { CatalogueReading, DatasetRecord } from '../model/records.ts';

/**
 * The dataset an answer of a catalogue is about: the one that the address names, else the first. A list of several is
 * judged by its first, as a reader who opens it would.
 */
export const subjectOf = (reading: CatalogueReading | null, url: string): DatasetRecord | null => {
  if (reading === null) return null;
  const named = reading.datasets.find(({ id, landingPage }) => landingPage === url || (id !== '' && url.includes(id)));
  return named ?? reading.datasets[0] ?? null;
};
