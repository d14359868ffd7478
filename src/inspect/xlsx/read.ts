import type { Table, Warning } from '../../model/inspection.ts';
import { overBound } from '../over-bound.ts';
import type { Context, FileReading } from '../reader.ts';
import { SheetBuilder } from '../table/sheet.ts';
import type { ArchiveMember, ZipArchive } from '../zip/archive.ts';
import { readSharedStrings, readStyles, readWorkbook } from './parts.ts';
import { type CellFormats, readSheet } from './sheet.ts';

/** Reads a workbook sheet by sheet, as a stream. */
export const readXlsx = async (archive: ZipArchive, context: Context): Promise<FileReading> => {
  const part = (path: string): ArchiveMember | undefined =>
    archive.members.find((member) => member.path.toLowerCase() === path.toLowerCase());
  const workbook = await readWorkbook(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  const strings = await readSharedStrings(part('xl/sharedStrings.xml'), context.limits);
  const dates = await readStyles(part('xl/styles.xml'));
  const formats: CellFormats = { strings: strings.texts, isDate: (style) => dates.has(style), is1904: workbook.is1904 };
  const tables: Table[] = [];
  const warnings: Warning[] = [];
  let isWhole = strings.isWhole;
  if (!strings.isWhole)
    warnings.push({ code: overBound, says: 'Its cells share more texts than are read; the others are blank.' });
  let hasPicture = archive.members.some(({ path }) => /^xl\/media\//i.test(path));
  for (const { name, target } of workbook.sheets.slice(0, context.limits.tables)) {
    const sheet = part(target);
    if (sheet === undefined) {
      warnings.push({ code: 'missing-sheet', says: `The sheet ${name} is announced but not in the file.` });
      isWhole = false;
      continue;
    }
    const builder = new SheetBuilder(name, context.cells, context.limits);
    const rest = await readSheet(sheet.source, formats, (row) => builder.add(row));
    const isSheetWhole = rest.broken === null && sheet.source.complete;
    if (rest.broken !== null)
      warnings.push({ code: 'broken-sheet', says: `The sheet ${name} breaks off: ${rest.broken.slice(0, 150)}` });
    isWhole &&= isSheetWhole;
    hasPicture ||= rest.hasDrawing;
    tables.push(...builder.finish(isSheetWhole, rest.merges));
  }
  const isPicture = tables.length === 0 && hasPicture;
  return {
    tables,
    complete: isWhole && workbook.sheets.length <= context.limits.tables,
    warnings,
    ...(isPicture ? { machineReadable: 'No', machineReadableBecause: 'picture-only' } : {}),
  };
};
