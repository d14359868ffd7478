import type { KnownAddress, Place, PlaceBodies, SourcedBody } from '../model/data.ts';

/* Bodies that published lists name, laid under what is known of a place by hand. */

const sourceOf = ({ source }: SourcedBody): string => `${source.title}, ${source.url}`;

/** A name ends in the country's own domain or in somebody's: those that anybody may take when they are given up vouch for nothing. */
const isOfCountry = (host: string, { id, domains }: Place): boolean => {
  const own = new Set([id, ...domains.map(({ value }) => value.split('.').at(-1))]);
  const last = host.split('.').at(-1) ?? '';
  return last.length === 2 && own.has(last);
};

const hostOf = (site: string): string => new URL(site).hostname.replace(/^www\./, '');

const isCovered = (host: string, { domains }: Place): boolean =>
  domains.some(({ value }) => host === value || host.endsWith(`.${value}`));

const addressOf = (category: string, body: SourcedBody): KnownAddress => ({
  ...{ category, url: body.site, role: 'landing-page', source: sourceOf(body) },
  why: `${body.name} is responsible for it, and this is its site.`,
});

/** A body of a list that is an authority on such bodies: it is responsible, and its site, under the country's domain, official. */
const withListed = (place: Place, body: SourcedBody): Place => {
  const open = body.categories.filter((category) => place.responsible[category] === undefined);
  const sited = open.filter((category) => !place.addresses.some((address) => address.category === category));
  const host = hostOf(body.site);
  const isNew = sited.length > 0 && isOfCountry(host, place) && !isCovered(host, place);
  const because = `The site of ${body.name}.`;
  return {
    ...place,
    responsible: {
      ...place.responsible,
      ...Object.fromEntries(open.map((category) => [category, { value: { en: body.name }, source: sourceOf(body) }])),
    },
    addresses: [...place.addresses, ...sited.map((category) => addressOf(category, body))],
    domains: isNew ? [...place.domains, { value: host, source: sourceOf(body), because }] : place.domains,
  };
};

/**
 * Lays bodies under a place. What a person wrote wins: where a category has a body or an address already, a list adds nothing to
 * it. Bodies that something else names than a list of such bodies are kept apart, as hints that are tried.
 */
export const withBodies = (place: Place, { bodies }: PlaceBodies): Place => {
  const listed = bodies.filter(({ standing }) => standing === 'listed').reduce(withListed, place);
  const taken = new Set(listed.addresses.map(({ category, url }) => `${category} ${url}`));
  const hints = bodies.map((body) => ({
    ...body,
    categories: body.categories.filter((category) => !taken.has(`${category} ${body.site}`)),
  }));
  return { ...listed, named: hints.filter(({ categories }) => categories.length > 0) };
};
