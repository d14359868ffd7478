import type { Table } from '../../model/inspection.ts';
import type { Context } from '../reader.ts';
import type { Merge } from '../table/header.ts';
import { SheetBuilder } from '../table/sheet.ts';
import type { Encoding } from '../text/encoding.ts';
import { decoded } from './decode.ts';
import { localName, parseXml, type StartTag } from './events.ts';

/** Blank rows that a jump in row numbers is taken for, and merged blocks that are remembered. */
const LONGEST_GAP = 50;
const MOST_MERGES = 20_000;
/** Characters of a cell. */
const LONGEST_CELL = 32_768;

/** Attributes by their names without a prefix; the prefix is the writer's choice. */
const attribute = ({ attributes }: StartTag, name: string): string | undefined =>
  attributes[`ss:${name}`] ??
  Object.entries(attributes).find(([key]) => localName(key).toLowerCase() === name.toLowerCase())?.[1];

const countOf = (text: string | undefined): number => {
  const count = Number(text ?? 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
};

const shownAs = (type: string, value: string): string => {
  if (type === 'Boolean') return value.trim() === '1' ? 'TRUE' : 'FALSE';
  if (type === 'Error') return '';
  if (type !== 'DateTime') return value;
  const [day = '', time = ''] = value.trim().split('T');
  return /^00:00:00(?:\.0+)?$/.test(time) || time === '' ? day : `${day} ${time.replace(/\.0+$/, '')}`;
};

/** What the sheets of a workbook in XML come to. */
export interface Sheets {
  readonly tables: readonly Table[];
  /** False where there are more sheets than may be read. */
  readonly isWhole: boolean;
}

/** Puts one row together from cells that may leave places out and reach over others. */
class Cells {
  readonly values: string[] = [];
  #column = 0;

  /** The column that the cell stands in; later cells stand right of all it spans. */
  place(index: number, across: number, most: number): number {
    const column = index > 0 ? index - 1 : this.#column;
    this.#column = column + 1 + across;
    return column < most ? column : -1;
  }

  put(column: number, value: string): void {
    while (this.values.length < column) this.values.push('');
    this.values[column] = value;
  }
}

/** Reads a workbook written as XML (SpreadsheetML of Office 2003): rows of cells, with jumps and merged blocks. */
export const readSpreadsheetXml = async (context: Context, encoding: Encoding, isWhole: boolean): Promise<Sheets> => {
  const { limits } = context;
  const tables: Table[] = [];
  let sheets = 0;
  let builder: SheetBuilder | null = null;
  let merges: Merge[] = [];
  let row = new Cells();
  let rowNumber = 0;
  let column = -1;
  let text = '';
  let type = '';
  let isData = false;

  const openRow = (element: StartTag): void => {
    const index = countOf(attribute(element, 'Index'));
    const gap = index > rowNumber + 1 ? index - rowNumber - 1 : 0;
    for (let blank = 0; blank < Math.min(gap, LONGEST_GAP); blank += 1) builder?.add([]);
    rowNumber = index > rowNumber ? index : rowNumber + 1;
    row = new Cells();
  };
  const openCell = (element: StartTag): void => {
    const [across, down] = [countOf(attribute(element, 'MergeAcross')), countOf(attribute(element, 'MergeDown'))];
    column = row.place(countOf(attribute(element, 'Index')), across, limits.columns);
    [text, type] = ['', ''];
    if (column < 0 || across + down === 0 || merges.length >= MOST_MERGES) return;
    const top = rowNumber - 1;
    merges.push({ top, left: column, bottom: top + down, right: column + across });
  };
  const open = (element: StartTag): void => {
    const name = localName(element.name);
    if (name === 'Worksheet') {
      sheets += 1;
      merges = [];
      rowNumber = 0;
      const title = attribute(element, 'Name') ?? `sheet ${sheets}`;
      builder = sheets > limits.tables ? null : new SheetBuilder(title, context.cells, limits);
    } else if (name === 'Row') openRow(element);
    else if (name === 'Cell') openCell(element);
    else if (name === 'Data') {
      type = attribute(element, 'Type') ?? '';
      isData = true;
    }
  };
  const close = (tag: string): void => {
    const name = localName(tag);
    if (name === 'Data') isData = false;
    else if (name === 'Cell' && column >= 0 && text !== '') row.put(column, shownAs(type, text));
    else if (name === 'Row') builder?.add(row.values);
    else if (name === 'Worksheet') {
      tables.push(...(builder?.finish(isWhole, merges) ?? []));
      builder = null;
    }
  };
  const onText = (chunk: string): void => {
    if (isData && text.length < LONGEST_CELL) text += chunk;
  };
  await parseXml(decoded(context.source, encoding), { open, text: onText, close }, () => false);
  return { tables, isWhole: sheets <= limits.tables };
};
