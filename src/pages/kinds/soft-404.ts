import type { Sign } from '../../model/observation.ts';
import { linksFiles } from '../offers.ts';
import { type KindReader, partsOf, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** A page that says it is not there has little else to say. */
const shortText = 2_500;

const toFrontPage = ({ hops, url, finalUrl }: View): readonly Sign[] => {
  const [asked, got] = [partsOf(url), partsOf(finalUrl)];
  const isDeep = asked.path.split('/').filter((segment) => segment !== '').length > 1;
  const isFront = /^\/(?:index\.[a-z]{2,5}|home|default\.aspx?|[a-z]{2}(?:-[a-z]{2})?)?\/?$/.test(got.path);
  return hops.length > 0 && isDeep && isFront ? signWhere('redirect-to-front-page', finalUrl) : [];
};

const errorAddress = ({ hops, finalUrl, path }: View): readonly Sign[] =>
  hops.length > 0 && /(?:^|[/_.-])(?:error[_-]?404|404|not-?found|error|page-?not-?found)(?:[/_.-]|$)/.test(path)
    ? signWhere('redirect-to-error-page', finalUrl)
    : [];

/**
 * A page served with success that stands in for one that is not there: it says so in its title or headings, or was
 * reached by a redirect to the front page or an error page, or its short text says so. A for-sale domain is one too, and
 * so is the notice of a site that has closed.
 */
export const softNotFound: KindReader = {
  kind: 'soft-404',
  signsOf: (view) => {
    if (view.page === null || view.status >= 300) return [];
    const front = toFrontPage(view);
    if (front.length > 0) return front;
    const parked =
      view.text.length < shortText
        ? signWhere('parked-domain', quotePhrase(view.words, 'parked', `${view.title} · ${view.text}`))
        : [];
    const closed =
      view.text.length < shortText && view.rows === null && !linksFiles(view)
        ? signWhere(
            'closed-site',
            quotePhrase(view.words, 'closed-site', `${view.title} · ${view.headings} · ${view.text}`),
          )
        : [];
    if (closed.length > 0) return closed;
    const inTitle = signWhere(
      'not-found-title',
      quotePhrase(view.words, 'not-found', `${view.title} · ${view.headings.slice(0, 200)}`),
    );
    const inText = signWhere('not-found-words', quotePhrase(view.words, 'not-found', view.text.slice(0, shortText)));
    const moved = errorAddress(view);
    const isShort = view.text.length < shortText && view.rows === null;
    const signs = [...parked, ...moved, ...inTitle, ...inText];
    if (parked.length > 0) return signs;
    return isShort && (inTitle.length > 0 || moved.length > 0 || (inText.length > 0 && view.text.length < 600))
      ? signs
      : [];
  },
};
