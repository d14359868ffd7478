import { UserError } from '../model/errors.ts';
import { renderDiff, renderDiffSummary } from '../render/diff.ts';
import { type Comparison, compare } from './compare.ts';
import type { DiffOptions } from './diff-options.ts';
import { deliver } from './output.ts';
import { titlesOf } from './published-names.ts';
import { foldersBeside, openRejudge } from './rejudge.ts';
import type { Shell } from './shell.ts';
import { sideOf } from './sides.ts';
import { categoryOf, placeOf } from './subject.ts';

const idsOf = async (
  words: readonly string[] | undefined,
  find: (word: string, shell: Shell) => Promise<{ readonly id: string }>,
  shell: Shell,
): Promise<ReadonlySet<string> | undefined> =>
  words === undefined ? undefined : new Set(await Promise.all(words.map(async (word) => (await find(word, shell)).id)));

/** @throws UserError for a question that no edition asks. */
const knownQuestions = (words: readonly string[], { criteria }: Shell): ReadonlySet<string> => {
  const known = new Set(criteria.editions().flatMap((id) => criteria.edition(id).questions.map((one) => one.id)));
  const wrong = words.find((word) => !known.has(word));
  if (wrong === undefined) return new Set(words);
  throw new UserError(`There is no question ${wrong}; --question takes ${[...known].join(', ')}.`);
};

const asksForFalls = ({ failOnRegression, failOn, strict }: DiffOptions): boolean =>
  failOnRegression !== undefined || failOn !== undefined || strict === true;

const comparisonOf = async (before: string, options: DiffOptions, shell: Shell): Promise<Comparison> => {
  const [places, categories] = [
    await idsOf(options.place, placeOf, shell),
    await idsOf(options.category, categoryOf, shell),
  ];
  const { question, cause } = options;
  const archives = { replay: options.replay ?? [], folders: foldersBeside(options.store, before) };
  return {
    rejudge: openRejudge(archives, shell),
    ...(places === undefined ? {} : { places }),
    ...(categories === undefined ? {} : { categories }),
    ...(question === undefined ? {} : { questions: knownQuestions(question, shell) }),
    ...(cause === undefined ? {} : { causes: new Set(cause) }),
    ...(options.edition === undefined ? {} : { edition: options.edition }),
    // What fell is told with what is new.
    isSummary: options.summary === true && !asksForFalls(options),
  };
};

/** Runs `odi diff`. */
export const runDiff = async (before: string, after: string, options: DiffOptions, shell: Shell): Promise<void> => {
  const falls = asksForFalls(options) ? (await import('./diff-falls.ts')).fallsOf(before, after, options, shell) : null;
  const [old, fresh] = [sideOf(before, options, shell), sideOf(after, options, shell)];
  const asked = { ...(await comparisonOf(before, options, shell)), ...falls?.hooks };
  const { diff, counts } = await compare(old, fresh, asked, shell);
  if (shell.interrupted.aborted) return;
  const regression = falls?.result(diff) ?? null;
  const titles = titlesOf(shell.criteria);
  const known = new Set(shell.criteria.categories());
  const names = {
    place: (id: string) => titles.place(id).name,
    category: (id: string) => (known.has(id) ? titles.category(id) : id),
  };
  const document =
    options.summary === true
      ? renderDiffSummary(diff, counts, options.format, shell.terminal, regression)
      : renderDiff(diff, options.format, names, shell.terminal, regression);
  deliver(shell, await document, options.out);
  if (regression === null) return;
  const { tellRegression } = await import('./regression.ts');
  await tellRegression(regression, options.quiet === true, shell);
};
