import type { FetchRequest } from '../../model/exchange.ts';
import type { Page } from '../../model/inspection.ts';
import type { PortalAddress } from '../../web/apis.ts';

export type { PortalAddress } from '../../web/apis.ts';
export { bare, getJson, rootsOf, withQuery } from '../../web/apis.ts';

/** Datasets that one answer is asked to list. */
export const pageSize = 30;

/** One way to put a question to a portal. Ways stand in the order in which they are tried. */
export interface SearchWay {
  /** `query`: each phrase is asked; `all`: the list is asked for once, and looked through here. */
  readonly covers: 'query' | 'all';
  readonly request: (phrase: string) => FetchRequest;
  /**
   * Where the way is answered by a page for people: is a link of it a dataset? Absent where programs are answered, so that
   * a page is no answer.
   */
  readonly isDataset?: (url: string) => boolean;
}

/** The software of a portal and how to talk to it. */
export interface PortalAdapter {
  readonly id: string;
  /** Does a page of the portal show that it runs this software? */
  readonly isMarkedBy: (page: Page) => boolean;
  readonly ways: (portal: PortalAddress) => readonly SearchWay[];
}

const generatorOf = (page: Page): string =>
  page.meta.find(({ name }) => name.toLowerCase() === 'generator')?.content ?? '';

/** Does the page name a software as what made it, or load its scripts or link to its API? */
export const isMarked = (page: Page, marks: RegExp): boolean =>
  marks.test(generatorOf(page)) ||
  page.scripts.sources.some((source) => marks.test(source)) ||
  page.links.slice(0, 2_000).some(({ url }) => marks.test(url)) ||
  page.mounts.some((mount) => marks.test(mount));
