import type { Observation } from '../model/observation.ts';
import { analyse } from './analyse.ts';
import type { AuditContext } from './context.ts';
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
