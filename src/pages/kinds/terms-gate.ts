import type { Sign } from '../../model/observation.ts';
import { evened } from '../../text/fold.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { isPhrase, quotePhrase } from '../words.ts';

/** Buttons and ticks by which one agrees: a form that posts, or a field named so. */
const agreeForm = ({ page, words }: View): readonly Sign[] => {
  const form = (page?.forms ?? []).find(
    ({ submitText, fields }) =>
      submitText.split(/[|,;/]/).some((button) => isPhrase(words, 'agree-button', button)) ||
      fields.some(({ name, type, label }) =>
        ['submit', 'button', 'checkbox', 'radio', 'image'].includes(type)
          ? isPhrase(words, 'agree-button', label) || /(?:^|[^a-z])(?:dis)?(?:agree|accept)/i.test(name)
          : false,
      ),
  );
  return form === undefined ? agreeLink(page, words) : signWhere('agree-button', form.submitText || form.action);
};

/** A link in the main part to go on with; the one of a banner about cookies is none. */
const agreeLink = (page: View['page'], words: View['words']): readonly Sign[] =>
  signWhere(
    'agree-button',
    page?.links.find(
      ({ region, text, context }) =>
        region === 'main' &&
        text.length < 40 &&
        isPhrase(words, 'agree-button', text) &&
        quotePhrase(words, 'cookies', evened(context)) === null,
    )?.text,
  );

/**
 * Terms that must be accepted before anything is shown: a form to agree with, and words or a heading that ask for it.
 * A wall of consent to cookies counts when it is all there is.
 */
export const termsGate: KindReader = {
  kind: 'terms-gate',
  signsOf: (view) => {
    if (view.page === null || view.status >= 400) return [];
    const button = agreeForm(view);
    const heading = signWhere(
      'terms-heading',
      quotePhrase(view.words, 'terms-title', `${view.title} · ${view.headings}`),
    );
    const asked = signWhere('must-agree', quotePhrase(view.words, 'accept-terms', view.text));
    const consent =
      view.text.length < 1_500 ? signWhere('consent-wall', quotePhrase(view.words, 'cookies', view.title)) : [];
    const signs = [...button, ...asked, ...heading, ...consent];
    if (view.rows !== null) return [];
    if (button.length > 0) return signs.length > 1 ? signs : [];
    const posts = view.page.forms.some(({ method }) => method === 'post');
    return asked.length > 0 &&
      posts &&
      (heading.length > 0 || view.text.slice(0, 600).includes(asked[0]?.quote ?? '\0'))
      ? signs
      : [];
  },
};
