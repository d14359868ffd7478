import type { Place } from '../model/data.ts';
import { asJson } from '../render/escape.ts';
import type { Command } from './command.ts';
import { contestText } from './contest-text.ts';
import { type OutputOptions, withOutput } from './options.ts';
import { deliver } from './output.ts';

const asLine = ({ id, slug, names }: Pick<Place, 'id' | 'slug' | 'names'>): string =>
  `${id}  ${slug.padEnd(34)}${names['en'] ?? slug}`;

const describe = (place: Place): string => {
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

/** `odi places [place]`: what is known, as a list, or of one place in full. */
export const places: Command = (program, shell) => {
  const words = program
    .command('places')
    .description('list the places that are known, or what is known of one')
    .argument('[place]', 'id, slug or name in any language');
  withOutput(words, ['text', 'json']).action(async (word: string | undefined, { format, out }: OutputOptions) => {
    const gazetteer = shell.criteria.gazetteer();
    if (word === undefined) {
      const document = format === 'json' ? asJson({ places: gazetteer }) : gazetteer.map(asLine).join('\n');
      deliver(shell, document, out);
      return;
    }
    const { resolvePlace } = await import('../criteria/resolve.ts');
    const place = shell.criteria.place(resolvePlace(gazetteer, word).id);
    deliver(shell, format === 'json' ? asJson(place) : describe(place), out);
  });
};
