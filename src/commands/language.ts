import { nameIn } from '../audit/coverage.ts';
import { openMessages } from '../audit/messages.ts';
import { storedLanguage } from '../messages/known.ts';
import type { Messages } from '../messages/messages.ts';
import type { Localised } from '../model/basics.ts';
import type { Place } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import type { Shell } from './shell.ts';

/** What `--lang` says. */
export interface LanguageOptions {
  readonly lang?: string;
}

/** The language of a document. */
export interface DocumentLanguage {
  readonly messages: Messages;
  /** Reviews as the document tells them. What is kept is never told otherwise. */
  readonly tell: (reviews: readonly Review[]) => Promise<readonly Review[]>;
}

/** What bodies and contests of a place are called in a language, by the names that reviews are kept with. */
const namesIn = ({ responsible, contests = [] }: Place, lang: string): ReadonlyMap<string, string> => {
  const all: readonly Localised[] = [
    ...Object.values(responsible).map(({ value }) => value),
    ...contests.map(({ names }) => names),
  ];
  return new Map(
    all.flatMap((names) => {
      const name = names[lang];
      return name === undefined ? [] : [[nameIn(names), name] as const];
    }),
  );
};

/**
 * Opens the language of a document, before anything is asked for.
 *
 * @throws UserError naming the languages that are known, where `lang` is none of them.
 */
export const openLanguage = async (
  { lang = storedLanguage, format }: LanguageOptions & { readonly format?: string },
  { criteria }: Pick<Shell, 'criteria'>,
): Promise<DocumentLanguage> => {
  const messages = await openMessages(criteria, lang, format === 'html');
  // What is kept is English without marks.
  if (lang === storedLanguage && format !== 'html') return { messages, tell: async (reviews) => reviews };
  const tell = async (reviews: readonly Review[]): Promise<readonly Review[]> => {
    const { retell } = await import('../audit/retell.ts');
    return reviews.map((review) => {
      if (!criteria.editions().includes(review.edition)) return review;
      const edition = criteria.edition(review.edition);
      const known = review.place !== null && criteria.places().includes(review.place.id);
      const place = known ? criteria.place(review.place?.id ?? '') : null;
      const name = place?.names[lang];
      const names = place === null ? new Map<string, string>() : namesIn(place, lang);
      return retell(review, { edition, messages, names, ...(name === undefined ? {} : { place: name }) });
    });
  };
  return { messages, tell };
};
