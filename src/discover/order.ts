import type { Place, Portal } from '../model/data.ts';
import { isOfCountry } from './bodies.ts';
import { adapterOf } from './portals/index.ts';
import { topicMatch } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { prepare } from './words.ts';

/** The catalogues of a place, in the order in which they are asked. */
export interface PortalOrder {
  /** Asked in any case. */
  readonly first: readonly Portal[];
  /** Asked where the first give nothing that fits: most are of one body, on one subject. */
  readonly others: readonly Portal[];
}

/** Catalogues that are asked in any case, where the place has as many. */
const leastAsked = 2;

/** Is software made for the category, for others, or for data of every kind? The lower the sooner. */
const rankOfSoftware = (software: string, { category, words }: Lens): number => {
  const made = words.madeFor.filter((one) => one.software.includes(software));
  const isForOthers = made.length > 0 && !made.some(({ categories }) => categories.includes(category?.id ?? ''));
  const isSpoken = adapterOf(software) !== undefined;
  return (isForOthers ? 4 : made.length > 0 ? -1 : 0) + (isSpoken ? 0 : 2);
};

/**
 * Lays out the catalogues of a place's file: first the national ones and those whose name or owner speaks of the category;
 * then the others, by what their software is made for and whether it can be asked, those of authorities before the rest.
 * Equal ones stand as in the file.
 */
export const portalOrder = (
  place: Place,
  lens: Lens,
  most: { readonly portals: number; readonly others: number },
): PortalOrder => {
  const ranked = place.portals.map((portal, index) => {
    const isOnTopic = topicMatch(prepare(`${portal.name} ${portal.owner ?? ''}`), lens).value >= 0.7;
    const isPromising = isOnTopic || portal.national;
    const rank = index - (isOnTopic ? 3 : 0) - (portal.national ? 4 : 0);
    const late = rankOfSoftware(portal.software, lens) + (isOfCountry(portal, lens) ? 0 : 1);
    return { portal, isPromising, rank, late };
  });
  const promising = ranked.filter(({ isPromising }) => isPromising).sort((left, right) => left.rank - right.rank);
  const rest = ranked.filter(({ isPromising }) => !isPromising).sort((left, right) => left.late - right.late);
  const first = promising.length >= leastAsked ? promising : [...promising, ...rest.slice(0, leastAsked)];
  const others = [...promising.slice(most.portals), ...rest.filter((entry) => !first.includes(entry))];
  return {
    first: first.slice(0, most.portals).map(({ portal }) => portal),
    others: others.slice(0, most.others).map(({ portal }) => portal),
  };
};
