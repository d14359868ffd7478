import type { CellReader, Style } from '../table/cells.ts';
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
const [DIGIT, SIGN, DOT, BLANK, OTHER, DOUBLED] = [1, 2, 4, 8, 16, 32];
const kinds = new Uint8Array(256).fill(OTHER);
for (let byte = ZERO; byte <= NINE; byte += 1) kinds[byte] = DIGIT;
kinds[43] = kinds[45] = SIGN;
kinds[46] = DOT;
kinds[SPACE] = kinds[TAB] = BLANK;

/** Rows at the end that may be notes. */
const FOOTER_ROWS = 20;
/** Longest field that is read as a value; longer ones are text. */
const LONGEST_VALUE = 48;

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
  #carry: Uint8Array = new Uint8Array(0);
  #lines = 0;
  #fields = 0;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #hashes = new Int32Array(64);
  #masks = new Uint8Array(64);

  constructor(options: ScanOptions) {
    this.#options = options;
    this.tallies = Array.from({ length: options.columns }, () => new Tally(options.distinct));
  }

  /** Scans the next bytes. Returns false where scanning has ended for good. */
  push(chunk: Uint8Array): boolean {
    const buffer = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const consumed = this.#scan(buffer, false);
    this.#carry = buffer.subarray(consumed);
    if (this.#carry.length > this.#options.rowBytes) this.overlong = true;
    return !this.overlong;
  }

  /** Scans what is left when no bytes follow. */
  end(): void {
    if (!this.overlong && this.#carry.length > 0) this.#scan(this.#carry, true);
    this.#carry = new Uint8Array(0);
    this.footers.push(...this.#asides.map(({ texts, field }) => (texts[field] ?? '').trim()));
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
      if (filled === 1 && this.tallies.length >= 3) {
        this.#setAside(buffer, fields);
        return;
      }
      if (this.#asides.length > 0) this.#flush();
    }
    if (fields > this.tallies.length) this.ragged += 1;
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
    if (mask === DIGIT && end - start <= 15) {
      let value = 0;
      for (let at = start; at < end; at += 1) value = value * 10 + (buffer[at] as number) - ZERO;
      tally.filled += 1;
      tally.distinct.add(hash);
      tally.addNumber(value, true, end - start > 1 && buffer[start] === ZERO);
    } else if (end - start > LONGEST_VALUE) {
      tally.filled += 1;
      tally.distinct.add(hash);
      tally.texts += 1;
    } else {
      tally.add(this.#options.cells.read(this.#text(buffer, field), this.#options.styles[field] ?? plainStyle), hash);
    }
  }

  #text(buffer: Uint8Array, field: number): string {
    const text = this.#options.decode(buffer.subarray(this.#starts[field], this.#ends[field]));
    return ((this.#masks[field] as number) & DOUBLED) === 0 ? text : text.replaceAll('""', '"');
  }

  #texts(buffer: Uint8Array, fields: number): readonly string[] {
    return Array.from({ length: fields }, (_, field) => this.#text(buffer, field));
  }
}
