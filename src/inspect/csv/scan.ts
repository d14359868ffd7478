import { areNotes } from '../table/assemble.ts';
import { type Cell, type CellReader, plainStyle, type Style } from '../table/cells.ts';
import { Tally } from '../table/tally.ts';
import { countNumber } from './count-number.ts';
import { RowFields } from './fields.ts';

/**
 * The scanner over the bytes of delimited text. It counts, types and hashes fields where they stand, without a string
 * for each, which is what lets a file of gigabytes be profiled in seconds; a field is decoded only where its row is
 * asked for or where plain digits are not enough to read it. Held against csv-parse by property tests.
 *
 * Quoting follows RFC 4180, leniently: a quote inside an unquoted field is a character, and so is what stands between a
 * closing quote and the delimiter. Lines end in LF, CRLF or CR; blank ones are no rows.
 */

/** What the scanner has to know of the text. Any encoding that keeps ASCII in single bytes will do. */
export interface ScanOptions {
  /** Byte of the delimiter. */
  readonly delimiter: number;
  /** Byte of the quotes; a double quote where it is left out. */
  readonly quote?: number;
  /** Columns that are tallied; fields further right are counted as ragged. */
  readonly columns: number;
  /** Rows at the beginning that are no data. */
  readonly skip: number;
  /** Are rows of blank fields, and rows of one filled field, rows like others? */
  readonly keepsAll: boolean;
  /** Are lines without anything in them rows, too? */
  readonly keepsEmpty?: boolean;
  readonly styles: readonly Style[];
  readonly cells: CellReader;
  /** Distinct values that are counted exactly. */
  readonly distinct: number;
  /** Bytes of a row at most. */
  readonly rowBytes: number;
  /** Decodes the bytes of one field. */
  readonly decode: (bytes: Uint8Array) => string;
  /** Is this row wanted as text? */
  readonly wants: (row: number) => boolean;
  readonly onRow: (row: number, cells: readonly string[]) => void;
}

const [TAB, LF, CR, SPACE, DOUBLE_QUOTE, ZERO, NINE] = [9, 10, 13, 32, 34, 48, 57];

/** Kinds of bytes in a field, one bit each. */
const [DIGIT, SIGN, DOT, COMMA, BLANK, HIGH, OTHER, DOUBLED] = [1, 2, 4, 8, 16, 32, 64, 128];
const kinds = new Uint8Array(256).fill(OTHER);
kinds.fill(HIGH, 128);
kinds.fill(DIGIT, ZERO, NINE + 1);
kinds[43] = kinds[45] = SIGN;
kinds[44] = COMMA;
kinds[46] = DOT;
kinds[SPACE] = kinds[TAB] = BLANK;

/** Start and step of the FNV-1a hash. */
const [SEED, PRIME] = [0x811c9dc5, 0x01000193];
/** Longest field that is read as a value; longer ones are text. */
const LONGEST_VALUE = 48;
/** Words longer than any that says yes, no or nothing: text without a look. */
const LONGEST_WORD = 8;
/** Cells that are remembered by their hash; a power of two. */
const REMEMBERED = 2 ** 14;
/** Fields that a row is handed over with. */
const WIDEST = 2 ** 14;
/** Rows at the end that may be notes. */
const FOOTER_ROWS = 20;

/** A row of one filled field, that is a note when nothing follows it. */
type Aside = { readonly texts: readonly string[]; readonly field: number; readonly hash: number };

/** Takes bytes as they come; what they add up to is in its public fields. */
export class Scanner {
  readonly tallies: readonly Tally[];
  /** Rows of data so far. */
  rows = 0;
  /** Rows with more filled fields than columns. */
  ragged = 0;
  /** Rows of one filled field at the very end: notes below the data. */
  readonly footers: string[] = [];
  /** True where a row was longer than may be; scanning has ended there. */
  overlong = false;
  readonly #options: ScanOptions;
  readonly #fields = new RowFields();
  readonly #quote: number;
  readonly #keys: Int32Array;
  readonly #cells: (Cell | undefined)[] = [];
  /** The decimal mark of each column, as a kind of byte. */
  readonly #marks: Uint8Array;
  #asides: Aside[] = [];
  #buffer = new Uint8Array(2 ** 10);
  #held = 0;
  #lines = 0;

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#quote = options.quote ?? DOUBLE_QUOTE;
    this.tallies = Array.from(
      { length: options.columns },
      (_, column) => new Tally(options.distinct, options.styles[column] ?? plainStyle),
    );
    this.#keys = new Int32Array(options.columns === 0 ? 0 : REMEMBERED);
    this.#marks = Uint8Array.from(this.tallies, ({ style }) => (style.mark === ',' ? COMMA : DOT));
  }

  /** Scans the next bytes. Returns false where scanning has ended for good. */
  push(chunk: Uint8Array): boolean {
    this.#append(chunk);
    const consumed = this.#scan(this.#buffer.subarray(0, this.#held), false);
    this.#buffer.copyWithin(0, consumed, this.#held);
    this.#held -= consumed;
    if (this.#held > this.#options.rowBytes) this.overlong = true;
    return !this.overlong;
  }

  /** Scans what is left when no bytes follow. */
  end(): void {
    if (!this.overlong && this.#held > 0) this.#scan(this.#buffer.subarray(0, this.#held), true);
    this.#held = 0;
    if (!areNotes(this.tallies, this.rows)) this.#flush();
    this.footers.push(...this.#asides.map(({ texts, field }) => (texts[field] ?? '').trim()));
  }

  /** Puts the bytes behind those of the row that is not whole yet, in one buffer that is used again and again. */
  #append(chunk: Uint8Array): void {
    const needed = this.#held + chunk.length;
    if (needed > this.#buffer.length) {
      const wider = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
      wider.set(this.#buffer.subarray(0, this.#held));
      this.#buffer = wider;
    }
    this.#buffer.set(chunk, this.#held);
    this.#held = needed;
  }

  /** Scans whole rows; returns where the first row begins that is not whole. */
  #scan(buffer: Uint8Array, isLast: boolean): number {
    const { delimiter } = this.#options;
    const quote = this.#quote;
    const fields = this.#fields;
    const size = buffer.length;
    let rowStart = 0;
    let at = 0;
    fields.count = 0;
    while (at < size) {
      let hash = SEED;
      let mask = 0;
      let start = at;
      let end = -1;
      let byte = buffer[at] as number;
      if (byte === quote) {
        start = at + 1;
        end = this.#closing(buffer, start);
        if (!isLast && (end < 0 || end + 1 >= size)) return rowStart;
        if (end < 0) end = size;
        for (let inside = start; inside < end; inside += 1) {
          byte = buffer[inside] as number;
          hash = Math.imul(hash ^ byte, PRIME);
          mask |= byte === quote ? DOUBLED | OTHER : (kinds[byte] as number);
        }
        at = end + 1;
        byte = buffer[at] as number;
        // What follows a closing quote before the delimiter belongs to the field, quotes and all.
        while (at < size && byte !== delimiter && byte !== LF && byte !== CR) {
          mask |= OTHER | DOUBLED;
          at += 1;
          end = at;
          byte = buffer[at] as number;
        }
      } else {
        while (at < size && byte !== delimiter && byte !== LF && byte !== CR) {
          hash = Math.imul(hash ^ byte, PRIME);
          mask |= kinds[byte] as number;
          at += 1;
          byte = buffer[at] as number;
        }
        end = at;
      }
      // A delimiter or a CR in the last place is not enough: what comes next decides.
      if (at + 1 >= size && !isLast && (at >= size || byte !== LF)) return rowStart;
      fields.add(start, end, hash, mask);
      at += 1;
      if (byte === delimiter && at <= size) {
        if (at === size) fields.add(at, at, SEED, 0);
        continue;
      }
      if (byte === CR && buffer[at] === LF) at += 1;
      this.#row(buffer, rowStart);
      rowStart = at;
    }
    if (fields.count > 0) this.#row(buffer, rowStart);
    return size;
  }

  /** Index of the quote that closes the field beginning at `from`, or -1. */
  #closing(buffer: Uint8Array, from: number): number {
    for (let at = buffer.indexOf(this.#quote, from); at >= 0; at = buffer.indexOf(this.#quote, at + 2)) {
      if (buffer[at + 1] !== this.#quote) return at;
    }
    return -1;
  }

  #row(buffer: Uint8Array, from: number): void {
    const fields = this.#fields;
    const { count } = fields;
    fields.count = 0;
    if (count === 1 && fields.ends[0] === from) {
      if (this.#options.keepsEmpty === true) this.#hand([]);
      return;
    }
    this.#lines += 1;
    if (this.#lines <= this.#options.skip) return;
    if (!this.#options.keepsAll) {
      const filled = this.#filled(0, count);
      if (filled === 0) return;
      if (filled === 1 && this.tallies.length >= 2) {
        this.#setAside(buffer, count);
        return;
      }
      if (this.#asides.length > 0) this.#flush();
    }
    const columns = this.tallies.length;
    if (count > columns && this.#filled(columns, count) > 0) this.ragged += 1;
    for (let field = 0; field < count && field < columns; field += 1) this.#count(buffer, field);
    this.#hand(this.#options.wants(this.rows) ? this.#texts(buffer, count) : null);
  }

  #hand(texts: readonly string[] | null): void {
    if (texts !== null) this.#options.onRow(this.rows, texts);
    this.rows += 1;
  }

  /** Filled fields in a range, counted up to two. */
  #filled(from: number, to: number): number {
    let filled = 0;
    for (let field = from; field < to && filled < 2; field += 1) if (this.#isFilled(field)) filled += 1;
    return filled;
  }

  #isFilled(field: number): boolean {
    return ((this.#fields.masks[field] as number) & ~BLANK) !== 0;
  }

  #setAside(buffer: Uint8Array, count: number): void {
    const texts = this.#texts(buffer, count);
    const field = texts.findIndex((_, at) => this.#isFilled(at));
    this.#asides.push({ texts, field, hash: this.#fields.hashes[field] as number });
    if (this.#asides.length > FOOTER_ROWS) this.#flush();
  }

  /** Rows that were set aside are rows like others, since one follows them. */
  #flush(): void {
    for (const { texts, field, hash } of this.#asides) {
      const style = this.#options.styles[field] ?? plainStyle;
      const tally = this.tallies[field];
      if (tally?.add(this.#options.cells.read(texts[field] ?? '', style), hash)) tally.keep(texts[field] ?? '');
      this.#hand(this.#options.wants(this.rows) ? texts : null);
    }
    this.#asides = [];
  }

  #count(buffer: Uint8Array, field: number): void {
    if (!this.#isFilled(field)) return;
    const mask = this.#fields.masks[field] as number;
    const hash = this.#fields.hashes[field] as number;
    const start = this.#fields.starts[field] as number;
    const end = this.#fields.ends[field] as number;
    const tally = this.tallies[field] as Tally;
    if ((mask & ~(DIGIT | (this.#marks[field] as number))) === 0 && countNumber(buffer, tally, start, end)) {
      tally.filled += 1;
      tally.distinct.add(hash);
    } else if (end - start > LONGEST_VALUE || ((mask & (DIGIT | HIGH)) === 0 && end - start > LONGEST_WORD)) {
      tally.filled += 1;
      tally.texts += 1;
      if (tally.distinct.add(hash) && tally.keepsValues) tally.keep(this.#text(buffer, field));
    } else if (tally.add(this.#cell(buffer, field, hash), hash) && tally.keepsValues) {
      tally.keep(this.#text(buffer, field));
    }
  }

  /** The cell a field holds; columns repeat themselves, so what was read is remembered by its hash. */
  #cell(buffer: Uint8Array, field: number, hash: number): Cell {
    const key = hash ^ Math.imul(field + 1, 0x9e3779b1);
    const slot = (key ^ (key >>> 15)) & (REMEMBERED - 1);
    const known = this.#keys[slot] === key ? this.#cells[slot] : undefined;
    if (known !== undefined) return known;
    const cell = this.#options.cells.read(this.#text(buffer, field), this.#options.styles[field] ?? plainStyle);
    this.#keys[slot] = key;
    this.#cells[slot] = cell;
    return cell;
  }

  #text(buffer: Uint8Array, field: number): string {
    const { starts, ends, masks } = this.#fields;
    const text = this.#options.decode(buffer.subarray(starts[field], ends[field]));
    return ((masks[field] as number) & DOUBLED) === 0
      ? text
      : text.replaceAll(String.fromCharCode(this.#quote, this.#quote), String.fromCharCode(this.#quote));
  }

  #texts(buffer: Uint8Array, count: number): readonly string[] {
    return Array.from({ length: Math.min(count, WIDEST) }, (_, field) => this.#text(buffer, field));
  }
}
