import type { CatalogueReading } from '../model/records.ts';
import type { CatalogueAnswer } from './answer.ts';
import { datasetOfDublinCore, datasetOfIso } from './iso.ts';
import { countOf } from './json.ts';
import { catalogueReading, errorReading, recordReading, withQuery } from './record.ts';
import { allOf, type Element, innerText } from './xml.ts';

/* Catalogue Service for the Web, 2.0.2 and 3.0 (OGC 07-006, 12-176). */

const software = 'csw';
const isoNames = ['MD_Metadata', 'MI_Metadata'];
const dublinNames = ['Record', 'SummaryRecord', 'BriefRecord'];

const pagingOf = (root: Element, url: string): { readonly total: number | null; readonly next: string | null } => {
  const [results] = allOf(root, 'SearchResults');
  const total = countOf(results?.attributes['numberOfRecordsMatched']);
  const next = countOf(results?.attributes['nextRecord']);
  // Zero means that this was the last page, and some servers count on past the end.
  const isMore = next !== null && next > 0 && (total === null || next <= total);
  return { total, next: isMore ? withQuery(url, { startPosition: next }) : null };
};

/** Reads answers of a CSW, and single records of ISO 19115. */
export const readCsw = (root: Element, { url }: CatalogueAnswer): CatalogueReading | null => {
  if (isoNames.includes(root.name)) return recordReading('iso', datasetOfIso(root, url));
  if (root.name === 'ExceptionReport') return errorReading(software, innerText(root));
  if (root.name !== 'GetRecordsResponse' && root.name !== 'GetRecordByIdResponse') return null;
  const datasets = [
    ...isoNames.flatMap((name) => allOf(root, name).map((record) => datasetOfIso(record, url))),
    ...dublinNames.flatMap((name) => allOf(root, name).map((record) => datasetOfDublinCore(record, url))),
  ];
  const [only] = datasets;
  if (root.name === 'GetRecordByIdResponse' && only !== undefined) return recordReading(software, only);
  return catalogueReading(software, datasets, pagingOf(root, url));
};
