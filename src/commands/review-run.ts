import type { RulesOf } from '../audit/carried.ts';
import { comment, decidableIn, decide, sign } from '../audit/decisions.ts';
import { english } from '../messages/english.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { changedAnswers, scoreLine } from '../render/decisions.ts';
import { forTerminal } from '../render/escape.ts';
import { render } from '../render/index.ts';
import { openDecisions } from '../render/words.ts';
import { countingRules } from './counting.ts';
import { deliver } from './output.ts';
import { rendered, textIn } from './rendered.ts';
import { candidateOf, judgeWithAddition } from './review-judge.ts';
import type { ReviewOptions } from './review-options.ts';
import { sourcesOf } from './review-sources.ts';
import { type Target, targetsOf } from './review-target.ts';
import type { Shell } from './shell.ts';

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** @throws UserError for flags that lack one another. */
const refuseUnfit = (options: ReviewOptions): void => {
  const { set = [], because, reviewer, evidence = [], quote, sign: isSigned, comment: remark, terminal } = options;
  const decides = set.length > 0 || isSigned === true || remark !== undefined;
  if (set.length > 0 && !isGiven(because)) throw new UserError('--set needs --because: why is it so?');
  if (decides && !isGiven(reviewer)) throw new UserError('--reviewer is missing: who decides and signs?');
  if (set.length === 0 && because !== undefined && terminal !== true) {
    throw new UserError('--because gives the reason of an answer: say which with --set.');
  }
  if (set.length === 0 && (evidence.length > 0 || quote !== undefined)) {
    throw new UserError('--evidence and --quote belong to an answer: say which with --set.');
  }
  if (terminal === true && decides) {
    throw new UserError('--terminal asks for what --set, --sign and --comment say at once: use one or the other.');
  }
};

/** The review after everything that the flags decide, in one step. @throws UserError naming the flag. */
const decided = (now: Review, options: ReviewOptions, rulesOf: RulesOf, shell: Shell): Review => {
  const { set = [], because = '', reviewer = '', as } = options;
  const known = decidableIn(now);
  const evidence = sourcesOf(options.evidence ?? [], options.quote, now, shell);
  const at = shell.now().toISOString();
  const answered = set.reduce((review, { on, answer }) => {
    if (!known.includes(on)) {
      throw new UserError(`--set ${on}=${answer}: there is no ${on} in this review; there are ${known.join(', ')}.`);
    }
    return decide(review, { on, answer, because, reviewer, at, evidence, as }, rulesOf);
  }, now);
  const signed = options.sign === true ? sign(answered, reviewer, as) : answered;
  return isGiven(options.comment) ? comment(signed, `${reviewer}: ${options.comment}`) : signed;
};

const only = (targets: readonly Target[]): Target => {
  const [target, ...others] = targets;
  if (target !== undefined && others.length === 0) return target;
  throw new UserError(
    `Which review? There are ${targets.map(({ name }) => name).join(', ')}: name a place and one category.`,
  );
};

/** Tells what came of it: the score, the answers that changed, and what is open between people. */
const tellOf = (before: Review, after: Review): string =>
  [scoreLine(after), ...changedAnswers(before, after), ...openDecisions(after).map(forTerminal)]
    .map((line) => `${line}\n`)
    .join('');

/** Prints the review in the form that is asked for; else what came of it. */
const show = async (before: Review, after: Review, options: ReviewOptions, shell: Shell): Promise<void> => {
  const { format, out, quiet } = options;
  if (format === undefined && out === undefined) {
    if (quiet !== true) shell.print(tellOf(before, after));
    return;
  }
  const write = (): string | Promise<string> =>
    render(after, format ?? 'text', textIn({ messages: english }, options, shell));
  const document = await rendered(write, format ?? 'text', 'the decision is kept', shell);
  if (document !== null) deliver(shell, document, out);
};

/** Carries out what the flags decide on one review. */
const decideAtOnce = async (target: Target, options: ReviewOptions, shell: Shell): Promise<void> => {
  const before = target.read();
  const { candidate, url = [] } = options;
  const rulesOf = (review: Review) => countingRules(review, shell);
  // What cannot be decided is refused before anything is asked for.
  decided(before, options, rulesOf, shell);
  let after: Review | null = before;
  if (candidate !== undefined || url.length > 0) {
    const choose = candidate === undefined ? {} : { choose: candidateOf(candidate, before) };
    after = await judgeWithAddition(target, { urls: url, ...choose }, options, shell);
    if (after === null) return;
  }
  const { set = [], sign: isSigned, comment: remark } = options;
  if (set.length > 0 || isSigned === true || remark !== undefined) {
    after = await target.update((now) => decided(now, options, rulesOf, shell));
  }
  await show(before, after, options, shell);
};

/** Carries out `odi review`. */
export const runReview = async (
  place: string | undefined,
  categories: readonly string[],
  options: ReviewOptions,
  shell: Shell,
): Promise<void> => {
  refuseUnfit(options);
  const { set = [], sign: isSigned, comment: remark, candidate, url = [], terminal } = options;
  const isAtOnce =
    set.length > 0 || isSigned === true || remark !== undefined || candidate !== undefined || url.length > 0;
  const targets = await targetsOf(place, categories, options, shell);
  if (isAtOnce) await decideAtOnce(only(targets), options, shell);
  if (isAtOnce && terminal !== true) return;
  if (terminal === true) {
    const { askAbout } = await import('./review-terminal.ts');
    await askAbout(targets, options, shell);
    return;
  }
  const { runDesk } = await import('./desk/run.ts');
  await runDesk(targets, options, shell);
};
