import { getJson, isMarked, type PortalAdapter, pageSize, rootsOf, withQuery } from './adapter.ts';

/** A phrase in quotation marks is searched in all metadata; quotation marks inside would end it. */
const quoted = (phrase: string): string => `"${phrase.replaceAll('"', ' ')}"`;

/** The most that version 2.1 lists at once. */
const longestPage = 100;

/** Opendatasoft (help.opendatasoft.com/apis): Explore 2.1, 2.0 and 1.0. */
export const opendatasoft: PortalAdapter = {
  id: 'opendatasoft',
  isMarkedBy: (page) => isMarked(page, /opendatasoft|\/api\/explore\/v2|ods-front/i),
  ways: (portal) =>
    [...rootsOf(portal)]
      .reverse()
      .slice(0, 1)
      .flatMap((root) => [
        {
          covers: 'query',
          request: (phrase) =>
            getJson(withQuery(`${root}/api/explore/v2.1/catalog/datasets`, { where: quoted(phrase), limit: pageSize })),
        },
        {
          covers: 'query',
          request: (phrase) =>
            getJson(withQuery(`${root}/api/v2/catalog/datasets`, { where: quoted(phrase), limit: pageSize })),
        },
        {
          covers: 'query',
          request: (phrase) => getJson(withQuery(`${root}/api/datasets/1.0/search/`, { q: phrase, rows: pageSize })),
        },
        {
          covers: 'all',
          request: () => getJson(withQuery(`${root}/api/explore/v2.1/catalog/datasets`, { limit: longestPage })),
        },
      ]),
};
