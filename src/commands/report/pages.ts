import type { Review } from '../../model/review.ts';
import {
  type EntryScene,
  framed,
  type PageBody,
  type PageView,
  type SiteData,
  type SiteLanguage,
  sharedInputs,
  viewAt,
} from '../../report/index.ts';
import type { SiteWords } from '../../report/words.ts';
import { digestOf } from './files.ts';
import type { SiteFile, SiteWriter } from './writer.ts';

/** A page to be written. */
export interface PageJob {
  readonly path: string;
  /** Digest of what it is made from, besides what all pages are. */
  readonly digest: string;
  readonly body: (view: PageView) => PageBody;
  /** Its data for programs, as text. */
  readonly jsonOf: (value: unknown) => string;
  /** Files besides, in the folder of the page. */
  readonly besides?: (view: PageView) => readonly (readonly [name: string, text: string])[];
}

/** A review with its sentences in a language: texts of others marked in them for the page, and without marks for programs. */
export type Translate = (review: Review) => Pick<EntryScene, 'review' | 'plain'>;

/** Writes the pages of one language. */
export interface PageMaker {
  readonly language: SiteLanguage;
  readonly view: (path: string) => PageView;
  readonly write: (job: PageJob) => void;
  readonly inLanguage: Translate;
}

/** Opens the writing of the pages of one language. */
export const openPages = (
  data: SiteData,
  words: SiteWords,
  language: SiteLanguage,
  languages: readonly SiteLanguage[],
  site: SiteWriter,
  inLanguage: Translate,
): PageMaker => {
  const shared = digestOf(sharedInputs(data), language, languages);
  const view = (path: string): PageView => viewAt({ data, words, language, languages }, path);
  return {
    ...{ language, view, inLanguage },
    write: ({ path, digest, body, jsonOf, besides }) => {
      const folder = `${language.folder}${path}`;
      site.page(`${folder}`, digestOf(shared, digest), () => {
        const own = view(path);
        const page = body(own);
        const files: SiteFile[] = [
          [`${folder}index.html`, framed(own, page)],
          [`${folder}index.json`, `${jsonOf(page.json)}\n`],
        ];
        for (const [name, text] of besides?.(own) ?? []) files.push([`${folder}${name}`, text]);
        return files;
      });
    },
  };
};
