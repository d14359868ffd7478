/** A run of letters and bytes beyond ASCII that holds at least one of the latter. */
export interface Segment {
  readonly bytes: Uint8Array;
  readonly isAfterDigit: boolean;
  readonly isBeforeDigit: boolean;
}

/** Bytes from shortly before the first one beyond ASCII that segments are taken from. */
const SAMPLE = 2 ** 16;
const BEFORE = 1_000;
/** Different segments, and bytes of them, that are looked at. */
const MOST = 1_500;
const MOST_BYTES = 24_000;

/** Letters, and the signs among them in ASCII, since the second byte of a letter may look like any of these. */
const isPart = (byte: number): boolean => byte >= 0x40 && byte !== 0x7f;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/**
 * The different words of a text in which a byte beyond ASCII stands, whatever encoding it is in. What is repeated counts
 * once: a column of the same word is no more evidence than the word.
 */
export const segmentsOf = (bytes: Uint8Array): readonly Segment[] => {
  const first = bytes.findIndex((byte) => byte > 127);
  if (first < 0) return [];
  const from = Math.max(0, first - BEFORE);
  const sample = bytes.subarray(from, from + SAMPLE);
  const seen = new Map<string, Segment>();
  let total = 0;
  for (let at = 0; at < sample.length && seen.size < MOST && total < MOST_BYTES; ) {
    if (!isPart(sample[at] ?? 0)) {
      at += 1;
      continue;
    }
    const start = at;
    let isHigh = false;
    while (at < sample.length && isPart(sample[at] ?? 0)) {
      isHigh ||= (sample[at] ?? 0) > 127;
      at += 1;
    }
    const isCut = at === sample.length && from + at < bytes.length;
    if (!isHigh || (isCut && seen.size > 0)) continue;
    const segment = sample.subarray(start, at);
    const key = Buffer.from(segment.buffer, segment.byteOffset, segment.length).toString('latin1');
    if (seen.has(key)) continue;
    seen.set(key, { bytes: segment, isAfterDigit: isDigit(sample[start - 1]), isBeforeDigit: isDigit(sample[at]) });
    total += segment.length;
  }
  return [...seen.values()];
};
