import type { Category, Place } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import type { SummaryLine, UnfinishedReview } from '../model/summary.ts';
import { reviewLine } from '../render/summary.ts';
import { costOf, duration, estimate, type ReviewCost } from './audit-estimate.ts';
import { auditStop, type JobReview, type JobWatch } from './audit-job.ts';
import { lineOf } from './audit-line.ts';
import { doneIn, type Stop, stopsOf } from './audit-plan.ts';
import { keyIn, type Run, type RunOutcome, sawNothing } from './audit-state.ts';
import { reachedNoMachine } from './outcome.ts';

/** Places audited at once: each waits mostly for its own servers. */
export const atOnce = 4;

/** Reviews in a row that could reach no machine at all, after which the own network is taken to be down. */
export const mostUnreached = 2 * atOnce;

/** Reviews that an estimate goes by at most. */
const mostCosts = 200;

/** What the reviews of a walk came to, as they end. */
interface Tally {
  /** Reviews that are kept, of this run or an earlier one, by place and category. */
  readonly lines: Map<string, SummaryLine>;
  /** Not kept, and to be done again: nothing could be seen, time ran out, or the program failed. */
  readonly undone: UnfinishedReview[];
  /** Reviews of an earlier run, which are held against the baseline at the end. */
  readonly earlier: { readonly place: Place; readonly category: Category }[];
  readonly costs: ReviewCost[];
  /** Reviews of this run that ended. */
  ended: number;
  /** Reviews in a row, over all places, that reached no machine. */
  unreached: number;
}

const nameOf = (place: string, category: string): string => `${place} ${category}`;

/** Takes note of a review that the store has already. */
const noteDone = (tally: Tally, place: Place, category: Category, done: Review): void => {
  tally.lines.set(nameOf(place.id, category.id), lineOf(done));
  tally.earlier.push({ place, category });
  const cost = tally.costs.length < mostCosts ? costOf(done) : null;
  if (cost !== null) tally.costs.push(cost);
};

/** What reviews of the years before took, where this year has none to go by. */
const costsBefore = (stops: readonly Stop[], run: Run): readonly ReviewCost[] => {
  const costs: ReviewCost[] = [];
  for (const { place, left } of stops.slice(0, mostCosts)) {
    const [category] = left;
    const before = category === undefined ? null : run.store.previous(keyIn(run, place, category));
    const cost = before === null ? null : costOf(before);
    if (cost !== null) costs.push(cost);
  }
  return costs;
};

/** Takes note of a review that ended, and tells it. */
const noteEnd = (
  { place, category, fresh, review, why }: JobReview,
  tally: Tally,
  told: (what: string) => void,
): void => {
  if (fresh !== null) tally.unreached = reachedNoMachine(fresh) ? tally.unreached + 1 : 0;
  tally.ended += 1;
  if (review === null || why !== null) {
    tally.undone.push({ place: place.id, category: category.id, why: why ?? '' });
    told(`${nameOf(place.id, category.id)}: not finished: ${why}`);
    return;
  }
  const line = lineOf(review);
  tally.lines.set(nameOf(place.id, category.id), line);
  told(reviewLine(line));
};

const tellUndone = ({ undone }: Tally, { shell }: Run): void => {
  if (undone.length === 0) return;
  const shown = undone.slice(0, 20).map(({ place, category, why }) => `  ${place} ${category}: ${why}\n`);
  const more = undone.length > shown.length ? `  and ${undone.length - shown.length} more\n` : '';
  const count = undone.length === 1 ? '1 review was' : `${undone.length} reviews were`;
  shell.tell(`${count} not finished; the next run does them again:\n${shown.join('')}${more}`);
};

/** Reviews of an earlier run count as well: a gate that forgot them would pass where one interrupted run goes on with another. */
const holdEarlier = async ({ earlier }: Tally, run: Run): Promise<void> => {
  const { gate, store, shell } = run;
  if (gate === null) return;
  for (const { place, category } of earlier) {
    if (shell.interrupted.aborted) return;
    const key = keyIn(run, place, category);
    const review = doneIn(run, place, category);
    if (review !== null) await gate.hold(gate.before(key, store.fileOf(key)), review);
  }
};

const outcomeOf = (places: readonly Place[], run: Run, { lines, undone }: Tally): RunOutcome => {
  const failed = new Map(undone.map((one) => [nameOf(one.place, one.category), one]));
  const asked = places.flatMap((place) => run.categories.map((category) => ({ place, category })));
  return {
    lines: asked.flatMap(({ place, category }) => lines.get(nameOf(place.id, category.id)) ?? []),
    unfinished: asked.flatMap(({ place, category }) => {
      const name = nameOf(place.id, category.id);
      if (lines.has(name) && !failed.has(name)) return [];
      return failed.get(name) ?? { place: place.id, category: category.id, why: 'the run ended before' };
    }),
    told: [],
    *reviews() {
      for (const { place, category } of asked) {
        const review = lines.has(nameOf(place.id, category.id)) ? doneIn(run, place, category) : null;
        if (review !== null) yield review;
      }
    },
  };
};

/**
 * Audits many places with bounded parallelism. What the store already has of this year is not done again, so that an interrupted walk
 * goes on where it stopped. A review that failed, saw nothing or ran out of time is not kept. Ends early with exit code 3 where the
 * own network is down, and ends with it where nothing at all could be seen.
 */
export const auditPlaces = async (places: readonly Place[], run: Run): Promise<RunOutcome> => {
  const { progress, shell, fetching } = run;
  const tally: Tally = { lines: new Map(), undone: [], earlier: [], costs: [], ended: 0, unreached: 0 };
  const waiting = [
    ...stopsOf(places, run, run.options.again === true, (place, category, done) =>
      noteDone(tally, place, category, done),
    ),
  ];
  const toDo = waiting.reduce((sum, { left }) => sum + left.length, 0);
  const size = { places: waiting.length, reviews: toDo, done: tally.lines.size, atOnce };
  progress.note(estimate(size, tally.costs.length > 0 ? tally.costs : costsBefore(waiting, run), run.options));

  const begun = shell.now().getTime();
  const failures: unknown[] = [];
  const isOffline = (): boolean => tally.unreached >= mostUnreached && run.options.replay === undefined;
  const isOver = (): boolean => shell.interrupted.aborted || failures.length > 0 || isOffline();
  const elapsed = (): number => (shell.now().getTime() - begun) / 1000;

  const told = (what: string): void => {
    const left = (elapsed() / tally.ended) * (toDo - tally.ended);
    progress.step(tally.ended < toDo ? `${what}; ${duration(left)} left` : what, tally.ended, toDo);
  };

  const watch: JobWatch = {
    isOver,
    isOurs: async () => true,
    begun: () => {},
    ended: (end) => noteEnd(end, tally, told),
  };
  const queue = [...waiting];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !isOver(); next = queue.shift()) {
      try {
        await auditStop(next, run, watch);
      } catch (error) {
        // The others end what they have begun, so that nothing under way is cut off or lost.
        failures.push(error);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failures.length > 0) throw failures[0];
  progress.close();
  const { requests, bytes } = fetching.usage();
  if (tally.ended > 0) {
    const cost = run.options.replay === undefined ? `; ${requests} requests, ${(bytes / 1e6).toFixed(1)} MB` : '';
    progress.note(`${tally.ended} reviews in ${duration(elapsed())}${cost}.`);
  }
  if (isOffline()) {
    shell.tell(
      `odi: no machine could be reached by ${mostUnreached} reviews in a row: the network of this machine seems to be down. Run it again when it is back.\n`,
    );
  }
  tellUndone(tally, run);
  await holdEarlier(tally, run);
  const outcome = outcomeOf(places, run, tally);
  if (isOffline() || sawNothing(outcome)) shell.exit(3);
  return outcome;
};
