import {
  feedOf,
  framed,
  missingPage,
  searchNames,
  siteIcon,
  sitemapsOf,
  siteScript,
  siteStyle,
} from '../../report/index.ts';
import type { PageMaker } from './pages.ts';
import type { SiteFile } from './writer.ts';

/** What all pages share. */
export const assetFiles: readonly SiteFile[] = [
  ['style.css', siteStyle],
  ['script.js', siteScript],
  ['icon.svg', siteIcon],
];

/** What a language has besides its pages: names to search, the feed, and what is shown where there is no page. */
export const languageFiles = ({ language, view }: PageMaker): readonly SiteFile[] => {
  const front = view('');
  return [
    [`${language.folder}names.js`, searchNames(front)],
    [`${language.folder}feed.xml`, feedOf(front)],
    [`${language.folder}404.html`, framed(front, missingPage(front))],
  ];
};

/** The sitemap; none where it is not known where the site is published. */
export const sitemapFiles = (base: string | null, paths: readonly string[]): readonly SiteFile[] =>
  base === null
    ? []
    : [
        ...sitemapsOf(
          base,
          paths.map((path) => `${base}${path}`),
        ),
        ['robots.txt', `User-agent: *\nAllow: /\nSitemap: ${base}sitemap.xml\n`],
      ];
