import type { Tier } from '../model/contest.ts';
import { inWords } from './words.ts';

/** What units of each kind are called, of one and of several. */
const called: Readonly<Record<Tier['kind'], readonly [one: string, several: string]>> = {
  'single-member': ['single-member district', 'single-member districts'],
  'multi-member': ['district', 'districts'],
  regional: ['regional list', 'regional lists'],
  nationwide: ['nationwide list', 'nationwide lists'],
};

const tierInWords = ({ kind, units }: Tier): string =>
  units === 1 ? `one ${called[kind][0]}` : `${units} ${called[kind][1]}`;

/** The units of some tiers: `92 districts and one nationwide list`. */
export const tiersInWords = (tiers: readonly Tier[]): string => inWords(tiers.map(tierInWords));
