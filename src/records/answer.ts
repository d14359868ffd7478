import type { Json } from '../model/basics.ts';
import type { Page } from '../model/inspection.ts';
import type { CatalogueReading } from '../model/records.ts';

/** What an address answered, as far as reading it needs. */
export interface CatalogueAnswer {
  readonly url: string;
  readonly status: number;
  readonly mediaType: string | null;
  readonly text: string;
  /** The page where the answer is HTML. */
  readonly page: Page | null;
}

/** Reads one software's JSON; null where it is not that software's. */
export type JsonReader = (json: Json, answer: CatalogueAnswer) => CatalogueReading | null;

/** Datasets that are read of one answer; what is beyond is counted in `total` alone. */
export const mostDatasets = 10_000;

/** Files that are read of one dataset. */
export const mostDistributions = 5_000;
