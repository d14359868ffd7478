import { openAuditData } from '../audit/data.ts';
import { check } from '../audit/one-address.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { forTerminal } from '../render/escape.ts';
import { render } from '../render/index.ts';
import { askedAddress } from './asked-address.ts';
import type { CheckOptions, CheckRun, CheckSubject } from './check-options.ts';
import { allowanceOf, dayOf, openFetching, yearOf } from './fetching.ts';
import { openLanguage } from './language.ts';
import { seenNothing, tellDefectsOf } from './outcome.ts';
import { deliver } from './output.ts';
import { openProgress } from './progress.ts';
import { readApartFor } from './readers.ts';
import { rendered, textIn } from './rendered.ts';
import type { Shell } from './shell.ts';
import { categoryOf, editionOf, placeOf } from './subject.ts';

const subjectOf = async (options: CheckOptions, shell: Shell): Promise<Omit<CheckSubject, 'year' | 'asOf'>> => {
  const edition = editionOf(options.edition, shell);
  const { event = [] } = options;
  const place = options.place === undefined ? null : await placeOf(options.place, shell);
  if (place === null && event.length > 0) throw new UserError('--event speaks of a place; name it with --place.');
  const category = options.category === undefined ? null : await categoryOf(options.category, shell);
  return { place, category, edition, previous: null, events: event };
};

/** Opens the way to fetch, hands the run over, and closes it whatever happens. */
const withRun = async (
  reviews: number,
  options: CheckOptions,
  shell: Shell,
  work: (run: CheckRun) => Promise<void>,
): Promise<void> => {
  const language = await openLanguage(options, shell);
  const asked = await subjectOf(options, shell);
  const progress = openProgress(shell, options.quiet === true);
  const fetching = await openFetching(options, shell, progress, { reviews });
  try {
    const asOf = dayOf(options.asOf, fetching, shell);
    const subject = { ...asked, year: yearOf(options.year, asOf, shell), asOf };
    const data = openAuditData(shell.criteria, subject.edition, readApartFor(shell));
    const checkOne = (url: string): Promise<Review> =>
      check({ ...subject, url, allowance: allowanceOf(options, options.deadline) }, fetching.fetch, data);
    await work({ subject, options, language, fetching, progress, shell, checkOne });
  } finally {
    progress.close();
    await fetching.close();
  }
};

/** Why nothing could be seen at an address, and what to look at. */
const nothingSeen = (url: string, { evidence }: Review): string => {
  const because = evidence[0]?.because ?? 'nothing was asked for';
  const advice = /^(?:dns|connect)/.test(because)
    ? ' Look at its spelling, and at the connection of this machine.'
    : '';
  return `nothing could be seen at ${url}: ${because.replace(/\.?$/, '.')}${advice}`;
};

const checkSingle = async (url: string, run: CheckRun): Promise<void> => {
  const { options, progress, shell, checkOne } = run;
  const review = await checkOne(url);
  progress.close();
  const { language } = run;
  const write = (format: typeof options.format) => async () =>
    render(await language.tell([review]), format, textIn(language, options, shell), null, language.messages);
  const document =
    (await rendered(write(options.format), options.format, 'the review follows as JSON', shell)) ??
    (await rendered(write('json'), 'json', 'the review is lost', shell));
  if (document !== null) deliver(shell, document, options.out);
  if (seenNothing(review)) {
    shell.tell(`odi: ${forTerminal(nothingSeen(url, review))}\n`);
    shell.exit(3);
  }
  tellDefectsOf([review], shell);
  if (review.score.points < (options.failUnder ?? 0)) shell.exit(1);
};

/** Carries out `odi check`. */
export const runCheck = async (words: readonly string[], options: CheckOptions, shell: Shell): Promise<void> => {
  const [first = ''] = words;
  if (words.length === 1 && first !== '-') {
    const url = await askedAddress(first, 'check', options, shell);
    await withRun(1, options, shell, (run) => checkSingle(url, run));
    return;
  }
  const { checkMany, namedAddresses } = await import('./check-many.ts');
  const named = await namedAddresses(words, options, shell);
  // One more, for the sitemaps of an index.
  await withRun(Math.max(named.length, options.limit) + 1, options, shell, (run) => checkMany(named, run));
};
