import type { Sign } from '../model/observation.ts';
import { evened } from '../text/fold.ts';
import { type CompiledPhrase, placeOf } from '../text/phrases.ts';
import { fileName } from '../web/address.ts';
import { type Offer, offersOf } from './offers.ts';
import { signWhere, type View } from './seen.ts';
import { holds, phrasesOf } from './words.ts';

/* Parts that are given out in the place of the whole: samples, extracts, previews. */

/** Words that say nothing beside a sample: `Extract (CSV)`, `Sample data`, `Download a preview`. */
const beside = ['download', 'data-word', 'datasets-count'] as const;

const without = (text: string, phrases: readonly CompiledPhrase[]): string =>
  phrases.reduce((rest, phrase) => {
    const found = placeOf(rest, phrase);
    return found === null ? rest : `${rest.slice(0, found.at)} ${rest.slice(found.at + found.length)}`;
  }, text);

/** Longest first, so that no phrase breaks a longer one. */
const longestFirst = (phrases: readonly CompiledPhrase[]): readonly CompiledPhrase[] =>
  [...phrases].sort((one, other) => other.text.length - one.text.length || (one.text < other.text ? -1 : 1));

/** The words of a label or a file's name, without numbers and without names of formats. */
const wordsOf = (text: string, { formats }: View): string =>
  evened(text)
    .split(/[^\p{L}\p{M}']+/u)
    .filter((word) => word !== '' && formats.byWord(word) === null)
    .join(' ');

/** Does a text speak of a sample, and of nothing else? A sample of water does not. */
const isSampleOnly = (text: string, view: View): boolean => {
  const bare = wordsOf(text, view);
  if (!holds(view.words, 'sample', bare)) return false;
  const known = ['sample', ...beside].flatMap((meaning) => phrasesOf(view.words, meaning).all);
  const rest = without(bare, longestFirst(known));
  // What is left are articles and prepositions, in any language.
  return rest.split(' ').every((word) => word.length <= 2 || word === 'file' || word === 'the');
};

const stemOf = (url: string): string => {
  const name = fileName(url);
  return name.replace(/(?:\.[a-z][a-z0-9]{0,7}){1,2}$/i, '');
};

/** Where one sentence ends and the next begins. */
const sentences = /(?<=[.!?;。！？；])\s*/u;

/**
 * What a text says of a sample and, in the same sentence or the next, of the whole that it is taken from; empty where it
 * does not say both.
 */
const saidIn = (prose: string, { words }: View): string => {
  const parts = prose.split(sentences).slice(0, 2_000);
  const at = parts.findIndex(
    (part, index) =>
      holds(words, 'sample', part) &&
      parts.slice(Math.max(0, index - 1), index + 2).some((near) => holds(words, 'whole-elsewhere', near)),
  );
  return at === -1
    ? ''
    : parts
        .slice(Math.max(0, at - 1), at + 2)
        .join(' ')
        .trim();
};

const mentionsSample = ({ title, url }: Offer, view: View): boolean =>
  holds(view.words, 'sample', `${wordsOf(title, view)} · ${wordsOf(stemOf(url), view)}`);

/**
 * Files that are samples by their label or name, and what is said of them. A label that says more than that it is a
 * sample counts where the text says that the whole is elsewhere.
 */
export const sampleSigns = (view: View, prose: string): readonly Sign[] => {
  if (view.page === null && view.reading === null) {
    return isSampleOnly(stemOf(view.finalUrl), view) ? signWhere('is-sample', stemOf(view.finalUrl)) : [];
  }
  const said = saidIn(prose, view);
  const samples = offersOf(view)
    .filter(({ format, isDocumentation }) => (format === 'rows' || format === 'archive') && !isDocumentation)
    .filter(
      (offer) =>
        isSampleOnly(offer.title, view) ||
        isSampleOnly(stemOf(offer.url), view) ||
        (said !== '' && mentionsSample(offer, view)),
    );
  return [
    ...samples
      .slice(0, 40)
      .map(({ title, url }) => ({ code: 'offers-sample', quote: title.slice(0, 240), value: url })),
    ...signWhere('says-sample', said),
  ];
};
