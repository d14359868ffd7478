import type { Portal } from '../model/data.ts';
import type { Level } from '../model/records.ts';
import type { Lens } from './vocabulary.ts';
import { placeIn, prepare, type SearchPhrase } from './words.ts';

/** What the name of a body tells: which part of the country it acts for, or that it is no authority of the country. */
export interface Body {
  readonly verdict: Level['verdict'] | 'other';
  /** The words that told it. */
  readonly said: string;
}

const unknown: Body = { verdict: 'unknown', said: '' };

interface Held {
  readonly at: number;
  readonly written: string;
  readonly length: number;
}

/** The first of some phrases that a text holds, by where it stands. */
const firstOf = (text: string, phrases: readonly SearchPhrase[]): Held | null => {
  const prepared = prepare(text);
  let best: Held | null = null;
  for (const phrase of phrases) {
    const found = placeIn(prepared, phrase);
    if (found === null || (best !== null && best.at <= found.at)) continue;
    best = { at: found.at, written: phrase.written, length: found.length };
  }
  return best;
};

/** "Department of Finance, City of Alba" names two bodies; each speaks for itself. */
const segmentsOf = (text: string): readonly string[] =>
  text
    .slice(0, 400)
    .split(/[,;|()[\]]|\s[-–—/]\s/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');

const isBefore = (one: Held | null, other: Held | null): one is Held =>
  one !== null && (other === null || one.at < other.at);

/** No authority, unless one stands before it with a task between: "Ministry of Education and Universities". */
const isUnofficial = (segment: string, { unofficial, national }: Lens): Held | null => {
  const found = firstOf(segment, unofficial);
  const authority = firstOf(segment, national);
  if (found === null) return null;
  if (authority === null || found.at < authority.at) return found;
  const between = prepare(segment).text.slice(authority.at + authority.length, found.at);
  return between.trim() === '' ? found : null;
};

/**
 * A word for a government with the name that follows: the country's own makes it national, another somebody else's.
 * Where no name follows ("Presidency of the Republic"), it tells nothing.
 */
const governmentOf = (text: string, lens: Lens): Body | null => {
  const prepared = prepare(text);
  for (const phrase of lens.governments) {
    const found = placeIn(prepared, phrase);
    if (found === null) continue;
    const rest = prepared.text.slice(found.at + found.length).trim();
    if (rest === '') continue;
    const isOwn = lens.ownNames.some((name) => ` ${rest} `.includes(` ${name} `) || rest.startsWith(name));
    return { verdict: isOwn ? 'national' : 'other', said: phrase.written };
  }
  return null;
};

/** A part of the country, by its name as it is written: names are told from words by their capital and their marks. */
export const subdivisionIn = (text: string, { place }: Pick<Lens, 'place'>): readonly string[] => {
  const cleaned = ` ${text.replace(/[^\p{L}\p{M}\p{N}'-]+/gu, ' ')} `;
  return (place?.subdivisions ?? []).filter((name) => {
    const written = name.replace(/[^\p{L}\p{M}\p{N}'-]+/gu, ' ').trim();
    return cleaned.includes(` ${written} `) || cleaned.includes(` ${written.toUpperCase()} `);
  });
};

/** Shorter names begin too many other words. */
const shortestOwn = 5;

/** Does an adjective of the country's own name stand before some place of a text: "Nowherish provincial government"? */
const isOwnBefore = (segment: string, at: number, { ownNames }: Lens): boolean => {
  const word = prepare(segment).text.slice(0, at).trim().split(' ').at(-1) ?? '';
  return ownNames.some((own) => own.length >= shortestOwn && word.startsWith(own) && word.length > own.length);
};

const lowerIn = (segment: string, { regional, local, national }: Lens): Body | null => {
  const authority = firstOf(segment, national);
  const [town, region] = [firstOf(segment, local), firstOf(segment, regional)];
  if (isBefore(town, authority) && !isBefore(region, town)) return { verdict: 'local', said: town.written };
  if (isBefore(region, authority)) return { verdict: 'regional', said: region.written };
  return null;
};

/**
 * Reads the name of a body. A body of a part of the country is told by the word it is called by, or by the name of that
 * part, whatever stands beside it; one of the whole country by its own words, where the government that it names is the
 * country's.
 */
export const readBody = (name: string, lens: Lens): Body => {
  const segments = segmentsOf(name);
  const responsible = firstOf(name, lens.responsible);
  if (responsible !== null) return { verdict: 'national', said: responsible.written };
  const lower = segments.map((segment) => lowerIn(segment, lens)).find((body) => body !== null);
  if (lower) return lower;
  const [part] = subdivisionIn(name, lens);
  if (part !== undefined) return { verdict: 'regional', said: part };
  const unofficial = isUnofficial(segments[0] ?? '', lens);
  if (unofficial !== null) return { verdict: 'other', said: unofficial.written };
  const government = governmentOf(name, lens);
  if (government?.verdict === 'other') return government;
  const national = firstOf(name, lens.national);
  if (national !== null) return { verdict: 'national', said: national.written };
  if (government !== null) return government;
  const adjective = firstOf(name, lens.lower);
  if (adjective === null) return unknown;
  return { verdict: isOwnBefore(name, adjective.at, lens) ? 'national' : 'local', said: adjective.written };
};

/**
 * The word by which a name is that of an authority of which no word tells for what part of the country it acts; null where it
 * is none. Whether the whole country's is for the place to tell where the name stands.
 */
export const authorityIn = (name: string, lens: Lens): string | null =>
  readBody(name, lens).verdict === 'unknown' ? (firstOf(name, lens.authorities)?.written ?? null) : null;

/** Does a name hold one of the country's own? */
export const namesCountry = (name: string, { ownNames }: Pick<Lens, 'ownNames'>): boolean => {
  const { text } = prepare(name);
  return ownNames.some((own) => ` ${text} `.includes(` ${own} `));
};

/**
 * Does a catalogue of the place's file stand for a body of the whole country: is it national, or its owner an authority that
 * no word tells to be of a part? The file lists what is of the country; that of towns and of associations shows by its name.
 */
export const isOfCountry = ({ national, owner }: Pick<Portal, 'national' | 'owner'>, lens: Lens): boolean =>
  owner !== null && (national || readBody(owner, lens).verdict === 'national' || authorityIn(owner, lens) !== null);
