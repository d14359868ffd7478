import type { Place } from '../model/data.ts';
import { contestText } from './contest-text.ts';

/** What is known of a place, in lines. */
export const placeText = (place: Place): string => {
  const lines = [
    `${place.names['en'] ?? place.slug} (${place.id}, ${place.slug})`,
    `languages  ${place.languages.join(', ')}`,
    'official domains',
    ...place.domains.map(({ value, source }) => `  ${value} (${source})`),
    'catalogues',
    ...place.portals.map(({ name, url, software }) => `  ${url}  ${software}, ${name}`),
    'addresses',
    ...place.addresses.map(({ category, url, why }) => `  ${category}  ${url}  ${why}`),
    'facts',
    ...Object.entries(place.facts).map(([key, { value, source }]) => `  ${key} = ${value} (${source})`),
    'contests',
    ...contestText(place),
    'responsible',
    ...Object.entries(place.responsible).map(
      ([category, { value }]) => `  ${category}  ${Object.values(value)[0] ?? ''}`,
    ),
  ];
  return lines.join('\n');
};
