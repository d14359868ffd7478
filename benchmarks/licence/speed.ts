import type { Licences } from '../../src/licence/index.ts';
import type { Outcome } from '../evaluate/evaluation.ts';

const addresses: readonly string[] = Array.from({ length: 20_000 }, (_, at) =>
  at % 4 === 0
    ? `https://creativecommons.org/licenses/by/4.0/deed.${['en', 'fr', 'es', 'ar'][(at / 4) % 4]}`
    : `https://data.city-${at % 97}.example/dataset/${at}/terms-and-conditions.html?page=${at}`,
);

const filler =
  'The register lists every school of the municipality with its address, its head and the year of foundation. ';
const terms = 'The data may be copied, published and adapted by anyone for commercial and non-commercial purposes. ';

/** A page of a million characters with its terms in the middle. */
const page = `${filler.repeat(4_700)}${terms}${filler.repeat(4_700)}`.slice(0, 1_000_000);

/** Processor time, so that what else runs on the machine does not count. */
const secondsOf = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
};

/** The best of some runs, once the engine has warmed up. */
const best = (runs: number, work: () => unknown): number =>
  Math.min(...Array.from({ length: runs }, () => secondsOf(work)));

/** How fast addresses go through the table, and how long a page of a megabyte takes. */
export const evaluateSpeed = (licences: Licences): Outcome => {
  const perSecond = addresses.length / best(3, () => addresses.map(licences.ofUrl));
  const perPage = best(5, () => licences.ofText(page));
  return {
    figures: [
      { name: 'addresses a second', value: Math.round(perSecond), unit: 'rate', atLeast: 10_000 },
      { name: 'a page of 1 MB', value: perPage, unit: 'seconds', atMost: 0.05 },
    ],
    report: `Speed: ${Math.round(perSecond)} addresses a second, ${(perPage * 1_000).toFixed(1)} ms for a page of 1 MB`,
  };
};
