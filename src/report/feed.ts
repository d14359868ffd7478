import { forXml } from '../render/escape.ts';
import { differenceText } from './parts/score.ts';
import { paths } from './paths.ts';
import { type PageView, placeName } from './view.ts';

/* What programs read of the site besides its pages. */

/** Changes that a feed tells of. */
const mostItems = 50;

/** The feed of changes (Atom, RFC 4287): the newest years first, and in them the places that moved most. */
export const feedOf = (view: PageView): string => {
  const { data, words, language } = view;
  const { settings, newest } = data;
  const own = settings.base ?? 'urn:odi:site:';
  const address = (path: string): string => `${own}${language.folder}${path}`;
  const pairs = [...data.pairs].sort((one, other) => other.after - one.after || other.before - one.before);
  const items = pairs
    .flatMap(({ before, after, diff }) => {
      const answers = new Map<string, number>();
      for (const { place } of diff.changes) answers.set(place, (answers.get(place) ?? 0) + 1);
      const asOf = dayOf(view, after);
      return diff.places
        .flatMap((place) =>
          place.delta === null || (place.delta === 0 && !answers.has(place.id))
            ? []
            : [{ ...place, delta: place.delta }],
        )
        .sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta) || (one.id < other.id ? -1 : 1))
        .map(({ id, delta }) => {
          const link = address(paths.pairPlace(before, after, id));
          const title = `${placeName(view, id)}, ${before}–${after}: ${differenceText(words, delta)}`;
          const says = words.text('compare.place-says', {
            place: { said: placeName(view, id) },
            before,
            after,
            changes: answers.get(id) ?? 0,
          });
          return `<entry><title>${forXml(title)}</title><id>${forXml(link)}</id>${linkElement(settings.base, link)}<updated>${asOf}T00:00:00Z</updated><summary>${forXml(says)}</summary></entry>`;
        });
    })
    .slice(0, mostItems);
  const front = address('');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language.tag}"><title>${forXml(words.text('feed.title', { site: { said: settings.title } }))}</title><id>${forXml(front)}</id><updated>${newest}T00:00:00Z</updated><author><name>${forXml(settings.authors[0] ?? settings.title)}</name></author>${linkElement(settings.base, front)}`,
    ...items,
    '</feed>',
    '',
  ].join('\n');
};

const linkElement = (base: string | null, address: string): string =>
  base === null ? '' : `<link href="${forXml(address)}"/>`;

/** The newest day that a review of a year judges as on. */
const dayOf = ({ data }: PageView, year: number): string => {
  const given = data.years.find((one) => one.year === year);
  const days = [...(given?.entries.values() ?? [])].map(({ asOf }) => asOf);
  return days.reduce((newest, day) => (day > newest ? day : newest), `${year}-01-01`);
};

/** Addresses that one sitemap may hold, by its protocol. */
const mostAddresses = 50_000;

/**
 * The sitemaps: one file, or an index and its parts where there are too many addresses for one.
 *
 * @param pages - canonical addresses
 */
export const sitemapsOf = (
  base: string,
  pages: readonly string[],
): readonly (readonly [file: string, text: string])[] => {
  const head = '<?xml version="1.0" encoding="utf-8"?>\n';
  const spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const whole = (own: readonly string[]): string =>
    `${head}<urlset ${spaces}>\n${own.map((page) => `<url><loc>${forXml(page)}</loc></url>`).join('\n')}\n</urlset>\n`;
  if (pages.length <= mostAddresses) return [['sitemap.xml', whole(pages)]];
  const parts = Array.from({ length: Math.ceil(pages.length / mostAddresses) }, (_, at) =>
    pages.slice(at * mostAddresses, (at + 1) * mostAddresses),
  );
  return [
    [
      'sitemap.xml',
      `${head}<sitemapindex ${spaces}>\n${parts.map((_, at) => `<sitemap><loc>${forXml(`${base}sitemap-${at + 1}.xml`)}</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`,
    ],
    ...parts.map((own, at) => [`sitemap-${at + 1}.xml`, whole(own)] as const),
  ];
};
