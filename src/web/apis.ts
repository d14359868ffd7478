import type { Portal } from '../model/data.ts';
import type { FetchRequest } from '../model/exchange.ts';

/* Where the interface of a catalogue may stand, by its software. */

/** Where a portal is, as far as it is known. */
export type PortalAddress = Pick<Portal, 'url' | 'api' | 'languages'>;

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

/** CKAN: under the portal's own path, the host's root, or `/data` beside a site of other software. */
export const ckanApis = (portal: PortalAddress): readonly string[] => {
  const told = portal.api === null ? [] : [portal.api.replace(/\/action\/.*$/, '').replace(/\/+$/, '')];
  const guessed = rootsOf(portal).flatMap((root) => [`${root}/api/3`]);
  return [...new Set([...told, ...guessed, `${new URL(portal.url).origin}/data/api/3`])];
};

/** udata, version 1 of its API. */
export const udataApis = (portal: PortalAddress): readonly string[] => {
  const told = portal.api === null ? [] : [portal.api.replace(/\/+$/, '')];
  return [...new Set([...told, ...rootsOf(portal).map((root) => `${root}/api/1`)])];
};

/** SDMX: before what is asked of it. */
export const sdmxApis = (portal: PortalAddress): readonly string[] => {
  const told = portal.api === null ? [] : [bare(portal.api).replace(/\/(?:dataflow|data|datastructure)(?:\/.*)?$/, '')];
  const guessed = rootsOf(portal).flatMap((root) => [`${root}/rest`, `${root}/sdmx/rest`]);
  return [...new Set([...told, ...guessed])];
};

/** GeoNetwork: before `/srv`, where its address or that of its API says so. */
export const geonetworkRoot = ({ url, api }: PortalAddress): string => {
  const told = [api, url].find((address) => address?.includes('/srv/'));
  return bare(told ?? url).replace(/\/srv(?:\/.*)?$/, '');
};

/** The catalogue service of a GeoNetwork, or of any other software that names one. */
export const cswService = (portal: PortalAddress): string =>
  portal.api !== null && /csw/i.test(portal.api) ? bare(portal.api) : `${geonetworkRoot(portal)}/srv/eng/csw`;

/** Names of files in which a catalogue in DCAT is kept by convention. */
const dcatFiles = ['data.json', 'catalog.jsonld', 'catalog.ttl', 'catalog.rdf', 'catalog.xml'];

/** DCAT: the list that is known, then where one is kept by convention. */
export const dcatLists = (portal: PortalAddress): readonly string[] => {
  const told = portal.api === null ? [] : [portal.api];
  const guessed = rootsOf(portal).flatMap((root) => dcatFiles.map((file) => `${root}/${file}`));
  return [...new Set([...told, ...guessed])];
};

/** Asks for a list in DCAT, in whichever way it is written. */
export const listRequest = (url: string): FetchRequest => ({
  url,
  accept: 'application/ld+json, text/turtle, application/rdf+xml;q=0.9, application/json;q=0.8, */*;q=0.5',
});
