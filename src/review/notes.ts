import type { CriterionFinding } from '../model/check.ts';
import type { ContestSight, ContestsSeen, CountedUnits } from '../model/contest.ts';
import type { EditionQuestion } from '../model/data.ts';
import type { Observation, PageKind } from '../model/observation.ts';
import type { PreviousReview, ReviewAnswer } from '../model/review.ts';
import { type Asked, outcomeOf, whyUnseen } from './evidence.ts';
import { counted, inSentence, listed, listedUpTo, quoted, sentence, withArticle } from './phrase.ts';

/** A catalogue, sitemap or page that was searched for addresses. */
export interface Searched {
  readonly url: string;
  /** How many addresses worth a look it gave. */
  readonly found: number;
  /** What went wrong, as a predicate (`did not answer`); null where the search went well. */
  readonly note: string | null;
}

/** What the notes are written from. */
export interface NotesMaterial {
  readonly responsible: string | null;
  readonly observations: readonly Observation[];
  readonly asked: readonly Asked[];
  readonly searched: readonly Searched[];
  readonly findings: readonly CriterionFinding[];
  readonly contests: ContestsSeen | null;
  readonly questions: readonly EditionQuestion[];
  readonly answers: Readonly<Record<string, ReviewAnswer>>;
  readonly contradictions: readonly string[];
  readonly previous: PreviousReview | null;
}

/** What stands between a review's own notes and those of the year before. */
const previousHeading = "Previous year's review";

/** Paragraphs of notes without the reviews of earlier years quoted below them. */
export const ownNotes = (notes: string): string => notes.split(`\n\n${previousHeading} (`, 1)[0] ?? '';

const mostAddresses = 6;
const mostFiles = 3;
const mostColumns = 8;

const addresses = (count: number): string => counted(count, 'address', 'addresses');

const arrivedWell = ({ outcome, kind }: Observation): boolean =>
  outcome.kind === 'arrived' && outcome.status < 400 && kind !== 'soft-404' && kind !== 'error';

const daysOf = (observations: readonly Observation[]): string => {
  const days = observations.flatMap(({ fetchedAt }) => (fetchedAt === null ? [] : [fetchedAt.slice(0, 10)])).sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? ` on ${first}` : ` from ${first} to ${last}`;
};

const responsibility = ({ responsible }: NotesMaterial): string =>
  responsible === null ? '' : `${withArticle(responsible)} is responsible for this data.`;

const searches = ({ searched }: NotesMaterial): string => {
  if (searched.length === 0) return '';
  const told = searched.map(({ url, found, note }) => `${url} ${note ?? `gave ${addresses(found)} to look at`}`);
  return `Searched: ${told.slice(0, mostAddresses).join('; ')}.`;
};

const seenOf = (observations: readonly Observation[]): string => {
  const seen = [...new Set(observations.filter(arrivedWell).map(({ finalUrl }) => finalUrl))];
  if (seen.length > 0) return `Seen: ${listedUpTo(seen, mostAddresses)}.`;
  return observations.length === 1 ? 'It showed nothing.' : 'None of them showed anything.';
};

const lookedAt = (material: NotesMaterial): string => {
  const { observations } = material;
  if (observations.length === 0) return ['No address to look at was found.', searches(material)].join(' ').trim();
  const verb = observations.length === 1 ? 'was' : 'were';
  return [
    `${addresses(observations.length)} ${verb} looked at${daysOf(observations)}.`,
    seenOf(observations),
    searches(material),
  ]
    .filter((text) => text !== '')
    .join(' ');
};

/** Names of the columns that a file or page shows, in their order, each once. */
const columnsOf = ({ inspection }: Observation): readonly string[] => {
  const tables = [
    ...(inspection?.tables ?? []),
    ...(inspection?.members ?? []).flatMap((member) => member.inspection?.tables ?? []),
  ];
  return [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))];
};

/** What it holds, in its own words: the columns of its tables, else its title. */
const contentOf = (observation: Observation): string | null => {
  const columns = columnsOf(observation);
  if (columns.length > 0)
    return listedUpTo(
      columns.map((name) => quoted(name, 40)),
      mostColumns,
    );
  const title = observation.reading?.datasets[0]?.title ?? observation.inspection?.page?.title ?? '';
  return title.trim() === '' ? null : quoted(title, 80);
};

/** What a reply does in place of showing data. */
const instead: Readonly<Partial<Record<PageKind, string>>> = {
  login: 'asks for an account before it shows anything',
  paywall: 'asks for money',
  captcha: 'wants to see a human before it shows anything',
  'terms-gate': 'wants its terms accepted before it shows anything',
  'search-form': 'answers queries only',
  'app-shell': 'shows nothing without running its scripts',
  'soft-404': 'says that nothing is there',
  empty: 'is empty',
};

const described = (observation: Observation): string | null => {
  const { outcome, kind, finalUrl, inspection } = observation;
  if (outcome.kind !== 'arrived') return null;
  const hindrance = kind === null ? undefined : instead[kind];
  if (hindrance !== undefined) return `${finalUrl} ${hindrance}`;
  if (!arrivedWell(observation)) return `${finalUrl} answers with an error (${outcome.status})`;
  const content = contentOf(observation);
  return content === null
    ? null
    : `${finalUrl} (${inspection?.format.toUpperCase() ?? 'no known format'}) shows ${content}`;
};

/** What came, the chosen dataset first. */
const found = ({ observations }: NotesMaterial): string => {
  const came = observations.filter(({ role }) => role !== 'licence');
  const inOrder = [...came.filter(({ chosen }) => chosen), ...came.filter(({ chosen }) => !chosen)];
  const told = inOrder.map(described).filter((text) => text !== null);
  return told.length === 0 ? '' : `What was found: ${told.slice(0, mostFiles).join('; ')}.`;
};

const labels = (findings: readonly CriterionFinding[], answer: CriterionFinding['answer']): readonly string[] =>
  findings.filter((finding) => finding.answer === answer).map(({ label }) => inSentence(label));

const criteria = ({ findings }: NotesMaterial): string => {
  const shown = labels(findings, 'Yes');
  const lacking = labels(findings, 'No');
  const untold = labels(findings, 'Unsure');
  return [
    shown.length === 0 ? '' : `Of what the category asks for, this is shown: ${listed(shown)}.`,
    lacking.length === 0 ? '' : `This is not in the data: ${listed(lacking)}.`,
    untold.length === 0 ? '' : `This could not be found: ${listed(untold)}.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
};

const counts: Readonly<Record<CountedUnits['extent'], string>> = {
  whole: 'for all of its units',
  part: 'for a part of its units',
  finer: 'for more units than it has',
  open: 'for units of which it cannot be told whether they are all',
};

const countedOf = ({ shown, units, extent, isStated }: CountedUnits): string =>
  `, ${counts[extent]} (${shown} of ${isStated ? '' : 'probably '}${units})`;

const ways: Readonly<Record<NonNullable<ContestSight['seen']>['how'], string>> = {
  data: 'in the data',
  offered: 'offered beside it',
  together: 'not seen by itself, but others of its election are in the data',
};

const contestOf = ({ name, election, due, units, seen, counted }: ContestSight): string => {
  if (election === null) return `${name}: which election was its newest by then is not known`;
  const day = ` of ${election.to}${due === null ? '' : `, due again by ${due}`}`;
  const where = seen === null ? 'not seen' : ways[seen.how];
  const extent = seen?.how === 'data' && counted !== null ? countedOf(counted) : '';
  return `${name}${day}${units === '' ? '' : ` (${units})`}: ${where}${extent}`;
};

const contests = ({ contests: seen }: NotesMaterial): string =>
  seen === null ? '' : `What voters of the whole country decide: ${seen.contests.map(contestOf).join('; ')}.`;

/** The host without `www.`: what a reader takes for one site. */
const siteOf = (url: string): string => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url);

/** Addresses from which nothing came, one for each site and reason, those of candidates before those of searches. */
const unreached = ({ observations, asked }: NotesMaterial): string => {
  const missed = [
    ...observations.map(({ url, outcome }) => ({ url, why: whyUnseen(outcome) })),
    ...asked.map(({ exchange }) => ({ url: exchange.url, why: whyUnseen(outcomeOf(exchange)) })),
  ];
  const told = new Map<string, string>();
  for (const { url, why } of missed) {
    const site = siteOf(url);
    if (why !== null && !told.has(site)) told.set(site, `${url} (${why})`);
  }
  if (told.size === 0) return '';
  return `Could not be looked at: ${listedUpTo([...told.values()], mostAddresses)}. Whether the missing data is there is not known to this review.`;
};

/** The first question, which all others rest on; where it is answered Yes, why points are missing. */
const conclusion = ({ questions, answers }: NotesMaterial): string => {
  const told = questions.flatMap(({ id, title }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ title, ...answer }];
  });
  const [first, ...rest] = told;
  if (first === undefined) return '';
  if (first.answer !== 'Yes') return `${first.title} ${first.answer}: ${sentence(first.says)}`;
  const missing = [...new Set(rest.filter(({ answer }) => answer !== 'Yes').map(({ says }) => sentence(says)))];
  return missing.length === 0
    ? sentence(first.says)
    : `${sentence(first.says)} What keeps it from full points: ${missing.join(' ')}`;
};

const contradicted = ({ contradictions }: NotesMaterial): string =>
  contradictions.length === 0 ? '' : `To be explained: ${contradictions.map(sentence).join(' ')}`;

const before = ({ previous }: NotesMaterial): string => {
  if (previous === null) return '';
  const { points, outOf } = previous.score;
  const words = previous.notes.trim() === '' ? 'It left no notes.' : previous.notes.trim();
  return `${previousHeading} (${previous.year}, ${points} of ${outOf} points): ${words}`;
};

/**
 * The reviewer's notes, in prose: who is responsible, what was looked at, what was found, what was not, of which contests, what could
 * not be reached, what follows; and last year's notes below. One paragraph each, an empty line between them.
 */
export const notesOf = (material: NotesMaterial): string =>
  [responsibility, lookedAt, found, criteria, contests, unreached, conclusion, contradicted, before]
    .map((paragraph) => paragraph(material))
    .filter((text) => text !== '')
    .join('\n\n');
