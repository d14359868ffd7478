import type { Link, Page } from '../model/inspection.ts';
import { extensionOf, withoutFragment } from '../web/address.ts';
import { promiseOf } from '../web/formats.ts';
import { officialness } from './official.ts';
import { addressWords, firstHeld, hostWords, topicMatch } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { prepare } from './words.ts';

/** One reason for a score. */
export interface ScorePart {
  readonly name: string;
  readonly points: number;
  readonly says: string;
}

/** A link worth following, with why. */
export interface ScoredLink {
  readonly url: string;
  readonly text: string;
  readonly role: 'landing-page' | 'data-file';
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** True where it speaks of the category, false where it only leads to data of some kind. */
  readonly isOnTopic: boolean;
}

const mostLinks = 4_000;
const mostScored = 40;

const regionPoints: Readonly<Record<Link['region'], number>> = { main: 0, navigation: -2, header: -3, footer: -8 };

const topicPart = (link: Link, lens: Lens): ScorePart => {
  const places = [
    { match: topicMatch(prepare(link.text), lens), most: 30, where: 'its text' },
    {
      match: topicMatch(prepare(`${hostWords(link.url)} ${addressWords(link.url)}`), lens),
      most: 18,
      where: 'its address',
    },
    { match: topicMatch(prepare(link.context), lens), most: 14, where: 'the text beside it' },
  ].map(({ match, most, where }) => ({ points: Math.round(match.value * most), phrase: match.phrase, where }));
  const [best, second] = places.sort((left, right) => right.points - left.points);
  if (best === undefined || best.points === 0) return { name: 'words', points: 0, says: 'No word of the category.' };
  // A second sign confirms the first, and says little new.
  const points = best.points + Math.round((second?.points ?? 0) / 3);
  return { name: 'words', points, says: `"${best.phrase}" in ${best.where}.` };
};

const formatPart = ({ url }: Link, { words }: Lens): ScorePart | null => {
  const format = words.formats.ofAddress(url);
  if (format === null) return null;
  const extension = extensionOf(url);
  const name = format.extensions.includes(extension ?? '') ? extension : format.id;
  switch (promiseOf(format)) {
    case 'rows':
      return { name: 'format', points: 10, says: `A file that programs read (${name}).` };
    case 'archive':
      return { name: 'format', points: 8, says: `An archive of files (${name}).` };
    case 'document':
    case 'picture':
      return { name: 'format', points: -2, says: `A document (${name}).` };
    case 'service':
    case null:
      return null;
  }
};

const wordParts = (link: Link, lens: Lens): readonly ScorePart[] => {
  const text = prepare(`${link.text} ${addressWords(link.url)}`);
  const near = prepare(`${link.text} ${link.context}`);
  const parts: ScorePart[] = [];
  const data = firstHeld(text, lens.data);
  if (data !== null) parts.push({ name: 'data', points: 5, says: `It speaks of data ("${data}").` });
  const about = firstHeld(text, lens.about);
  if (about !== null)
    parts.push({ name: 'about', points: -8, says: `It seems to be about data, not data ("${about}").` });
  const local = firstHeld(near, [...lens.local, ...lens.regional, ...lens.lower]);
  if (local !== null)
    parts.push({ name: 'level', points: -12, says: `It seems to be of a part of the country ("${local}").` });
  const old = firstHeld(text, lens.old);
  if (old !== null) parts.push({ name: 'age', points: -4, says: `It seems to be set aside ("${old}").` });
  return parts;
};

/** A body that has a site named for its task is likely to keep the data there. */
const sitePart = (link: Link, lens: Lens): ScorePart | null => {
  const match = topicMatch(prepare(hostWords(link.url)), lens);
  return match.value < 0.5 ? null : { name: 'site', points: 6, says: `The site is named for "${match.phrase}".` };
};

const publisherPart = (link: Link, lens: Lens): ScorePart | null => {
  const { verdict, because } = officialness(link.url, { lens });
  if (verdict === 'official') return { name: 'publisher', points: 10, says: because };
  return verdict === 'third-party' ? { name: 'publisher', points: -12, says: because } : null;
};

const score = (link: Link, lens: Lens): ScoredLink => {
  const words = topicPart(link, lens);
  const format = formatPart(link, lens);
  const region = regionPoints[link.region];
  const parts = [
    words,
    format,
    ...wordParts(link, lens),
    publisherPart(link, lens),
    sitePart(link, lens),
    region === 0 ? null : { name: 'region', points: region, says: `It stands in the ${link.region} of the page.` },
  ].filter((part) => part !== null);
  const isFile = format !== null && format.points > 0;
  return {
    url: link.url,
    text: link.text,
    role: isFile ? 'data-file' : 'landing-page',
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    isOnTopic: words.points >= 8,
  };
};

/** Better first; equal ones by their address, so that the order never depends on chance. */
export const byScore = (
  left: { readonly score: number; readonly url: string },
  right: { readonly score: number; readonly url: string },
): number => right.score - left.score || (left.url < right.url ? -1 : left.url > right.url ? 1 : 0);

/**
 * The links of a page that may lead to the category, best first: those that speak of it, and those that lead to data of
 * any kind. Scores are on the scale of candidates.
 */
export const scoreLinks = (page: Page, lens: Lens): readonly ScoredLink[] => {
  const best = new Map<string, ScoredLink>();
  for (const link of page.links.slice(0, mostLinks)) {
    if (!/^https?:\/\//.test(link.url) || !URL.canParse(link.url)) continue;
    const scored = score(link, lens);
    const key = withoutFragment(link.url);
    const before = best.get(key);
    if (before === undefined || before.score < scored.score) best.set(key, { ...scored, url: key });
  }
  return [...best.values()]
    .filter(
      (link) =>
        link.score > 0 && (link.isOnTopic || link.parts.some(({ name, points }) => name === 'data' && points > 0)),
    )
    .sort(byScore)
    .slice(0, mostScored);
};
