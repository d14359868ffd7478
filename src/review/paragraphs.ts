import type { ContestSight, CountedUnits, Tier } from '../model/contest.ts';
import type { Absence, Barrier } from '../model/reply-kinds.ts';
import { type PreviousReview, type ReviewAnswer, type ReviewCriterion, restsOnCriteria } from '../model/review.ts';
import { type Arg, type Args, isSentence, type Sentence } from '../model/sentence.ts';
import { inSentence, nounOf } from '../text/in-sentence.ts';
import { listed } from '../text/lists.ts';
import { saySearchProblem } from '../text/searches.ts';
import { counted, quote, sentence, withArticle } from './phrase.ts';
import { isTierKind, tiersInWords } from './tiers.ts';
import { whyUnseen } from './unseen.ts';

/* How the paragraphs of the notes read in English, from their reasons and values. */

/** What else of the review a paragraph names. */
export interface Told {
  readonly criteria: readonly Pick<ReviewCriterion, 'id' | 'label' | 'noun'>[];
  readonly answers: Readonly<Record<string, Pick<ReviewAnswer, 'question' | 'answer' | 'reason' | 'says'>>>;
  readonly previous: PreviousReview | null;
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

const addresses = (count: number): string => counted(count, 'address', 'addresses');

const itemsOf = (arg: Arg | undefined): readonly Arg[] => (Array.isArray(arg) ? arg : []);
const textsOf = (arg: Arg | undefined): readonly string[] => itemsOf(arg).map(String);
const sentencesOf = (arg: Arg | undefined): readonly Sentence[] => itemsOf(arg).filter(isSentence);

/** `a, b and 7 more`: what is named of a list, and how many there are besides. */
const someOf = (texts: readonly string[], of: Arg | undefined): string => {
  const more = Number(of ?? texts.length) - texts.length;
  return more > 0 ? `${texts.join(', ')} and ${more} more` : listed(texts);
};

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ');

/** Why a search gave nothing. */
const problemOf = (note: Arg | undefined): string =>
  note !== undefined && isSentence(note) ? saySearchProblem(note) : String(note);

const searches = (searched: readonly Sentence[]): string => {
  const told = searched.map(({ reason, args: { address, count, note } }) => {
    if (reason !== 'gave') return `${address} ${problemOf(note)}`;
    return `${address} (${Number(count) === 0 ? 'nothing' : addresses(Number(count))} to look at)`;
  });
  return told.length === 0 ? '' : `Searched: ${told.join('; ')}.`;
};

const seen = (one: Arg | undefined, count: number): string => {
  const { items, of } = one !== undefined && isSentence(one) ? one.args : {};
  const texts = textsOf(items);
  if (texts.length > 0) return `Seen: ${someOf(texts, of)}.`;
  return count === 1 ? 'It showed nothing.' : 'None of them showed anything.';
};

const lookedAt = (args: Args): string => {
  const { from, to } = args;
  const count = Number(args['count']);
  const searched = searches(sentencesOf(args['searched']));
  if (count === 0) return joined(['No address to look at was found.', searched]);
  const days = from === undefined ? '' : from === to ? ` on ${from}` : ` from ${from} to ${to}`;
  const verb = count === 1 ? 'was' : 'were';
  const told = args['seen'] === undefined ? '' : seen(args['seen'], count);
  return joined([`${addresses(count)} ${verb} looked at${days}.`, told, searched]);
};

/** What a reply does in place of showing data. */
const instead: Readonly<Record<Barrier | Exclude<Absence, 'error'>, string>> = {
  login: 'asks for an account before it shows anything',
  paywall: 'asks for money',
  captcha: 'wants to see a human before it shows anything',
  'terms-gate': 'wants its terms accepted before it shows anything',
  'search-form': 'answers queries only',
  'app-shell': 'shows nothing without running its scripts',
  'soft-404': 'says that nothing is there',
  empty: 'is empty',
};

const isInstead = (reason: string): reason is keyof typeof instead => Object.hasOwn(instead, reason);

const shown = ({ reason, args }: Sentence): string => {
  const { address, name = address, status, format, title, items, of } = args;
  if (isInstead(reason)) return `${address} ${instead[reason]}`;
  if (reason === 'error') return `${address} answers with an error (${status})`;
  const what = format === '' ? 'no known format' : String(format).toUpperCase();
  if (title !== undefined) return `${name} (${what}) is titled ${quote(String(title))}`;
  const columns = Number(of ?? itemsOf(items).length) === 1 ? 'column' : 'columns';
  return `${name} (${what}) has the ${columns} ${someOf(textsOf(items).map(quote), of)}`;
};

const found = ({ shown: items, from, of }: Args): string => {
  const told = sentencesOf(items).map(shown);
  const more = Number(of ?? told.length) - told.length;
  const all = more > 0 ? `${told.join('; ')}; and ${more} more` : told.join('; ');
  return `${from === 'chosen' ? 'What it holds' : 'What was found'}: ${all}.`;
};

/** Some criteria in a sentence: `votes by candidate or party and the number of registered voters`. */
const nounsOf = (ids: Arg | undefined, { criteria: known }: Told): string =>
  listed(textsOf(ids).map((id) => nounOf(known.find((one) => one.id === id) ?? { label: id })));

/** What was seen of what is asked for: `shows …, but lacks … and does not show …`. */
const sightOf = ({ shown, lacking, open }: Args, told: Told): string => {
  const said = (verb: string, ids: Arg | undefined): readonly string[] =>
    itemsOf(ids).length === 0 ? [] : [`${verb} ${nounsOf(ids, told)}`];
  const without = listed([...said('lacks', lacking), ...said('does not show', open)]);
  return [...said('shows', shown), without].filter((part) => part !== '').join(', but ');
};

/** `“Results by station” of the Ministry of the Interior, with 2 other datasets`. */
const sourceOf = ({ title, publisher, others }: Args): string => {
  const more = Number(others ?? 0);
  const by = publisher === undefined ? '' : ` of ${publisher}`;
  const beside = more > 0 ? `, with ${counted(more, 'other address', 'other addresses')},` : '';
  return title === undefined ? 'what the official source publishes' : `${quote(String(title))}${by}${beside}`;
};

/** Whether the data exists, and what that rests on, in a sentence or two. */
const finding = (args: Args, told: Told): string => {
  const first = told.answers[String(args['question'])];
  if (first === undefined) return '';
  const isUnsure = first.answer === 'Unsure';
  if (!restsOnCriteria.has(first.reason))
    return joined([isUnsure ? 'It could not be told whether the data exists.' : '', sentence(first.says)]);
  const seen = sightOf(args, told);
  if (isUnsure)
    return `It could not be told whether the data exists: what was seen ${seen}; not everything could be seen.`;
  if (first.answer === 'Yes') return `The data exists: ${sourceOf(args)} shows ${nounsOf(args['shown'], told)}.`;
  const { body, edition } = args;
  const source = body === undefined ? 'the official source' : inSentence(withArticle(String(body)));
  return `What ${source} publishes ${seen}. All that had to be seen before saying so was seen, so by ${edition} the data does not exist.`;
};

const judged = ({ body, items, of }: Args): string => {
  const who = body === undefined ? '' : `${withArticle(String(body))} is responsible for this data.`;
  const told = sentencesOf(items).map(({ args: { address, why } }) => `${address}: ${sentence(String(why))}`);
  const more = Number(of ?? told.length) - told.length;
  const besides = more > 0 ? `And ${more} more.` : '';
  return joined([who, told.length === 0 ? 'Nothing was found to judge.' : `Judged: ${joined([...told, besides])}`]);
};

const criteria = (args: Args, told: Told): string => {
  const [yes, no, open] = [nounsOf(args['shown'], told), nounsOf(args['lacking'], told), nounsOf(args['open'], told)];
  return joined([
    yes === '' ? '' : `Of what the category asks for, this is shown: ${yes}.`,
    no === '' ? '' : `This is not in the data: ${no}.`,
    open === '' ? '' : `This could not be found: ${open}.`,
  ]);
};

const counts: Readonly<Record<CountedUnits['extent'], string>> = {
  whole: 'for all of its units',
  part: 'for a part of its units',
  finer: 'for more units than it has',
  open: 'for units of which it cannot be told whether they are all',
};

const ways: Readonly<Record<NonNullable<ContestSight['seen']>['how'] | 'not-seen', string>> = {
  data: 'in the data',
  offered: 'offered beside it',
  together: 'not seen by itself, but others of its election are in the data',
  'not-seen': 'not seen',
};

const isExtent = (extent: Arg | undefined): extent is CountedUnits['extent'] =>
  typeof extent === 'string' && Object.hasOwn(counts, extent);
const isWay = (way: Arg | undefined): way is keyof typeof ways => typeof way === 'string' && Object.hasOwn(ways, way);

/**
 * The units of one tier.
 *
 * @throws Error for a kind that no tier has.
 */
const tierOf = ({ reason, args }: Sentence): Pick<Tier, 'kind' | 'units'> => {
  if (!isTierKind(reason)) throw new Error(`${reason} is no kind of units.`);
  return { kind: reason, units: Number(args['units']) };
};

const contest = ({ reason, args }: Sentence): string => {
  const { name, day, due, tiers, seen: way, extent, shown: some, of, stated } = args;
  const units = tiersInWords(sentencesOf(tiers).map(tierOf));
  if (reason === 'no-election-known') return `${name}: which election was its newest by then is not known`;
  const when = ` of ${day}${due === undefined ? '' : `, due again by ${due}`}`;
  const counted = isExtent(extent)
    ? `, ${counts[extent]} (${some} of ${stated === undefined ? '' : `${stated} `}${of})`
    : '';
  return `${name}${when}${units === '' ? '' : ` (${units})`}: ${isWay(way) ? ways[way] : way}${counted}`;
};

const unreached = ({ items, of, open }: Args): string => {
  const told = sentencesOf(items).map(
    ({ reason, args: { address, loss, note } }) =>
      `${address} (${reason === 'not-searched' ? problemOf(note) : whyUnseen(String(loss))})`,
  );
  const rest = open === 'yes' ? ' Whether the missing data is there is not known to this review.' : '';
  return `Could not be looked at: ${someOf(told, of)}.${rest}`;
};

/** Notes of older programs began it with the answer to the first question, which is named. */
const conclusion = ({ question, missing }: Args, { answers }: Told): string => {
  const first = question === undefined ? undefined : answers[String(question)];
  const says = first === undefined ? '' : sentence(first.says);
  if (first !== undefined && first.answer !== 'Yes') return `${first.question} ${first.answer}: ${says}`;
  const others = [...new Set(textsOf(missing).map((id) => sentence(answers[id]?.says ?? '')))];
  return joined([says, others.length === 0 ? '' : `What keeps it from full points: ${others.join(' ')}`]);
};

const before = ({ year, points, outOf }: Args, { previous }: Told): string => {
  const notes = previous?.notes.trim() ?? '';
  return `${previousHeading} (${year}, ${points} of ${outOf} points): ${notes === '' ? 'It left no notes.' : notes}`;
};

const says: Readonly<Record<ParagraphReason | OlderReason, (args: Args, told: Told) => string>> = {
  finding,
  judged,
  responsible: ({ body }) => `${withArticle(String(body))} is responsible for this data.`,
  'looked-at': lookedAt,
  found,
  criteria,
  contests: (args) =>
    `What voters of the whole country decide: ${sentencesOf(args['contests']).map(contest).join('; ')}.`,
  unreached,
  conclusion,
  contradicted: ({ contradictions }) => `To be explained: ${textsOf(contradictions).map(sentence).join(' ')}`,
  previous: before,
};

const isKnown = (reason: string): reason is ParagraphReason | OlderReason => Object.hasOwn(says, reason);

/**
 * A paragraph in English; empty where it has nothing to say.
 *
 * @throws Error for a reason that no paragraph has.
 */
export const sayParagraph = ({ reason, args }: Sentence, told: Told): string => {
  if (!isKnown(reason)) throw new Error(`${reason} is the reason of no paragraph of notes.`);
  return says[reason](args, told);
};
