import type { ContestSight, CountedUnits, Tier } from '../model/contest.ts';
import type { Absence, Barrier } from '../model/reply-kinds.ts';
import type { PreviousReview, ReviewAnswer, ReviewCriterion } from '../model/review.ts';
import { type Arg, type Args, isSentence, type Sentence } from '../model/sentence.ts';
import { listed } from '../text/lists.ts';
import { saySearchProblem } from '../text/searches.ts';
import { counted, inSentence, quote, sentence, withArticle } from './phrase.ts';
import { isTierKind, tiersInWords } from './tiers.ts';
import { whyUnseen } from './unseen.ts';

/* How the paragraphs of the notes read in English, from their reasons and values. */

/** What else of the review a paragraph names. */
export interface Told {
  readonly criteria: readonly Pick<ReviewCriterion, 'id' | 'label'>[];
  readonly answers: Readonly<Record<string, Pick<ReviewAnswer, 'question' | 'answer' | 'says'>>>;
  readonly previous: PreviousReview | null;
}

/** The paragraphs that notes are made of. */
export type ParagraphReason =
  | 'responsible'
  | 'looked-at'
  | 'found'
  | 'criteria'
  | 'contests'
  | 'unreached'
  | 'conclusion'
  | 'contradicted'
  | 'previous';

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

const searches = (searched: readonly Sentence[]): string => {
  const told = searched.map(({ reason, args: { address, count, note } }) =>
    reason === 'gave'
      ? `${address} gave ${addresses(Number(count))} to look at`
      : `${address} ${note !== undefined && isSentence(note) ? saySearchProblem(note) : note}`,
  );
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
  return joined([`${addresses(count)} ${verb} looked at${days}.`, seen(args['seen'], count), searched]);
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
  const { address, status, format, title, items, of } = args;
  if (isInstead(reason)) return `${address} ${instead[reason]}`;
  if (reason === 'error') return `${address} answers with an error (${status})`;
  const content = title === undefined ? someOf(textsOf(items).map(quote), of) : quote(String(title));
  return `${address} (${format === '' ? 'no known format' : String(format).toUpperCase()}) shows ${content}`;
};

const criteria = (args: Args, { criteria: known }: Told): string => {
  const labels = (name: string): string =>
    listed(textsOf(args[name]).map((id) => inSentence(known.find((one) => one.id === id)?.label ?? id)));
  const [yes, no, open] = [labels('shown'), labels('lacking'), labels('open')];
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

const unreached = ({ items, of }: Args): string => {
  const told = sentencesOf(items).map(({ args: { address, loss } }) => `${address} (${whyUnseen(String(loss))})`);
  return `Could not be looked at: ${someOf(told, of)}. Whether the missing data is there is not known to this review.`;
};

const conclusion = ({ question, missing }: Args, { answers }: Told): string => {
  const first = answers[String(question)];
  if (first === undefined) return '';
  const says = sentence(first.says);
  if (first.answer !== 'Yes') return `${first.question} ${first.answer}: ${says}`;
  const others = [...new Set(textsOf(missing).map((id) => sentence(answers[id]?.says ?? '')))];
  return others.length === 0 ? says : `${says} What keeps it from full points: ${others.join(' ')}`;
};

const before = ({ year, points, outOf }: Args, { previous }: Told): string => {
  const notes = previous?.notes.trim() ?? '';
  return `${previousHeading} (${year}, ${points} of ${outOf} points): ${notes === '' ? 'It left no notes.' : notes}`;
};

const says: Readonly<Record<ParagraphReason, (args: Args, told: Told) => string>> = {
  responsible: ({ body }) => `${withArticle(String(body))} is responsible for this data.`,
  'looked-at': lookedAt,
  found: (args) => `What was found: ${sentencesOf(args['shown']).map(shown).join('; ')}.`,
  criteria,
  contests: (args) =>
    `What voters of the whole country decide: ${sentencesOf(args['contests']).map(contest).join('; ')}.`,
  unreached,
  conclusion,
  contradicted: ({ contradictions }) => `To be explained: ${textsOf(contradictions).map(sentence).join(' ')}`,
  previous: before,
};

const isKnown = (reason: string): reason is ParagraphReason => Object.hasOwn(says, reason);

/**
 * A paragraph in English; empty where it has nothing to say.
 *
 * @throws Error for a reason that no paragraph has.
 */
export const sayParagraph = ({ reason, args }: Sentence, told: Told): string => {
  if (!isKnown(reason)) throw new Error(`${reason} is the reason of no paragraph of notes.`);
  return says[reason](args, told);
};
