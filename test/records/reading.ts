import { refuse } from '../../src/model/defect.ts';
import type { CatalogueReading, DatasetRecord } from '../../src/model/records.ts';
import { type CatalogueAnswer, readCatalogue } from '../../src/records/index.ts';

/** Reads an answer written by hand. Objects are sent as JSON. */
export const read = (
  url: string,
  body: unknown,
  given: Partial<CatalogueAnswer> = {},
): Promise<CatalogueReading | null> =>
  readCatalogue(
    {
      url,
      status: 200,
      mediaType: null,
      text: typeof body === 'string' ? body : JSON.stringify(body),
      page: null,
      ...given,
    },
    refuse,
  );

/** The one dataset of a reading. */
export const only = (reading: CatalogueReading | null): DatasetRecord => {
  const [dataset] = reading?.datasets ?? [];
  if (dataset === undefined || reading?.datasets.length !== 1) {
    throw new Error(`One dataset was expected: ${JSON.stringify(reading)}`);
  }
  return dataset;
};
