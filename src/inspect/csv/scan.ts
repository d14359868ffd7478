import { areNotes } from '../table/assemble.ts';
import type { Cell, CellReader, Style } from '../table/cells.ts';
import { plainStyle } from '../table/cells.ts';
import { Tally } from '../table/tally.ts';

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
  /** Columns that are tallied; fields further right are counted as ragged. */
  readonly columns: number;
  /** Rows at the beginning that are no data. */
  readonly skip: number;
  /** Are rows of blank fields, and rows of one filled field, rows like others? */
  readonly keepsAll: boolean;
  readonly styles: readonly Style[];
  readonly cells: CellReader;
  readonly distinct: number;
  readonly rowBytes: number;
  /** Decodes the bytes of one field. */
  readonly decode: (bytes: Uint8Array) => string;
  /** Is the next row wanted as text? */
  readonly wants: (row: number) => boolean;
  readonly onRow: (row: number, cells: readonly string[]) => void;
}

const [TAB, LF, CR, SPACE, QUOTE, ZERO, NINE] = [9, 10, 13, 32, 34, 48, 57];

/** Kinds of bytes in a field, one bit each. */
const [DIGIT, SIGN, DOT, COMMA, BLANK, HIGH, OTHER, DOUBLED] = [1, 2, 4, 8, 16, 32, 64, 128];
const kinds = new Uint8Array(256).fill(OTHER);
kinds.fill(HIGH, 128);
kinds.fill(DIGIT, ZERO, NINE + 1);
kinds[43] = kinds[45] = SIGN;
kinds[44] = COMMA;
kinds[46] = DOT;
kinds[SPACE] = kinds[TAB] = BLANK;

/** Longest field that is read as a value; longer ones are text. */
const LONGEST_VALUE = 48;
/** Words longer than any that says yes, no or nothing: text without a look. */
const LONGEST_WORD = 8;
/** Digits that a number holds exactly. */
const EXACT = 15;
/** Cells that are remembered by their hash; a power of two. */
const REMEMBERED = 2 ** 14;
const powers = Float64Array.from({ length: EXACT + 1 }, (_, exponent) => 10 ** exponent);

/** Rows at the end that may be notes. */
const FOOTER_ROWS = 20;

export class Scanner {
  readonly #options: ScanOptions;
  readonly tallies: readonly Tally[];
  /** Rows of data so far. */
  rows = 0;
  /** Rows with more fields than columns. */
  ragged = 0;
  /** Rows of one filled field at the very end: notes below the data. */
  readonly footers: string[] = [];
  /** True where a row was longer than may be; scanning has ended there. */
  overlong = false;
  #asides: { readonly texts: readonly string[]; readonly field: number; readonly hash: number }[] = [];
  #buffer = new Uint8Array(2 ** 17);
  #held = 0;
  #lines = 0;
  #fields = 0;
  readonly #keys = new Int32Array(REMEMBERED);
  readonly #cells: (Cell | undefined)[] = new Array(REMEMBERED);
  /** The decimal mark of each column, as a kind of byte. */
  readonly #marks: Uint8Array;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #hashes = new Int32Array(64);
  #masks = new Uint8Array(64);

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#marks = Uint8Array.from({ length: options.columns }, (_, column) =>
      options.styles[column]?.mark === ',' ? COMMA : DOT,
    );
    this.tallies = Array.from({ length: options.columns }, () => new Tally(options.distinct));
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
    const size = buffer.length;
    let rowStart = 0;
    let at = 0;
    this.#fields = 0;
    while (at < size) {
      let hash = 0x811c9dc5;
      let mask = 0;
      let start = at;
      let end = -1;
      let byte = buffer[at] as number;
      if (byte === QUOTE) {
        start = at + 1;
        at = this.#closing(buffer, start);
        if (at + 1 >= size && !isLast) return rowStart;
        if (at < 0) return isLast ? this.#unclosed(buffer, start) : rowStart;
        end = at;
        for (let p = start; p < end; p += 1) {
          byte = buffer[p] as number;
          hash = Math.imul(hash ^ byte, 0x01000193);
          mask |= byte === QUOTE ? DOUBLED | OTHER : (kinds[byte] as number);
        }
        at += 1;
        byte = at < size ? (buffer[at] as number) : LF;
        // What follows a closing quote before the delimiter belongs to the field, quotes and all.
        while (at < size && byte !== delimiter && byte !== LF && byte !== CR) {
          mask |= OTHER | DOUBLED;
          end = at + 1;
          at += 1;
          byte = buffer[at] as number;
        }
      } else {
        while (at < size && byte !== delimiter && byte !== LF && byte !== CR) {
          hash = Math.imul(hash ^ byte, 0x01000193);
          mask |= kinds[byte] as number;
          at += 1;
          byte = buffer[at] as number;
        }
        end = at;
      }
      if (at >= size) {
        if (!isLast) return rowStart;
        this.#field(start, end, hash, mask);
        break;
      }
      this.#field(start, end, hash, mask);
      at += 1;
      if (byte === delimiter) {
        if (at >= size) {
          if (!isLast) return rowStart;
          this.#field(at, at, 0, 0);
        }
        continue;
      }
      if (byte === CR) {
        if (at >= size && !isLast) return rowStart;
        if (buffer[at] === LF) at += 1;
      }
      this.#row(buffer);
      rowStart = at;
    }
    if (this.#fields > 0) this.#row(buffer);
    return size;
  }

  /** Index of the quote that closes the field beginning at `from`, or -1. */
  #closing(buffer: Uint8Array, from: number): number {
    for (let at = buffer.indexOf(QUOTE, from); at >= 0; at = buffer.indexOf(QUOTE, at + 2)) {
      if (buffer[at + 1] !== QUOTE) return at;
    }
    return -1;
  }

  /** A quote that is never closed: at the end of the text the rest is one field. */
  #unclosed(buffer: Uint8Array, start: number): number {
    this.#field(start, buffer.length, 0, OTHER);
    this.#row(buffer);
    return buffer.length;
  }

  #field(start: number, end: number, hash: number, mask: number): void {
    if (this.#fields === this.#starts.length) this.#widen();
    this.#starts[this.#fields] = start;
    this.#ends[this.#fields] = end;
    this.#hashes[this.#fields] = hash;
    this.#masks[this.#fields] = mask;
    this.#fields += 1;
  }

  #widen(): void {
    const wider = this.#starts.length * 2;
    const grow = <T extends Int32Array | Uint8Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#starts = grow(new Int32Array(wider), this.#starts);
    this.#ends = grow(new Int32Array(wider), this.#ends);
    this.#hashes = grow(new Int32Array(wider), this.#hashes);
    this.#masks = grow(new Uint8Array(wider), this.#masks);
  }

  #row(buffer: Uint8Array): void {
    const fields = this.#fields;
    this.#fields = 0;
    if (fields === 1 && this.#starts[0] === this.#ends[0]) return;
    this.#lines += 1;
    if (this.#lines <= this.#options.skip) return;
    if (!this.#options.keepsAll) {
      const filled = this.#filled(fields);
      if (filled === 0) return;
      if (filled === 1 && this.tallies.length >= 2) {
        this.#setAside(buffer, fields);
        return;
      }
      if (this.#asides.length > 0) this.#flush();
    }
    if (fields > this.tallies.length && this.#overflows(fields)) this.ragged += 1;
    const counted = Math.min(fields, this.tallies.length);
    for (let field = 0; field < counted; field += 1) this.#count(buffer, field);
    this.#hand(this.#options.wants(this.rows) ? this.#texts(buffer, fields) : null);
  }

  #hand(texts: readonly string[] | null): void {
    if (texts !== null) this.#options.onRow(this.rows, texts);
    this.rows += 1;
  }

  /** Filled fields, counted up to two. */
  #filled(fields: number): number {
    let filled = 0;
    for (let field = 0; field < fields && filled < 2; field += 1) {
      if (((this.#masks[field] as number) & ~BLANK) !== 0) filled += 1;
    }
    return filled;
  }

  #overflows(fields: number): boolean {
    for (let field = this.tallies.length; field < fields; field += 1) {
      if (((this.#masks[field] as number) & ~BLANK) !== 0) return true;
    }
    return false;
  }

  #setAside(buffer: Uint8Array, fields: number): void {
    const texts = this.#texts(buffer, fields);
    const field = texts.findIndex((_, at) => ((this.#masks[at] as number) & ~BLANK) !== 0);
    this.#asides.push({ texts, field, hash: this.#hashes[field] as number });
    if (this.#asides.length > FOOTER_ROWS) this.#flush();
  }

  /** Rows that were set aside are rows like others, since one follows them. */
  #flush(): void {
    for (const { texts, field, hash } of this.#asides) {
      const style = this.#options.styles[field] ?? plainStyle;
      this.tallies[field]?.add(this.#options.cells.read(texts[field] ?? '', style), hash);
      this.#hand(this.#options.wants(this.rows) ? texts : null);
    }
    this.#asides = [];
  }

  #count(buffer: Uint8Array, field: number): void {
    const mask = this.#masks[field] as number;
    if ((mask & ~BLANK) === 0) return;
    const tally = this.tallies[field] as Tally;
    const hash = this.#hashes[field] as number;
    const start = this.#starts[field] as number;
    const end = this.#ends[field] as number;
    if ((mask & ~(DIGIT | (this.#marks[field] as number))) === 0 && this.#countNumber(buffer, tally, start, end)) {
      tally.filled += 1;
      tally.distinct.add(hash);
    } else if (end - start > LONGEST_VALUE || ((mask & (DIGIT | HIGH)) === 0 && end - start > LONGEST_WORD)) {
      tally.filled += 1;
      tally.texts += 1;
      tally.distinct.add(hash);
    } else {
      tally.add(this.#cell(buffer, field, hash), hash);
    }
  }

  /** Counts plain digits with at most one decimal mark; false where it is no such number. */
  #countNumber(buffer: Uint8Array, tally: Tally, start: number, end: number): boolean {
    const first = start;
    let value = 0;
    let mark = -1;
    for (let at = first; at < end; at += 1) {
      const byte = buffer[at] as number;
      if (byte >= ZERO) value = value * 10 + byte - ZERO;
      else if (mark < 0) mark = at;
      else return false;
    }
    const digits = end - first - (mark < 0 ? 0 : 1);
    if (digits === 0 || digits > EXACT || mark === first) return false;
    if (mark < 0) tally.addNumber(value, true, digits > 1 && buffer[first] === ZERO);
    else tally.addNumber(value / (powers[end - mark - 1] as number), false, false);
    return true;
  }

  /** The cell a field holds; columns repeat themselves, so what was read is remembered by its hash. */
  #cell(buffer: Uint8Array, field: number, hash: number): Cell {
    const key = hash ^ Math.imul(field + 1, 0x9e3779b1);
    const slot = (key ^ (key >>> 15)) & (REMEMBERED - 1);
    if (this.#keys[slot] !== key || this.#cells[slot] === undefined) {
      this.#keys[slot] = key;
      this.#cells[slot] = this.#options.cells.read(
        this.#text(buffer, field),
        this.#options.styles[field] ?? plainStyle,
      );
    }
    return this.#cells[slot] as Cell;
  }

  #text(buffer: Uint8Array, field: number): string {
    const text = this.#options.decode(buffer.subarray(this.#starts[field], this.#ends[field]));
    return ((this.#masks[field] as number) & DOUBLED) === 0 ? text : text.replaceAll('""', '"');
  }

  #texts(buffer: Uint8Array, fields: number): readonly string[] {
    return Array.from({ length: fields }, (_, field) => this.#text(buffer, field));
  }
}
