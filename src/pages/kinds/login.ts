import type { Sign } from '../../model/observation.ts';
import { headerValue } from '../../web/headers.ts';
import { type KindReader, partsOf, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** A log-in page has little text of its own; a longer one only offers to log in. */
const wallText = 3_000;

const isLoginPlace = (url: string, words: View['words']): boolean => {
  const { host, path } = partsOf(url);
  const segments = path.split('/').map((segment) => segment.replace(/\.[a-z]{2,5}$/, ''));
  return words['login-paths'].some((word) => segments.includes(word) || host.startsWith(`${word}.`));
};

const redirected = ({ hops, url, finalUrl, words }: View): readonly Sign[] =>
  hops.length > 0 && isLoginPlace(finalUrl, words) && !isLoginPlace(url, words)
    ? signWhere('redirect-to-login', finalUrl)
    : [];

/** Only the forms that ask for more than a search: a box to log in at the head of a page is common. */
const passwordForm = ({ page }: View): readonly Sign[] => {
  const form = (page?.forms ?? []).find(({ fields }) => fields.some(({ type }) => type === 'password'));
  return form === undefined ? [] : signWhere('password-field', `${form.action} ${form.submitText}`.trim());
};

/** Something to look at beside the log-in: a table, or many links in the main part. */
const hasContent = ({ rows, page, text }: View): boolean =>
  rows !== null || text.length > wallText || (page?.links ?? []).filter(({ region }) => region === 'main').length > 40;

/**
 * A page that lets in only who has an account: told by a password field, a redirect to a place for logging in, a
 * challenge of the protocol, and words that ask for it. A menu entry or a box in the header is none of these.
 */
export const login: KindReader = {
  kind: 'login',
  signsOf: (view) => {
    const challenge =
      view.status === 401
        ? signWhere('www-authenticate', headerValue(view.headers, 'www-authenticate') ?? 'HTTP 401')
        : [];
    if (challenge.length > 0) return challenge;
    if (view.page === null) return [];
    const place = isLoginPlace(view.finalUrl, view.words) ? signWhere('login-address', view.finalUrl) : [];
    const words = signWhere('login-words', quotePhrase(view.words, 'login', `${view.title} · ${view.headings}`));
    const asked = signWhere('login-asked', quotePhrase(view.words, 'login-to-see', view.text.slice(0, wallText)));
    const refused = view.status === 403 ? signWhere('refused', 'HTTP 403') : [];
    const field = passwordForm(view);
    const signs = [...field, ...redirected(view), ...place, ...words, ...asked, ...refused];
    if (hasContent(view)) return [];
    if (field.length > 0) return signs;
    const moved = signs.some(({ code }) => code === 'redirect-to-login');
    return (moved && signs.length > 1) || (asked.length > 0 && (words.length > 0 || refused.length > 0)) ? signs : [];
  },
};
