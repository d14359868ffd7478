import { readUpTo } from '../bytes.ts';
import type { FileReading, Reader } from '../reader.ts';

/*
 * The shapes of a shapefile: what kind of geometry each record is. Its attributes stand in the table beside it.
 * Source: ESRI Shapefile Technical Description, July 1998.
 */

/** Kinds of geometry by the last digit of the shape type; with a first digit they carry heights and measures, too. */
const kinds: Readonly<Record<number, string>> = {
  1: 'Point',
  3: 'MultiLineString',
  5: 'MultiPolygon',
  8: 'MultiPoint',
};
const multiPatch = 31;
const noShape = 0;

const headerLength = 100;
const recordHeader = 8;
const version = 1000;

/** The name of a shape type; undefined where there is no such type. */
const kindOf = (type: number): string | undefined => {
  if (type === noShape) return '';
  if (type === multiPatch) return 'MultiPatch';
  return type < 30 ? kinds[type % 10] : undefined;
};

/** Records by kind of geometry, and whether the walk through them ended where the file does. */
const walk = (view: DataView): { readonly counts: ReadonlyMap<string, number>; readonly isWhole: boolean } => {
  const counts = new Map<string, number>();
  let at = headerLength;
  while (at + recordHeader + 4 <= view.byteLength) {
    const kind = kindOf(view.getInt32(at + recordHeader, true));
    const words = view.getInt32(at + 4);
    if (kind === undefined || words < 2) return { counts, isWhole: false };
    if (kind !== '') counts.set(kind, (counts.get(kind) ?? 0) + 1);
    at += recordHeader + words * 2;
  }
  return { counts, isWhole: at === view.byteLength };
};

/** An index of shapes, such as `.shx` and `.sbn`, begins as they do and holds places in them, no content of its own. */
const isIndex = (view: DataView): boolean =>
  view.getInt32(28, true) !== version ||
  // The first record of shapes is number 1; that of an index lies 50 words into the shapes.
  (view.byteLength > headerLength + 4 && view.getInt32(headerLength) === headerLength / 2);

const readShapes = (view: DataView, whole: boolean): FileReading => {
  const { counts, isWhole } = walk(view);
  return {
    format: 'shapefile',
    complete: whole && isWhole,
    keys: [...counts].map(([kind, count]) => ({ path: 'geometry', count, examples: [kind] })),
    warnings:
      whole && !isWhole
        ? [{ code: 'truncated-table', says: 'The records of shapes do not end where the file does.' }]
        : [],
  };
};

/** Reads the kinds of geometry of a shapefile, each as a key `geometry` with how many records are of it. */
export const readShapefile: Reader = async ({ source, limits }) => {
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.byteLength < headerLength) return { format: 'shapefile', complete: false };
  return isIndex(view) ? { format: 'shapefile', complete: whole } : readShapes(view, whole);
};
