import type { Sign } from '../../model/observation.ts';
import { linksFiles } from '../offers.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** Below this, a page says next to nothing without its scripts. */
const bareText = 600;

/** Below this, one whose scripts ran says nothing: they did not work, or are not done. */
const blankText = 40;

const mount = ({ page, words }: View): readonly Sign[] =>
  signWhere(
    'mount',
    page?.mounts.find((name) => words.mounts.includes(name.toLowerCase())),
  );

/**
 * An application that draws its content by script: next to no text, and scripts with an element to mount on, words
 * that ask for JavaScript, or an embedded viewer. One that was drawn is none any more, unless nothing came of it.
 */
export const appShell: KindReader = {
  kind: 'app-shell',
  signsOf: (view) => {
    const { page, words, text, isDrawn = false } = view;
    if (page === null || view.rows !== null || linksFiles(view)) return [];
    const viewer = signWhere(
      'viewer',
      page.iframes.find((source) => words.viewers.some((host) => source.toLowerCase().includes(host))),
    );
    const asks = signWhere('needs-script', quotePhrase(words, 'needs-script', text));
    const scripts = page.scripts.count > 0 || page.scripts.bytes > 0;
    if (viewer.length > 0 && text.length < bareText * 2) return viewer;
    const signs = [...mount(view), ...asks];
    // In a page that was drawn the element that it is drawn into is no sign, but words that ask for scripts are.
    const least = isDrawn && asks.length === 0 ? blankText : bareText;
    return scripts && text.length < least && signs.length > 0 ? signs : [];
  },
};
