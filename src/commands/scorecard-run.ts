import type { Diff } from '../model/diff.ts';
import { UserError } from '../model/errors.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { renderScorecard } from '../render/scorecard.ts';
import { type Bar, isUnder } from '../render/scorecard-words.ts';
import { openStore } from '../reviews/index.ts';
import { compare } from './compare.ts';
import { deliver } from './output.ts';
import { foldersBeside, openRejudge } from './rejudge.ts';
import type { ScorecardOptions } from './scorecard-options.ts';
import { competitorsOf, countReviews } from './scorecards.ts';
import type { Shell } from './shell.ts';
import { breathing, type ReviewsSide, type Side, sideOf, yearSide } from './sides.ts';
import { editionOf, placeOf, storeFolder } from './subject.ts';

const newestYear = ({ store }: ScorecardOptions, shell: Shell): number => {
  const year = openStore(storeFolder(store, shell)).years().at(-1);
  if (year !== undefined) return year;
  throw new UserError(
    `${store} holds no reviews: import some with "odi import", make some with "odi audit", or name another --store.`,
  );
};

const count = async (side: ReviewsSide, year: number, options: ScorecardOptions, shell: Shell): Promise<Scorecard> => {
  const counted = countReviews(year, options.edition, shell);
  for await (const review of breathing(side.reviews(), shell)) counted.take(review);
  const editions = counted.editions();
  if (editions.length > 1 && options.quiet !== true) {
    shell.tell(
      `odi: the reviews of ${year} were made under ${editions.join(' and ')}; --edition scores all of them by one.\n`,
    );
  }
  const store = openStore(storeFolder(options.store, shell));
  const [edition] = editions;
  if (edition !== undefined) {
    for (const review of competitorsOf(store, editionOf(edition, shell), year, shell)) counted.compete(review);
  }
  return counted.close();
};

const shownOf = async (words: readonly string[], shell: Shell): Promise<ReadonlySet<string> | null> =>
  words.length === 0 ? null : new Set(await Promise.all(words.map(async (word) => (await placeOf(word, shell)).id)));

const only = (card: Scorecard, shown: ReadonlySet<string> | null): Scorecard => {
  if (shown === null) return card;
  const places = card.places.filter(({ id }) => shown.has(id));
  const missing = [...shown].filter((id) => !places.some((place) => place.id === id));
  if (missing.length === 0) return { ...card, places };
  throw new UserError(`There are no reviews of ${missing.join(', ')} in ${card.year}.`);
};

/** Entries that lost points, with what made them lose. */
const fallsIn = (diff: Diff): Diff['changes'] => {
  const lost = new Map<string, number>();
  for (const { place, category, points } of diff.changes) {
    lost.set(`${place}/${category}`, (lost.get(`${place}/${category}`) ?? 0) + points);
  }
  return diff.changes.filter(
    ({ place, category, points }) => points < 0 && (lost.get(`${place}/${category}`) ?? 0) < 0,
  );
};

const barOf = async (
  side: Side,
  shown: ReadonlySet<string> | null,
  options: ScorecardOptions,
  shell: Shell,
): Promise<Bar> => {
  const under = options.failUnder ?? null;
  if (options.failOnRegression === undefined) return { under, baseline: null, falls: [] };
  const baseline = sideOf(options.failOnRegression, { store: options.store }, shell);
  const asked = {
    ...(shown === null ? {} : { places: shown }),
    ...(options.edition === undefined ? {} : { edition: options.edition }),
  };
  const diff = await compare(
    baseline,
    side,
    {
      ...asked,
      rejudge: openRejudge(
        { replay: options.replay ?? [], folders: foldersBeside(options.store, options.failOnRegression) },
        shell,
      ),
    },
    shell,
  );
  return { under, baseline: options.failOnRegression, falls: fallsIn(diff) };
};

const tellMissed = (card: Scorecard, { under, baseline, falls }: Bar, shell: Shell): void => {
  const low = card.places.filter((place) => isUnder(place, under));
  for (const { name, score } of low) shell.tell(`odi: ${name} scores ${score}, which is under ${under}.\n`);
  for (const { place, category, question, from, to, points, cause, says } of falls) {
    const what = question === null ? '' : ` ${question}`;
    shell.tell(
      `odi: ${place} ${category}${what} fell since ${baseline}: ${from} → ${to} (${points}), ${cause}: ${says}\n`,
    );
  }
  if (low.length + falls.length > 0) shell.exit(1);
};

/** Runs `odi scorecard`. */
export const runScorecard = async (
  words: readonly string[],
  options: ScorecardOptions,
  shell: Shell,
): Promise<void> => {
  const year = options.year ?? newestYear(options, shell);
  const side = yearSide(options.store, year, shell);
  const shown = await shownOf(words, shell);
  const card = only(await count(side, year, options, shell), shown);
  if (shell.interrupted.aborted) return;
  const bar = await barOf(side, shown, options, shell);
  if (shell.interrupted.aborted) return;
  deliver(shell, await renderScorecard(card, options.format, bar, shell.terminal), options.out);
  tellMissed(card, bar, shell);
};
