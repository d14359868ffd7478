import type { Source } from '../../model/inspection.ts';
import type { Merge } from '../table/header.ts';
import { decoded, xmlDefault } from '../xml/decode.ts';
import { parseXml } from '../xml/events.ts';

/** How a sheet's numbers and texts are to be shown. */
export interface CellFormats {
  readonly strings: readonly string[];
  /** Is the number format of this style a date? */
  readonly isDate: (style: number) => boolean;
  readonly is1904: boolean;
}

/** Cells that a row may have, and blank rows that a jump in row numbers is taken for. */
const WIDEST = 16_384;
const LONGEST_GAP = 50;

const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length && at < 3; at += 1) {
    const code = reference.charCodeAt(at) | 32;
    if (code < 97 || code > 122) break;
    column = column * 26 + code - 96;
  }
  return column - 1;
};

const rowOf = (reference: string): number => Number(/\d{1,7}$/.exec(reference)?.[0] ?? 0) - 1;

/** A serial day of a workbook as a date; 1900 is taken for a leap year as the first spreadsheet did. */
export const serialDay = (serial: number, is1904: boolean): string | null => {
  const days = Math.floor(serial) + (is1904 ? 24107 : serial < 60 ? -25568 : -25569);
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  if (serial < 1 && !is1904) return new Date(seconds * 1000).toISOString().slice(11, 19);
  const text = new Date((is1904 ? days - 48_214 : days) * 86_400_000 + seconds * 1000).toISOString();
  return seconds === 0 ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
};

const numberText = (text: string): string =>
  text.length > 15 && /[.e]/i.test(text) ? String(Number(Number(text).toPrecision(15))) : text;

/** What of a sheet is not rows. */
export interface SheetRest {
  readonly merges: readonly Merge[];
  readonly hasDrawing: boolean;
  readonly broken: string | null;
}

/** Streams the rows of a sheet part. */
export const readSheet = async (
  source: Source,
  formats: CellFormats,
  onRow: (row: readonly string[]) => void,
): Promise<SheetRest> => {
  const merges: Merge[] = [];
  let hasDrawing = false;
  let row: string[] = [];
  let rowNumber = -1;
  let lastRow = -1;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let isValue = false;
  const shown = (): string => {
    if (type === 's') return formats.strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e') return '';
    if (type === '' || type === 'n') {
      return value !== '' && formats.isDate(style)
        ? (serialDay(Number(value), formats.is1904) ?? value)
        : numberText(value);
    }
    return value;
  };
  const broken = await parseXml(
    decoded(source, xmlDefault),
    {
      open: ({ name, attributes }) => {
        const tag = name.slice(name.indexOf(':') + 1);
        if (tag === 'row') {
          const number = Number(attributes['r'] ?? Number.NaN);
          rowNumber = Number.isInteger(number) && number > lastRow ? number : lastRow + (lastRow < 0 ? 2 : 1);
          row = [];
          column = -1;
        } else if (tag === 'c') {
          const at = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
          column = at >= 0 && at < WIDEST ? at : column + 1;
          type = attributes['t'] ?? '';
          style = Number(attributes['s'] ?? 0);
          value = '';
        } else if (tag === 'v' || tag === 't') isValue = true;
        else if (tag === 'mergeCell' && merges.length < 20_000) {
          const [from = '', to = from] = (attributes['ref'] ?? '').split(':');
          merges.push({ top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) });
        } else if (tag === 'drawing' || tag === 'picture') hasDrawing = true;
      },
      text: (text) => {
        if (isValue && value.length < 32_768) value += text;
      },
      close: (name) => {
        const tag = name.slice(name.indexOf(':') + 1);
        if (tag === 'v' || tag === 't') isValue = false;
        else if (tag === 'c') {
          while (row.length < column) row.push('');
          if (column < WIDEST) row[column] = shown();
        } else if (tag === 'row') {
          for (let gap = Math.min(rowNumber - lastRow - 1, LONGEST_GAP); gap > 0 && lastRow >= 0; gap -= 1) onRow([]);
          for (let gap = Math.min(rowNumber - 1, LONGEST_GAP); gap > 0 && lastRow < 0; gap -= 1) onRow([]);
          onRow(row);
          lastRow = rowNumber;
        }
      },
    },
    () => source.complete,
  );
  return { merges, hasDrawing, broken };
};
