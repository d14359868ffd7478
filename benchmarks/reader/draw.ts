/** Draws a whole number from 0 up to, and without, a limit. */
export type Draw = (limit: number) => number;

/** A seeded row of draws (mulberry32): the same seed draws the same on every machine. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
};

/** The same things in an order that a seed decides. */
export const shuffled = <T>(list: readonly T[], draw: Draw): readonly T[] => {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    const kept = order[last];
    const moved = order[other];
    if (kept === undefined || moved === undefined) continue;
    order[last] = moved;
    order[other] = kept;
  }
  return order;
};
