import { reasonOf } from '../../audit/told.ts';
import { messageOf } from '../../checks/messages.ts';
import { UserError } from '../../model/errors.ts';
import type { WorldMap } from '../../model/world.ts';
import type { NamedThing, SiteData, SiteSettings, YearPair } from '../../report/index.ts';
import type { Publication, TidyVocabulary } from '../../reviews/tidy/index.ts';
import { publicationOf } from '../export-about.ts';
import type { ReportOptions } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import { readPlans, readPortals } from './besides.ts';
import type { GatheredReviews } from './gather.ts';

/** The site as its owner names it, and the data as its downloads do. */
export const settingsOf = (
  options: ReportOptions,
  shell: Shell,
): { readonly settings: SiteSettings; readonly publication: Publication } => {
  const { title, author, licence, baseUrl } = options;
  const publication = publicationOf(
    {
      ...{ store: options.store, to: 'tidy', edition: '' },
      ...(options.quiet === true ? { quiet: true } : {}),
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
      ...(licence === undefined ? {} : { licence }),
      ...(baseUrl === undefined ? {} : { url: baseUrl }),
    },
    shell.criteria.data<TidyVocabulary>('vocabulary/tidy'),
    shell,
  );
  const { licence: own } = publication;
  return {
    publication,
    settings: {
      ...{ title: publication.title, authors: publication.authors, tool: `odi ${ODI_VERSION}` },
      base: baseUrl ?? null,
      licence: { ...own, url: `https://spdx.org/licenses/${own.spdx}.html` },
    },
  };
};

const namedPlaces = ({ years }: GatheredReviews, { criteria }: Shell): ReadonlyMap<string, NamedThing> => {
  const known = new Map(criteria.gazetteer().map((place) => [place.id, place]));
  const met = new Map(
    years.flatMap(({ card }) =>
      card.places.filter(({ entries }) => entries > 0).map(({ id, name }) => [id, name] as const),
    ),
  );
  return new Map(
    [...met]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, name]) => {
        const place = known.get(id);
        return [
          id,
          {
            id,
            names: place?.names ?? { en: name },
            aliases: place === undefined ? [] : [place.slug, ...place.aliases],
          },
        ];
      }),
  );
};

const namedCategories = ({ years }: GatheredReviews, { criteria }: Shell): SiteData['categories'] => {
  const known = new Set(criteria.categories());
  const met = new Map(
    years.flatMap(({ card }) =>
      card.categories.filter(({ entries }) => entries > 0).map(({ id, title }) => [id, title] as const),
    ),
  );
  const order = criteria.editions().flatMap((id) => criteria.edition(id).categories);
  const at = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return new Map(
    [...met]
      .sort(([one], [other]) => at(one) - at(other) || (one < other ? -1 : 1))
      .map(([id, title]) => {
        if (!known.has(id))
          return [id, { id, names: { en: title }, aliases: [], description: '', criteria: [], editions: [] }];
        const { titles, aliases, description, criteria: asked, editions } = criteria.category(id);
        return [id, { id, names: titles, aliases, description, criteria: asked, editions }];
      }),
  );
};

/** All that pages are made of, but for the downloads, which are written first. @throws UserError where the store has no review. */
export const siteData = (
  settings: SiteSettings,
  gathered: GatheredReviews,
  pairs: readonly YearPair[],
  options: ReportOptions,
  shell: Shell,
): Omit<SiteData, 'downloads'> => {
  const { years } = gathered;
  if (years.length === 0)
    throw new UserError(
      `${options.store} holds no reviews: make some with "odi audit", import some with "odi import", or name another --store.`,
    );
  const places = namedPlaces(gathered, shell);
  const days = years.flatMap(({ entries }) => [...entries.values()].map(({ asOf }) => asOf));
  const vocabulary = shell.criteria.data<TidyVocabulary>('vocabulary/tidy');
  return {
    ...{ settings, years, pairs, places },
    categories: namedCategories(gathered, shell),
    portals: readPortals(options.store, [...places.keys()], shell),
    plans: readPlans(options.store, shell),
    dictionary: vocabulary.tables.map(({ name, says, columns }) => ({ name, says, columns })),
    world: shell.criteria.data<WorldMap>('maps/world'),
    newest: days.reduce((newest, day) => (day > newest ? day : newest), ''),
    reasonText: (of, reason) => ({
      message: messageOf(of, reason, 'example') ?? null,
      english: reasonOf({ of, reason })?.example ?? '',
    }),
  };
};
