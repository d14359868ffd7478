import { dateText, readDates } from '../time/running-text.ts';
import { decoded } from '../web/address.ts';
import type { Lens, Topic } from './vocabulary.ts';
import { holds, type PreparedText, type SearchPhrase, share } from './words.ts';

/** How well a text speaks of the category, 0 to 1, and the phrase that tells so. */
export interface TopicMatch {
  readonly value: number;
  readonly phrase: string | null;
}

const none: TopicMatch = { value: 0, phrase: null };

/** Half a phrase is less than half a match. */
const matchOf = (text: PreparedText, { phrase, weight }: Topic): number => {
  const part = share(text, phrase);
  return (part === 1 ? 1 : part * part * 0.8) * weight;
};

/** The best match among the category's phrases. */
export const topicMatch = (text: PreparedText, { topics }: Pick<Lens, 'topics'>): TopicMatch =>
  topics.reduce<TopicMatch>((best, topic) => {
    const value = matchOf(text, topic);
    return value > best.value ? { value, phrase: topic.phrase.written } : best;
  }, none);

/** The first of some phrases that a text holds. */
export const firstHeld = (text: PreparedText, phrases: readonly SearchPhrase[]): string | null =>
  phrases.find((phrase) => holds(text, phrase))?.written ?? null;

/** The words of an address: its path and host without endings, as a person reads them. */
export const addressWords = (url: string): string => {
  const { pathname, search } = new URL(url);
  return decoded(pathname + search)
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-./+=&?%]+/g, ' ');
};

/** The words of a host's name, without its last part. */
export const hostWords = (url: string): string =>
  new URL(url).hostname.split('.').slice(0, -1).join(' ').replaceAll('-', ' ');

const yearPattern = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** The newest year that a text names, null where it names none. */
export const newestYear = (text: string, latest: number): number | null => {
  const years = [...text.slice(0, 5_000).matchAll(yearPattern)]
    .map(([year]) => Number(year))
    .filter((year) => year <= latest);
  return years.length === 0 ? null : Math.max(...years);
};

/** Longer periods are of a year, which its number tells. */
const mostDays = 92;

const daysOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * The newest edition that a text names, as a number that grows with time: year and month, `202610`; `202600` where no month
 * is told, 0 where no year is. Months may be written in the words of the languages that are looked in.
 */
export const newestEdition = (text: string, { dates }: Pick<Lens, 'dates'>, latest: number): number => {
  const year = newestYear(text, latest);
  if (year === null) return 0;
  const words = text.slice(0, 500).replaceAll(/[_+]+|(?<=\p{L})[-.]+|[-.]+(?=\p{L})/gu, ' ');
  const months = readDates(dateText(words), dates)
    .filter(({ from, to }) => Number(to.slice(0, 4)) === year && daysOf(from, to) <= mostDays)
    .map(({ to }) => Number(to.slice(5, 7)));
  return year * 100 + Math.max(0, ...months);
};
