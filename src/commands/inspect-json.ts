import type { Column, Inspection, Table } from '../model/inspection.ts';
import { asJson } from '../render/escape.ts';
import { type InspectedFile, isNotInspected, type NotInspected } from './inspect-run.ts';

const asColumn = ({ name, type, fill, distinct, distinctIsFloor, examples, numbers, dates }: Column) => ({
  name,
  type,
  fill,
  distinct,
  distinctIsFloor,
  examples,
  numbers,
  dates,
});

const asTable = ({ name, titles, headerRows, above, columns, rows, footers }: Table) => ({
  name,
  headerRows,
  above,
  titles,
  columns: columns.map(asColumn),
  rows,
  footers,
});

const asPage = ({ title, headings, links, forms, refresh, canonical }: NonNullable<Inspection['page']>) => ({
  title,
  headings,
  links: links.length,
  forms,
  refresh,
  canonical,
});

const asInspection = (inspection: Inspection): object => ({
  format: inspection.format,
  mediaType: inspection.mediaType,
  encoding: inspection.encoding,
  delimiter: inspection.delimiter,
  language: inspection.language,
  bytes: inspection.bytes,
  complete: inspection.complete,
  machineReadable: inspection.machineReadable,
  machineReadableBecause: inspection.machineReadableBecause,
  tables: inspection.tables.map(asTable),
  period: inspection.period,
  standards: inspection.standards,
  ...(inspection.page === null ? {} : { page: asPage(inspection.page) }),
  members: inspection.members.map(({ path, bytes, inspection: inside }) => ({
    path,
    bytes,
    inspection: inside === null ? null : asInspection(inside),
  })),
  warnings: inspection.warnings,
});

const asFile = ({ name, inspection, category, findings }: InspectedFile): object => ({
  name,
  ...asInspection(inspection),
  category: category?.id ?? null,
  criteria: findings.map((finding) => ({
    ...finding,
    evidence: [...new Set(finding.where.map(({ evidence }) => evidence))],
    where: finding.where.map(({ evidence, part = '', quote = '' }) => ({ evidence, part, quote })),
  })),
});

/** The JSON of `odi inspect`: the inspection without its text and samples, and the criteria. */
export const inspectionJson = (seen: InspectedFile): string => asJson(asFile(seen));

/** The same of several files under `files`; of one that could not be opened its name and `error`. */
export const inspectionsJson = (seen: readonly (InspectedFile | NotInspected)[]): string =>
  asJson({ files: seen.map((one) => (isNotInspected(one) ? one : asFile(one))) });
