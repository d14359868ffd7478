import { resolve } from 'node:path';
import { openAuditData } from '../audit/data.ts';
import type { Messages } from '../messages/messages.ts';
import type { Category, Edition, Place } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { Regression } from '../model/regression.ts';
import type { Review } from '../model/review.ts';
import type { RunSummary, SummaryLine, UnfinishedReview } from '../model/summary.ts';
import { render } from '../render/index.ts';
import { renderSummary, reviewLine, type SummaryFormat } from '../render/summary.ts';
import { pathOf } from '../reviews/index.ts';
import { writeWhole } from '../reviews/whole-file.ts';
import { type Annotation, annotate } from './annotations.ts';
import { keepReview, toldKept } from './audit-keep.ts';
import { lineOf } from './audit-line.ts';
import { auditOne } from './audit-one.ts';
import type { AuditOptions } from './audit-options.ts';
import { keyIn, type Run, type RunOutcome, sawNothing } from './audit-state.ts';
import { auditPlaces } from './audit-walk.ts';
import { dayOf, type Fetching, openFetching, yearOf } from './fetching.ts';
import { openLanguage } from './language.ts';
import { tellDefectsOf } from './outcome.ts';
import { deliver } from './output.ts';
import { openProgress } from './progress.ts';
import { readApartFor } from './readers.ts';
import { openGate, tellRegression } from './regression.ts';
import { foldersBeside } from './rejudge.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';
import { storeAt, writingOf } from './store-at.ts';
import { categoryOf, editionOf, inStore, placeOf, storeAddress } from './subject.ts';

const categoriesOf = async (words: readonly string[], edition: Edition, shell: Shell): Promise<readonly Category[]> => {
  const named = await Promise.all(words.map((word) => categoryOf(word, shell)));
  const outside = named.find(({ id }) => !edition.categories.includes(id));
  if (outside !== undefined) {
    throw new UserError(`${edition.id} has no category ${outside.id}; it has ${edition.categories.join(', ')}.`);
  }
  return named.length > 0 ? named : edition.categories.map(shell.criteria.category);
};

/** Audits the categories of one place, each kept in the store as soon as it is finished. */
const auditPlace = async (place: Place, run: Run): Promise<RunOutcome> => {
  const { categories, gate, progress, shell } = run;
  const reviews: Review[] = [];
  const told: string[] = [];
  const lines: SummaryLine[] = [];
  const unfinished: UnfinishedReview[] = [];
  const skip = (category: Category, why: string): void => {
    unfinished.push({ place: place.id, category: category.id, why });
  };
  const own = await run.fetching.forPlace(place.id);
  try {
    for (const [at, category] of categories.entries()) {
      const before = gate?.before(keyIn(run, place, category)) ?? null;
      const isOver = shell.interrupted.aborted;
      const fresh = isOver
        ? null
        : await auditOne(place, category, { ...run, fetching: { ...run.fetching, fetch: own.fetch } });
      if (fresh === null) {
        skip(category, shell.interrupted.aborted ? 'the run ended before' : 'a defect of odi');
        continue;
      }
      const kept = await keepReview(fresh, run);
      const { review } = kept;
      reviews.push(review);
      told.push(toldKept(kept, run));
      const line = lineOf(review);
      lines.push(line);
      if (categories.length > 1) progress.step(reviewLine(line), at + 1, categories.length);
      tellDefectsOf([review], shell);
      await gate?.hold(before, review);
    }
  } finally {
    await own.close();
  }
  const outcome: RunOutcome = { lines, unfinished, reviews: () => reviews, told };
  if (sawNothing(outcome)) shell.exit(3);
  return outcome;
};

const summaryOf = (
  { lines, unfinished }: RunOutcome,
  regression: Regression | null,
  { edition, year, asOf, options }: Run,
): RunSummary => {
  const least = options.failUnder ?? null;
  return {
    format: 'odi-summary/1',
    ...{ edition: edition.id, year, asOf },
    counts: {
      reviews: lines.length,
      open: lines.filter(({ isOpen }) => isOpen).length,
      unfinished: unfinished.length,
      under: least === null ? null : lines.filter(({ points }) => points < least).length,
      falls: regression?.falls.length ?? null,
    },
    ...{ least, reviews: lines, unfinished, regression },
  };
};

const isSummaryFormat = (format: string): format is SummaryFormat =>
  format === 'text' || format === 'json' || format === 'markdown';

/** Places of `--all` or `--places`; null where the audit is of one. */
const manyPlaces = async (options: AuditOptions, shell: Shell): Promise<readonly Place[] | null> => {
  if (options.places === undefined) {
    return options.all === true ? shell.criteria.places().map(shell.criteria.place) : null;
  }
  if (options.all === true)
    throw new UserError('--all and --places exclude one another: all places, or those of a list.');
  const { placesIn } = await import('./audit-places.ts');
  return placesIn(options.places, shell);
};

/** @throws UserError for flags that speak of one place, or of a document that there is none of. */
const refuseUnfit = (isWalk: boolean, { event = [], url = [], summary, format }: AuditOptions): void => {
  if (isWalk && event.length > 0) {
    throw new UserError('--event speaks of one place; audit it without --all or --places.');
  }
  if (isWalk && url.length > 0) throw new UserError('--url speaks of one place; audit it without --all or --places.');
  if (summary === true && !isSummaryFormat(format)) {
    throw new UserError(`--summary is written as text, json or markdown, not as ${format}.`);
  }
};

/** @throws UserError for a place beside `--all` or `--places`, where words are categories. */
const refusePlace = async (word: string, { all }: AuditOptions, shell: Shell): Promise<void> => {
  const { criteria } = shell;
  if (criteria.categories().includes(word)) return;
  const { resolvePlace } = await import('../criteria/resolve.ts');
  const known = criteria.gazetteer().find(({ id, slug }) => id === word.toLowerCase() || slug === word.toLowerCase());
  if (known === undefined) return;
  const { slug } = resolvePlace(criteria.gazetteer(), word);
  throw new UserError(
    `${word} is a place, and ${all === true ? '--all audits every place' : '--places names the places'}; leave one of them out: odi audit ${slug}`,
  );
};

/** Folders that may hold the evidence of a baseline. */
const foldersOf = ({ store, record, failOnRegression }: AuditOptions): readonly string[] =>
  foldersBeside(store, ...[record, failOnRegression].filter((path) => path !== undefined));

const openRun = async (
  words: readonly string[],
  places: readonly Place[],
  isWalk: boolean,
  options: AuditOptions,
  shell: Shell,
): Promise<Run> => {
  const edition = editionOf(options.edition, shell);
  const language = await openLanguage(options, shell);
  const categories = await categoriesOf(words, edition, shell);
  const progress = openProgress(shell, options.quiet === true);
  const gate = openGate(options, { replay: [], folders: foldersOf(options) }, shell, { edition: edition.id });
  const daysOf = (fetching: Pick<Fetching, 'newest'>): Pick<Run, 'asOf' | 'year'> => {
    const asOf = dayOf(options.asOf, fetching, shell);
    return { asOf, year: yearOf(options.year, asOf, shell) };
  };
  const expect = (days: Pick<Run, 'year'>): void =>
    gate?.expect(places.flatMap((place) => categories.map((category) => keyIn(days, place, category))));
  // A live run knows its day, so that nothing is asked or written before the baseline is read; a replay has to be opened for it.
  const today = daysOf({ newest: null });
  if (options.replay === undefined) expect(today);
  const fetching = await openFetching(options, shell, progress, {
    ...{ reviews: categories.length * places.length, year: today.year, byPlace: true },
    // A name that stands for several archives is one of a series, which runs add to; a plain name is the one file of one run.
    resume: isWalk || options.record?.includes('{place}') === true,
  });
  try {
    const days = daysOf(fetching);
    if (options.replay !== undefined) expect(days);
    return {
      ...{ edition, categories, options, shell, progress, fetching, gate, language, ...days },
      store: storeAt(options.store, shell, writingOf(options)),
      data: openAuditData(shell.criteria, edition, readApartFor(shell)),
    };
  } catch (error) {
    await fetching.close();
    throw error;
  }
};

/** On the build server of GitHub: a line a review, with what is not Yes. */
const tellBuildServer = ({ lines, unfinished }: RunOutcome, { options, year, shell }: Run): void =>
  annotate(
    [
      ...lines.map(
        (line): Annotation => ({
          level: 'notice',
          title: `${line.place.id} ${line.category.id}`,
          says: reviewLine(line),
          file: inStore(options.store, pathOf({ year, place: line.place.id, category: line.category.id })),
        }),
      ),
      ...unfinished.map(
        ({ place, category, why }): Annotation => ({
          level: 'warning',
          title: `${place} ${category} was not finished`,
          says: why,
        }),
      ),
    ],
    shell,
  );

const tellUnder = (lines: readonly SummaryLine[], { options, year, shell }: Run): void => {
  const { failUnder } = options;
  const fileOf = (place: SummaryLine['place'], category: SummaryLine['category']): string =>
    inStore(options.store, pathOf({ year, place: place.id, category: category.id }));
  if (failUnder === undefined) return;
  for (const { place, category, points } of lines) {
    if (points >= failUnder) continue;
    shell.tell(`${place.id} ${category.id}: ${points} points, under ${failUnder}.\n`);
    const says = `${place.id} ${category.id}: ${points} points, under ${failUnder}`;
    annotate([{ level: 'error', title: 'Under the bar', says, file: fileOf(place, category) }], shell);
    shell.exit(1);
  }
};

/** How what a screenful leaves out is seen. */
const seeAllOf = (lines: readonly SummaryLine[], messages: Messages): string => {
  const [{ place, category } = { place: { id: '…' }, category: { id: '…' } }] = lines;
  const command = `odi show ${place.id} ${lines.length === 1 ? category.id : '<category>'} --verbose`;
  return messages.say('review.after.show', { command });
};

/** The document of a run: its reviews in full, or a summary; null where there is nothing to tell or it could not be written. */
const documentOf = async (
  outcome: RunOutcome,
  summary: RunSummary,
  isWalk: boolean,
  run: Run,
): Promise<string | null> => {
  const { format, summary: isShort } = run.options;
  const kept = `the reviews are kept in ${run.store.dir}`;
  if (isSummaryFormat(format) && (isShort === true || (isWalk && format === 'text'))) {
    return rendered(() => renderSummary(summary, format), format, kept, run.shell);
  }
  if (outcome.lines.length === 0) return null;
  const { terminal } = run.shell;
  const { messages, tell } = run.language;
  const where =
    outcome.told.length > 1
      ? messages.say('review.after.kept', { path: inStore(run.options.store, String(run.year)) })
      : (outcome.told[0] ?? '');
  const text = { ...terminal, full: run.options.verbose === true, after: [where, seeAllOf(outcome.lines, messages)] };
  const write = async (): Promise<string> => {
    const reviews = await tell([...outcome.reviews()]);
    if (format !== 'sarif') return render(reviews, format, text, summary.regression, messages);
    const { renderSarif } = await import('../render/sarif.ts');
    return renderSarif(reviews, {
      store: storeAddress(run.options.store, run.shell),
      regression: summary.regression,
      under: summary.least,
    });
  };
  return rendered(write, format, kept, run.shell);
};

/** Writes the summary beside the document: JSON where the name says so, else Markdown. */
const writeSummaries = (summary: RunSummary, { options, shell }: Run): void => {
  for (const file of options.summaryFile ?? []) {
    writeWhole(resolve(shell.cwd, file), renderSummary(summary, file.endsWith('.json') ? 'json' : 'markdown'));
  }
};

/** Carries out `odi audit`. */
export const runAudit = async (
  placeWord: string | undefined,
  categoryWords: readonly string[],
  options: AuditOptions,
  shell: Shell,
): Promise<void> => {
  const many = await manyPlaces(options, shell);
  const isWalk = many !== null;
  refuseUnfit(isWalk, options);
  if (!isWalk && placeWord === undefined) {
    throw new UserError(
      'Which place? Name one (odi places lists them), or audit every place with --all, or those of a list with --places.',
    );
  }
  const places = many ?? [await placeOf(placeWord ?? '', shell, categoryWords)];
  if (isWalk && placeWord !== undefined) await refusePlace(placeWord, options, shell);
  const words = isWalk && placeWord !== undefined ? [placeWord, ...categoryWords] : categoryWords;
  if (options.queue !== undefined) {
    const { fillQueue } = await import('./audit-queue.ts');
    const edition = editionOf(options.edition, shell);
    const categories = await categoriesOf(words, edition, shell);
    await fillQueue(options.queue, { places: many, edition, categories, options }, shell);
    return;
  }
  const run = await openRun(words, places, isWalk, options, shell);
  run.store.clean();
  try {
    const outcome = isWalk ? await auditPlaces(places, run) : await auditPlace(places[0] as Place, run);
    run.progress.close();
    const regression = run.gate?.result() ?? null;
    const summary = summaryOf(outcome, regression, run);
    const document = await documentOf(outcome, summary, isWalk, run);
    if (document !== null) deliver(shell, document, options.out);
    writeSummaries(summary, run);
    tellBuildServer(outcome, run);
    tellUnder(outcome.lines, run);
    if (regression !== null) await tellRegression(regression, options.quiet === true, shell);
  } finally {
    run.progress.close();
    await run.fetching.close();
  }
};
