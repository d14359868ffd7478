import type { RulesOf } from '../audit/carried.ts';
import { comment, decide, sign } from '../audit/decisions.ts';
import { openQuestions } from '../audit/open-questions.ts';
import { UserError } from '../model/errors.ts';
import type { OpenQuestion } from '../model/open-question.ts';
import type { Review, Verdict } from '../model/review.ts';
import { openQuestionText, scoreLine } from '../render/decisions.ts';
import { forTerminal } from '../render/escape.ts';
import { openLayout } from '../render/layout.ts';
import { openDecisions } from '../render/words.ts';
import { addressesIn } from '../web/address.ts';
import { countingRules } from './counting.ts';
import { judgeWithAddition } from './review-judge.ts';
import type { ReviewOptions } from './review-options.ts';
import type { Target } from './review-target.ts';
import type { Shell } from './shell.ts';

/** Asks a person, line by line; null where nobody answers any more. */
type Ask = (question: string) => Promise<string | null>;

/** A conversation about the reviews of one call. */
interface Talk {
  readonly ask: Ask;
  /** Lets go of the input. */
  readonly close: () => void;
  readonly reviewer: () => Promise<string | null>;
  readonly options: ReviewOptions;
  readonly shell: Shell;
  readonly rulesOf: RulesOf;
}

const openAsk = (lines: AsyncIterator<string>, shell: Shell): Ask => {
  return async (question) => {
    if (shell.interrupted.aborted) return null;
    shell.tell(question);
    const next = await lines.next();
    return next.done === true ? null : next.value.trim();
  };
};

/** Asks until something is said. */
const insist = async (ask: Ask, question: string): Promise<string | null> => {
  for (;;) {
    const said = await ask(question);
    if (said === null || said !== '') return said;
  }
};

const openTalk = (options: ReviewOptions, shell: Shell): Talk => {
  const lines = shell.readLines();
  const ask = openAsk(lines, shell);
  let name = options.reviewer?.trim() ?? '';
  return {
    ...{ ask, options, shell },
    close: () => void lines.return?.(),
    rulesOf: (review) => countingRules(review, shell),
    reviewer: async () => {
      if (name === '') name = (await insist(ask, 'Your name, to sign with: ')) ?? '';
      return name === '' ? null : name;
    },
  };
};

const change = (target: Target, make: (now: Review) => Review): Promise<Review> => target.update(make);

/** What a person said of one question: decided or judged anew, put off, or to be ended with. */
type Said = 'done' | 'later' | 'end';

const answers: Readonly<Record<string, Verdict>> = {
  y: 'Yes',
  yes: 'Yes',
  n: 'No',
  no: 'No',
  u: 'Unsure',
  unsure: 'Unsure',
};

/** Asks for the reason and keeps the answer at once. */
const keepAnswer = async (answer: Verdict, open: OpenQuestion, target: Target, talk: Talk): Promise<Said> => {
  const { ask, options, shell, rulesOf } = talk;
  const question = answer === 'Unsure' ? 'Because (nothing leaves it as it is): ' : 'Because: ';
  const because = answer === 'Unsure' ? await ask(question) : await insist(ask, question);
  if (because === null) return 'end';
  if (because === '') return 'later';
  const reviewer = await talk.reviewer();
  if (reviewer === null) return 'end';
  const evidence = addressesIn(because);
  const at = shell.now().toISOString();
  const { on, seen } = open;
  const given = {
    on,
    answer,
    because,
    reviewer,
    at,
    evidence,
    as: options.as,
    ...(seen === '' ? {} : { shown: seen }),
  };
  const after = await change(target, (now) => decide(now, given, rulesOf));
  shell.print(`Kept. ${scoreLine(after)}\n`);
  return 'done';
};

const judgeAnew = async (
  addition: Parameters<typeof judgeWithAddition>[1],
  target: Target,
  { options, shell }: Talk,
): Promise<Said> => {
  const after = await judgeWithAddition(target, addition, options, shell);
  if (after === null) return 'end';
  shell.print(`Judged again. ${scoreLine(after)}\n`);
  return 'done';
};

const chooseCandidate = async (target: Target, talk: Talk): Promise<Said> => {
  const { candidates } = target.read();
  const list = candidates.map(({ url, why, chosen }, at) =>
    forTerminal(`${at + 1}. ${chosen ? '(chosen) ' : ''}${url}: ${why}`),
  );
  talk.shell.print(list.length === 0 ? 'There are no candidates.\n' : `${list.join('\n')}\n`);
  const number = list.length === 0 ? '' : await talk.ask('Which is the dataset? Its number, or nothing: ');
  if (number === null) return 'end';
  const choose = candidates[Number(number) - 1]?.url;
  return choose === undefined ? 'later' : judgeAnew({ urls: [], choose }, target, talk);
};

const addAddress = async (target: Target, talk: Talk): Promise<Said> => {
  const url = await talk.ask('Which address? ');
  if (url === null) return 'end';
  return url === '' ? 'later' : judgeAnew({ urls: [url] }, target, talk);
};

/** What can be said to a question. */
const choices = '[y]es, [n]o, leave [u]nsure, [s]kip, another [c]andidate, add an [a]ddress, [q]uit: ';

const askOne = async (open: OpenQuestion, target: Target, talk: Talk): Promise<Said> => {
  for (;;) {
    const said = (await talk.ask(choices))?.toLowerCase() ?? 'q';
    const answer = answers[said];
    if (answer !== undefined) return keepAnswer(answer, open, target, talk);
    if (said === 's' || said === 'skip') return 'later';
    if (said === 'q' || said === 'quit') return 'end';
    if (said === 'c' || said === 'candidate') return chooseCandidate(target, talk);
    if (said === 'a' || said === 'address') return addAddress(target, talk);
    if (said !== '') talk.shell.tell('That is none of the letters.\n');
  }
};

/** One question; what a person cannot do about it is told, and the conversation goes on with what is there now. */
const askSafely = async (open: OpenQuestion, target: Target, talk: Talk): Promise<Said> => {
  try {
    return await askOne(open, target, talk);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    talk.shell.tell(`odi: ${error.message}\n`);
    return 'done';
  }
};

const signAtEnd = async (target: Target, talk: Talk): Promise<void> => {
  const { ask, options } = talk;
  const said = await ask(`Sign the review as it stands, as ${options.as}? [y/n] `);
  if (said?.toLowerCase().startsWith('y') !== true) return;
  const name = await talk.reviewer();
  if (name === null) return;
  await change(target, (now) => sign(now, name, options.as));
  const remark = await ask('A remark, or nothing: ');
  if (remark === null || remark === '') return;
  await change(target, (now) => comment(now, `${name}: ${remark}`));
  talk.shell.print(`Signed. ${scoreLine(target.read())}\n`);
};

/** Goes through what is open in one review; false where the person wants to end. */
const askAboutOne = async (target: Target, talk: Talk): Promise<boolean> => {
  const { shell, rulesOf } = talk;
  const put = new Set<string>();
  const first = target.read();
  shell.print(
    `${scoreLine(first)}\n${openDecisions(first)
      .map((line) => `${forTerminal(line)}\n`)
      .join('')}`,
  );
  for (;;) {
    const open = openQuestions(target.read(), rulesOf).filter(({ on, seen }) => !put.has(`${on} ${seen}`));
    const [next] = open;
    if (next === undefined) break;
    const layout = await openLayout(JSON.stringify(next));
    const left = open.length === 1 ? '' : `${open.length} open. `;
    shell.print(`\n${left}${openQuestionText(next, layout, Math.min(100, Math.max(60, shell.terminal.columns)))}`);
    const said = await askSafely(next, target, talk);
    if (said === 'end') return false;
    if (said === 'later') put.add(`${next.on} ${next.seen}`);
  }
  shell.print(
    put.size === 0 ? 'Nothing is open.\n' : `Left open: ${[...put].map((one) => one.split(' ')[0]).join(', ')}.\n`,
  );
  await signAtEnd(target, talk);
  return !shell.interrupted.aborted;
};

/**
 * Asks a person about everything that is open in some reviews, most points first. Every answer is kept at once, so that
 * whatever ends the conversation loses none; the input may be a terminal or lines that were prepared.
 */
export const askAbout = async (targets: readonly Target[], options: ReviewOptions, shell: Shell): Promise<void> => {
  const talk = openTalk(options, shell);
  try {
    for (const target of targets) if (!(await askAboutOne(target, talk))) return;
  } finally {
    talk.close();
  }
};
