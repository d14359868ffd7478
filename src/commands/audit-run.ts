import { openAuditData } from '../audit/data.ts';
import type { Category, Edition, Place } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { render } from '../render/index.ts';
import { renderSummary } from '../render/summary.ts';
import { openStore } from '../reviews/index.ts';
import { auditOne } from './audit-one.ts';
import type { AuditOptions } from './audit-options.ts';
import type { Run } from './audit-state.ts';
import { auditPlaces } from './audit-walk.ts';
import { dayOf, openFetching } from './fetching.ts';
import { seenNothing, tellDefectsOf } from './outcome.ts';
import { deliver } from './output.ts';
import { openProgress } from './progress.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';
import { categoryOf, editionOf, placeOf, storeFolder } from './subject.ts';

const categoriesOf = async (words: readonly string[], edition: Edition, shell: Shell): Promise<readonly Category[]> => {
  const named = await Promise.all(words.map((word) => categoryOf(word, shell)));
  const outside = named.find(({ id }) => !edition.categories.includes(id));
  if (outside !== undefined) {
    throw new UserError(`${edition.id} has no category ${outside.id}; it has ${edition.categories.join(', ')}.`);
  }
  return named.length > 0 ? named : edition.categories.map(shell.criteria.category);
};

/** Audits the categories of one place, each kept in the store as soon as it is finished. */
const auditPlace = async (place: Place, run: Run): Promise<readonly Review[]> => {
  const reviews: Review[] = [];
  for (const category of run.categories) {
    if (run.shell.interrupted.aborted) break;
    const review = await auditOne(place, category, run);
    if (review === null) continue;
    run.store.write(review);
    reviews.push(review);
  }
  return reviews;
};

const judgeBars = async (reviews: readonly Review[], { options, shell }: Run): Promise<void> => {
  for (const review of reviews) {
    const { failUnder } = options;
    if (failUnder === undefined || review.score.points >= failUnder) continue;
    shell.tell(`${review.place?.id} ${review.category?.id}: ${review.score.points} points, under ${failUnder}.\n`);
    shell.exit(1);
  }
  if (options.failOnRegression === undefined) return;
  const { regressionsAgainst } = await import('./regression.ts');
  for (const fall of regressionsAgainst(options.failOnRegression, reviews, shell)) {
    shell.tell(`${fall}\n`);
    shell.exit(1);
  }
};

const openRun = async (words: readonly string[], places: number, options: AuditOptions, shell: Shell): Promise<Run> => {
  const edition = editionOf(options.edition, shell);
  const categories = await categoriesOf(words, edition, shell);
  const progress = openProgress(shell, options.quiet === true);
  const fetching = await openFetching(options, shell, progress, categories.length * places);
  const asOf = dayOf(options.asOf, fetching, shell);
  return {
    ...{ edition, categories, options, shell, progress, fetching, asOf },
    store: openStore(storeFolder(options.store, shell)),
    data: openAuditData(shell.criteria, edition),
    year: options.year ?? Number(asOf.slice(0, 4)),
  };
};

/** Carries out `odi audit`. */
export const runAudit = async (
  placeWord: string | undefined,
  categoryWords: readonly string[],
  options: AuditOptions,
  shell: Shell,
): Promise<void> => {
  const isWalk = options.all === true;
  if (!isWalk && placeWord === undefined) {
    throw new UserError('Which place? Name one (odi places lists them), or audit every place with --all.');
  }
  const { event = [] } = options;
  if (isWalk && event.length > 0) throw new UserError('--event speaks of one place; audit it without --all.');
  const places = isWalk ? shell.criteria.places().map(shell.criteria.place) : [await placeOf(placeWord ?? '', shell)];
  const words = isWalk && placeWord !== undefined ? [placeWord, ...categoryWords] : categoryWords;
  const run = await openRun(words, places.length, options, shell);
  try {
    const reviews = isWalk ? await auditPlaces(places, run) : await auditPlace(places[0] as Place, run);
    run.progress.close();
    const isEmpty = reviews.length === 0;
    const isList = isWalk && options.format === 'text';
    const write = (): string | Promise<string> =>
      isList ? renderSummary(reviews) : render(reviews, options.format, shell.terminal);
    const kept = `the reviews are kept in ${run.store.dir}`;
    const document = isEmpty ? null : await rendered(write, options.format, kept, shell);
    if (document !== null) deliver(shell, document, options.out);
    if (!isEmpty && reviews.every(seenNothing)) shell.exit(3);
    tellDefectsOf(reviews, shell);
    await judgeBars(reviews, run);
  } finally {
    run.progress.close();
    await run.fetching.close();
  }
};
