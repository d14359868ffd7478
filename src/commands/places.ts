import type { Place } from '../model/data.ts';
import { asJson } from '../render/escape.ts';
import type { Command } from './command.ts';
import { type OutputOptions, withOutput } from './options.ts';
import { deliver } from './output.ts';

const asLine = ({ id, slug, names }: Pick<Place, 'id' | 'slug' | 'names'>): string =>
  `${id}  ${slug.padEnd(34)}${names['en'] ?? slug}`;

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
    if (format === 'json') {
      deliver(shell, asJson(place), out);
      return;
    }
    const { placeText } = await import('./place-text.ts');
    deliver(shell, placeText(place), out);
  });
};
