import type { Day } from '../../model/basics.ts';
import type { Edition } from '../../model/data.ts';
import type { EvidenceId } from '../../model/observation.ts';
import type { Review, ReviewAnswer, ReviewEvidence, Score, Verdict } from '../../model/review.ts';
import { readDate } from '../../time/written.ts';
import type { PublishedEntry } from './entry.ts';
import type { PublishedCsv } from './vocabulary.ts';

/** How answers are scored; handed in, because scoring is a stage of its own. */
export interface Scoring {
  readonly scoreOf: (
    edition: Edition,
    answers: Readonly<Record<string, Verdict>>,
  ) => { readonly score: Score; readonly isOpen: boolean; readonly points: Readonly<Record<string, number>> };
  readonly contradictions: (edition: Edition, answers: Readonly<Record<string, Verdict>>) => readonly string[];
}

/** What a review says of a place and a category besides their ids. */
export interface Titles {
  readonly place: (id: string) => { readonly name: string; readonly slug: string };
  readonly category: (id: string) => string;
}

const says: Readonly<Record<Verdict, string>> = {
  Yes: 'The published entry answers Yes.',
  No: 'The published entry answers No.',
  Unsure: 'The published entry is unsure.',
};

const isAddress = (text: string | undefined): text is string => /^https?:\/\/\S+$/i.test(text ?? '');

/** An address that the entry names; what its reviewers saw there was not kept. */
const testimony = (id: EvidenceId, url: string): ReviewEvidence => ({
  id,
  url,
  finalUrl: url,
  fetchedAt: null,
  outcome: 'not-captured',
  because: 'Named by the published index; what was seen there then was not kept.',
  kind: null,
  status: null,
  mediaType: null,
  format: null,
  bytes: null,
  sha256: null,
  quote: null,
  record: null,
});

const entryPage = ({ edition, place, category, printedYear }: PublishedEntry, slug: string): string =>
  edition.entryPage.address
    .replace('{slug}', edition.entryPage.slugs[place] ?? slug)
    .replace('{place}', edition.codes.places[place] ?? place)
    .replace('{category}', edition.codes.categories[category] ?? category)
    .replace('{year}', String(printedYear));

/** The published entry itself, then the data and the licence where it names them. */
const evidenceOf = (entry: PublishedEntry, slug: string): readonly ReviewEvidence[] => {
  const { url, licenseurl } = entry.cells;
  const addresses = [entryPage(entry, slug), ...[url?.trim(), licenseurl?.trim()].filter(isAddress)];
  return addresses.map((address, at) => testimony(`ev-${at + 1}`, address));
};

/** Where a later audit begins to look. */
const candidatesOf = ({ cells }: PublishedEntry): Review['candidates'] => {
  const url = cells['url']?.trim();
  if (!isAddress(url)) return [];
  return [{ url, why: 'The published entry names this address.', role: 'landing-page', chosen: true }];
};

/** Which evidence bears on questions about an address: the entry itself, and that address. */
const citedBy = (address: string | undefined, evidence: readonly ReviewEvidence[]): readonly EvidenceId[] =>
  evidence.filter(({ url }, at) => at === 0 || url === address?.trim()).map(({ id }) => id);

/** Evidence of the question of the licence, and of all others. */
interface Cited {
  readonly licence: readonly EvidenceId[];
  readonly others: readonly EvidenceId[];
}

const answersOf = (
  { edition, answers }: PublishedEntry,
  points: Readonly<Record<string, number>>,
  { licence, others }: Cited,
): Record<string, ReviewAnswer> => {
  const made: Record<string, ReviewAnswer> = {};
  for (const { id, title, checks, weight } of edition.questions) {
    const answer = answers[id] ?? 'Unsure';
    made[id] = {
      question: title,
      answer,
      reason: 'published',
      says: says[answer],
      evidence: checks.includes('openlicense') ? licence : others,
      rule: { id: 'published', version: 0 },
      weight,
      points: points[id] ?? 0,
      improve: null,
      override: null,
    };
  }
  return made;
};

/** What follows from the answers of an entry. */
type Judged = Pick<Review, 'score' | 'isOpen' | 'answers' | 'contradictions'>;

/** Judges entries; of thousands, hundreds are answered and cited differently, and those that are not share what is made. */
const judgeOf = ({ scoreOf, contradictions }: Scoring) => {
  const known = new Map<string, Judged>();
  return (entry: PublishedEntry, evidence: readonly ReviewEvidence[]): Judged => {
    const { edition, answers, cells } = entry;
    const cited = { licence: citedBy(cells['licenseurl'], evidence), others: citedBy(cells['url'], evidence) };
    const given = edition.questions.map(({ id }) => answers[id]);
    const key = `${edition.id} ${given.join()} ${cited.licence.join()} ${cited.others.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { score, isOpen, points } = scoreOf(edition, answers);
    const made = answersOf(entry, points, cited);
    const judged = { score, isOpen, answers: made, contradictions: contradictions(edition, answers) };
    known.set(key, judged);
    return judged;
  };
};

const dayOf = (timestamp: string | undefined, year: number): Day => {
  const written = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(timestamp ?? '')?.[0] ?? '';
  return readDate(written, { order: null, monthOf: null })?.from ?? `${year}-12-31`;
};

/** Cells that have a place of their own in a review, by what their column holds. */
const housed = new Set(['notes', 'comments', 'submitters', 'reviewers']);

/** Cells that follow from the answers are kept only where they do not. */
const follows = (holds: string, cell: string, score: Score, isOpen: boolean): boolean => {
  if (holds === 'score') return cell === String(score.points);
  return holds === 'open' && cell === (isOpen ? 'Yes' : 'No');
};

const publishedOf = (
  entry: PublishedEntry,
  vocabulary: PublishedCsv,
  score: Score,
  isOpen: boolean,
): Record<string, string> => {
  const kept: Record<string, string> = { row: String(entry.row) };
  if (entry.printedYear !== entry.year) kept['year'] = String(entry.printedYear);
  for (const { name, holds } of vocabulary.columns) {
    const cell = entry.cells[name];
    if (cell === undefined || housed.has(holds) || follows(holds, cell, score, isOpen)) continue;
    kept[name] = cell;
  }
  return { ...kept, ...entry.extra };
};

/**
 * Makes reviews of published entries: the answers as they were published, its addresses as evidence, every other cell kept.
 *
 * @returns a function that makes the review of an entry; reviews that are answered alike share their answers.
 */
export const reviewerOfEntries = (
  vocabulary: PublishedCsv,
  titles: Titles,
  scoring: Scoring,
): ((entry: PublishedEntry) => Review) => {
  const judge = judgeOf(scoring);
  return (entry) => {
    const { edition, cells } = entry;
    const { name, slug } = titles.place(entry.place);
    const evidence = evidenceOf(entry, slug);
    const { score, isOpen, answers, contradictions } = judge(entry, evidence);
    const reviewers = cells['reviewers'];
    return {
      format: 'odi-review/1',
      tool: { name: 'godi', version: String(entry.printedYear) },
      edition: edition.id,
      place: { id: entry.place, name },
      category: { id: entry.category, title: titles.category(entry.category) },
      year: entry.year,
      asOf: dayOf(cells['timestamp'], entry.printedYear),
      score,
      isOpen,
      answers,
      criteria: [],
      candidates: candidatesOf(entry),
      evidence,
      contradictions,
      notes: cells['details'] ?? '',
      previous: null,
      people: {
        submitter: cells['submitters'] ?? '',
        reviewers: reviewers === undefined ? [] : reviewers.split(vocabulary.people),
        comments: cells['reviewComments'] ?? '',
      },
      published: publishedOf(entry, vocabulary, score, isOpen),
    };
  };
};
