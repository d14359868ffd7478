import { english } from '../messages/english.ts';
import type { Messages, MessageValue, MessageValues, Said } from '../messages/messages.ts';
import { inARow, itemsOf, sentencesOf, someOf, textsOf, yesIf } from '../messages/values.ts';
import { sameAsMadeUp } from '../model/observation.ts';
import { isAbsence, isBarrier, isReplyKind } from '../model/reply-kinds.ts';
import { type PreviousReview, type ReviewAnswer, type ReviewCriterion, restsOnCriteria } from '../model/review.ts';
import { type Arg, type Args, isSentence, type Sentence } from '../model/sentence.ts';
import { nounOf } from '../text/in-sentence.ts';
import { saySearchProblem } from '../text/searches.ts';
import { sentence, takesArticle } from './phrase.ts';
import { isTierKind, tiersInWords } from './tiers.ts';
import { whyUnseen } from './unseen.ts';

/* How the paragraphs of the notes read, from their reasons and values. */

/** What else of the review a paragraph names. */
export interface Told {
  readonly criteria: readonly Pick<ReviewCriterion, 'id' | 'label' | 'noun'>[];
  readonly answers: Readonly<Record<string, Pick<ReviewAnswer, 'question' | 'answer' | 'reason' | 'says'>>>;
  readonly previous: PreviousReview | null;
  /** Why each candidate was looked at, in the language of the notes, by its address; absent where they stand in the notes. */
  readonly candidates?: ReadonlyMap<string, string>;
  /** What contradicts one another, in the language of the notes; absent likewise. */
  readonly contradictions?: readonly string[];
}

/** The paragraphs that notes are made of. */
export type ParagraphReason =
  | 'finding'
  | 'judged'
  | 'found'
  | 'contests'
  | 'conclusion'
  | 'looked-at'
  | 'unreached'
  | 'contradicted'
  | 'previous';

/** Paragraphs that reviews of older programs may hold. */
type OlderReason = 'responsible' | 'criteria';

/** What stands between a review's own notes and those of the year before. */
const previousHeading = "Previous year's review";

/** Paragraphs of notes without the reviews of earlier years quoted below them. */
export const ownNotes = (notes: string): string => notes.split(`\n\n${previousHeading} (`, 1)[0] ?? '';

/** How a paragraph is put into words. */
type Say = (args: Args, told: Told, messages: Messages) => string;

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ');

const said = (text: string): Said => ({ said: text });

/** Why a search gave nothing. */
const problemOf = (note: Arg | undefined, messages: Messages): MessageValue =>
  note !== undefined && isSentence(note) ? said(saySearchProblem(note, messages)) : String(note);

const searches = (searched: readonly Sentence[], messages: Messages): string => {
  const told = searched.map(({ reason, args: { address, count, note } }) => {
    const where = String(address);
    return reason === 'gave'
      ? messages.say('notes.search-gave', { address: where, count: Number(count) })
      : messages.say('notes.search-failed', { address: where, problem: problemOf(note, messages) });
  });
  return told.length === 0 ? '' : messages.say('notes.searched', { items: inARow(messages, told) });
};

const numberOf = (of: Arg | undefined, otherwise: number): number => (of === undefined ? otherwise : Number(of));

const seen = (one: Arg | undefined, count: number, messages: Messages): string => {
  const { items, of } = one !== undefined && isSentence(one) ? one.args : {};
  const texts = textsOf(items);
  return texts.length > 0
    ? messages.say('notes.seen', { items: someOf(messages, texts, numberOf(of, texts.length)) })
    : messages.say('notes.nothing-shown', { count });
};

const lookedAt: Say = (args, _, messages) => {
  const { from, to } = args;
  const count = Number(args['count']);
  const searched = searches(sentencesOf(args['searched']), messages);
  if (count === 0) return joined([messages.say('notes.no-address'), searched]);
  const span = from === undefined ? 'none' : from === to ? 'day' : 'days';
  const days = { from: said(String(from)), to: said(String(to)) };
  const told = args['seen'] === undefined ? '' : seen(args['seen'], count, messages);
  return joined([messages.say('notes.looked-at', { count, span, ...days }), told, searched]);
};

const shown = ({ reason, args }: Sentence, messages: Messages): string => {
  const { status, format, title, items, of } = args;
  const address = String(args['address']);
  if (reason === 'error') return messages.say('notes.shown.error', { address, status: Number(status) });
  if (reason === sameAsMadeUp || (isReplyKind(reason) && (isBarrier(reason) || isAbsence(reason))))
    return messages.say(`notes.shown.${reason}`, { address });
  const name = String(args['name'] ?? address);
  const what = format === '' ? messages.words('words.no-format') : said(String(format).toUpperCase());
  if (title !== undefined) return messages.say('notes.shown.titled', { name, format: what, title: String(title) });
  const columns = textsOf(items).map((column) => said(messages.quote(column)));
  const count = numberOf(of, columns.length);
  return messages.say('notes.shown.columns', { name, format: what, count, columns: someOf(messages, columns, count) });
};

const found: Say = ({ shown: items, from, of }, _, messages) => {
  const told = sentencesOf(items).map((one) => shown(one, messages));
  const more = numberOf(of, told.length) - told.length;
  const all = more > 0 ? [...told, messages.say('words.more', { more })] : told;
  return messages.say(from === 'chosen' ? 'notes.held' : 'notes.found', { items: inARow(messages, all) });
};

/** Some criteria in a sentence: `votes by candidate or party and the number of registered voters`. */
const nounsOf = (ids: Arg | undefined, { criteria: known }: Told, messages: Messages): Said =>
  said(messages.listed(textsOf(ids).map((id) => said(nounOf(known.find((one) => one.id === id) ?? { label: id })))));

/** Which of the three there are: `shown-lacking`, as messages tell them apart. */
const sightOf = ({ shown: some, lacking, open }: Args): string =>
  Object.entries({ shown: some, lacking, open })
    .filter(([, ids]) => itemsOf(ids).length > 0)
    .map(([name]) => name)
    .join('-');

const bodyOf = (body: Arg | undefined): MessageValues =>
  body === undefined
    ? { hasBody: 'no' }
    : { hasBody: 'yes', body: String(body), article: takesArticle(String(body)) ? 'the' : 'none' };

const sourceOf = ({ title, publisher, others }: Args): MessageValues => ({
  hasTitle: yesIf(title !== undefined),
  title: String(title),
  hasPublisher: yesIf(publisher !== undefined),
  publisher: String(publisher),
  others: Number(others ?? 0),
});

/** Whether the data exists, and what that rests on, in a sentence or two. */
const finding: Say = (args, told, messages) => {
  const first = told.answers[String(args['question'])];
  if (first === undefined) return '';
  const sight = sightOf(args);
  if (!restsOnCriteria.has(first.reason) || sight === '') {
    const says = sentence(first.says);
    return first.answer === 'Unsure' ? messages.say('notes.finding.untold', { says: said(says) }) : says;
  }
  const values = {
    shown: nounsOf(args['shown'], told, messages),
    lacking: nounsOf(args['lacking'], told, messages),
    open: nounsOf(args['open'], told, messages),
  };
  if (first.answer === 'Unsure') return messages.say(`notes.finding.open.${sight}`, values);
  if (first.answer === 'Yes') return messages.say('notes.finding.shown', { ...sourceOf(args), ...values });
  const named = { ...bodyOf(args['body']), edition: said(String(args['edition'])) };
  const lacking = `notes.finding.lacking.${sight}`;
  // A No that rests on no criterion that is lacking, as where people decided, says itself what it rests on.
  return messages.has(lacking) ? messages.say(lacking, { ...named, ...values }) : sentence(first.says);
};

const responsible: Say = ({ body }, _, messages) => messages.say('notes.responsible', bodyOf(body));

const judged: Say = (args, told, messages) => {
  const { body, items, of } = args;
  const who = body === undefined ? '' : responsible(args, told, messages);
  const each = sentencesOf(items).map(({ reason, args: { address, why } }) =>
    reason === 'linked'
      ? messages.say('notes.judged-linked', { address: String(address) })
      : messages.say('notes.judged-one', {
          address: String(address),
          why: said(sentence(told.candidates?.get(String(address)) ?? messages.value(String(why)))),
        }),
  );
  const more = numberOf(of, each.length) - each.length;
  const besides = more > 0 ? messages.say('notes.and-more', { more }) : '';
  const what =
    each.length === 0
      ? messages.say('notes.nothing-judged')
      : messages.say('notes.judged', { items: said(joined([...each, besides])) });
  return joined([who, what]);
};

/** Notes of older programs told of the criteria apart. */
const criteria: Say = (args, told, messages) =>
  joined(
    ['shown', 'lacking', 'open'].map((name) =>
      itemsOf(args[name]).length === 0
        ? ''
        : messages.say(`notes.criteria-${name}`, { criteria: nounsOf(args[name], told, messages) }),
    ),
  );

const ways = ['data', 'offered', 'together', 'not-seen'];

/**
 * The units of one tier.
 *
 * @throws Error for a kind that no tier has.
 */
const tierOf = ({ reason, args }: Sentence) => {
  if (!isTierKind(reason)) throw new Error(`${reason} is no kind of units.`);
  return { kind: reason, units: Number(args['units']) };
};

const contest = ({ reason, args }: Sentence, messages: Messages): string => {
  const { day, due, tiers, seen: way, extent, shown: some, of, stated } = args;
  const name = String(args['name']);
  if (reason === 'no-election-known') return messages.say('notes.contest.unknown', { name });
  const units = tiersInWords(sentencesOf(tiers).map(tierOf), messages);
  return messages.say('notes.contest.known', {
    ...{ name, day: said(String(day)), hasDue: yesIf(due !== undefined), due: said(String(due)) },
    ...{ hasUnits: yesIf(units !== ''), units: said(units) },
    way: ways.includes(String(way)) ? messages.words(`notes.contest.ways.${way}`) : String(way),
    ...{ extent: String(extent ?? ''), shown: Number(some), of: Number(of), stated: String(stated ?? '') },
  });
};

const contests: Say = (args, _, messages) => {
  const told = sentencesOf(args['contests']).map((one) => contest(one, messages));
  return messages.say('notes.contests', { contests: inARow(messages, told) });
};

const unreached: Say = ({ items, of, open }, _, messages) => {
  const told = sentencesOf(items).map(({ reason, args: { address, loss, note } }) => {
    const why = reason === 'not-searched' ? problemOf(note, messages) : said(whyUnseen(String(loss), messages));
    return messages.words('notes.unreached-one', { address: String(address), why });
  });
  const id = open === 'yes' ? 'notes.unreached-open' : 'notes.unreached';
  return messages.say(id, { items: someOf(messages, told, numberOf(of, told.length)) });
};

/** Notes of older programs began it with the answer to the first question, which is named. */
const conclusion: Say = ({ question, missing }, { answers }, messages) => {
  const first = question === undefined ? undefined : answers[String(question)];
  const says = first === undefined ? '' : sentence(first.says);
  if (first !== undefined && first.answer !== 'Yes')
    return messages.say('notes.concluded', {
      ...{ question: said(first.question), says: said(says) },
      answer: messages.words(`answers.${first.answer}`),
    });
  const others = [...new Set(textsOf(missing).map((id) => sentence(answers[id]?.says ?? '')))];
  return joined([says, others.length === 0 ? '' : messages.say('notes.missing', { reasons: said(others.join(' ')) })]);
};

const contradicted: Say = ({ contradictions }, told, messages) => {
  const each = told.contradictions ?? textsOf(contradictions);
  return messages.say('notes.contradicted', { items: said(each.map(sentence).join(' ')) });
};

const before: Say = ({ year, points, outOf }, { previous }, messages) => {
  const notes = previous?.notes.trim() ?? '';
  return messages.say('notes.previous', {
    ...{ year: said(String(year)), points: Number(points), outOf: Number(outOf) },
    notes: notes === '' ? messages.words('notes.no-notes') : notes,
  });
};

const says: Readonly<Record<ParagraphReason | OlderReason, Say>> = {
  finding,
  judged,
  responsible,
  'looked-at': lookedAt,
  found,
  criteria,
  contests,
  unreached,
  conclusion,
  contradicted,
  previous: before,
};

const isKnown = (reason: string): reason is ParagraphReason | OlderReason => Object.hasOwn(says, reason);

/**
 * A paragraph in words; empty where it has nothing to say.
 *
 * @throws Error for a reason that no paragraph has.
 */
export const sayParagraph = ({ reason, args }: Sentence, told: Told, messages: Messages = english): string => {
  if (!isKnown(reason)) throw new Error(`${reason} is the reason of no paragraph of notes.`);
  return says[reason](args, told, messages);
};
