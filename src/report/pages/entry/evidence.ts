import type { Review, ReviewEvidence } from '../../../model/review.ts';
import { plain } from '../../../render/escape.ts';
import { type Content, html, type Markup, outwardLink } from '../../../render/template.ts';
import { replyOf } from '../../../render/words.ts';
import type { PageView } from '../../view.ts';

/** Evidence that is listed; a page that listed more would be too heavy to open, and its JSON has all. */
const mostListed = 60;

/** The anchor of a piece of evidence. */
export const anchorOf = (id: string): string => id.replace(/[^a-z0-9-]/g, '');

/** A quote as it stands in what was quoted around it; alone where that does not hold it. */
export const inSurroundings = (quote: string, around: string | null): Markup => {
  const [own, text] = [plain(quote), around === null ? '' : plain(around)];
  const at = own === '' ? -1 : text.indexOf(own);
  if (at < 0 || text === own) return html`<q dir="auto"><mark>${own}</mark></q>`;
  return html`<q dir="auto">${text.slice(0, at).trimEnd()} <mark>${own}</mark> ${text.slice(at + own.length).trimStart()}</q>`;
};

const item = (view: PageView, given: ReviewEvidence): Markup => {
  const { words } = view;
  const { id, url, finalUrl, fetchedAt, quote, sha256, record } = given;
  return html`<li id="${anchorOf(id)}"><strong>${id}</strong> ${outwardLink(url)}${finalUrl !== url && html`<br>${words.text('entry.answered-by')} ${outwardLink(finalUrl)}`}<br><span dir="auto">${replyOf(given, words.messages)}</span>${
    fetchedAt !== null && html` · <time datetime="${fetchedAt}">${words.day(fetchedAt.slice(0, 10))}</time>`
  }${quote !== null && html`<br><q dir="auto">${quote}</q>`}${
    record !== null &&
    html`<br><span class="note">${words.text('entry.kept-as')} <bdi dir="ltr"><code>${record.file}</code> <code>${record.id}</code></bdi></span>`
  }${sha256 !== null && html`<br><span class="note">SHA-256 <bdi dir="ltr"><code>${sha256}</code></bdi></span>`}</li>
`;
};

/** The evidence of a review: address, reply, quote, and where it is archived. What is cited comes first where not all fits. */
export const evidenceList = (view: PageView, { evidence, answers, criteria }: Review): Content => {
  const cited = new Set([...Object.values(answers), ...criteria].flatMap((given) => given.evidence));
  const shown =
    evidence.length <= mostListed
      ? evidence
      : [...evidence.filter(({ id }) => cited.has(id)), ...evidence.filter(({ id }) => !cited.has(id))].slice(
          0,
          mostListed,
        );
  return html`<ul class="evidence">${shown.map((one) => item(view, one))}</ul>${
    evidence.length > shown.length &&
    html`<p>${view.words.text('entry.more-evidence', { count: evidence.length - shown.length })} <a href="index.json">index.json</a></p>`
  }`;
};
