import type { FormatPromise } from '../model/format.ts';
import type { Sign } from '../model/observation.ts';
import { evened } from '../text/fold.ts';
import { datesOf } from './dates.ts';
import { orderSigns, priceQuote } from './kinds/paywall.ts';
import { queryForm } from './kinds/search-form.ts';
import { namedDownload, type Offer, offersOf } from './offers.ts';
import { pagedSigns } from './paging.ts';
import { sampleSigns } from './samples.ts';
import { signWhere, type View } from './seen.ts';
import { phrasesIn, phrasesOf, quoteAbout, quotePhrase } from './words.ts';

/** Where the prose that may speak of access, money and upkeep stands. A page may hold a record, and says more than it. */
interface Prose {
  /** The record's own words, which are about its dataset; empty where there is none. */
  readonly ofRecord: string;
  /** The page's main part, or the text of a file that is no table. */
  readonly ofPage: string;
}

const proseOf = (view: View): Prose => {
  const { subject } = view;
  const ofRecord = subject === null ? '' : evened(`${subject.title} · ${subject.description}`.slice(0, 20_000));
  const isBare = view.page === null && (subject !== null || view.inspection.tables.length > 0);
  return { ofRecord, ofPage: isBare ? '' : view.text };
};

const classes: readonly FormatPromise[] = ['rows', 'archive', 'service', 'document', 'picture'];

/** The least share of the main part's links that documents must make to be what a page is for. */
const ownShare = 0.2;

/** Documents beside the point of a page: few among many links, and none that bears the page's own name. */
const isIncidental = (view: View, offers: readonly Offer[]): boolean => {
  const main = (view.page?.links ?? []).filter(({ region }) => region === 'main').length;
  const named = offers.some(({ title }) => title.length > 12 && view.title.includes(evened(title).slice(0, 40)));
  return !named && (offers.length < 3 || offers.length / main < ownShare);
};

const told = (offers: readonly Offer[], code: string): readonly Sign[] => {
  const [first] = offers;
  return first === undefined
    ? []
    : [{ code, quote: `${first.title}: ${first.url}`.slice(0, 240), value: String(offers.length) }];
};

const offers = (view: View): readonly Sign[] => {
  const { subject } = view;
  const all = offersOf(view);
  const plain = all.filter(({ isDocumentation }) => !isDocumentation);
  const data = plain.length > 0 ? plain : all;
  const signs = classes.flatMap((format) => {
    const some = data.filter((offer) => offer.format === format);
    return format === 'document' && subject === null && isIncidental(view, some) ? [] : told(some, `offers-${format}`);
  });
  const unknown =
    subject === null
      ? []
      : told(
          data.filter(({ format }) => format === null),
          'offers-unknown',
        );
  const none =
    subject !== null && subject.distributions.length === 0 && all.length === 0
      ? signWhere('offers-nothing', subject.title || subject.id)
      : [];
  return [...signs, ...unknown, ...none];
};

/** Rows shown on the page itself. */
const shown = ({ page, rows }: View): readonly Sign[] => {
  if (page === null || rows === null) return [];
  const names = rows.columns.map(({ name }) => name).join(', ');
  return [{ code: 'shows-rows', quote: names.slice(0, 240), value: String(rows.rows ?? rows.sample.length) }];
};

/** A page of so little text that gives a state as of a day is a record, not news. */
const recordText = 1_500;

const state = (view: View): readonly Sign[] => {
  const { page, text } = view;
  if (page === null || text.length > recordText) return [];
  const fact = datesOf(view).find(({ method, doubt }) => method === 'as-of' && doubt === null);
  return signWhere('shows-state', fact?.quote);
};

/** Words that bound how much can be taken at once, with a number near them. */
const capped = ({ words }: View, prose: string): readonly Sign[] => {
  for (const { at, length } of phrasesOf(words, 'capped').places(prose)) {
    const near = prose.slice(Math.max(0, at - 30), at + length + 40);
    if (/\d{2}/.test(near)) return signWhere('capped-download', near.trim());
  }
  return [];
};

/** How often the catalogue says it is updated; `never` and `irregular` are answers too. */
const frequency = ({ subject, words }: View): readonly Sign[] => {
  const written = subject?.frequency ?? null;
  if (written === null || written.trim() === '') return [];
  const last =
    evened(written)
      .split(/[/#](?=[a-z_]+$)/)
      .at(-1) ?? '';
  const wanted = [evened(written).trim(), last.trim()];
  const exact = words.frequencies.find((one) => one.words.some((word) => wanted.includes(evened(word))));
  const near = exact ?? words.frequencies.find((one) => phrasesIn(one.words).first(last) !== null);
  return near === undefined ? [] : [{ code: 'updates-every', quote: written.slice(0, 120), value: near.every }];
};

const identity = (view: View): readonly Sign[] => {
  const form = queryForm(view);
  if (form === null) return [];
  const asks = form.fields.some(({ type, name }) => type === 'email' || /e-?mail/i.test(name));
  return signWhere(
    'asks-identity',
    asks ? form.submitText || form.action : quotePhrase(view.words, 'identity', view.text),
  );
};

/** A button or word for downloading, or an interface for programs, that the page names without a plain link. */
const named = (view: View): readonly Sign[] => {
  if (view.page === null) return [];
  const short = view.page.links.filter(({ region }) => region === 'main').map(({ text }) => text);
  const labels = evened([...short, ...view.page.headings].join(' · ').slice(0, 20_000));
  return [
    ...signWhere('names-download', namedDownload(view)),
    ...signWhere('names-api', quotePhrase(view.words, 'api', `${labels} · ${view.text.slice(-2_000)}`)),
  ];
};

/** A record that names ordering among its files. */
const ordering = ({ subject, words }: View): readonly Sign[] => {
  const titles = (subject?.distributions ?? [])
    .slice(0, 100)
    .map(({ title, description }) => evened(`${title} ${description.slice(0, 120)}`));
  return signWhere(
    'names-ordering',
    titles.find((title) => quotePhrase(words, 'order', title) !== null),
  );
};

/** A frame in which another site draws figures, out of sight of a program. */
const viewer = ({ page, words }: View): readonly Sign[] =>
  signWhere(
    'embeds-viewer',
    page?.iframes.find((source) => words.viewers.some((host) => source.toLowerCase().includes(host))),
  );

/** What is said must be said of data, not of a telephone call or a comment. */
const ofData = ['data-word', 'download', 'datasets-count'];

/**
 * Signs that bear on free, bulk, public and up to date. A page says them in its main part, a record in its own words;
 * menus and footers say nothing here. A `value` is what a program reads from the quote: a count, a rhythm.
 */
export const signsOf = (view: View): readonly Sign[] => {
  if (view.status >= 400) return [];
  const { ofRecord, ofPage } = proseOf(view);
  const prose = `${ofRecord} · ${ofPage}`;
  // A record speaks of its dataset; a page must say that it does.
  const said = (meaning: string): string | null =>
    quotePhrase(view.words, meaning, ofRecord) ?? quoteAbout(view.words, meaning, ofData, ofPage);
  return [
    ...offers(view),
    ...shown(view),
    ...state(view),
    ...pagedSigns(view),
    ...sampleSigns(view, prose),
    ...viewer(view),
    ...named(view),
    ...capped(view, prose),
    ...frequency(view),
    ...identity(view),
    ...signWhere('price', view.page === null ? null : priceQuote(view)),
    ...orderSigns(view),
    ...ordering(view),
    ...signWhere('stated-free', said('free-of-charge')),
    ...signWhere('login-to-see', said('login-to-see')),
    ...signWhere('on-request', said('request')),
    ...signWhere(
      'discontinued',
      quotePhrase(view.words, 'discontinued', prose) ?? quotePhrase(view.words, 'ended', ofRecord),
    ),
    ...signWhere('always-current', quotePhrase(view.words, 'up-to-yesterday', prose)),
  ];
};
