import type { Sign } from '../../model/observation.ts';
import { headerValue } from '../../web/headers.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** Visible text above this length is a page that also happens to hold a puzzle, in a comment form for example. */
const wallText = 1_500;

/** A page of so little text and so few links holds nothing but what its script makes of it. */
const bareText = 200;
const bareLinks = 3;

const challengeHeader = ({ headers, words }: View): readonly Sign[] =>
  words.challenge.headers.flatMap(({ name, value }) => {
    const found = headerValue(headers, name);
    return found?.toLowerCase().includes(value) ? signWhere('challenge-header', `${name}: ${found}`) : [];
  });

const marksOf = ({ page, words, headers }: View): readonly Sign[] => {
  const sources = [...(page?.scripts.sources ?? []), ...(page?.iframes ?? [])].map((source) => source.toLowerCase());
  const fields = (page?.forms ?? []).flatMap((form) => form.fields.map(({ name }) => name));
  const { scripts, fields: known, guards } = words.challenge;
  return [
    ...signWhere(
      'challenge-script',
      sources.find((source) => scripts.some((mark) => source.includes(mark))),
    ),
    ...signWhere(
      'challenge-field',
      fields.find((name) => known.includes(name)),
    ),
    ...signWhere(
      'guard-header',
      guards.find((name) => headerValue(headers, name) !== null),
    ),
  ];
};

const hasPasswordField = ({ page }: View): boolean =>
  (page?.forms ?? []).some((form) => form.fields.some(({ type }) => type === 'password'));

/**
 * A wall against programs. A challenge header says so itself; else it takes a mark of such a service, the words of a
 * challenge, a refusing status or a page that holds nothing else: two of them at least. The word alone is no wall, since
 * it stands in scripts and contact forms everywhere, and neither is the mark of a guard that let the page through.
 */
export const captcha: KindReader = {
  kind: 'captcha',
  signsOf: (view) => {
    const headers = challengeHeader(view);
    if (headers.length > 0) return headers;
    const { page, text, title, status, words } = view;
    if (page === null || text.length > wallText || hasPasswordField(view)) return [];
    const marks = marksOf(view);
    const told = signWhere('challenge-words', quotePhrase(words, 'challenge', `${title} · ${text}`));
    const refused = [403, 405, 429, 503].includes(status) ? signWhere('refused', `HTTP ${status}`) : [];
    const isBare = text.length < bareText && page.links.length < bareLinks && page.images < 2;
    const signs = [...told, ...marks, ...refused];
    if (told.length > 0) return signs.length > 1 || text.length < 2 * bareText ? signs : [];
    return marks.length > 0 && (refused.length > 0 || (isBare && marks.some(({ code }) => code !== 'guard-header')))
      ? signs
      : [];
  },
};
