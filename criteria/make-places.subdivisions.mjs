/* The parts of a country by name: what a publisher or title that names one speaks for is that part. */
import { createRequire } from 'node:module';

const { subdivisions } = createRequire(import.meta.url)('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions
  .localeDisplayNames;

/** Words for a direction, a shape of land or a rank: they name a part of some country, and much else everywhere. */
const generic = new Set(
  `Capital|Center|Central|Centrale|Centre|Coast|Delta|East|Eastern|Federal|Highlands|Islands|Lakes|Littoral|Maritime|Middle|
Midlands|National|Nord|Norte|North|Northern|Oriental|Ouest|Outer Islands|Plateau|Plateaux|Port|Rivers|Savanes|Sea|South|Southern|
Sud|Sur|Union|Upper|West|Western|Capital District|Federal District|Independencia|La Libertad|Libertad|Meta|Victoria|Zone`
    .split('|')
    .map((word) => word.trim()),
);

/** Shorter names are words of too many languages. */
const shortest = 4;

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The parts of a country that can be told by their name alone: not those named like the country, nor like anything. */
export const subdivisionsOf = (code, names) => {
  const own = new Set(names.map(plain));
  const listed = Object.entries(subdivisions)
    .filter(([key]) => key.startsWith(code.toLowerCase()))
    .map(([, name]) => name.replace(/’/g, "'").trim());
  return [...new Set(listed)]
    .filter((name) => name.length >= shortest && !generic.has(name) && !own.has(plain(name)))
    .sort();
};
