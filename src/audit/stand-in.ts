import { createHash } from 'node:crypto';
import { type Observation, sameAsMadeUp } from '../model/observation.ts';
import { isDrawnInto, isSameAnswer, type PageAt, speaksOfAbsence } from '../pages/index.ts';
import { withoutFragment } from '../web/address.ts';
import { analyse } from './analyse.ts';
import type { AuditContext } from './context.ts';
import type { FrontierEntry } from './frontier.ts';

/*
 * Servers that answer every address with success and one page, instead of saying that there is nothing. Such a page is told by asking
 * for an address that nobody ever made.
 */

/** Requests that are kept for the data itself. */
const reserve = 15;

/** Bytes of the page behind a made-up address. */
const mostBytes = 2 * 1024 * 1024;

/** Signs by which a page shows or offers data, and needs no comparison. */
const signsOfData: ReadonlySet<string> = new Set([
  ...(['shows-rows', 'shows-state', 'names-download', 'names-api', 'embeds-viewer'] as const),
  ...(['offers-rows', 'offers-archive', 'offers-service', 'offers-document', 'offers-picture'] as const),
]);

const isFrontPage = (url: string): boolean => {
  if (!URL.canParse(url)) return true;
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(?:(?:index|default|home)(?:\.[a-z]{2,5})?)?$/i.test(pathname);
};

/**
 * An address beside another that nobody made: in its folder and with its ending, its name taken from the other's, so that a replay asks
 * for the same.
 */
export const madeUpBeside = (url: string): string => {
  const { origin, pathname } = new URL(url);
  const [, folder = '/', name = ''] = /^(.*\/)([^/]*)$/.exec(pathname.replace(/\/$/, '')) ?? [];
  const [ending = ''] = /\.[a-z0-9]{1,5}$/i.exec(name) ?? [];
  const digest = createHash('sha256').update(withoutFragment(url)).digest('hex').slice(0, 12);
  return `${origin}${folder}no-such-page-${digest}${ending}`;
};

/**
 * Was data or the page of it promised at the address: by whoever named it, or by what it was asked for as? Where a record names the
 * files, they are the data, whatever becomes of the page.
 */
const isPromised = ({ role }: Observation, { candidate }: FrontierEntry): boolean =>
  (candidate !== null && (candidate.record?.distributions.length ?? 0) === 0) || role === 'data-file' || role === 'api';

/** The page of an observation that came whole and with success, and that no scripts drew or draw. */
const wholePage = ({ url, finalUrl, outcome, inspection }: Observation): PageAt | null => {
  const page = inspection?.page ?? null;
  const isWhole = outcome.kind === 'arrived' && outcome.status < 300 && outcome.complete && outcome.drawn === undefined;
  return isWhole && page !== null ? { url, finalUrl, page } : null;
};

/** A page that should be one of a dataset, or that speaks of not being found, and that shows nothing of any data. */
const inDoubt = (seen: Observation, entry: FrontierEntry, { data }: AuditContext): PageAt | null => {
  const at = wholePage(seen);
  if (at === null || seen.kind !== 'page' || seen.subject !== null || isFrontPage(seen.url)) return null;
  if (seen.role === 'licence' || seen.role === 'documentation') return null;
  if (seen.signs.some(({ code }) => signsOfData.has(code)) || isDrawnInto(at.page, data.pages)) return null;
  return isPromised(seen, entry) || speaksOfAbsence(at.page, data.pages) ? at : null;
};

/** Compares what came from an address with what its host answers where there is nothing. */
export type StandInComparison = (seen: Observation, entry: FrontierEntry) => Promise<Observation>;

/**
 * Opens the comparison of one audit. Each host is asked for one made-up address at most, and only where a page of it is in doubt and
 * requests are left. A page that is no other than the host's answer to it counts as one that is not there; where the made-up
 * address did not answer, or could not be asked for, nothing is made of it. Not while something else is asked.
 */
export const openComparison = (context: AuditContext): StandInComparison => {
  const known = new Map<string, Observation | null>();

  const ask = async (seen: Observation): Promise<Observation | null> => {
    if (context.evidence.left() <= reserve) return null;
    const url = madeUpBeside(seen.url);
    const evidence = await context.evidence.compare({ url, maxBytes: mostBytes, madeUp: true });
    if (evidence === null) return null;
    const entry = { url, role: 'landing-page', score: 0, depth: 0, candidate: null, via: seen.evidence } as const;
    return analyse(evidence, entry, context);
  };

  return async (seen, entry) => {
    const at = inDoubt(seen, entry, context);
    if (at === null) return seen;
    const { host } = new URL(seen.url);
    const nothing = known.get(host) ?? (known.has(host) ? null : await ask(seen));
    known.set(host, nothing);
    const other = nothing === null ? null : wholePage(nothing);
    if (nothing === null || other === null || !isSameAnswer(at, other)) return seen;
    const quote = at.page.title.trim() || at.page.text.slice(0, 120);
    return { ...seen, kind: 'soft-404', kindSigns: [{ code: sameAsMadeUp, quote, value: nothing.evidence }] };
  };
};
