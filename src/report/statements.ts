import { canonical } from './frame.ts';
import type { EntryScene } from './pages/entry/scene.ts';
import { categoryName, type PageView, placeName } from './view.ts';

/* What a page says in the words of schema.org, for search engines. */

const context = 'https://schema.org';

/** Where the data is, as far as the review chose an address. */
const addressOf = ({ review }: EntryScene): string | undefined =>
  review.candidates.find(({ chosen }) => chosen)?.url ??
  review.evidence.find(({ outcome }) => outcome === 'arrived')?.url;

/** The dataset that a review is of, and the review with its rating. Neither says more than the page does. */
export const entryStatements = (view: PageView, scene: EntryScene, says: string): readonly unknown[] => {
  const { review } = scene;
  const { settings } = view.data;
  const page = canonical(view, view.language, view.path);
  const place = placeName(view, review.place?.id ?? '');
  const name = `${place}: ${categoryName(view, review.category?.id ?? '')}`;
  const exists = review.answers['exists']?.override?.answer ?? review.answers['exists']?.answer;
  const [url, author] = [addressOf(scene), { '@type': 'Organization', name: settings.authors[0] ?? settings.title }];
  const reviewed =
    exists === 'No'
      ? { '@type': 'Thing', name }
      : {
          '@type': 'Dataset',
          name,
          description: says,
          spatialCoverage: { '@type': 'Place', name: place },
          ...(url === undefined ? {} : { url }),
          ...(review.answers['free']?.answer === 'Yes' ? { isAccessibleForFree: true } : {}),
        };
  const rating = {
    '@type': 'Rating',
    ratingValue: review.score.points,
    bestRating: review.score.outOf,
    worstRating: 0,
    ratingExplanation: says,
  };
  return [
    {
      '@context': context,
      '@type': 'Review',
      name: says,
      inLanguage: view.language.tag,
      datePublished: review.asOf,
      author,
      reviewRating: rating,
      itemReviewed: reviewed,
      license: settings.licence.url,
      ...(page === null ? {} : { url: page }),
    },
  ];
};

/** The site's own data, on the page where it is downloaded. */
export const dataStatements = (view: PageView, says: string): readonly unknown[] => {
  const { settings, years, newest, downloads } = view.data;
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  const { base } = settings;
  return [
    {
      '@context': context,
      '@type': 'Dataset',
      name: settings.title,
      description: says,
      license: settings.licence.url,
      version: newest,
      dateModified: newest,
      temporalCoverage: first === last ? String(first) : `${first}/${last}`,
      creator: (settings.authors.length === 0 ? [settings.title] : settings.authors).map((name) => ({
        '@type': 'Organization',
        name,
      })),
      ...(base === null
        ? {}
        : {
            url: `${base}${view.language.folder}data/`,
            distribution: downloads.flatMap(({ files }) =>
              files.map(({ file, title }) => ({ '@type': 'DataDownload', name: title, contentUrl: `${base}${file}` })),
            ),
          }),
    },
  ];
};
