import type { CriterionFinding } from '../model/check.ts';
import type { ContestSight, ContestsSeen } from '../model/contest.ts';
import type { EditionQuestion } from '../model/data.ts';
import { arrivedWell, type EvidenceEntry, type Observation } from '../model/observation.ts';
import { isAbsence, isBarrier } from '../model/reply-kinds.ts';
import type { PreviousReview, ReviewAnswer, ReviewParagraph } from '../model/review.ts';
import type { Arg, Args, Sentence } from '../model/sentence.ts';
import { siteOf } from '../web/address.ts';
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
  readonly responsible: string | null;
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

/** The first of a list, and how many there are. */
const some = (items: readonly Arg[], most: number): Args => ({ items: items.slice(0, most), of: items.length });

const sentence = (reason: string, args: Args): Sentence => ({ reason, args });

const responsible = ({ responsible: body }: NotesMaterial): Args | null => (body === null ? null : { body });

const searches = ({ searched }: NotesMaterial): readonly Sentence[] =>
  searched
    .slice(0, mostAddresses)
    .map(({ url, found, note }) =>
      note === null
        ? sentence('gave', { address: url, count: found })
        : sentence('not-searched', { address: url, note }),
    );

/** How many addresses were looked at, when, what they showed, and what was searched for them. */
const lookedAt = (material: NotesMaterial): Args => {
  const { observations } = material;
  const days = observations.flatMap(({ fetchedAt }) => (fetchedAt === null ? [] : [fetchedAt.slice(0, 10)])).sort();
  const seen = [...new Set(observations.filter(arrivedWell).map(({ finalUrl }) => finalUrl))];
  const span = days[0] === undefined ? {} : { from: days[0], to: days.at(-1) ?? days[0] };
  return {
    count: observations.length,
    ...span,
    seen: sentence('some', some(seen, mostAddresses)),
    searched: searches(material),
  };
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
const contentOf = (observation: Observation): Args | null => {
  const columns = columnsOf(observation).map((name) => shortened(name, 40));
  if (columns.length > 0) return some(columns, mostColumns);
  const title = observation.reading?.datasets[0]?.title ?? observation.inspection?.page?.title ?? '';
  return title.trim() === '' ? null : { title: shortened(title, 80) };
};

const described = (observation: Observation): Sentence | null => {
  const { outcome, kind, finalUrl: address, inspection } = observation;
  if (outcome.kind !== 'arrived') return null;
  if (kind !== 'error' && (isBarrier(kind) || isAbsence(kind))) return sentence(kind, { address });
  if (!arrivedWell(observation)) return sentence('error', { address, status: outcome.status });
  const content = contentOf(observation);
  return content === null ? null : sentence('shows', { address, format: inspection?.format ?? '', ...content });
};

/** What came, the chosen dataset first. */
const found = ({ observations }: NotesMaterial): Args | null => {
  const came = observations.filter(({ role }) => role !== 'licence');
  const inOrder = [...came.filter(({ chosen }) => chosen), ...came.filter(({ chosen }) => !chosen)];
  const shown = inOrder.map(described).filter((one) => one !== null);
  return shown.length === 0 ? null : { shown: shown.slice(0, mostFiles) };
};

const criteria = ({ findings }: NotesMaterial): Args | null => {
  const [shown, lacking, open] = (['Yes', 'No', 'Unsure'] as const).map((answer) =>
    findings.filter((finding) => finding.answer === answer).map(({ id }) => id),
  );
  return findings.length === 0 ? null : { shown: shown ?? [], lacking: lacking ?? [], open: open ?? [] };
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

/** Addresses from which nothing came, one for each site, those of candidates before those of searches. */
const unreached = ({ observations, asked }: NotesMaterial): Args | null => {
  const missed = [
    ...observations.map(({ url, outcome }) => ({ url, outcome })),
    ...asked.map(({ exchange }) => ({ url: exchange.url, outcome: outcomeOf(exchange) })),
  ];
  const bySite = new Map<string, Sentence>();
  for (const { url, outcome } of missed) {
    const site = siteOf(url) || url;
    if (outcome.kind === 'arrived' || bySite.has(site)) continue;
    const loss = outcome.kind === 'not-captured' ? outcome.kind : outcome.reason;
    bySite.set(site, sentence('unseen', { address: url, loss }));
  }
  return bySite.size === 0 ? null : some([...bySite.values()], mostAddresses);
};

/** The first question, which all others rest on, and those for which points are missing. */
const conclusion = ({ questions, answers }: NotesMaterial): Args | null => {
  const [first, ...rest] = questions.filter(({ id }) => answers[id] !== undefined);
  if (first === undefined) return null;
  const missing = rest.filter(({ id }) => answers[id]?.answer !== 'Yes').map(({ id }) => id);
  return { question: first.id, missing };
};

const contradicted = ({ contradictions }: NotesMaterial): Args | null =>
  contradictions.length === 0 ? null : { contradictions };

const before = ({ previous }: NotesMaterial): Args | null =>
  previous === null ? null : { year: previous.year, points: previous.score.points, outOf: previous.score.outOf };

/** The paragraphs of the notes, in their order; one of which there is nothing to tell is left out. */
const parts: readonly (readonly [reason: ParagraphReason, args: (material: NotesMaterial) => Args | null])[] = [
  ['responsible', responsible],
  ['looked-at', lookedAt],
  ['found', found],
  ['criteria', criteria],
  ['contests', contests],
  ['unreached', unreached],
  ['conclusion', conclusion],
  ['contradicted', contradicted],
  ['previous', before],
];

/**
 * The reviewer's notes, a paragraph each: who is responsible, what was looked at, what was found, what was not, what
 * could not be reached, what follows, and last year's notes.
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
export const retoldParagraphs = (paragraphs: readonly ReviewParagraph[], told: Told): readonly ReviewParagraph[] =>
  paragraphs.map((paragraph) => ({ ...paragraph, says: sayParagraph(paragraph, told) }));

/** Paragraphs as one text, an empty line between them. */
export const notesOf = (paragraphs: readonly ReviewParagraph[]): string =>
  paragraphs.map(({ says }) => says).join('\n\n');
