import { getPublicSuffix } from 'tldts';
import type { Level, Officialness } from '../model/records.ts';
import { comparable } from '../text/fold.ts';
import { hostOf } from '../web/address.ts';
import { type Body, readBody } from './bodies.ts';
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

const unknown: Level = {
  verdict: 'unknown',
  because: 'Nothing tells which part of the country its publisher acts for.',
};

/** The national catalogue lists everybody's data: that it stands there tells nothing of whose it is. */
const isCatalogue = (url: string, { place }: Lens): boolean =>
  place?.portals.some(({ url: portal, national }) => national && hostOf(portal) === hostOf(url)) ?? false;

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
    : { verdict: 'national', because: `The place file names this site for the category. (Source: ${known.source}.)` };
};

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
      return { verdict, because: `${hostname} is named for a part of the country ("${found.written}").` };
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
  return isWhole
    ? { verdict: 'national', because: `The catalogue says that it covers "${spatial.slice(0, 80)}".` }
    : null;
};

/** What a body's name comes to; an authority of the whole country counts at an official address only. */
const ofBody = ({ verdict, said }: Body, name: string, { verdict: standing }: Officialness): Level | null => {
  const quoted = `"${name.trim().slice(0, 120)}"`;
  switch (verdict) {
    case 'regional':
    case 'local':
      return { verdict, because: `${quoted} is a body of a part of the country ("${said}").` };
    case 'national':
      return standing === 'official'
        ? { verdict, because: `${quoted} is an authority of the whole country ("${said}").` }
        : null;
    case 'other':
      return { verdict: 'unknown', because: `${quoted} is no authority of the country ("${said}").` };
    case 'unknown':
      return null;
  }
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
  if (part !== null)
    return { verdict: part.verdict, because: `Its title is of a part of the country ("${part.said}").` };
  const declared = body === null || publisher === null ? null : ofBody(body, publisher, official);
  return (
    declared ??
    byAddress(url, lens) ??
    bySite(url, imprint, lens, official) ??
    byHost(url, lens) ??
    (official.verdict === 'official' ? bySpatial(imprint, lens) : null) ??
    unknown
  );
};
