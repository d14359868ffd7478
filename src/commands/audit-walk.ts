import type { Place } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import { auditOne } from './audit-one.ts';
import type { Run } from './audit-state.ts';
import { failedToSee, reachedNoMachine, wasLate } from './outcome.ts';

/** Places audited at once: each waits mostly for its own servers. */
const atOnce = 4;

const duration = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return minutes < 1 ? 'under a minute' : minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};

/** Reviews in a row that could reach no machine at all, after which the own network is taken to be down. */
const mostUnreached = 2 * atOnce;

/** The categories that the store does not have for this year yet; all of them with `--again`. */
const leftOf = (place: Place, { categories, store, year, options }: Run): Run['categories'] =>
  options.again === true
    ? categories
    : categories.filter((category) => {
        const stored = store.read({ year, place: place.id, category: category.id });
        return stored === undefined || 'fault' in stored || failedToSee(stored.review);
      });

/** What the reviews of a walk came to, as they end. */
interface Tally {
  /** Kept in the store. */
  readonly done: Map<string, readonly Review[]>;
  /** Not kept, and to be done again: nothing could be seen, time ran out, or the program failed. */
  readonly undone: string[];
  /** Reviews in a row, over all places, that reached no machine. */
  unreached: number;
}

/** Why a review is not taken for done, null where it is. */
const whyUndone = (review: Review): string | null => {
  if (failedToSee(review)) return 'nothing could be seen';
  return wasLate(review) ? 'the time allowed was used up' : null;
};

/** Audits what is left of one place. Only what could be seen, in time, is kept. */
const auditPlace = async (place: Place, run: Run, tally: Tally, isOver: () => boolean): Promise<void> => {
  const kept: Review[] = [];
  for (const category of run.categories) {
    if (isOver()) break;
    const review = await auditOne(place, category, run);
    if (run.shell.interrupted.aborted) break;
    const why = review === null ? 'a defect of odi' : whyUndone(review);
    if (review !== null) tally.unreached = reachedNoMachine(review) ? tally.unreached + 1 : 0;
    if (review === null || why !== null) {
      tally.undone.push(`${place.id} ${category.id}: ${why}`);
      continue;
    }
    run.store.write(review);
    kept.push(review);
  }
  tally.done.set(place.id, kept);
};

const tellUndone = ({ undone }: Tally, { shell }: Run): void => {
  if (undone.length === 0) return;
  const shown = undone.slice(0, 20).map((line) => `  ${line}\n`);
  const more = undone.length > shown.length ? `  and ${undone.length - shown.length} more\n` : '';
  const count = undone.length === 1 ? '1 review was' : `${undone.length} reviews were`;
  shell.tell(`${count} not finished; the next run does them again:\n${shown.join('')}${more}`);
};

/**
 * Audits many places with bounded parallelism. What the store already has of this year is not done again, so that an interrupted walk
 * goes on where it stopped. A review that failed, saw nothing or ran out of time is not kept. Ends early with exit code 3 where the
 * own network is down, and ends with it where nothing at all could be seen.
 */
export const auditPlaces = async (places: readonly Place[], run: Run): Promise<readonly Review[]> => {
  const { progress, shell, fetching } = run;
  const waiting = places
    .map((place) => ({ place, categories: leftOf(place, run) }))
    .filter(({ categories }) => categories.length > 0);
  if (waiting.length < places.length) progress.note(`${places.length - waiting.length} places are done already.`);

  const begun = shell.now().getTime();
  const tally: Tally = { done: new Map(), undone: [], unreached: 0 };
  const failures: unknown[] = [];
  const isOffline = (): boolean => tally.unreached >= mostUnreached && run.options.replay === undefined;
  const isOver = (): boolean => shell.interrupted.aborted || failures.length > 0 || isOffline();

  const showProgress = (place: Place): void => {
    const seconds = (shell.now().getTime() - begun) / 1000;
    const left = (seconds / tally.done.size) * (waiting.length - tally.done.size);
    const { requests, bytes } = fetching.usage();
    const cost = `${requests} requests, ${(bytes / 1e6).toFixed(1)} MB`;
    const name = place.names['en'] ?? place.slug;
    progress.step(`${name} done; ${cost}; ${duration(left)} left`, tally.done.size, waiting.length);
  };

  const queue = [...waiting];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !isOver(); next = queue.shift()) {
      const { place, categories } = next;
      try {
        await auditPlace(place, { ...run, categories }, tally, isOver);
      } catch (error) {
        // The others end what they have begun, so that nothing under way is cut off or lost.
        failures.push(error);
        return;
      }
      if (!shell.interrupted.aborted) showProgress(place);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failures.length > 0) throw failures[0];
  progress.close();
  if (isOffline()) {
    shell.tell(
      `odi: no machine could be reached by ${mostUnreached} reviews in a row: the network of this machine seems to be down. Run it again when it is back.\n`,
    );
  }
  tellUndone(tally, run);
  const reviews = waiting.flatMap(({ place }) => tally.done.get(place.id) ?? []);
  if (isOffline() || (reviews.length === 0 && tally.undone.length > 0)) shell.exit(3);
  return reviews;
};
