import { conceptsFor, fieldReaderFor, judgeContent } from '../content/index.ts';
import { contestsSeen, type Vocabulary, vocabularyOf } from '../contests/index.ts';
import {
  type DiscoveryTools,
  discoveryWords,
  imprintOf,
  type Lens,
  lensOf,
  levelOf,
  officialness,
  scoreLinks,
} from '../discover/index.ts';
import { newestYear } from '../discover/topics.ts';
import { type FormatsVocabulary, inspect, sourceOfBytes } from '../inspect/index.ts';
import { governing, type Licences, openLicences, readLicenceData, statementsOf } from '../licence/index.ts';
import type { Day } from '../model/basics.ts';
import type { CriteriaVerdict } from '../model/check.ts';
import type { ContestsSeen } from '../model/contest.ts';
import type { Category, Criteria, Edition, Place } from '../model/data.ts';
import type { DateWords } from '../model/dates.ts';
import type { ReportDefect } from '../model/defect.ts';
import type { Arrival } from '../model/exchange.ts';
import type { Link, Source } from '../model/inspection.ts';
import type { Observation } from '../model/observation.ts';
import type { DatasetRecord, Level, Officialness, Provenance } from '../model/records.ts';
import { datesOf, kindOf, type PageWords, type Seen, signsOf, subjectOf } from '../pages/index.ts';
import { readCatalogue } from '../records/index.ts';
import { fileName, isShareLink } from '../web/address.ts';
import { openFormats, promiseOf } from '../web/formats.ts';
import { declaredType } from '../web/headers.ts';
import { type Asking, type Eyes, type Look, observe } from './analyse.ts';
import type { ContestQuestion } from './contests.ts';
import type { GatherTools } from './crawl.ts';
import { onwardOf, type Prospect, type Signposts } from './links.ts';

/** Whom and what a walk looks for, and the addresses that the reviewer vouches for. */
export interface Aim {
  readonly place: Place | null;
  readonly category: Category | null;
  readonly named: readonly string[];
  /** Years after that day are plans, not data. */
  readonly asOf: Day;
}

/** What the criteria of a category are judged from; the stages add the words. */
export type ContentRequest = Omit<Parameters<typeof judgeContent>[0], 'concepts' | 'reader'>;

/** Everything that an audit does with what it sees, with the data of the criteria at hand. */
export interface Stages {
  readonly observer: (aim: Aim, report: ReportDefect) => GatherTools;
  readonly judgeContent: (request: ContentRequest) => CriteriaVerdict;
  readonly governing: typeof governing;
  /** Which contests some data is of; null where none of the place is known. */
  readonly contests: (question: ContestQuestion) => ContestsSeen | null;
  readonly discovery: (report: ReportDefect) => DiscoveryTools;
}

const sourceOf = (arrival: Arrival): Source =>
  sourceOfBytes(arrival.body, {
    name: fileName(arrival.finalUrl),
    url: arrival.finalUrl,
    declared: declaredType(arrival.headers),
    size: arrival.complete ? arrival.body.byteLength : arrival.totalBytes,
    complete: arrival.complete,
  });

/**
 * Where the address itself does not tell whose it is: what the catalogue that named it says, else the reviewer, who
 * vouches for the addresses that they name.
 */
const vouched = (found: Officialness, { url, official }: Asking, named: readonly string[]): Officialness => {
  if (found.verdict !== 'unknown') return found;
  if (official !== null && official.verdict !== 'unknown') return official;
  return named.includes(url)
    ? { verdict: 'official', because: 'The reviewer named this address as the source.' }
    : found;
};

/** A reviewer who names an address for a country vouches that it is that country's; what shows otherwise stands. */
const vouchedLevel = (found: Level, { url, level }: Asking, named: readonly string[]): Level => {
  if (found.verdict !== 'unknown') return found;
  if (level !== null && level.verdict !== 'unknown') return level;
  return named.includes(url)
    ? { verdict: 'national', because: 'The reviewer named this address as the source for the whole country.' }
    : found;
};

const eyesFor = (data: Data, lens: Lens, named: readonly string[], report: ReportDefect): Eyes => {
  const seenIn = ({ asking, arrival, hops, seenOn, inspection, reading }: Look): Seen => ({
    ...{ url: asking.url, finalUrl: arrival.finalUrl, hops, status: arrival.status, headers: arrival.headers },
    ...{
      inspection,
      reading,
      role: asking.role,
      seenOn,
      words: data.pages,
      formats: openFormats(data.formats.formats),
      dateWords: data.dates,
    },
  });
  const officialOf = (look: Look | null, { url, record }: Asking): Officialness => {
    const page = look?.inspection.page ?? null;
    const named = look?.reading === null || look === null ? record : subjectOf(look.reading, look.arrival.finalUrl);
    return officialness(look?.arrival.finalUrl ?? url, { lens, record: named, page });
  };
  const standingOf = (look: Look | null, asking: Asking): Officialness =>
    vouched(officialOf(look, asking), asking, named);
  const provenanceOf = (look: Look | null, asking: Asking): Provenance => {
    const shown = look?.reading ? subjectOf(look.reading, look.arrival.finalUrl) : null;
    const imprint = imprintOf(shown, asking.record, look?.inspection.page ?? null);
    const official = standingOf(look, asking);
    const found = levelOf(look?.arrival.finalUrl ?? asking.url, { lens, imprint, official });
    return { title: imprint.title, publisher: imprint.publisher, level: vouchedLevel(found, asking, named) };
  };
  return {
    inspect: (source) => inspect(source, data),
    sourceOf,
    readCatalogue: (answer) => readCatalogue(answer, report),
    kindOf: (look) => kindOf(seenIn(look)),
    datesOf: (look) => datesOf(seenIn(look)),
    signsOf: (look) => signsOf(seenIn(look)),
    statementsOf: ({ asking, inspection, reading }) =>
      statementsOf(data.licences, { url: asking.url, role: asking.role, record: asking.record, inspection, reading }),
    officialOf: standingOf,
    provenanceOf,
    report,
  };
};

/**
 * Where the links of a page lead: files by the ending of their address, whatever they are called; documents where there
 * are no files, or where they speak of what is looked for; pages by what they speak of.
 */
const prospectsOf = ({ inspection, finalUrl }: Observation, lens: Lens): readonly Prospect[] => {
  if (inspection === null || inspection.page === null) return [];
  const links = inspection.page.links.filter(({ url }) => !isShareLink(url, finalUrl));
  const page = { ...inspection.page, links };
  const promised = (url: string) => promiseOf(lens.words.formats.ofAddress(url));
  const isDocument = (url: string): boolean => promised(url) === 'document' || promised(url) === 'picture';
  const onTopic = scoreLinks(page, lens).map(
    (link): Prospect => (isDocument(link.url) ? { ...link, role: 'data-file' } : link),
  );
  const inMain = page.links.filter(({ region }) => region === 'main').map(({ url }) => url);
  const files = inMain.filter((url) => promised(url) === 'rows' || promised(url) === 'archive');
  const others = files.length > 0 || onTopic.length > 0 ? files : inMain.filter(isDocument);
  return [...onTopic, ...others.map((url): Prospect => ({ url, role: 'data-file', score: 0, isOnTopic: false }))];
};

const signpostsFor = (data: Data, lens: Lens, asOf: Day): Signposts => ({
  linksOf: (observation) => prospectsOf(observation, lens),
  termsOf: ({ inspection }): readonly Link[] => (inspection?.page ? data.licences.termsLinks(inspection.page) : []),
  formatOf: (distribution) => lens.words.formats.ofFile(distribution),
  subjectOf: ({ reading, finalUrl }): DatasetRecord | null => subjectOf(reading, finalUrl),
  yearIn: (text) => newestYear(text, Number(asOf.slice(0, 4))),
});

interface Data {
  readonly formats: FormatsVocabulary;
  readonly pages: PageWords;
  readonly dates: DateWords;
  readonly licences: Licences;
}

/** Opens the stages over the criteria. Each file of data is read once, when it is first needed. */
export const openStages = (criteria: Criteria, edition: Edition): Stages => {
  const data: Data = {
    formats: criteria.data('vocabulary/formats'),
    pages: criteria.data('vocabulary/pages'),
    dates: criteria.data('vocabulary/dates'),
    licences: openLicences(readLicenceData(criteria), edition.licencePolicy),
  };
  const words = discoveryWords(criteria);
  /** What the content of a category is judged with, opened when it is first asked for. */
  const readers = new Map<string, ReturnType<typeof contentReader>>();
  const contentReader = (category: string) => ({
    concepts: conceptsFor(criteria, category),
    reader: fieldReaderFor(criteria, category),
  });
  const readerOf = (category: string): ReturnType<typeof contentReader> => {
    const known = readers.get(category) ?? contentReader(category);
    readers.set(category, known);
    return known;
  };
  let vocabulary: Vocabulary | null = null;
  const contestWords = (): Vocabulary => {
    vocabulary ??= vocabularyOf(criteria.data('vocabulary/contests'));
    return vocabulary;
  };
  return {
    observer: ({ place, category, named, asOf }, report) => {
      const lens = lensOf(place, category, words);
      const eyes = eyesFor(data, lens, named, report);
      const signposts = signpostsFor(data, lens, asOf);
      return {
        observe: (entry, { url, role, via, candidate }) =>
          observe(
            entry,
            {
              ...{ url, role, via, record: candidate?.record ?? null },
              ...{ official: candidate?.official ?? null, level: candidate?.level ?? null },
            },
            eyes,
          ),
        onward: (observation, { candidate }) => onwardOf(observation, candidate?.record ?? null, signposts),
        report,
      };
    },
    judgeContent: (request) => judgeContent({ ...request, ...readerOf(request.category.id) }),
    governing,
    contests: (question) => contestsSeen({ ...question, vocabulary: contestWords() }),
    discovery: (report) => ({
      words,
      report,
      read: (answer) => readCatalogue(answer, report),
      inspectPage: async ({ reply }) => (reply.kind === 'arrived' ? (await inspect(sourceOf(reply), data)).page : null),
    }),
  };
};
