import type { Day } from '../model/basics.ts';
import type { Edition } from '../model/data.ts';
import type { Exchange, Fetch, FetchRequest } from '../model/exchange.ts';
import type { Observation } from '../model/observation.ts';
import { declaredType, mediaTypeOf } from '../web/headers.ts';
import { analyse } from './analyse.ts';
import { type AuditContext, openContext } from './context.ts';
import type { AuditData } from './data.ts';
import { defaultAllowance } from './evidence.ts';
import type { FrontierEntry } from './frontier.ts';

/** Only a page that came whole can be drawn: the beginning of one would draw something else. */
const isUndrawn = ({ kind, outcome }: Observation): boolean =>
  kind === 'app-shell' && outcome.kind === 'arrived' && outcome.complete && outcome.drawn === undefined;

/**
 * A page that shows nothing of itself, as its scripts draw it, where somebody can; every other page as it is. What was drawn
 * takes its place, under its number: it is what a person sees at its address.
 */
export const asDrawn = async (seen: Observation, entry: FrontierEntry, context: AuditContext): Promise<Observation> => {
  if (!isUndrawn(seen) || context.evidence.left() === 0) return seen;
  const drawn = await context.evidence.draw(seen.evidence);
  return drawn === null ? seen : analyse(drawn, entry, context);
};

const isPage = ({ reply }: Exchange): boolean =>
  reply.kind === 'arrived' && /html/.test(mediaTypeOf(declaredType(reply.headers)) ?? 'html');

/** One address, as its scripts draw it where it shows nothing of itself and somebody can draw it, else as it came. */
export const fetchDrawn = async (
  request: FetchRequest,
  fetch: Fetch,
  data: AuditData,
  { edition, asOf }: { readonly edition: Edition; readonly asOf: Day },
): Promise<Exchange> => {
  const sent = await fetch(request);
  if (!isPage(sent)) return sent;
  const subject = { place: null, category: null, edition, year: Number(asOf.slice(0, 4)), asOf, previous: null };
  const once: Fetch = async (asked) => (asked.draw === undefined ? sent : fetch(asked));
  const context = openContext({ ...subject, scope: 'address', named: [request.url] }, once, data, defaultAllowance);
  const entry: FrontierEntry = {
    url: request.url,
    role: 'landing-page',
    score: 0,
    depth: 0,
    candidate: null,
    via: null,
  };
  await asDrawn(await analyse(await context.evidence.ask(request), entry, context), entry, context);
  const [drawn] = await context.evidence.entries();
  return drawn?.exchange ?? sent;
};
