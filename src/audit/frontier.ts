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

/** Pages of one kind, linked from one page, that are opened by their score alone. */
const mostAlike = 3;

/** Points that each page of a kind takes from the next of it, once enough of them were opened. */
const pointsOfAlike = 12;

/**
 * What an address has in common with its neighbours on a list: its folder, or, at the root of a site, its name without
 * numbers. Null for an address of its own, which no page led to.
 */
const kindOfPage = ({ url, via }: FrontierEntry): string | null => {
  if (via === null || !URL.canParse(url)) return null;
  const { host, pathname, searchParams } = new URL(url);
  const folder = pathname.replace(/[^/]*\/?$/, '');
  const name = folder === '/' ? pathname.replace(/\d+/g, '0') : folder;
  return `${via} ${host}${name} ${[...searchParams.keys()].join(' ')}`;
};

/**
 * Tells what comes next: the entry of the highest score, of several the one that came first. Where a list of single pages was
 * opened a few times, each further page of it is worth less: the first ones showed what they are, and hundreds may follow.
 */
export const openOrder = (): ((frontier: readonly FrontierEntry[]) => FrontierEntry | undefined) => {
  const opened = new Map<string, number>();
  const worthOf = (entry: FrontierEntry): number => {
    const kind = kindOfPage(entry);
    const before = kind === null ? 0 : (opened.get(kind) ?? 0);
    return entry.score - Math.max(0, before - mostAlike + 1) * pointsOfAlike;
  };
  return (frontier) => {
    let found: { readonly entry: FrontierEntry; readonly worth: number } | undefined;
    for (const entry of frontier) {
      const worth = worthOf(entry);
      if (found === undefined || worth > found.worth) found = { entry, worth };
    }
    const kind = found === undefined ? null : kindOfPage(found.entry);
    if (kind !== null) opened.set(kind, (opened.get(kind) ?? 0) + 1);
    return found?.entry;
  };
};
