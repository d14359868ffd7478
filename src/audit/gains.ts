import { checks } from '../checks/index.ts';
import type { Wording } from '../checks/words.ts';
import { fewestMissing } from '../content/requirement.ts';
import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import type { Edition } from '../model/data.ts';
import { type Review, type ReviewGain, type ReviewStep, standingAnswer, type Verdict } from '../model/review.ts';
import { type Args, isSentence, type Sentence } from '../model/sentence.ts';
import { adviceIn, madePlain } from '../review/improve.ts';
import { sentence } from '../review/phrase.ts';
import { type AnswerDraft, type AnswerDrafts, gainsOf, settle } from '../score/index.ts';
import { type CountingRules, overridesIn, type Undecided, undecided } from './counted.ts';
import { draftFrom } from './own.ts';
import { reasonOf, saidAdvice, toldOf, wordingOf } from './told.ts';

/* What the publisher can do about a review, and what that adds: its answers are scored again with some of them mended. */

/** What is advised where no check advises anything: by its code, from its values. */
type Saying = (args: Args, titleOf: (question: string) => string, messages: Messages) => string;

const sayings: Readonly<Record<string, Saying>> = {
  'make-plain': ({ question }, titleOf, messages) => madePlain(titleOf(String(question)), messages),
  'reviewer-found': ({ question, because }, titleOf, messages) =>
    messages.say('improve.reviewer-found', {
      question: { said: titleOf(String(question)) },
      because: String(because),
    }),
  'as-advised': ({ advice }) => String(advice),
};

type Told = Pick<Review, 'answers'>;

const titleIn =
  ({ answers }: Told) =>
  (question: string): string =>
    answers[question]?.question ?? checks.find(({ id }) => id === question)?.question ?? question;

const sayOne = ({ reason, args }: Sentence, review: Told, wording: Wording): string => {
  const advice = saidAdvice({ of: String(args['of'] ?? ''), reason, args }, wording);
  return sentence(advice ?? sayings[reason]?.(args, titleIn(review), wording.messages ?? english) ?? reason);
};

/** What is to be done, in the sentences of a step: the first is its own, the others stand among its values. */
const sayFix = ({ reason, args }: Sentence, review: Told, wording: Wording): string => {
  const { also = [], ...first } = args;
  const others = Array.isArray(also) ? also.filter(isSentence) : [];
  return [{ reason, args: first }, ...others].map((one) => sayOne(one, review, wording)).join(' ');
};

/** The values that a sentence names, and no others. */
const valuesIn = (text: string, args: Args): Args =>
  Object.fromEntries(Object.entries(args).filter(([name]) => text.includes(`{${name}}`)));

/** What the check behind an answer advises; null where it has no advice. */
const adviceOf = ({ rule, reason, args, improve }: AnswerDraft, title: string): Sentence | null => {
  const text = reasonOf({ of: rule.id, reason })?.improve;
  if (text !== undefined) return { reason, args: { of: rule.id, ...valuesIn(text, args) } };
  const advice = adviceIn(improve, title);
  return advice === null ? null : { reason: 'as-advised', args: { advice } };
};

/** What is told about the criteria that are missing, as far as it is for lack of them that the answer is not Yes. */
const criteriaAdvice = (
  id: string,
  draft: AnswerDraft,
  review: Review,
  { requirement }: CountingRules,
): readonly Sentence[] | null => {
  const met = review.byCriteria?.met[id];
  const isOfCriteria = 'criteria' in draft.args || draft.reason.startsWith('criteria-');
  if (requirement === null || !isOfCriteria || review.criteria.length === 0) return null;
  const criteria = fewestMissing(requirement, new Map(review.criteria.map((one) => [one.id, standingAnswer(one)])));
  if (criteria.length === 0) return null;
  const reason = reasonOf({ of: draft.rule.id, reason: draft.reason })?.improve?.includes('{criteria}')
    ? draft.reason
    : 'criteria-missed';
  const published: Sentence = { reason, args: { of: draft.rule.id, criteria } };
  // With all criteria met, something else may still stand in the way.
  const besides = met === undefined || met.answer === 'Yes' ? null : adviceOf(draftFrom(met), id);
  return besides === null ? [published] : [published, besides];
};

/** Does the question not arise by itself, with every check behind it? */
const isSilent = ({ answer, state, parts }: AnswerDraft): boolean =>
  parts === undefined
    ? state === 'silent'
    : answer !== 'Yes' && parts.every((part) => part.answer === 'Yes' || isSilent(part));

/** Everything that must be done about an answer before it is Yes; what only another answer kept from being asked needs nothing. */
const fixesOf = (
  id: string,
  draft: AnswerDraft,
  isMade: boolean,
  review: Review,
  rules: CountingRules,
): NonEmpty<Sentence> => {
  const title = titleIn(review)(id);
  const override = overridesIn(review)[id];
  const parts = (draft.parts ?? [draft]).filter(
    ({ answer, state }) => answer !== 'Yes' && !(isMade && state === 'silent'),
  );
  if (override !== undefined && override.answer !== draft.answer)
    return [{ reason: 'reviewer-found', args: { question: id, because: override.because } }];
  const plain: Sentence = { reason: 'make-plain', args: { question: id } };
  const advised = criteriaAdvice(id, draft, review, rules) ?? parts.map((part) => adviceOf(part, title) ?? plain);
  return isNonEmpty(advised) ? advised : [plain];
};

/** The answer of each gate and question as it stands. */
const standingIn = ({ answers, gates = {} }: Review): Readonly<Record<string, Verdict>> =>
  Object.fromEntries(Object.entries({ ...gates, ...answers }).map(([id, answer]) => [id, standingAnswer(answer)]));

/** A gate that a review of an older program did not keep, as far as an answer that followed from it tells. */
const gatesTold = (review: Review, { gates, cascade }: Edition): AnswerDrafts =>
  Object.fromEntries(
    gates
      .filter((gate) => review.gates?.[gate] === undefined && review.answers[gate] === undefined)
      .flatMap((gate) => {
        for (const answer of Object.values(review.answers)) {
          const rule = cascade.find(({ when, reason }) => when.question === gate && reason === answer.reason);
          if (rule === undefined) continue;
          const [told] = answer.args?.['advice'] === undefined ? [] : toldOf(answer.args['advice']);
          const draft: AnswerDraft = {
            ...{ answer: rule.when.answer, reason: told?.reason ?? rule.reason, says: answer.says },
            ...{ args: told?.args ?? {}, advice: {}, grounds: [], improve: null },
            rule: { id: gate, version: answer.rule.version },
            state: rule.when.answer === 'Unsure' ? 'unsure' : 'settled',
          };
          return [[gate, draft] as const];
        }
        return [];
      }),
  );

const mended = ({ parts: _, ...draft }: AnswerDraft): AnswerDraft => ({ ...draft, answer: 'Yes', state: 'settled' });

/** Checks that a look at the data itself answers. */
const showingData: ReadonlySet<string> = new Set(['exists', 'online']);

/** The answers of a review, and what becomes of them once something is done about those that stand by themselves. */
interface Mending {
  /** By gate and question, everything that must be done about it, as it is said. */
  readonly roots: ReadonlyMap<string, NonEmpty<string>>;
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly reached: (done: ReadonlySet<string>) => ReadonlySet<string>;
}

const mendingOf = (review: Review, rules: CountingRules): Mending => {
  const { edition } = rules;
  const { drafts: told, decided, asked }: Undecided = undecided(review, rules);
  const drafts: AnswerDrafts = { ...gatesTold(review, edition), ...told };
  const standing = standingIn(review);
  const now = settle(edition, drafts, asked, decided);
  const open = [...edition.gates, ...edition.questions.map(({ id }) => id)].filter(
    (id, at, all) =>
      all.indexOf(id) === at && drafts[id] !== undefined && (standing[id] ?? drafts[id]?.answer) !== 'Yes',
  );
  /** Did a rule of the edition make the answer of another one? */
  const isMade = (id: string): boolean =>
    decided[id] === undefined && now[id] !== drafts[id] && now[id]?.answer !== 'Yes';
  /** What follows from another answer: it is that one that must be mended. */
  const follows = (id: string, draft: AnswerDraft): boolean =>
    isMade(id) && (draft.answer === 'Yes' || isSilent(draft));
  const wording = wordingOf(review);
  const sentences = new Map<string, Sentence>();
  const roots = new Map<string, NonEmpty<string>>();
  for (const id of open) {
    const draft = drafts[id];
    if (draft === undefined || follows(id, draft)) continue;
    const fixes = fixesOf(id, draft, isMade(id), review, rules).map((one) => {
      const said = sayFix(one, review, wording);
      if (!sentences.has(said)) sentences.set(said, one);
      return said;
    });
    if (isNonEmpty(fixes)) roots.set(id, fixes);
  }
  // Data of which nothing was seen is made public by what brings it to light: said once.
  const shown = [...roots].find(([id]) => showingData.has(drafts[id]?.rule.id ?? ''))?.[1];
  for (const id of roots.keys())
    if (shown !== undefined && drafts[id]?.rule.id === 'public' && drafts[id]?.reason === 'nothing-to-judge')
      roots.set(id, shown);
  const used = new Set([...roots.values()].flat());
  for (const said of sentences.keys()) if (!used.has(said)) sentences.delete(said);

  const isMended = (id: string, done: ReadonlySet<string>): boolean =>
    roots.get(id)?.every((fix) => done.has(fix)) === true;
  const isAssumed = (id: string, draft: AnswerDraft): boolean => open.includes(id) && !roots.has(id) && isSilent(draft);
  /** What the edition makes of drafts; a question that only another kept from being asked is taken for Yes once none does. */
  const settledFrom = (from: AnswerDrafts, left: Undecided['decided']): AnswerDrafts => {
    const settled = settle(edition, from, asked, left);
    const free = Object.entries(from).filter(([id, draft]) => isAssumed(id, draft) && settled[id] === draft);
    if (free.length === 0) return settled;
    return settledFrom({ ...from, ...Object.fromEntries(free.map(([id, draft]) => [id, mended(draft)])) }, left);
  };
  const yesAfter = (done: ReadonlySet<string>): readonly string[] => {
    const after = Object.entries(drafts).map(([id, draft]) => [id, isMended(id, done) ? mended(draft) : draft]);
    const left = Object.fromEntries(Object.entries(decided).filter(([id]) => !isMended(id, done)));
    const settled = settledFrom(Object.fromEntries(after), left);
    return edition.questions.map(({ id }) => id).filter((id) => settled[id]?.answer === 'Yes');
  };

  const before = yesAfter(new Set());
  const yes = edition.questions.map(({ id }) => id).filter((id) => standing[id] === 'Yes');
  const reached = (done: ReadonlySet<string>): ReadonlySet<string> => {
    // What an entry was published with stands, though the edition's rules would make something else of it.
    const more = yesAfter(done).filter((id) => !before.includes(id) || isMended(id, done));
    return new Set([...yes, ...more]);
  };
  return { roots, sentences, reached: remembered(reached) };
};

/** The same question gets the same answer without another look. */
const remembered = (
  reached: (done: ReadonlySet<string>) => ReadonlySet<string>,
): ((done: ReadonlySet<string>) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (done) => {
    const key = [...done].sort().join('\n');
    const found = known.get(key) ?? reached(done);
    known.set(key, found);
    return found;
  };
};

const stepOf = (
  { fixes, questions }: { readonly fixes: NonEmpty<string>; readonly questions: readonly string[] },
  { sentences }: Mending,
): ReviewStep => {
  const [first, ...others] = fixes.flatMap((fix) => sentences.get(fix) ?? []);
  const { reason, args } = first ?? { reason: 'make-plain', args: {} };
  return {
    fix: fixes.join(' '),
    reason,
    args: others.length === 0 ? args : { ...args, also: others },
    questions,
  };
};

/**
 * A review with what its publisher can gain, and the shortest way to open. What someone does about an answer makes it Yes;
 * what followed from it follows from the new one; and the whole is scored again by the edition's own rules. Of what a
 * question comes to by itself where the data does not exist, what was seen counts; where nothing was, it follows.
 *
 * @param review - As it counts, with what people decided.
 */
export const withGains = (review: Review, rules: CountingRules): Review => {
  const mending = mendingOf(review, rules);
  const { gains, wayToOpen } = gainsOf({
    edition: rules.edition,
    answers: standingIn(review),
    fixes: [...mending.sentences.keys()],
    reached: mending.reached,
  });
  return {
    ...review,
    gains: gains.map((gain): ReviewGain => ({ ...stepOf(gain, mending), points: gain.points, certain: gain.certain })),
    wayToOpen: wayToOpen.map((step) => stepOf(step, mending)),
  };
};

/** The gains of a review, with their sentences written anew. */
export const retoldGains = (review: Review, wording: Wording): Pick<Review, 'gains' | 'wayToOpen'> => {
  const { gains, wayToOpen } = review;
  return {
    ...(gains === undefined ? {} : { gains: gains.map((gain) => ({ ...gain, fix: sayFix(gain, review, wording) })) }),
    ...(wayToOpen === undefined
      ? {}
      : { wayToOpen: wayToOpen.map((step) => ({ ...step, fix: sayFix(step, review, wording) })) }),
  };
};
