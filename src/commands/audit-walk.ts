import type { Place } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import { auditPlace, type Run } from './audit-run.ts';

/** Places audited at once: each waits mostly for its own servers. */
const atOnce = 4;

const duration = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return minutes < 1 ? 'under a minute' : minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};

/** The categories that the store does not have for this year yet; all of them with `--again`. */
const leftOf = (place: Place, { categories, store, year, options }: Run): Run['categories'] =>
  options.again === true
    ? categories
    : categories.filter((category) => {
        const stored = store.read({ year, place: place.id, category: category.id });
        return stored === undefined || 'fault' in stored;
      });

/**
 * Audits many places with bounded parallelism. What the store already has of this year is not done again, so that an
 * interrupted walk goes on where it stopped.
 */
export const auditPlaces = async (places: readonly Place[], run: Run): Promise<readonly Review[]> => {
  const { progress, shell, fetching } = run;
  const waiting = places
    .map((place) => ({ place, categories: leftOf(place, run) }))
    .filter(({ categories }) => categories.length > 0);
  if (waiting.length < places.length) progress.note(`${places.length - waiting.length} places are done already.`);

  const begun = shell.now().getTime();
  const found = new Map<string, readonly Review[]>();
  const tell = (place: Place): void => {
    const seconds = (shell.now().getTime() - begun) / 1000;
    const left = (seconds / found.size) * (waiting.length - found.size);
    const { requests, bytes } = fetching.usage();
    const cost = `${requests} requests, ${(bytes / 1e6).toFixed(1)} MB`;
    progress.step(
      `${place.names['en'] ?? place.slug} done; ${cost}; ${duration(left)} left`,
      found.size,
      waiting.length,
    );
  };

  const queue = [...waiting];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !shell.interrupted.aborted; next = queue.shift()) {
      const { place, categories } = next;
      found.set(place.id, await auditPlace(place, { ...run, categories }));
      if (!shell.interrupted.aborted) tell(place);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return waiting.flatMap(({ place }) => found.get(place.id) ?? []);
};
