/* A change in per cent, as plans and press releases write it: `+100%`, `-20 %`. */

/** The factor that a change means: 2 for `+100%`; null for what is none. */
export const factorOf = (change: string): number | null => {
  const [, sign, digits] = /^\s*([+\-−]?)\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*%\s*$/.exec(change) ?? [];
  if (digits === undefined) return null;
  const share = Number(digits.replace(',', '.')) / 100;
  return sign === '-' || sign === '−' ? 1 - share : 1 + share;
};

/** What a change makes of a value, to three digits behind the point; null where either is none. */
export const changedBy = (value: number, change: string): number | null => {
  const factor = factorOf(change);
  return factor === null ? null : Math.round(value * factor * 1000) / 1000;
};

/** The change from one value to another: `+120.6 %`; null from zero, which no change in per cent leads away from. */
export const changeBetween = (from: number, to: number): string | null => {
  if (from === 0) return null;
  const percent = Math.round(((to - from) / Math.abs(from)) * 1000) / 10;
  return `${percent > 0 ? '+' : ''}${percent} %`;
};
