export { siteIcon, siteStyle } from '../render/page/style.ts';
export { table } from '../render/page/table.ts';
export { feedOf, sitemapsOf } from './feed.ts';
export { canonical, framed } from './frame.ts';
export type {
  DictionaryTable,
  Download,
  DownloadYear,
  EntryRecord,
  NamedThing,
  SiteData,
  SitePlan,
  SitePortal,
  SiteSettings,
  SiteYear,
  YearPair,
} from './model.ts';
export { missingPage } from './pages/about.ts';
export { type EntryScene, entryPage } from './pages/entry/index.ts';
export { prose } from './pages/entry/prose.ts';
export { scoreBar, section, verdict } from './parts/score.ts';
export { paths, wayTo } from './paths.ts';
export { badge } from './pictures/badge.ts';
export { recordOf } from './record.ts';
export { categoryIn, placeIn } from './scores.ts';
export { siteScript } from './script.ts';
export { type SitePage, searchNames, sharedInputs, sitePages } from './site.ts';
export { categoryName, type PageBody, type PageView, placeName, type SiteLanguage, viewAt } from './view.ts';
export { openWords, type SiteWords } from './words.ts';
