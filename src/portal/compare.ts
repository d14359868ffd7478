import type { InventoryEntry, PortalChanges, PortalReport } from '../model/portal.ts';
import { mcnemar } from './statistics.ts';

/* What became of the datasets of an earlier report: by id, then by what they say; and why their number fell. */

type Compared = Pick<PortalReport, 'asOf' | 'portal' | 'reach' | 'inventory' | 'files' | 'processes'>;

/** Datasets of one series, by what is left of their titles; handed in, since it takes words of the criteria. */
export type StemOf = (title: string) => string;

interface Matched {
  readonly added: readonly InventoryEntry[];
  readonly removed: readonly InventoryEntry[];
  readonly changed: readonly InventoryEntry[];
  readonly renamed: PortalChanges['renamed'];
}

/** A fingerprint of one dataset alone tells it again under another id; one that several share tells nothing. */
const alone = (entries: readonly InventoryEntry[]): ReadonlyMap<string, InventoryEntry> => {
  const found = new Map<string, InventoryEntry | null>();
  for (const entry of entries) if (entry.same !== '') found.set(entry.same, found.has(entry.same) ? null : entry);
  return new Map([...found].flatMap(([same, entry]) => (entry === null ? [] : [[same, entry] as const])));
};

const matched = (before: readonly InventoryEntry[], after: readonly InventoryEntry[]): Matched => {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const still = new Map(after.map((entry) => [entry.id, entry]));
  const gone = before.filter(({ id }) => !still.has(id));
  const fresh = after.filter(({ id }) => !known.has(id));
  const [goneBy, freshBy] = [alone(gone), alone(fresh)];
  const moved = [...goneBy].flatMap(([same, entry]) => {
    const other = freshBy.get(same);
    return other === undefined ? [] : { before: entry, after: other };
  });
  const titled = after.flatMap((entry) => {
    const other = known.get(entry.id);
    return other !== undefined && other.title !== entry.title ? { before: other, after: entry } : [];
  });
  const renamed = [...titled, ...moved];
  const isMoved = new Set(moved.flatMap((pair) => [pair.before, pair.after]));
  return {
    added: fresh.filter((entry) => !isMoved.has(entry)),
    removed: gone.filter((entry) => !isMoved.has(entry)),
    changed: after.filter((entry) => {
      const other = known.get(entry.id);
      return other !== undefined && other.content !== entry.content && other.title === entry.title;
    }),
    renamed,
  };
};

/** Removed datasets whose series has one dataset now that is called like it, and took them in. */
const mergedInto = (
  removed: readonly InventoryEntry[],
  after: readonly InventoryEntry[],
  stemOf: StemOf,
): PortalChanges['merged'] => {
  const now = new Map<string, InventoryEntry[]>();
  for (const entry of after) {
    const stem = stemOf(entry.title);
    if (stem !== '') now.set(stem, [...(now.get(stem) ?? []), entry]);
  }
  const gone = new Map<string, number>();
  for (const { title } of removed) {
    const stem = stemOf(title);
    if (stem !== '') gone.set(stem, (gone.get(stem) ?? 0) + 1);
  }
  return [...gone]
    .flatMap(([stem, datasets]) => {
      const into = now.get(stem)?.[0];
      return into === undefined || datasets < 2 ? [] : { into: into.title, datasets };
    })
    .sort((a, b) => b.datasets - a.datasets || (a.into < b.into ? -1 : 1));
};

const seriesShare = ({ processes }: Compared): { readonly low: number; readonly high: number } | null => {
  const found = processes.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'series');
  if (found?.value == null) return null;
  return found.interval ?? { low: found.value, high: found.value };
};

/** Datasets that a report says are members of series, beyond one for each series that stays. */
const inSeries = (report: Compared): number | null => {
  const share = seriesShare(report);
  const total = report.reach.declared ?? report.reach.enumerated;
  return share === null ? null : share.low * total;
};

/** A fall is one of series where they account for nine tenths of it. */
const mostOfIt = 0.9;

const fallOf = (before: Compared, after: Compared, merged: number | null): PortalChanges['fall'] => {
  const [earlier, now] = [before.reach.declared, after.reach.declared];
  if (earlier === null || now === null || now >= earlier) return null;
  const by = earlier - now;
  const [was, is] = [inSeries(before), inSeries(after)];
  const joined = merged ?? (was === null || is === null ? null : was - is);
  const numbers = `The catalogue says ${now} datasets where it said ${earlier}`;
  if (joined === null)
    return {
      by,
      because: 'unknown',
      says: `${numbers}; what became of ${by} cannot be told, since neither list was read.`,
    };
  if (joined >= mostOfIt * by)
    return {
      by,
      because: 'series',
      says: `${numbers}: ${Math.round(joined)} members of series were joined into one dataset each. That is no loss of data.`,
    };
  return {
    by,
    because: 'loss',
    says: `${numbers}; series that were joined account for ${Math.max(0, Math.round(joined))} of the ${by} that are gone.`,
  };
};

const filesOf = (before: Compared, after: Compared): PortalChanges['files'] => {
  const was = new Map(before.files.map((file) => [file.dataset, file]));
  const pairs = after.files.flatMap((file) => {
    const other = was.get(file.dataset);
    const isSeen = other !== undefined && other.outcome !== 'unseen' && file.outcome !== 'unseen';
    return isSeen ? [{ before: other, after: file }] : [];
  });
  const isDead = (outcome: string): boolean => outcome === 'dead';
  const died = pairs.filter((pair) => !isDead(pair.before.outcome) && isDead(pair.after.outcome));
  const revived = pairs.filter((pair) => isDead(pair.before.outcome) && !isDead(pair.after.outcome));
  const titles = (list: typeof pairs): readonly string[] => list.map((pair) => pair.after.title);
  return {
    pairs: pairs.length,
    died: titles(died),
    revived: titles(revived),
    chance: mcnemar(died.length, revived.length),
  };
};

/** Indicators that speak of a comparison themselves. */
const ofChanges: ReadonlySet<string> = new Set(['added', 'removed', 'changed', 'renamed']);

/** Indicators whose intervals do not touch have changed; others may be what they were. */
const indicatorsOf = (before: Compared, after: Compared): PortalChanges['indicators'] => {
  const was = new Map(before.processes.flatMap(({ indicators }) => indicators).map((one) => [one.id, one]));
  return after.processes
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ id, value, interval }) => {
      const other = was.get(id);
      if (ofChanges.has(id) || other === undefined || other.value === value) return [];
      const own = interval ?? (value === null ? null : { low: value, high: value });
      const its = other.interval ?? (other.value === null ? null : { low: other.value, high: other.value });
      const isCertain = own !== null && its !== null && (own.low > its.high || own.high < its.low);
      return { id, before: other.value, after: value, isCertain };
    });
};

/** Compares a report with an earlier one of the same portal. */
export const compareReports = (before: Compared, after: Compared, stemOf: StemOf): PortalChanges => {
  const isListed = before.inventory.length > 0 && after.inventory.length > 0;
  const lists = isListed
    ? matched(before.inventory, after.inventory)
    : { added: [], removed: [], changed: [], renamed: [] };
  const merged = isListed ? mergedInto(lists.removed, after.inventory, stemOf) : [];
  const joined = isListed ? merged.reduce((sum, { datasets }) => sum + datasets, 0) : null;
  return {
    earlier: { asOf: before.asOf, url: before.portal.url, declared: before.reach.declared },
    ...lists,
    merged,
    fall: fallOf(before, after, joined),
    files: filesOf(before, after),
    indicators: indicatorsOf(before, after),
  };
};

/** Did nothing change? */
export const isUnchanged = ({
  added,
  removed,
  changed,
  renamed,
  merged,
  fall,
  files,
  indicators,
}: PortalChanges): boolean =>
  [added, removed, changed, renamed, merged, files.died, files.revived, indicators].every(
    ({ length }) => length === 0,
  ) && fall === null;
