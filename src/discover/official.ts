import { getDomain, getPublicSuffix } from 'tldts';
import type { Place } from '../model/data.ts';
import type { Page } from '../model/inspection.ts';
import type { DatasetRecord, Officialness } from '../model/records.ts';
import { domainOf } from '../web/address.ts';
import { isOfCountry } from './bodies.ts';
import { siteNames } from './imprint.ts';
import type { DiscoveryWords, Lens } from './vocabulary.ts';
import { holds, phraseOf, prepare } from './words.ts';

/** Is a host a domain, or under it? */
export const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** Is an address under a domain of the government of a place? */
export const isUnderDomain = (url: string, { domains }: Place): boolean => {
  const host = domainOf(url);
  return host !== null && domains.some(({ value }) => isUnder(host, value));
};

const official = (because: string): Officialness => ({ verdict: 'official', because });
const thirdParty = (because: string): Officialness => ({ verdict: 'third-party', because });

const byDomain = (host: string, place: Place): Officialness | null => {
  const domain = place.domains.find(({ value }) => isUnder(host, value));
  if (domain === undefined) return null;
  const reason = domain.because === undefined ? '' : ` ${domain.because}`;
  return official(`${host} is under ${domain.value}, a domain of the government.${reason} (Source: ${domain.source}.)`);
};

const byPortal = (host: string, place: Place, lens: Lens): Officialness | null => {
  const portal = place.portals.find((one) => domainOf(one.url) === host && isOfCountry(one, lens));
  if (portal === undefined || getDomain(host) === null) return null;
  const catalogue = portal.national ? 'the national catalogue' : 'the catalogue';
  return official(`${host} is ${catalogue} "${portal.name}" of ${portal.owner}. (Source: ${portal.source}.)`);
};

const byPublisher = (record: DatasetRecord | null, place: Place): Officialness | null => {
  const publisher = record?.publisher ?? null;
  if (publisher === null) return null;
  const named = prepare(publisher);
  for (const body of Object.values(place.responsible)) {
    const name = Object.values(body.value).find((written) => holds(named, phraseOf(written)));
    if (name !== undefined)
      return official(
        `The catalogue names "${publisher}" as publisher, the body responsible. (Source: ${body.source}.)`,
      );
  }
  return null;
};

/** A government suffix of another country, or of this one where no place is asked for. */
const bySuffix = (
  host: string,
  place: Place | null,
  words: Pick<DiscoveryWords, 'governmentSuffixes'>,
): Officialness | null => {
  const suffix = getPublicSuffix(host);
  const label = suffix?.split('.', 1)[0];
  if (suffix === null || label === undefined || !words.governmentSuffixes.includes(label)) return null;
  return place === null
    ? official(`${host} is under .${suffix}, which is reserved for a government.`)
    : thirdParty(`${host} is under .${suffix}, which belongs to another government.`);
};

const byPlatform = (host: string, words: Pick<DiscoveryWords, 'thirdParties'>): Officialness | null => {
  const platform = words.thirdParties.find(({ domain }) => isUnder(host, domain));
  return platform === undefined ? null : thirdParty(`${platform.domain} is ${platform.is}, not the government.`);
};

/** The site says whose it is: in the name it gives itself, or under its copyright. */
const byMandate = (page: Page | null, lens: Lens, host: string): Officialness | null => {
  if (page === null || lens.place === null) return null;
  const suffix = getPublicSuffix(host) ?? '';
  const countryDomain = lens.place.domains
    .map(({ value }) => value.split('.').at(-1))
    .find((label) => label === suffix.split('.').at(-1));
  if (countryDomain === undefined) return null;
  for (const passage of siteNames(page)) {
    const prepared = prepare(passage);
    const body = [...lens.responsible, ...lens.national].find((phrase) => holds(prepared, phrase));
    if (body !== undefined) return official(`The site says that it is run by "${passage.trim().slice(0, 160)}".`);
  }
  return null;
};

/**
 * Is an address official: of the government of the place, of a body it appointed, or of nobody we know? A publisher
 * named in a catalogue counts only for a catalogue that is official itself.
 */
export const officialness = (
  url: string,
  {
    lens,
    record = null,
    page = null,
    catalogue = null,
  }: {
    readonly lens: Lens;
    readonly record?: DatasetRecord | null;
    readonly page?: Page | null;
    /** Address of the catalogue that named the record. */
    readonly catalogue?: string | null;
  },
): Officialness => {
  const host = domainOf(url);
  const unknown: Officialness = { verdict: 'unknown', because: 'Nothing tells who stands behind this address.' };
  if (host === null) return unknown;
  const { place, words } = lens;
  const ofPlace = (at: string): Officialness | null =>
    place === null ? null : (byDomain(at, place) ?? byPortal(at, place, lens));
  const own = ofPlace(host);
  if (own !== null) return own;
  const platform = byPlatform(host, words);
  const source = catalogue === null || place === null ? null : domainOf(catalogue);
  const isListedOfficially = source !== null && ofPlace(source) !== null;
  if (isListedOfficially && place !== null) {
    const named = byPublisher(record, place);
    if (named !== null) return named;
  }
  if (platform !== null) return platform;
  return bySuffix(host, place, words) ?? byMandate(page, lens, host) ?? unknown;
};
