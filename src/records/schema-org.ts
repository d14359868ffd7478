import type { CatalogueReading } from '../model/records.ts';
import type { CatalogueAnswer } from './answer.ts';
import { readGraph } from './dcat.ts';
import { graphOfJson } from './jsonld.ts';

/** Reads the datasets that a page describes for search engines (schema.org in JSON-LD). */
export const readSchemaOrg = ({ page, url }: CatalogueAnswer): CatalogueReading | null =>
  page === null || page.jsonLd.length === 0 ? null : readGraph(graphOfJson(page.jsonLd), url, 'schema-org', '');
