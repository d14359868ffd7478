import { createHash } from 'node:crypto';
import type { Stratum } from '../model/draw.ts';

/* A stratified sample without a list in any order: what is drawn follows from the seed and the items' own names alone. */

/** Something that may be drawn. */
export interface Drawable {
  /** Its own name, which no other has. */
  readonly key: string;
  readonly stratum: string;
}

/** The place of a name in an order that looks like chance; the same on every machine. */
const ticketOf = (seed: string, name: string): string => createHash('sha256').update(`${seed}\n${name}`).digest('hex');

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

interface Quota {
  readonly id: string;
  readonly size: number;
  drawn: number;
}

/** One of each while there are enough, chosen by their tickets; the rest in proportion, the largest remainders first. */
const allot = (quotas: readonly Quota[], size: number, seed: string): void => {
  const total = quotas.reduce((sum, quota) => sum + quota.size, 0);
  const chance = [...quotas].sort((one, other) => byText(ticketOf(seed, one.id), ticketOf(seed, other.id)));
  for (const quota of chance.slice(0, size)) quota.drawn = 1;
  const fair = (quota: Quota): number => (quota.size * size) / total;
  for (let left = size - quotas.reduce((sum, { drawn }) => sum + drawn, 0); left > 0; left -= 1) {
    const [next] = chance
      .filter((quota) => quota.drawn < quota.size)
      .sort((one, other) => fair(other) - other.drawn - (fair(one) - one.drawn));
    if (next === undefined) return;
    next.drawn += 1;
  }
};

/**
 * Draws `size` items, or all where there are fewer: one of every stratum first, the others in proportion to their sizes. The same
 * seed draws the same items whatever order they come in, and an item that is added elsewhere does not reorder a stratum.
 */
export const draw = <T extends Drawable>(
  items: readonly T[],
  size: number,
  seed: string,
): { readonly strata: readonly Stratum[]; readonly drawn: readonly T[] } => {
  const members = new Map<string, T[]>();
  for (const item of items) {
    const own = members.get(item.stratum);
    if (own === undefined) members.set(item.stratum, [item]);
    else own.push(item);
  }
  const quotas = [...members]
    .map(([id, own]): Quota => ({ id, size: own.length, drawn: 0 }))
    .sort((one, other) => byText(one.id, other.id));
  allot(quotas, Math.min(size, items.length), seed);
  const drawn = quotas.flatMap(({ id, drawn: count }) =>
    (members.get(id) ?? [])
      .map((item) => ({ item, ticket: ticketOf(seed, item.key) }))
      .sort((one, other) => byText(one.ticket, other.ticket))
      .slice(0, count)
      .map(({ item }) => item),
  );
  return { strata: quotas, drawn: drawn.sort((one, other) => byText(one.key, other.key)) };
};
