/* Small pieces of text that the notes are made of. */

/** Control characters, and those that reorder or hide text, never belong to a quotation. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu;

/** Fetched text on one line, printable, of at most `limit` characters. */
export const shortened = (text: string, limit: number): string => {
  const clean = text
    .slice(0, 4 * limit)
    .replace(unprintable, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...clean];
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : clean;
};

/** A sentence ends with one full stop, also where its parts brought one along. */
export const sentence = (text: string): string =>
  /[.!?؟…]\u2069?(?:[”"')]|\s?»)?\u2069?$/u.test(text) ? text : `${text}.`;

/** What an English name of an office is built on; such names take the article, names such as Statistics Norway do not. */
const office =
  / (?:of|for) | (?:agency|authority|board|bureau|cabinet|commission|committee|council|court|department|directorate|inspectorate|institute|ministry|office|registry|secretariat|service|treasury|tribunal)$/i;

/** Does the English name of a body take the article, and does it not bring it along? */
export const takesArticle = (body: string): boolean => !/^the /i.test(body) && office.test(body);
