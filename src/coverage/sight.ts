import type { Sight } from '../model/coverage.ts';
import type { Inspection, Page } from '../model/inspection.ts';
import { madeUpLike, type Observation, sameAsMadeUp } from '../model/observation.ts';
import { isBarrier, kindFacts } from '../model/reply-kinds.ts';

/** A look at one address: how it ended, and what a person would add. */
export interface Look {
  readonly sight: Sight;
  readonly detail: string;
}

const look = (sight: Sight, detail = ''): Look => ({ sight, detail });

const byOutcome = ({ outcome, kind, kindSigns }: Observation): Look | null => {
  if (outcome.kind === 'not-captured') return look('not-reached', outcome.kind);
  if (outcome.kind !== 'arrived') return look('not-reached', outcome.reason);
  // A refusing status often carries the wall itself, which says more.
  if (isBarrier(kind)) return look('behind-a-wall', kind);
  const { status } = outcome;
  if (status === 404 || status === 410) return look('gone', `HTTP ${status}`);
  if (status >= 500) return look('failed', `HTTP ${status}`);
  if (status >= 400) return look('refused', `HTTP ${status}`);
  const pending = kindSigns.find(({ code }) => code === 'not-ready');
  return pending === undefined ? null : look('not-ready', pending.quote);
};

/** A page beside others of the same list: what the others hold was not seen here. */
const goesOn = ({ links }: Page): boolean => links.some(({ rel }) => /(?:^|\s)next(?:\s|$)/i.test(rel ?? ''));

const isLegible = ({ tables, keys, members, text, page, machineReadableBecause }: Inspection): boolean =>
  tables.length + keys.length + members.length > 0 ||
  text.trim() !== '' ||
  (page?.text ?? '') !== '' ||
  machineReadableBecause === 'no-rows';

const isReadWhole = ({ complete, members }: Inspection): boolean =>
  complete && members.every(({ inspection }) => inspection !== null && isReadWhole(inspection));

const byContent = ({ outcome, inspection, role, signs }: Observation): Look => {
  if (outcome.kind !== 'arrived' || inspection === null) return look('not-understood');
  if (!outcome.complete) return look('cut-short');
  const { page } = inspection;
  if (page !== null) {
    const shows = (code: string): boolean => signs.some((sign) => sign.code === code);
    if (role === 'data-file' && !shows('shows-rows')) return look('page-instead');
    if (shows('embeds-viewer')) return look('behind-a-wall', 'app-shell');
    if (goesOn(page)) return look('read-in-part');
  }
  if (!isReadWhole(inspection)) return look('read-in-part');
  return isLegible(inspection) ? look('read-whole') : look('not-understood', inspection.format);
};

/**
 * How far one reply let us see what is at its address. What says that nothing is there, asks for something first, stands
 * in for a file, or came or was read in part, is no look at the data: it may well be there for others, or tomorrow.
 */
export const sightOf = (one: Observation): Look => {
  const outer = byOutcome(one);
  if (outer !== null) return outer;
  const sight = kindFacts(one.kind)?.sight ?? 'not-understood';
  return sight === 'read-whole'
    ? byContent(one)
    : look(sight, madeUpLike(one) === null ? (one.kind ?? '') : sameAsMadeUp);
};
