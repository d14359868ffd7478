import { getDomain, getPublicSuffix } from 'tldts';
import type { Level, Officialness } from '../model/records.ts';
import type { Args, Sentence } from '../model/sentence.ts';
import { comparable } from '../text/fold.ts';
import type { LevelReason } from '../text/levels.ts';
import { hostOf, siteOf } from '../web/address.ts';
import { authorityIn, type Body, isOfCountry, namesCountry, readBody } from './bodies.ts';
import { isOfEveryKind } from './catalogue.ts';
import { titlePart } from './parts.ts';
import type { Lens } from './vocabulary.ts';

/** What is known of who publishes something and what it calls it. */
export interface Imprint {
  /** The title of the dataset itself, without the name of the site it stands on. */
  readonly title: string | null;
  /** The publisher that a catalogue or the page names. */
  readonly publisher: string | null;
  /** The area covered, as a catalogue says. */
  readonly spatial: string | null;
  /** Names that the site gives itself: in its metadata, under its copyright. */
  readonly site: readonly string[];
}

const because = (reason: LevelReason, args: Args = {}): Sentence => ({ reason, args });

const unknown: Level = { verdict: 'unknown', because: because('not-told') };

/** The national catalogue lists everybody's data: that it stands there tells nothing of whose it is. */
const isCatalogue = (url: string, { place }: Lens): boolean =>
  place?.portals.some(({ url: portal, national }) => national && siteOf(portal) === siteOf(url)) ?? false;

const isBelow = (url: string, address: string): boolean => {
  const [one, other] = [new URL(url), new URL(address)];
  const folder = other.pathname.replace(/[^/]*$/, '');
  return one.host === other.host && one.pathname.startsWith(folder === '/' ? other.pathname : folder);
};

/** An address of the place file vouches for what lies below it. */
const byAddress = (url: string, lens: Lens): Level | null => {
  const known = lens.place?.addresses.find(
    ({ category, url: address }) =>
      category === lens.category?.id &&
      isBelow(url, address) &&
      !(new URL(address).pathname === '/' && isCatalogue(url, lens)),
  );
  return known === undefined
    ? null
    : { verdict: 'national', because: because('in-place-file', { source: known.source }) };
};

/**
 * The place file lists sites of bodies of the whole country that are no catalogue of everybody's data: what lies at one, or
 * under its owner's domain, is its owner's. A domain that all of the government shares tells nothing.
 */
const byPortal = (url: string, lens: Lens): Level | null => {
  const { place } = lens;
  const domain = getDomain(hostOf(url));
  const owners = new Set(
    place?.portals.filter((portal) => getDomain(hostOf(portal.url)) === domain).map(({ owner }) => owner),
  );
  const isShared = owners.size > 1 || lens.words.governmentSuffixes.includes(domain?.split('.', 1)[0] ?? '');
  const isAt = (portal: string): boolean =>
    siteOf(portal) === siteOf(url) || (!isShared && domain !== null && getDomain(hostOf(portal)) === domain);
  const known = place?.portals.find(
    (portal) =>
      isOfCountry(portal, lens) &&
      isAt(portal.url) &&
      !isOfEveryKind(portal, lens) &&
      !isOfPartOrNobody(readBody(portal.owner ?? '', lens)),
  );
  if (known === undefined || known.owner === null) return null;
  return {
    verdict: 'national',
    because: because('site-of-a-national-body', { body: known.owner, source: known.source }),
  };
};

const isOfPartOrNobody = ({ verdict }: Body): boolean =>
  verdict === 'regional' || verdict === 'local' || verdict === 'other';

/** Shorter words begin and end too many others. */
const shortestGlued = 5;

/** Sites are often named for the town: `kingcounty.example`, `stadt-alba.example`, `cityofalba.example`. */
const byHost = (url: string, { regional, local }: Lens): Level | null => {
  const { hostname } = new URL(url);
  const labels = hostname.slice(0, -(getPublicSuffix(hostname)?.length ?? 0) || undefined).split(/[.-]/);
  const isNamed = (glued: string): boolean =>
    labels.some(
      (label) =>
        label === glued || (glued.length >= shortestGlued && (label.startsWith(glued) || label.endsWith(glued))),
    );
  for (const [verdict, phrases] of [
    ['local', local],
    ['regional', regional],
  ] as const) {
    const found = phrases.find(({ text }) => /^[a-z ]+$/.test(text) && isNamed(text.replaceAll(' ', '')));
    if (found !== undefined)
      return { verdict, because: because('host-of-a-part', { host: hostname, word: found.written }) };
  }
  return null;
};

/** The area is the country and nothing else: its name, its code, or a word for the whole of it. */
const bySpatial = ({ spatial }: Imprint, { place, whole, ownNames }: Lens): Level | null => {
  if (spatial === null || place === null) return null;
  const last = spatial.split(/[/:#]/).findLast((part) => part !== '') ?? '';
  const isWhole = [spatial, last]
    .map(comparable)
    .some((text) => text === place.id || ownNames.includes(text) || whole.some((phrase) => phrase.text === text));
  return isWhole ? { verdict: 'national', because: because('area-declared', { area: spatial.slice(0, 80) }) } : null;
};

/** What a body's name comes to; an authority of the whole country counts at an official address only. */
const ofBody = ({ verdict, said }: Body, name: string, { verdict: standing }: Officialness): Level | null => {
  const args = { body: name.trim().slice(0, 120), word: said };
  switch (verdict) {
    case 'regional':
    case 'local':
      return { verdict, because: because('body-of-a-part', args) };
    case 'national':
      return standing === 'official' ? { verdict, because: because('body-of-the-country', args) } : null;
    case 'other':
      return { verdict: 'unknown', because: because('body-of-neither', args) };
    case 'unknown':
      return null;
  }
};

/**
 * An authority of which no word tells a part of the country is the country's where its name says so, and where it publishes in the
 * national catalogue: those of a part are named for it there, to be told apart.
 */
const byAuthority = (url: string, { publisher }: Imprint, lens: Lens): Level | null => {
  const said = publisher === null ? null : authorityIn(publisher, lens);
  if (publisher === null || said === null || !(namesCountry(publisher, lens) || isCatalogue(url, lens))) return null;
  const args = { body: publisher.trim().slice(0, 120), word: said };
  return { verdict: 'national', because: because('authority-of-the-country', args) };
};

/** A site that stands for itself, not for the publishers it lists. */
const bySite = (url: string, { site, publisher }: Imprint, lens: Lens, official: Officialness): Level | null => {
  if (publisher !== null || isCatalogue(url, lens)) return null;
  const levels = site.map((name) => ofBody(readBody(name, lens), name, official)).filter((found) => found !== null);
  return levels.find(({ verdict }) => verdict === 'regional' || verdict === 'local') ?? levels[0] ?? null;
};

/**
 * Which part of the country a publisher acts for, and with it what it publishes. The title of the dataset and its
 * publisher decide: a body of a part, or a title that names a part, makes it that part's, wherever it is listed. For the
 * whole country speak its responsible body, an authority of the whole country at an official address, an address of the
 * place file, and the area that a catalogue declares. That the country is mentioned shows nothing.
 */
export const levelOf = (
  url: string,
  { lens, imprint, official }: { readonly lens: Lens; readonly imprint: Imprint; readonly official: Officialness },
): Level => {
  if (lens.place === null || !URL.canParse(url)) return unknown;
  const { title, publisher } = imprint;
  const body = publisher === null ? null : readBody(publisher, lens);
  const part = title === null ? null : titlePart(title, lens, body?.verdict === 'national');
  if (part !== null) return { verdict: part.verdict, because: because('title-of-a-part', { word: part.said }) };
  const declared = body === null || publisher === null ? null : ofBody(body, publisher, official);
  return (
    declared ??
    byAddress(url, lens) ??
    bySite(url, imprint, lens, official) ??
    byHost(url, lens) ??
    (official.verdict === 'official' ? (byAuthority(url, imprint, lens) ?? byPortal(url, lens)) : null) ??
    (official.verdict === 'official' ? bySpatial(imprint, lens) : null) ??
    unknown
  );
};
