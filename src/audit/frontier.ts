import type { EvidenceId, Observation } from '../model/observation.ts';
import type { Candidate } from '../model/records.ts';

/** An address that is waiting to be opened, and what is known of it before. */
export interface FrontierEntry {
  readonly url: string;
  readonly role: Observation['role'];
  readonly score: number;
  readonly depth: number;
  /** What discovery could tell, by the catalogue that named it; null for a link. */
  readonly candidate: Candidate | null;
  /** The evidence that led here, null where a catalogue or the reviewer named it. */
  readonly via: EvidenceId | null;
}

/** A proposal of discovery, or an address that the reviewer named, as the first that is opened. */
export const entryOf = (candidate: Candidate): FrontierEntry => ({
  url: candidate.url,
  role: candidate.role,
  score: candidate.score,
  depth: 0,
  candidate,
  via: null,
});

/** The entry of the highest score; of several the one that came first. */
export const best = (frontier: readonly FrontierEntry[]): FrontierEntry | undefined =>
  frontier.reduce<FrontierEntry | undefined>(
    (found, entry) => (found === undefined || entry.score > found.score ? entry : found),
    undefined,
  );
