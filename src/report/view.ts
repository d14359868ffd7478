import type { Edition } from '../model/data.ts';
import { type Content, html, isolated, type Markup } from '../render/template.ts';
import type { EntryRecord, SiteData, SiteYear } from './model.ts';
import { linkTo, wayTo } from './paths.ts';
import type { SiteWords } from './words.ts';

/** One of the languages of a site. */
export interface SiteLanguage {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** Where its pages stand: empty for the first, which stands at the root. */
  readonly folder: string;
}

/** What a page is written with: the site, the words, and where the page stands. */
export interface PageView {
  readonly data: SiteData;
  readonly words: SiteWords;
  readonly language: SiteLanguage;
  readonly languages: readonly SiteLanguage[];
  /** Of the page, without the folder of its language. */
  readonly path: string;
  /** To another page in the same language. */
  readonly to: (page: string, anchor?: string) => string;
  /** To a file that all languages share, from the root of the site. */
  readonly file: (path: string) => string;
}

/** The view of a page, from that of another of the same language. */
export const viewAt = (view: Omit<PageView, 'path' | 'to' | 'file'>, path: string): PageView => {
  const here = `${view.language.folder}${path}`;
  return {
    ...view,
    path,
    to: (page, anchor) => linkTo(here, `${view.language.folder}${page}`, anchor),
    file: (file) => wayTo(here, file),
  };
};

/** A page before it is put into its frame. */
export interface PageBody {
  readonly title: string;
  /** One sentence for search engines, feeds and previews. */
  readonly says: string;
  readonly main: Content;
  /** What it is called below the pages above it; its title where this is left out. */
  readonly short?: string;
  /** The pages above it, outermost first. */
  readonly trail?: readonly (readonly [path: string, title: string])[];
  /** Statements in the words of schema.org. */
  readonly statements?: readonly unknown[];
  /** What is said to programs, beside the page. */
  readonly json: unknown;
}

export const placeName = ({ data, words }: PageView, id: string): string => words.name(id, data.places.get(id)?.names);

export const categoryName = ({ data, words }: PageView, id: string): string =>
  words.name(id, data.categories.get(id)?.names);

/** A link to another page, its text isolated. */
export const pageLink = (view: PageView, page: string, text: string): Markup =>
  html`<a href="${view.to(page)}">${isolated(text)}</a>`;

export const entryAt = ({ entries }: SiteYear, place: string, category: string): EntryRecord | undefined =>
  entries.get(`${place}/${category}`);

/** The newest year of a site. */
export const newestYear = ({ years }: SiteData): SiteYear => {
  const last = years.at(-1);
  if (last === undefined) throw new Error('A site has at least one year.');
  return last;
};

/** A question in the words of the page: those of its edition, short. */
export const questionName = ({ words }: PageView, edition: Edition, id: string): string => {
  const known = `editions.${edition.id}.questions.${id}`;
  return words.messages.has(known)
    ? words.messages.say(known)
    : (edition.questions.find((question) => question.id === id)?.title ?? id);
};
