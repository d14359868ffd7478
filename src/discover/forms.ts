import type { Form, Page } from '../model/inspection.ts';

/* The search that a site offers to people, asked like a person would: by its form. */

/** What programs that make sites call the field for words. */
const queryName =
  /^(?:q|s|k|qs|qt|query|queryterm|search|searchtext|search_?word|searchterm|keys|keywords?|terms?|text|fulltext|wd)$/i;

const isForWords = ({ name, type }: Form['fields'][number]): boolean =>
  name !== '' && (type === 'search' || ((type === 'text' || type === '') && queryName.test(name)));

const searchForm = ({ forms }: Page): { readonly action: string; readonly field: string } | null => {
  for (const { action, method, fields } of forms) {
    const words = fields.filter(isForWords);
    const isLogin = fields.some(({ type }) => type === 'password');
    const [field] = words;
    if (method !== 'get' || isLogin || field === undefined || !/^https?:/.test(action)) continue;
    return { action, field: field.name };
  }
  return null;
};

/** The addresses at which a site's own search answers some phrases; none where its page has no such form. */
export const formQuestions = (page: Page, phrases: readonly string[]): readonly string[] => {
  const form = searchForm(page);
  if (form === null) return [];
  return phrases.map((phrase) => {
    const address = new URL(form.action);
    address.searchParams.set(form.field, phrase);
    return address.href;
  });
};
