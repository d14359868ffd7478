import type { Day } from '../../model/basics.ts';
import type { ColumnType } from '../../model/inspection.ts';
import { isLoneYear } from '../../time/day.ts';
import { isCompactDay, readCompactDay } from '../../time/written.ts';
import type { Cell, Style } from './cells.ts';

const FNV_SEED = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Mixes a hash so that its low bits can be used. */
const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return once ^ (once >>> 16);
};

/** Hash of a text, 32 bits. */
export const hashOf = (text: string): number => {
  let hash = FNV_SEED;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
};

/**
 * Counts distinct values by their 32-bit hashes, exactly up to a bound but for collisions (one in a hundred tables of
 * 10,000 distinct values is one short).
 */
export class Distinct {
  readonly #most: number;
  #slots = new Int32Array(64);
  #hasZero = false;
  size = 0;
  /** True when the bound was met and counting stopped. */
  isFloor = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts a value; true where it was not met before. */
  add(hash: number): boolean {
    if (this.isFloor) return false;
    if (hash === 0) {
      const isNew = !this.#hasZero;
      if (isNew) this.size += 1;
      this.#hasZero = true;
      return isNew;
    }
    if (!this.#place(this.#slots, hash)) return false;
    if (this.size >= this.#most) {
      this.isFloor = true;
      this.#slots = new Int32Array(0);
      return false;
    }
    this.size += 1;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #place(slots: Int32Array, hash: number): boolean {
    const mask = slots.length - 1;
    let at = mixed(hash) & mask;
    for (let held = slots[at]; held !== 0; held = slots[at]) {
      if (held === hash) return false;
      at = (at + 1) & mask;
    }
    slots[at] = hash;
    return true;
  }

  #grow(): void {
    const wider = new Int32Array(this.#slots.length * 2);
    for (const hash of this.#slots) if (hash !== 0) this.#place(wider, hash);
    this.#slots = wider;
  }
}

/** Different texts of a column that are kept, and characters of each. */
const MOST_VALUES = 300;
const LONGEST_VALUE = 200;

/** What one column's values add up to; of texts, the different ones are kept where they are few. */
export class Tally {
  filled = 0;
  integers = 0;
  decimals = 0;
  /** Whole numbers with leading zeros: codes, not amounts. */
  zeroLed = 0;
  /** Whole numbers that could be years. */
  years = 0;
  /** Whole numbers that could be days written `20190501`. */
  compactDays = 0;
  dates = 0;
  booleans = 0;
  codes = 0;
  texts = 0;
  geometries = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  sum = 0;
  from: Day | null = null;
  to: Day | null = null;
  compactMin = Number.POSITIVE_INFINITY;
  compactMax = 0;
  readonly distinct: Distinct;
  /** What its numbers and dates are read with. */
  readonly style: Style;
  #values: string[] | null = [];

  constructor(mostDistinct: number, style: Style) {
    this.style = style;
    this.distinct = new Distinct(mostDistinct);
  }

  /** All different texts, in the order in which they were met; null where they are too many to keep. */
  get values(): readonly string[] | null {
    return this.#values;
  }

  /** Will the next new text be kept? Lets a caller skip the work of making it. */
  get keepsValues(): boolean {
    return this.#values !== null;
  }

  /** Keeps a text that was not met before. */
  keep(text: string): void {
    if (this.#values === null) return;
    if (this.#values.length >= MOST_VALUES) this.#values = null;
    else this.#values.push(text.trim().slice(0, LONGEST_VALUE));
  }

  /** Counts a cell; true where its value was not met before. */
  add(cell: Cell, hash: number): boolean {
    if (cell.kind === 'blank') return false;
    this.filled += 1;
    const isNew = this.distinct.add(hash);
    if (cell.kind === 'number') this.addNumber(cell.value, cell.integer, cell.zeroLed);
    else if (cell.kind === 'date') this.addDays(cell.from, cell.to);
    else if (cell.kind === 'boolean') this.booleans += 1;
    else if (cell.kind === 'code') this.codes += 1;
    else if (cell.kind === 'geometry') this.geometries += 1;
    else this.texts += 1;
    return isNew && (cell.kind === 'text' || cell.kind === 'code' || cell.kind === 'boolean');
  }

  addNumber(value: number, integer: boolean, zeroLed: boolean): void {
    if (integer) this.integers += 1;
    else this.decimals += 1;
    if (zeroLed) this.zeroLed += 1;
    else if (integer && isLoneYear(value)) this.years += 1;
    else if (integer && isCompactDay(value)) {
      this.compactDays += 1;
      if (value < this.compactMin) this.compactMin = value;
      if (value > this.compactMax) this.compactMax = value;
    }
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    this.sum += value;
  }

  addDays(from: Day, to: Day): void {
    this.dates += 1;
    if (this.from === null || from < this.from) this.from = from;
    if (this.to === null || to > this.to) this.to = to;
  }

  get numbers(): number {
    return this.integers + this.decimals;
  }
}

/** Share of the values that must be of a kind for the column to be; the rest are strays: totals, notes, marks. */
const MAJORITY = 0.9;

/** The type of a column, from what its values add up to. */
export const typeOf = (tally: Tally): ColumnType => {
  const { filled } = tally;
  if (filled === 0) return 'empty';
  const isMost = (count: number): boolean => count >= filled * MAJORITY;
  if (isMost(tally.dates) || isMost(tally.compactDays)) return 'date';
  if (isMost(tally.booleans)) return 'boolean';
  if (isMost(tally.geometries)) return 'geometry';
  if (isMost(tally.years) && isLoneYear(tally.min) && isLoneYear(tally.max)) return 'year';
  if (tally.zeroLed > 0 && isMost(tally.integers)) return 'code';
  if (isMost(tally.integers)) return 'integer';
  if (isMost(tally.numbers)) return 'number';
  if (isMost(tally.codes + tally.integers) && tally.codes * 2 > filled) return 'code';
  if (isMost(tally.texts + tally.codes + tally.booleans)) return 'text';
  return 'mixed';
};

/** First and last day of a column, from written dates or compact days. */
export const daysOf = (tally: Tally): { readonly from: Day; readonly to: Day } | null => {
  const type = typeOf(tally);
  if (type !== 'date') return null;
  if (tally.from !== null && tally.to !== null) return { from: tally.from, to: tally.to };
  const [from, to] = [readCompactDay(tally.compactMin), readCompactDay(tally.compactMax)];
  return from !== null && to !== null ? { from, to } : null;
};
