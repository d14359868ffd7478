import type { Portal } from '../../model/data.ts';
import type { FetchRequest } from '../../model/exchange.ts';
import type { Page } from '../../model/inspection.ts';

/** Where a portal is, as far as it is known. */
export type PortalAddress = Pick<Portal, 'url' | 'api' | 'languages'>;

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

/** The address without a slash at its end, without query and fragment. */
export const bare = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, '');
};

/** A GET whose answer is expected in JSON. */
export const getJson = (url: string): FetchRequest => ({ url, accept: 'application/json, */*;q=0.5' });

/** An address with a query. */
export const withQuery = (url: string, query: Readonly<Record<string, string | number>>): string => {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
  return address.href;
};

/** Addresses under which an API may stand: the portal's own path, then the root of its host. */
export const rootsOf = ({ url }: PortalAddress): readonly string[] => [...new Set([bare(url), new URL(url).origin])];

const generatorOf = (page: Page): string =>
  page.meta.find(({ name }) => name.toLowerCase() === 'generator')?.content ?? '';

/** Does the page name a software as what made it, or load its scripts or link to its API? */
export const isMarked = (page: Page, marks: RegExp): boolean =>
  marks.test(generatorOf(page)) ||
  page.scripts.sources.some((source) => marks.test(source)) ||
  page.links.slice(0, 2_000).some(({ url }) => marks.test(url)) ||
  page.mounts.some((mount) => marks.test(mount));
