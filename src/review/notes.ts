import type { Messages } from '../messages/messages.ts';
import type { CriterionFinding } from '../model/check.ts';
import type { ContestSight, ContestsSeen } from '../model/contest.ts';
import type { EditionQuestion } from '../model/data.ts';
import { arrivedWell, type EvidenceEntry, madeUpLike, type Observation, sameAsMadeUp } from '../model/observation.ts';
import { isAbsence, isBarrier } from '../model/reply-kinds.ts';
import type { PreviousReview, ReviewAnswer, ReviewParagraph } from '../model/review.ts';
import type { Arg, Args, Sentence } from '../model/sentence.ts';
import { fileName, siteOf } from '../web/address.ts';
import { outcomeOf } from './evidence.ts';
import { type ParagraphReason, sayParagraph, type Told } from './paragraphs.ts';
import { shortened } from './phrase.ts';

/** A catalogue, sitemap or page that was searched for addresses. */
export interface SearchNote {
  readonly url: string;
  /** How many addresses worth a look it gave. */
  readonly found: number;
  /** What went wrong; null where the search went well. */
  readonly note: Sentence | null;
}

/** What the notes are written from. */
export interface NotesMaterial {
  /** The body responsible for the data, as a reviewer would name it. */
  readonly responsible: string | null;
  /** Id of the edition. */
  readonly edition: string;
  /** What was judged: address, title and publisher as far as they are known, and why it was looked at. */
  readonly judged: readonly {
    readonly url: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly why: string;
  }[];
  readonly observations: readonly Observation[];
  readonly asked: readonly EvidenceEntry[];
  readonly searched: readonly SearchNote[];
  readonly findings: readonly CriterionFinding[];
  readonly contests: ContestsSeen | null;
  readonly questions: readonly EditionQuestion[];
  readonly answers: Readonly<Record<string, ReviewAnswer>>;
  readonly contradictions: readonly string[];
  readonly previous: PreviousReview | null;
}

const mostAddresses = 6;
const mostFiles = 3;
const mostColumns = 8;
const mostJudged = 3;
/** Letters of a title or a publisher's name. */
const mostTitle = 120;

/** The first of a list, and how many there are. */
const some = (items: readonly Arg[], most: number): Args => ({ items: items.slice(0, most), of: items.length });

const sentence = (reason: string, args: Args): Sentence => ({ reason, args });

/** The one sentence that a reader would remember: whether the data exists, and what that rests on. */
const finding = ({ questions, answers, edition, judged, responsible, findings }: NotesMaterial): Args | null => {
  const question = questions[0]?.id;
  if (question === undefined || answers[question] === undefined) return null;
  const [shown, lacking, open] = (['Yes', 'No', 'Unsure'] as const).map((answer) =>
    findings.filter((one) => one.answer === answer).map(({ id }) => id),
  );
  const [{ title = null, publisher = null } = {}] = judged;
  return {
    question,
    edition,
    ...{ shown: shown ?? [], lacking: lacking ?? [], open: open ?? [] },
    ...(title === null ? {} : { title: shortened(title, mostTitle), others: judged.length - 1 }),
    ...(publisher === null ? {} : { publisher: shortened(publisher, mostTitle) }),
    ...(responsible === null ? {} : { body: responsible }),
  };
};

/** Pages that were judged and that nobody proposed: other pages lead to them. */
const linkedTo = (observations: readonly Observation[]): readonly Observation[] => {
  const chosen = observations.filter((one) => one.chosen && one.role !== 'licence');
  const members = new Set<string>(chosen.map(({ evidence }) => evidence));
  return chosen.filter(({ via }) => via === null || !members.has(via));
};

/** Who is responsible, and what was judged and why. */
const judged = ({ responsible, judged: chosen, observations }: NotesMaterial): Args | null => {
  const told =
    chosen.length > 0
      ? chosen.map(({ url, why }) => sentence('chosen', { address: url, why }))
      : linkedTo(observations).map(({ url }) => sentence('linked', { address: url }));
  if (responsible === null && told.length === 0) return null;
  return { ...(responsible === null ? {} : { body: responsible }), ...some(told, mostJudged) };
};

/** Catalogues and pages that gave an answer; those that did not are told with what could not be reached. */
const searches = ({ searched }: NotesMaterial): readonly Sentence[] =>
  searched
    .filter(({ note }) => note === null)
    .slice(0, mostAddresses)
    .map(({ url, found }) => sentence('gave', { address: url, count: found }));

/** How many addresses were looked at, when, and what was searched for them. */
const lookedAt = (material: NotesMaterial): Args => {
  const { observations } = material;
  const days = observations.flatMap(({ fetchedAt }) => (fetchedAt === null ? [] : [fetchedAt.slice(0, 10)])).sort();
  const span = days[0] === undefined ? {} : { from: days[0], to: days.at(-1) ?? days[0] };
  const isEmpty = !observations.some(arrivedWell);
  return {
    count: observations.length,
    ...span,
    ...(isEmpty ? { seen: sentence('some', some([], 0)) } : {}),
    searched: searches(material),
  };
};

/** What a column is called that has no name. */
const unnamed = /^column \d+$/;

/** Names of the columns that a file or page shows, in their order, each once. */
const columnsOf = ({ inspection }: Observation): readonly string[] => {
  const tables = [
    ...(inspection?.tables ?? []),
    ...(inspection?.members ?? []).flatMap((member) => member.inspection?.tables ?? []),
  ];
  const names = tables.flatMap(({ columns }) => columns.map(({ name }) => name));
  return [...new Set(names.filter((name) => !unnamed.test(name)))];
};

/** What it holds, in its own words: the columns of its tables, else its title. */
const contentOf = (observation: Observation): Args | null => {
  const columns = columnsOf(observation).map((name) => shortened(name, 40));
  if (columns.length > 0) return some(columns, mostColumns);
  const title = observation.reading?.datasets[0]?.title ?? observation.inspection?.page?.title ?? '';
  return title.trim() === '' ? null : { title: shortened(title, 80) };
};

const described = (observation: Observation): Sentence | null => {
  const { outcome, kind, finalUrl: address, inspection } = observation;
  if (outcome.kind !== 'arrived') return null;
  if (madeUpLike(observation) !== null) return sentence(sameAsMadeUp, { address });
  if (kind !== 'error' && (isBarrier(kind) || isAbsence(kind))) return sentence(kind, { address });
  if (!arrivedWell(observation)) return sentence('error', { address, status: outcome.status });
  const content = contentOf(observation);
  const name = kind === 'data' ? shortened(fileName(address), mostTitle) : '';
  return content === null
    ? null
    : sentence('shows', { address, ...(name === '' ? {} : { name }), format: inspection?.format ?? '', ...content });
};

/** What the chosen dataset holds: its data where some came; else what came, and has tables before what has none. */
const found = ({ observations }: NotesMaterial): Args | null => {
  const came = observations.filter(({ role }) => role !== 'licence');
  const chosen = came.filter((one) => one.chosen);
  const data = chosen.filter((one) => one.kind === 'data' && columnsOf(one).length > 0);
  const tables = came.filter((one) => columnsOf(one).length > 0);
  const shown = [data, tables, chosen, came]
    .map((some) => some.map(described).filter((one) => one !== null))
    .find(({ length }) => length > 0);
  if (shown === undefined) return null;
  return { ...(data.length > 0 ? { from: 'chosen' } : {}), shown: shown.slice(0, mostFiles), of: shown.length };
};

const contestOf = ({ name, election, due, tiers, seen, counted }: ContestSight): Sentence => {
  if (election === null) return sentence('no-election-known', { name });
  const isCounted = seen?.how === 'data' && counted !== null;
  return sentence('contest', {
    ...{ name, day: election.to, seen: seen?.how ?? 'not-seen' },
    ...(due === null ? {} : { due }),
    ...(tiers.length === 0 ? {} : { tiers: tiers.map(({ kind, units }) => sentence(kind, { units })) }),
    ...(isCounted ? { extent: counted.extent, shown: counted.shown, of: counted.units } : {}),
    ...(isCounted && !counted.isStated ? { stated: 'probably' } : {}),
  });
};

/** Each contest that voters of the whole country decide, and how far it was seen. */
const contests = ({ contests: seen }: NotesMaterial): Args | null =>
  seen === null ? null : { contests: seen.contests.map(contestOf) };

/**
 * Addresses from which nothing came, one for each site, those of candidates before those of searches. What an archive does not
 * hold tells less than how a reply failed, so of one site the failure is told.
 */
const unreached = ({ observations, asked, searched, questions, answers }: NotesMaterial): Args | null => {
  const missed = [
    ...observations.filter(({ role }) => role !== 'licence').map(({ url, outcome }) => ({ url, outcome })),
    ...asked.map(({ exchange }) => ({ url: exchange.url, outcome: outcomeOf(exchange) })),
  ].flatMap(({ url, outcome }) =>
    outcome.kind === 'arrived' ? [] : [{ url, loss: outcome.kind === 'not-captured' ? outcome.kind : outcome.reason }],
  );
  const inOrder = [
    ...missed.filter(({ loss }) => loss !== 'not-captured'),
    ...missed.filter(({ loss }) => loss === 'not-captured'),
  ];
  const bySite = new Map<string, Sentence>();
  const add = (url: string, told: Sentence): void => {
    const site = siteOf(url) || url;
    if (!bySite.has(site)) bySite.set(site, told);
  };
  for (const { url, loss } of inOrder) add(url, sentence('unseen', { address: url, loss }));
  for (const { url, note } of searched) if (note !== null) add(url, sentence('not-searched', { address: url, note }));
  const first = questions[0]?.id;
  const isOpen = first !== undefined && answers[first]?.answer === 'Unsure';
  return bySite.size === 0
    ? null
    : { ...some([...bySite.values()], mostAddresses), ...(isOpen ? { open: 'yes' } : {}) };
};

/** Where the data exists: the questions for which points are missing. */
const conclusion = ({ questions, answers }: NotesMaterial): Args | null => {
  const [first, ...rest] = questions.filter(({ id }) => answers[id] !== undefined);
  if (first === undefined || answers[first.id]?.answer !== 'Yes') return null;
  const missing = rest.filter(({ id }) => answers[id]?.answer !== 'Yes').map(({ id }) => id);
  return missing.length === 0 ? null : { missing };
};

const contradicted = ({ contradictions }: NotesMaterial): Args | null =>
  contradictions.length === 0 ? null : { contradictions };

const before = ({ previous }: NotesMaterial): Args | null =>
  previous === null ? null : { year: previous.year, points: previous.score.points, outOf: previous.score.outOf };

/** The paragraphs of the notes, in their order; one of which there is nothing to tell is left out. */
const parts: readonly (readonly [reason: ParagraphReason, args: (material: NotesMaterial) => Args | null])[] = [
  ['finding', finding],
  ['judged', judged],
  ['found', found],
  ['contests', contests],
  ['conclusion', conclusion],
  ['looked-at', lookedAt],
  ['unreached', unreached],
  ['contradicted', contradicted],
  ['previous', before],
];

/**
 * The reviewer's notes, a paragraph each: what was found in one sentence, who is responsible and what was judged, what it
 * holds, what keeps it from full points, what was looked at, what could not be reached, and last year's notes.
 */
export const paragraphsOf = (material: NotesMaterial): readonly ReviewParagraph[] => {
  const { findings, answers, previous } = material;
  const told: Told = { criteria: findings, answers, previous };
  return parts.flatMap(([reason, argsOf]) => {
    const args = argsOf(material);
    if (args === null) return [];
    const says = sayParagraph({ reason, args }, told);
    return says === '' ? [] : [{ reason, says, args }];
  });
};

/** Paragraphs with their sentences written anew from reasons and values. */
export const retoldParagraphs = (
  paragraphs: readonly ReviewParagraph[],
  told: Told,
  messages: Messages,
): readonly ReviewParagraph[] =>
  paragraphs.map((paragraph) => ({ ...paragraph, says: sayParagraph(paragraph, told, messages) }));

/** Paragraphs as one text, an empty line between them. */
export const notesOf = (paragraphs: readonly ReviewParagraph[]): string =>
  paragraphs.map(({ says }) => says).join('\n\n');
