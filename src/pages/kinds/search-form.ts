import type { Form } from '../../model/inspection.ts';
import { linksFiles, namedDownload } from '../offers.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

const askable = new Set([
  'text',
  'search',
  'select',
  'select-one',
  'select-multiple',
  'date',
  'number',
  'radio',
  'textarea',
  'month',
  'email',
  '',
]);

/** Fields a person fills in to narrow down what is shown. */
const questions = ({ fields }: Form): number => fields.filter(({ type }) => askable.has(type)).length;

/** Forms to write to someone are not queries. */
const writesToSomeone = (form: Form): boolean =>
  form.fields.some(({ type }) => type === 'textarea' || type === 'file' || type === 'password');

/** The form that asks most, where it asks enough to be more than the search box of a site. */
export const queryForm = ({ page }: View): Form | null =>
  (page?.forms ?? [])
    .filter((form) => questions(form) >= 3 && !writesToSomeone(form))
    .sort((a, b) => questions(b) - questions(a))[0] ?? null;

/**
 * Data that is shown only in answer to a query: a form with several fields, words of records or enquiries, and
 * neither rows nor files on the page itself.
 */
export const searchForm: KindReader = {
  kind: 'search-form',
  signsOf: (view) => {
    const form = queryForm(view);
    if (form === null || view.status >= 400 || linksFiles(view) || namedDownload(view) !== null) return [];
    if (view.rows !== null) return [];
    const names = form.fields.map(({ name, label }) => label || name).filter((name) => name !== '');
    const words = signWhere(
      'records-words',
      quotePhrase(view.words, 'records-word', `${view.title} · ${view.headings} · ${view.text.slice(0, 2_000)}`),
    );
    return words.length === 0
      ? []
      : [...signWhere('query-fields', names.slice(0, 8).join(', ') || form.action), ...words];
  },
};
