import { NotHere } from '../../model/confine.ts';
import { type DecimalMark, decimalMarkOf, readNumber } from '../../text/numbers.ts';
import type { MonthFinder } from '../../time/months.ts';
import { type EraFinder, type OwnCalendar, ownCalendarOf, readOwnDate } from '../../time/own-calendars.ts';
import { type DateOrder, dateOrderOf, readDate } from '../../time/written.ts';
import type { ValueWords } from '../vocabulary.ts';

/** What a cell holds, as far as one cell alone can tell. */
export type Cell =
  | { readonly kind: 'blank' | 'boolean' | 'code' | 'text' | 'geometry' }
  | { readonly kind: 'number'; readonly value: number; readonly integer: boolean; readonly zeroLed: boolean }
  | { readonly kind: 'date'; readonly from: string; readonly to: string };

/** How a column writes what can be read in two ways. */
export interface Style {
  readonly mark: DecimalMark;
  readonly order: DateOrder;
  /** Absent where years are counted as most do. */
  readonly calendar?: OwnCalendar;
}

/** Reads cells by the words of the vocabulary. */
export interface CellReader {
  readonly read: (text: string, style: Style) => Cell;
  /**
   * The styles of the columns of a table, from some of its rows. What only one reading allows decides by majority: in
   * the column itself, else in the whole table.
   */
  readonly stylesOf: (rows: readonly (readonly string[])[], width: number) => readonly Style[];
  /**
   * Told of the width of every row that is laid out, blanks included: a small file can hold rows of very many.
   *
   * @throws NotHere where the cells of all tables together are more than are laid out here
   */
  readonly layOut: (width: number) => void;
}

export const plainStyle: Style = { mark: '.', order: 'day-first' };

/** Cells of each kind that only one reading allows. */
interface Evidence {
  readonly dots: number;
  readonly commas: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
}

const styleBy = ({ dots, commas, dayFirst, monthFirst }: Evidence, otherwise: Style): Style => ({
  mark: commas > dots ? ',' : dots > commas ? '.' : otherwise.mark,
  order: monthFirst > dayFirst ? 'month-first' : dayFirst > monthFirst ? 'day-first' : otherwise.order,
});

const BLANK: Cell = { kind: 'blank' };
const BOOLEAN: Cell = { kind: 'boolean' };
const CODE: Cell = { kind: 'code' };
const TEXT: Cell = { kind: 'text' };
const GEOMETRY: Cell = { kind: 'geometry' };

const wholeNumber = /^\d{1,15}$/;
const geometry =
  /^(?:SRID=\d+;)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION) ?(?:Z|M|ZM)? ?\(|^\{"type": ?"(?:Multi)?(?:Point|LineString|Polygon)"/i;
const code = /^(?=.*\d)[\p{L}\d][\p{L}\d._/:+-]{0,39}$/u;

/** Opens a reader of cells over the words that values are written with; of more than `mostCells` none is laid out. */
export const openCellReader = (
  words: ValueWords,
  monthOf: MonthFinder,
  mostCells = Number.POSITIVE_INFINITY,
  eraOf: EraFinder = () => null,
): CellReader => {
  let left = mostCells;
  const layOut = (width: number): void => {
    left -= width;
    if (left < 0) throw new NotHere('Its tables have more cells than are laid out here.');
  };
  const nulls = new Set(words.nulls);
  const booleans = new Set(words.booleans);
  const isNull = (text: string): boolean => text.length <= 8 && nulls.has(text.toLowerCase());

  const read = (raw: string, style: Style): Cell => {
    const text = raw.trim();
    if (text === '') return BLANK;
    if (wholeNumber.test(text)) {
      return { kind: 'number', value: Number(text), integer: true, zeroLed: text.length > 1 && text[0] === '0' };
    }
    if (isNull(text)) return BLANK;
    const number = readNumber(text, style.mark);
    const date = number?.integer === false || number === null ? readDate(text, { order: style.order, monthOf }) : null;
    if (date && (number === null || !/^\d+[.,]\d+$/.test(text))) return { kind: 'date', ...date };
    const own = style.calendar === undefined ? null : readOwnDate(text, style.calendar, eraOf);
    if (own !== null) return { kind: 'date', ...own };
    if (number) return { kind: 'number', value: number.value, integer: number.integer, zeroLed: false };
    if (text.length <= 8 && booleans.has(text.toLowerCase())) return BOOLEAN;
    if (geometry.test(text.slice(0, 60))) return GEOMETRY;
    return code.test(text) ? CODE : TEXT;
  };

  const evidenceOf = (texts: readonly string[]): Evidence => {
    const evidence = { dots: 0, commas: 0, dayFirst: 0, monthFirst: 0 };
    for (const text of texts) {
      if (text.length > 40 || !/\d/.test(text)) continue;
      const order = dateOrderOf(text);
      if (order === 'day-first') evidence.dayFirst += 1;
      if (order === 'month-first') evidence.monthFirst += 1;
      const mark = /[.,]/.test(text) && readNumber(text, '.') ? decimalMarkOf(text.trim()) : null;
      if (mark === '.') evidence.dots += 1;
      if (mark === ',') evidence.commas += 1;
    }
    return evidence;
  };

  const stylesOf = (rows: readonly (readonly string[])[], width: number): readonly Style[] => {
    const texts = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
    const columns = texts.map(evidenceOf);
    const common = columns.reduce(
      (sum, { dots, commas, dayFirst, monthFirst }) => ({
        dots: sum.dots + dots,
        commas: sum.commas + commas,
        dayFirst: sum.dayFirst + dayFirst,
        monthFirst: sum.monthFirst + monthFirst,
      }),
      { dots: 0, commas: 0, dayFirst: 0, monthFirst: 0 },
    );
    const usual = styleBy(common, plainStyle);
    return columns.map((evidence, at) => {
      const calendar = ownCalendarOf(texts[at] ?? [], eraOf);
      return { ...styleBy(evidence, usual), ...(calendar === null ? {} : { calendar }) };
    });
  };

  return { read, stylesOf, layOut };
};
