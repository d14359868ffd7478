import type { Page } from '../model/inspection.ts';
import { comparable, evened } from '../text/fold.ts';
import { decoded, withoutFragment } from '../web/address.ts';
import { type PageWords, phrasesOf } from './words.ts';

/** A page with the address it was asked for at, and the one that answered. */
export interface PageAt {
  readonly url: string;
  readonly finalUrl: string;
  readonly page: Page;
}

/** What a page repeats of its address: the whole of it, its path, and the name at its end with and without the ending. */
const echoesOf = ({ url, finalUrl }: PageAt): readonly string[] =>
  [url, finalUrl]
    .filter((address) => URL.canParse(address))
    .flatMap((address) => {
      const path = decoded(new URL(address).pathname);
      const name = path.split('/').filter(Boolean).at(-1) ?? '';
      return [decoded(address), path, name, name.replace(/\.[a-z0-9]{1,5}$/i, '')].map(comparable);
    })
    .filter((text) => text.length > 2)
    .sort((one, other) => other.length - one.length);

/** All that a page shows, without what it repeats of its address and without figures, which may be a day or a count. */
const shownBy = (at: PageAt): string => {
  const { title, headings, text, footer } = at.page;
  const whole = ` ${comparable([title, ...headings, text, footer].join(' '))} `;
  return echoesOf(at)
    .reduce((left, echo) => left.replaceAll(` ${echo} `, ' '), whole)
    .replaceAll(/\p{N}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
};

/**
 * Is it the same answer? Both addresses led to one page, or the pages show the same words, but for what they repeat of their addresses
 * and for figures. Two pages that show no word at all are not told to be the same.
 */
export const isSameAnswer = (one: PageAt, other: PageAt): boolean => {
  const shown = shownBy(one);
  if (shown === '') return false;
  // A page that the made-up address leads to is there itself; one that both lead to stands in for what is not.
  const isMoved = withoutFragment(one.finalUrl) !== withoutFragment(one.url);
  if (withoutFragment(one.finalUrl) === withoutFragment(other.finalUrl)) return isMoved;
  return shown === shownBy(other);
};

/** Characters of a page that says enough of itself not to be the frame of something that scripts put into it. */
const frameText = 2_000;

/**
 * A page that scripts draw into may get another content for each address, whatever was sent: it has an element that such programs are
 * known to fill, or it has scripts, an element that stands empty, and little else.
 */
export const isDrawnInto = ({ mounts, scripts, text }: Page, words: PageWords): boolean =>
  mounts.some((name) => words.mounts.includes(name.toLowerCase())) ||
  (mounts.length > 0 && (scripts.count > 0 || scripts.bytes > 0) && text.length < frameText);

/** Does a page speak somewhere of not being found? Far less than it takes to tell that it is not. */
export const speaksOfAbsence = ({ title, headings, text }: Page, words: PageWords): boolean =>
  phrasesOf(words, 'not-found').first(evened(`${title} · ${headings.join(' · ')} · ${text.slice(0, 2_500)}`)) !== null;
