import type { Sign } from '../../model/observation.ts';
import { isProse } from '../../web/formats.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { licenceInElements } from './licence.ts';

/** Findings of the inspection that speak of a file, not of a page or prose. */
const aboutFiles = new Set([
  'rows-or-records',
  'header-without-rows',
  'document',
  'picture-only',
  'links-only',
  'not-read',
]);

/** Lines that are looked at to tell rows from prose, and how many make rows. */
const looked = 60;
const fewest = 5;

/** A plain text whose lines are mostly several fields apiece, though no reader could part them. */
const rowsOfText = ({ inspection }: View): string | null => {
  const lines = inspection.text
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .map((line) => line.trim().slice(0, 400))
    .filter((line) => line !== '')
    .slice(0, looked);
  const rows = lines.filter((line) => /\d/.test(line) && line.split(/[,;|\t]|\s{2,}/).length > 3);
  return rows.length >= fewest && rows.length * 2 > lines.length ? (rows[0] ?? null) : null;
};

/** A file: whatever arrived that is not a page to browse and was recognised for what it is. */
export const data: KindReader = {
  kind: 'data',
  signsOf: (view): readonly Sign[] => {
    const { page, inspection, formats } = view;
    if (page !== null || inspection.format === 'unknown' || licenceInElements(view).length > 0) return [];
    const { tables, members, keys, format } = inspection;
    if (isProse(formats.byId(format)) && tables.length === 0) {
      const rows = signWhere('text-rows', rowsOfText(view));
      return rows.length > 0 || view.role !== 'data-file' ? rows : signWhere('file', view.text.slice(0, 80));
    }
    const isFile =
      tables.length + members.length + keys.length > 0 || aboutFiles.has(inspection.machineReadableBecause);
    const rows = tables[0]?.rows ?? null;
    return isFile ? signWhere('file', rows === null ? format : `${format}, ${rows} rows`) : [];
  },
};
