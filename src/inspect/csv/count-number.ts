import type { Tally } from '../table/tally.ts';

/** Digits that a number holds exactly. */
const EXACT = 15;
const powers = Float64Array.from({ length: EXACT + 1 }, (_, exponent) => 10 ** exponent);
const ZERO = 48;

/**
 * Counts a field of ASCII digits and at most one decimal mark, which the caller has told by the kinds of its bytes; false
 * where it is no such number.
 */
export const countNumber = (buffer: Uint8Array, tally: Tally, start: number, end: number): boolean => {
  let value = 0;
  let mark = -1;
  for (let at = start; at < end; at += 1) {
    const byte = buffer[at] as number;
    if (byte >= ZERO) value = value * 10 + byte - ZERO;
    else if (mark < 0) mark = at;
    else return false;
  }
  const digits = end - start - (mark < 0 ? 0 : 1);
  if (digits === 0 || digits > EXACT || mark === start) return false;
  if (mark < 0) tally.addNumber(value, true, digits > 1 && buffer[start] === ZERO);
  else tally.addNumber(value / (powers[end - mark - 1] as number), false, false);
  return true;
};
