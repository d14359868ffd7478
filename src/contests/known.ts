import type { KnownElection } from '../model/contest.ts';
import type { Place } from '../model/data.ts';

/** The place with elections besides that its contests do not know of yet. */
export const withElections = (place: Place, known: readonly KnownElection[]): Place =>
  known.length === 0 ? place : { ...place, elections: [...(place.elections ?? []), ...known] };
