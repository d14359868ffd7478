import { writeCapture } from '../../fixtures/captures/make.ts';
import { site as wall } from '../../fixtures/sites/bot-wall.ts';
import { site as open } from '../../fixtures/sites/open-100.ts';
import type { Served, Site } from '../../fixtures/sites/site.ts';

/* One made-up site in several states, as captures that an audit of New Zealand's election results replays. */

const [page, file] = open.served;
if (page === undefined || file === undefined || !('body' in page) || typeof page.body !== 'string') {
  throw new Error('The site has a page and a file.');
}

/** The address that the audits are given. */
export const address = page.url;

/** The same page under terms that are not open. */
const closed: Served = {
  ...page,
  body: page.body
    .replaceAll('licenses/by/4.0', 'licenses/by-nc-nd/4.0')
    .replaceAll('Creative Commons Attribution 4.0 International (CC BY 4.0)', 'CC BY-NC-ND 4.0'),
};

const challenge = wall.served.flatMap((one) => ('body' in one ? [{ ...one, url: page.url }] : []));

/** What the site served in each state. */
const states: Readonly<Record<'open' | 'closed' | 'wall', readonly Served[]>> = {
  open: [page, file],
  closed: [closed, file],
  wall: challenge,
};

/** A state of the site. */
export type State = keyof typeof states;

/** Writes the capture of a state, seen in a year. */
export const captureOf = (path: string, state: State, year: number): Promise<void> => {
  const site: Site = { ...open, name: `${state} ${year}`, at: `${year}-02-01T09:00:00.000Z`, served: states[state] };
  return writeCapture(path, site);
};
