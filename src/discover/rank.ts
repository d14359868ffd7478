import type { Portal } from '../model/data.ts';
import type { FormatPromise } from '../model/format.ts';
import { type Candidate, type DatasetRecord, isOfPart, type Level } from '../model/records.ts';
import { candidateFor } from '../text/candidates.ts';
import { sayLevel } from '../text/levels.ts';
import { promiseOf } from '../web/formats.ts';
import { imprintOf } from './imprint.ts';
import { levelOf } from './level.ts';
import type { ScorePart } from './links.ts';
import { officialness } from './official.ts';
import { addressWords, firstHeld, newestEdition, newestYear, topicMatch } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { type PreparedText, prepare, type SearchPhrase, share } from './words.ts';

/** A catalogue that is asked. */
export interface AskedPortal extends Portal {
  /** Is it the responsible body's own? What its search gives for the category needs fewer words to belong to it. */
  readonly isOfBody?: boolean;
}

/** A record with the catalogue that named it. */
export interface Found {
  readonly record: DatasetRecord;
  readonly portal: Pick<AskedPortal, 'name' | 'url' | 'national' | 'isOfBody'> | null;
  /** The address that was asked. */
  readonly askedAt: string;
}

/** A candidate before the others are known: what is weighed against them comes later. */
export interface CandidateDraft extends Candidate {
  /** Newest year it speaks of, null where it names none. */
  readonly year: number | null;
  /** The newest edition that its title names, year and month as one number; absent where no month is told. */
  readonly edition?: number;
}

/** Below this, nothing connects a record with the category. */
export const leastTopic = 8;

const wordsPart = (record: DatasetRecord, lens: Lens): ScorePart => {
  const title = topicMatch(prepare(record.title), lens);
  const tags = topicMatch(prepare([...record.keywords, ...record.themes].join(' ')), lens);
  const files = topicMatch(
    prepare(
      record.distributions
        .slice(0, 50)
        .map((file) => file.title)
        .join(' '),
    ),
    lens,
  );
  const text = topicMatch(prepare(record.description.slice(0, 3_000)), lens);
  const address = record.landingPage === null ? null : topicMatch(prepare(addressWords(record.landingPage)), lens);
  const name = [title, ...(address === null ? [] : [address])].reduce((best, match) =>
    match.value > best.value ? match : best,
  );
  const points = Math.round(26 * name.value + 8 * tags.value + 6 * text.value + 4 * files.value);
  const best = [title, tags, text, files].reduce((most, match) => (match.value > most.value ? match : most));
  return {
    name: 'words',
    points,
    says: best.phrase === null ? 'No word of the category.' : `It speaks of "${best.phrase}".`,
  };
};

const formatPart = (record: DatasetRecord, { words }: Lens): ScorePart => {
  const promises = new Set(record.distributions.map((file) => promiseOf(words.formats.ofFile(file))));
  if (promises.has('rows')) return { name: 'format', points: 10, says: 'It has files that programs read.' };
  if (promises.has('archive')) return { name: 'format', points: 8, says: 'It has archives of files.' };
  if (promises.has('service')) return { name: 'format', points: 6, says: 'It has a service.' };
  if (promises.has('picture')) return { name: 'format', points: -2, says: 'It has pictures or maps to look at.' };
  if (promises.has('document')) return { name: 'format', points: -8, says: 'It has documents only.' };
  return record.distributions.length === 0
    ? { name: 'format', points: -2, says: 'It has no files.' }
    : { name: 'format', points: 3, says: 'It has files of an unknown format.' };
};

/** What is of a part of the country comes after everything that may be the whole country's, however well it fits. */
const behindAll = -100;

const levelPart = ({ portal }: Found, level: Level): ScorePart => {
  if (isOfPart(level)) return { name: 'level', points: behindAll, says: sayLevel(level.because) };
  if (level.verdict === 'national') return { name: 'level', points: 5, says: sayLevel(level.because) };
  return portal?.national === true
    ? { name: 'level', points: 2, says: 'The catalogue is the national one.' }
    : { name: 'level', points: 0, says: sayLevel(level.because) };
};

const sizePart = (record: DatasetRecord): ScorePart => {
  const files = record.distributions.length;
  const points = files === 0 ? 0 : Math.min(3, Math.ceil(Math.log2(files + 1)));
  return { name: 'size', points, says: `${files} ${files === 1 ? 'file' : 'files'}.` };
};

const natureParts = (record: DatasetRecord, lens: Lens): readonly ScorePart[] => {
  const title = prepare(record.title);
  const about = firstHeld(title, lens.about);
  const old = firstHeld(title, lens.old);
  return [
    ...(about === null
      ? []
      : [{ name: 'nature', points: -8, says: `It seems to be about data, not data ("${about}").` }]),
    ...(old === null ? [] : [{ name: 'nature', points: -6, says: `It seems to be set aside ("${old}").` }]),
    ...(record.isPublic === false
      ? [{ name: 'nature', points: -10, says: 'The catalogue says that it is not public.' }]
      : []),
  ];
};

/** Few titles write the name of a contest in full; one word of several is of many things. */
const namesContest = (title: PreparedText, phrase: SearchPhrase): boolean => {
  const part = share(title, phrase);
  return part === 1 || part * phrase.stems.length >= 2;
};

/** Of results of elections, those of a national contest are asked for. */
const contestPart = ({ title }: DatasetRecord, { contests }: Lens): readonly ScorePart[] => {
  const words = prepare(title);
  const named = contests.find((phrase) => namesContest(words, phrase));
  return named === undefined ? [] : [{ name: 'contest', points: 6, says: `It speaks of "${named.written}".` }];
};

const publisherPart = (
  found: Found,
  url: string,
  lens: Lens,
): { readonly part: ScorePart; readonly official: Candidate['official'] } => {
  const official = officialness(url, { lens, record: found.record, catalogue: found.askedAt });
  const points = official.verdict === 'official' ? 10 : official.verdict === 'third-party' ? -12 : 0;
  return { official, part: { name: 'publisher', points, says: official.because } };
};

const yearOf = (record: DatasetRecord, latest: number): number | null => {
  const told = newestYear(
    [record.title, ...record.distributions.slice(0, 200).map((file) => file.title)].join(' '),
    latest,
  );
  const covered = record.temporal?.to ?? record.temporal?.from ?? null;
  const coveredYear = covered === null ? null : Math.min(Number(covered.slice(0, 4)), latest);
  const known = [told, coveredYear].filter((year) => year !== null);
  if (known.length > 0) return Math.max(...known);
  return record.modified === null ? null : Number(record.modified.slice(0, 4));
};

const editionIn = ({ title }: DatasetRecord, lens: Lens, latest: number): Pick<CandidateDraft, 'edition'> => {
  const edition = newestEdition(title, lens, latest);
  return edition % 100 === 0 ? {} : { edition };
};

/** Points that an edition of a month gives up to newer ones of its year: a few, so that the newest comes first. */
const mostBehind = 3;

const monthsBehind = (newest: number, { edition }: CandidateDraft): number =>
  edition === undefined || Math.floor(edition / 100) !== Math.floor(newest / 100) ? 0 : newest - edition;

/** The address to open: the page of the record, else its best file. */
const addressToOpen = (
  record: DatasetRecord,
  { words }: Lens,
): { readonly url: string; readonly role: Candidate['role'] } | null => {
  if (record.landingPage !== null) return { url: record.landingPage, role: 'landing-page' };
  const order: readonly (FormatPromise | null)[] = ['rows', 'archive', 'service', null, 'picture', 'document'];
  const [best] = record.distributions
    .map((file, index) => ({ file, index, format: words.formats.ofFile(file) }))
    .map((one) => ({ ...one, promise: promiseOf(one.format) }))
    .sort((left, right) => order.indexOf(left.promise) - order.indexOf(right.promise) || left.index - right.index);
  return best === undefined
    ? null
    : { url: best.file.url, role: best.format?.family === 'service' ? 'api' : 'data-file' };
};

const sum = (parts: readonly ScorePart[]): number => parts.reduce((total, { points }) => total + points, 0);

/** Which part of the country a record is of, by what the record says. */
export const levelOfRecord = ({ record, askedAt }: Found, lens: Lens): Level => {
  const url = record.landingPage ?? record.distributions[0]?.url ?? askedAt;
  const official = officialness(url, { lens, record, catalogue: askedAt });
  return levelOf(url, { lens, imprint: imprintOf(record, null, null), official });
};

/** Weighs a record of a catalogue; null where nothing connects it with the category, or it leads nowhere. */
export const draftOf = (found: Found, lens: Lens, latestYear: number): CandidateDraft | null => {
  const { record, portal } = found;
  const words = wordsPart(record, lens);
  const opens = addressToOpen(record, lens);
  const least = portal?.isOfBody === true ? 1 : leastTopic;
  if (words.points < least || opens === null) return null;
  const { part, official } = publisherPart(found, opens.url, lens);
  const level = levelOf(opens.url, { lens, imprint: imprintOf(record, null, null), official });
  const parts = [
    words,
    formatPart(record, lens),
    levelPart(found, level),
    part,
    sizePart(record),
    ...contestPart(record, lens),
    ...natureParts(record, lens),
  ];
  return {
    ...opens,
    ...candidateFor('dataset', {
      title: record.title.replace(/\s+/g, ' ').trim().slice(0, 120),
      ...(record.publisher === null ? {} : { publisher: record.publisher }),
      ...(portal === null ? {} : { portal: portal.name }),
    }),
    parts,
    score: sum(parts),
    title: record.title,
    publisher: record.publisher,
    official,
    level,
    record,
    year: yearOf(record, latestYear),
    ...editionIn(record, lens, latestYear),
  };
};

/** Adds what can only be told beside the others: how fresh it is. */
export const withFreshness = (drafts: readonly CandidateDraft[]): readonly CandidateDraft[] => {
  const newest = drafts.reduce((latest, { year }) => Math.max(latest, year ?? 0), 0);
  const lastEdition = drafts.reduce((latest, { edition = 0 }) => Math.max(latest, edition), 0);
  return drafts.map((draft) => {
    if (draft.year === null || newest === 0) return draft;
    const behind = newest - draft.year;
    // Two years behind still earn something; what is older is rather a hint at where the newer data may be.
    const months = monthsBehind(lastEdition, draft);
    const points = Math.max(-14, 8 - 3 * behind) - Math.min(mostBehind, Math.ceil(months / 3));
    const says =
      behind === 0 && months > 0
        ? `Of this year (${draft.year}), ${months} months behind the newest found.`
        : behind === 0
          ? `Nothing found is newer (${draft.year}).`
          : `The newest found is of ${newest}, this of ${draft.year}.`;
    const parts = [...draft.parts, { name: 'freshness', points, says }];
    return { ...draft, parts, score: sum(parts) };
  });
};
