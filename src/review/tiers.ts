import type { Tier } from '../model/contest.ts';
import { listed } from '../text/lists.ts';

/** What units of each kind are called, of one and of several. */
const called: Readonly<Record<Tier['kind'], readonly [one: string, several: string]>> = {
  'single-member': ['single-member district', 'single-member districts'],
  'multi-member': ['district', 'districts'],
  regional: ['regional list', 'regional lists'],
  nationwide: ['nationwide list', 'nationwide lists'],
};

/** Is a word a kind of units? */
export const isTierKind = (kind: string): kind is Tier['kind'] => Object.hasOwn(called, kind);

/** Units of one kind, those of several tiers apart: `290 and 47 single-member districts`. */
const ofKind = (kind: Tier['kind'], numbers: readonly number[]): string =>
  numbers.length === 1 && numbers[0] === 1
    ? `one ${called[kind][0]}`
    : `${listed(numbers.map(String))} ${called[kind][1]}`;

/** The units of some tiers: `92 districts and one nationwide list`. */
export const tiersInWords = (tiers: readonly Pick<Tier, 'kind' | 'units'>[]): string => {
  const kinds = [...new Set(tiers.map(({ kind }) => kind))];
  return listed(
    kinds.map((kind) =>
      ofKind(
        kind,
        tiers.filter((tier) => tier.kind === kind).map(({ units }) => units),
      ),
    ),
  );
};
