import { english } from '../messages/english.ts';
import { knownLanguages, storedLanguage } from '../messages/known.ts';
import type { CompiledLanguage, LanguageFile, LanguageTables } from '../messages/language.ts';
import { type Messages, messagesFrom } from '../messages/messages.ts';
import { together } from '../messages/trees.ts';
import type { Criteria } from '../model/data.ts';
import { UserError } from '../model/errors.ts';

/** Where the build keeps a language. */
export const languagePath = (tag: string): string => `messages/${tag}`;

/** A language from its file, laid over the English. */
export const languageIn = async (criteria: Criteria, tag: string): Promise<CompiledLanguage> => {
  const [{ compileLanguage }, { englishBeside }] = await Promise.all([
    import('../messages/compile.ts'),
    import('./english.ts'),
  ]);
  const { messages } = criteria.data<LanguageFile>(languagePath(storedLanguage));
  const inEnglish = together(englishBeside(criteria), messages);
  return compileLanguage(criteria.data<LanguageFile>(languagePath(tag)), inEnglish);
};

/**
 * The words of a language.
 *
 * @param tag - `en`, `fr` … as a file of `criteria/messages` is called
 * @param isMarked - is text of others marked, for HTML? In a language from right to left it always is.
 * @throws UserError naming the known languages where there is no such one.
 */
export const openMessages = async (criteria: Criteria, tag: string, isMarked = false): Promise<Messages> => {
  const known = knownLanguages(criteria);
  if (!known.includes(tag)) throw new UserError(`There is no language ${tag}; known are ${known.join(', ')}.`);
  if (tag === storedLanguage) return english.marked(isMarked);
  const language = criteria.built<CompiledLanguage>(languagePath(tag)) ?? (await languageIn(criteria, tag));
  return messagesFrom(language, isMarked || language.tables.dir === 'rtl');
};

/** What a language is called and which way it runs, without opening its words. */
export const tablesOf = (criteria: Criteria, tag: string): LanguageTables =>
  tag === storedLanguage
    ? english
    : (criteria.built<CompiledLanguage>(languagePath(tag))?.tables ?? criteria.data<LanguageFile>(languagePath(tag)));
