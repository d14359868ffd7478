import type { Sign } from '../../model/observation.ts';
import { headerOf, type KindReader, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** Visible text above this length is a page that also happens to hold a puzzle, in a comment form for example. */
const wallText = 1_500;

const challengeHeader = ({ headers, words }: View): readonly Sign[] =>
  words.challenge.headers.flatMap(({ name, value }) => {
    const found = headerOf(headers, name);
    return found?.toLowerCase().includes(value) ? signWhere('challenge-header', `${name}: ${found}`) : [];
  });

const challengeMarks = ({ page, words }: View): readonly Sign[] => {
  const sources = [...(page?.scripts.sources ?? []), ...(page?.iframes ?? [])].map((source) => source.toLowerCase());
  const script = sources.find((source) => words.challenge.scripts.some((mark) => source.includes(mark)));
  const fields = (page?.forms ?? []).flatMap((form) => form.fields.map(({ name }) => name));
  return [
    ...signWhere('challenge-script', script),
    ...signWhere(
      'challenge-field',
      fields.find((name) => words.challenge.fields.includes(name)),
    ),
  ];
};

const hasPasswordField = ({ page }: View): boolean =>
  (page?.forms ?? []).some((form) => form.fields.some(({ type }) => type === 'password'));

/**
 * A wall against programs. A challenge header says so itself; else it takes a mark of such a service or a refusing
 * status, the words of a challenge, and a page that holds little else. The word alone is no wall: it stands in
 * scripts and contact forms everywhere.
 */
export const captcha: KindReader = {
  kind: 'captcha',
  signsOf: (view) => {
    const headers = challengeHeader(view);
    if (headers.length > 0) return headers;
    if (view.page === null || view.text.length > wallText || hasPasswordField(view)) return [];
    const marks = challengeMarks(view);
    const words = signWhere('challenge-words', quotePhrase(view.words, 'challenge', `${view.title} · ${view.text}`));
    const refused = [403, 405, 429, 503].includes(view.status) ? signWhere('refused', `HTTP ${view.status}`) : [];
    const signs = [...words, ...marks, ...refused];
    const tells =
      words.length > 0 ? signs.length > 1 || view.text.length < 400 : marks.length > 0 && refused.length > 0;
    return tells ? signs : [];
  },
};
