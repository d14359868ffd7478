import { UserError } from '../model/errors.ts';
import type { Regression } from '../model/regression.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { renderScorecard } from '../render/scorecard.ts';
import { type Bar, isUnder } from '../render/scorecard-words.ts';
import { keyOf } from '../reviews/index.ts';
import { annotate } from './annotations.ts';
import { deliver } from './output.ts';
import { type Gate, nothingEarlier, openGate, tellRegression } from './regression.ts';
import { foldersBeside } from './rejudge.ts';
import type { ScorecardOptions } from './scorecard-options.ts';
import { competitorsOf, countReviews, underEdition } from './scorecards.ts';
import type { Shell } from './shell.ts';
import { breathing, type ReviewsSide, yearSide } from './sides.ts';
import { storeAt } from './store-at.ts';
import { editionOf, placeOf, storeAddress } from './subject.ts';

const newestYear = ({ store }: ScorecardOptions, shell: Shell): number => {
  const year = storeAt(store, shell).years().at(-1);
  if (year !== undefined) return year;
  throw new UserError(
    `${store} holds no reviews: import some with "odi import", make some with "odi audit", or name another --store.`,
  );
};

const count = async (side: ReviewsSide, year: number, options: ScorecardOptions, shell: Shell): Promise<Scorecard> => {
  const counted = countReviews(year, options.edition, shell);
  for await (const one of breathing(side.glances(), shell)) counted.take(one);
  const editions = counted.editions();
  if (editions.length > 1 && options.quiet !== true) {
    shell.tell(
      `odi: the reviews of ${year} were made under ${editions.join(' and ')}; --edition scores all of them by one.\n`,
    );
  }
  const store = storeAt(options.store, shell);
  const [edition] = editions;
  if (edition !== undefined) {
    for (const glance of competitorsOf(store, editionOf(edition, shell), year, shell)) counted.compete(glance);
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

/** What the gate is opened with: the archives that may hold evidence, and how the reviews are scored. */
const gateOf = (edition: string | null, options: ScorecardOptions, shell: Shell): Gate | null => {
  const folders = foldersBeside(
    options.store,
    ...(options.failOnRegression === undefined ? [] : [options.failOnRegression]),
  );
  const wanted = options.edition === undefined ? undefined : editionOf(options.edition, shell);
  return openGate(options, { replay: options.replay ?? [], folders }, shell, {
    edition,
    ...(wanted === undefined ? {} : { as: (review) => underEdition(review, wanted, shell) }),
  });
};

/** Holds the reviews that are shown against the baseline. @throws UserError where none of them could be compared. */
const heldAgainst = async (
  gate: Gate,
  side: ReviewsSide,
  shown: ReadonlySet<string> | null,
  options: ScorecardOptions,
  shell: Shell,
): Promise<Regression> => {
  const store = storeAt(options.store, shell);
  for await (const review of breathing(side.reviews(shown === null ? {} : { places: shown }), shell)) {
    const key = keyOf(review);
    await gate.hold(gate.before(key, store.fileOf(key)), review);
  }
  const regression = gate.result();
  if (regression.compared === 0 && !shell.interrupted.aborted) {
    throw nothingEarlier(regression.baseline, regression.unmatched);
  }
  return regression;
};

const tellUnder = (card: Scorecard, under: number | null, shell: Shell): void => {
  const low = card.places.filter((place) => isUnder(place, under));
  for (const { name, score } of low) shell.tell(`odi: ${name} scores ${score}, which is under ${under}.\n`);
  annotate(
    low.map(({ name, score }) => ({
      level: 'error',
      title: 'Under the bar',
      says: `${name} scores ${score}, under ${under}`,
    })),
    shell,
  );
  if (low.length > 0) shell.exit(1);
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
  const gate = gateOf(card.edition, options, shell);
  const regression = gate === null ? null : await heldAgainst(gate, side, shown, options, shell);
  if (shell.interrupted.aborted) return;
  const bar: Bar = { under: options.failUnder ?? null, regression };
  deliver(
    shell,
    await renderScorecard(card, options.format, bar, shell.terminal, storeAddress(options.store, shell)),
    options.out,
  );
  tellUnder(card, bar.under, shell);
  if (regression !== null) await tellRegression(regression, options.quiet === true, shell);
};
