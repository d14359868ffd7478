import { createHash } from 'node:crypto';
import type { CriterionFinding, Dossier, GoverningLicence, PublishedAnswer } from '../src/model/check.ts';
import type { Calendar } from '../src/model/contest.ts';
import type { Coverage, CoverageItem } from '../src/model/coverage.ts';
import type { Edition } from '../src/model/data.ts';
import type { Exchange, LossReason, RefusalReason } from '../src/model/exchange.ts';
import type { Column, Inspection, Page, Table } from '../src/model/inspection.ts';
import type { EvidenceId, Observation, Outcome } from '../src/model/observation.ts';
import type { Provenance } from '../src/model/records.ts';
import type { Review, ReviewAnswer, ReviewEvidence, Verdict } from '../src/model/review.ts';
import type { Material } from '../src/review/index.ts';

/* Hand-made values for tests: each builder gives a plain, plausible value, and takes what the test is about. */

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A column of text, filled throughout. */
export const column = (name: string, given: Partial<Column> = {}): Column => ({
  name,
  levels: [name],
  type: 'text',
  fill: 1,
  distinct: 2,
  distinctIsFloor: false,
  top: [],
  examples: [],
  numbers: null,
  dates: null,
  ...given,
});

/** A table with the named columns. */
export const table = (names: readonly string[], given: Partial<Table> = {}): Table => ({
  name: 'table 1',
  titles: [],
  headerRows: 1,
  above: 1,
  columns: names.map((name) => column(name)),
  rows: 2,
  sample: [],
  footers: [],
  ...given,
});

/** An HTML page with a title and nothing else. */
export const page = (given: Partial<Page> = {}): Page => ({
  title: 'Results',
  headings: [],
  text: '',
  footer: '',
  links: [],
  forms: [],
  meta: [],
  jsonLd: [],
  scripts: { count: 0, bytes: 0, sources: [] },
  mounts: [],
  refresh: null,
  canonical: null,
  iframes: [],
  images: 0,
  ...given,
});

/** A CSV file with two columns. */
export const inspection = (given: Partial<Inspection> = {}): Inspection => ({
  format: 'csv',
  mediaType: 'text/csv',
  encoding: 'utf-8',
  delimiter: ',',
  language: null,
  bytes: 1234,
  complete: true,
  machineReadable: 'Yes',
  machineReadableBecause: 'rows-or-records',
  tables: [table(['Party', 'Votes'])],
  text: '',
  page: null,
  members: [],
  standards: [],
  keys: [],
  period: null,
  warnings: [],
  ...given,
});

/** The inspection of an HTML page. */
export const htmlInspection = (given: Partial<Page> = {}, tables: readonly Table[] = []): Inspection =>
  inspection({
    format: 'html',
    mediaType: 'text/html',
    delimiter: null,
    machineReadable: 'No',
    machineReadableBecause: 'document',
    tables,
    page: page(given),
  });

/** A reply that came with status 200. */
export const arrived = (given: Partial<Extract<Outcome, { kind: 'arrived' }>> = {}): Outcome => ({
  kind: 'arrived',
  status: 200,
  headers: [],
  complete: true,
  bytes: 1234,
  sha256: sha256('body'),
  mediaType: 'text/csv',
  ...given,
});

/** Nothing came back. */
export const lost = (reason: LossReason = 'timeout', detail = ''): Outcome => ({ kind: 'lost', reason, detail });

/** We did not ask. */
export const refused = (reason: RefusalReason = 'robots', detail = ''): Outcome => ({
  kind: 'refused',
  reason,
  detail,
});

/** A publisher of the whole country. */
export const provenance = (given: Partial<Provenance> = {}): Provenance => ({
  title: null,
  publisher: null,
  level: { verdict: 'national', because: { reason: 'The place file names it.', args: {} } },
  ...given,
});

/** A data file that arrived from an official source and was chosen. Its URL follows from its number. */
export const observation = (number: number, given: Partial<Observation> = {}): Observation => {
  const url = given.url ?? `https://data.gov.example/file-${number}`;
  return {
    evidence: `ev-${number}`,
    url,
    finalUrl: url,
    fetchedAt: '2015-11-12T10:00:00Z',
    hops: [],
    record: { file: 'capture.warc.gz', id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}` },
    role: 'data-file',
    via: null,
    outcome: arrived(),
    kind: 'data',
    kindSigns: [],
    inspection: inspection(),
    reading: null,
    subject: null,
    official: { verdict: 'official', because: 'The domain is the government’s own.' },
    provenance: provenance(),
    licence: [],
    dates: [],
    signs: [],
    chosen: true,
    ...given,
  };
};

/** An address from which nothing came. */
export const unseen = (number: number, outcome: Outcome, given: Partial<Observation> = {}): Observation =>
  observation(number, { outcome, kind: null, inspection: null, record: null, ...given });

/** An exchange that came back with a body. */
export const exchange = (given: Partial<Exchange> = {}): Exchange => {
  const url = given.url ?? 'https://data.gov.example/api/search?q=results';
  const body = '{"results":[]}';
  return {
    url,
    fetchedAt: '2015-11-12T10:00:00Z',
    hops: [],
    reply: {
      kind: 'arrived',
      status: 200,
      headers: [{ name: 'Content-Type', value: 'application/json; charset=utf-8' }],
      finalUrl: url,
      body: Buffer.from(body),
      complete: true,
      totalBytes: body.length,
      sha256: sha256(body),
    },
    record: null,
    ...given,
  };
};

/** No licence statement was found, nothing was looked at. */
export const noLicence: GoverningLicence = {
  open: 'Unsure',
  reason: 'no-statement',
  says: 'No licence statement was found.',
  args: {},
  statements: [],
  looked: [],
  unreached: [],
};

/** A finding about one criterion. */
export const finding = (id: string, given: Partial<CriterionFinding> = {}): CriterionFinding => ({
  id,
  label: `Number of ${id}`,
  noun: `the number of ${id}`,
  required: true,
  timely: false,
  answer: 'Yes',
  reason: 'column',
  says: `The number of ${id} is shown.`,
  args: {},
  where: [{ evidence: 'ev-1', part: 'table 1, Votes', quote: 'Votes' }],
  ...given,
});

/** Something that had to be seen before a No, and was. */
export const mustSee = (given: Partial<CoverageItem> = {}): CoverageItem => ({
  need: 'responsible-body',
  name: 'Ministry of Interior',
  url: 'https://elections.gov.example/',
  sight: 'read-whole',
  detail: '',
  evidence: 'ev-1',
  ...given,
});

/** All that must be seen of a place was. */
export const covered: Coverage = { scope: 'country', items: [mustSee()] };

/** A place of whose elections nothing is known. */
export const noElections: Calendar = { held: [], due: [], knownFrom: null };

/** A dossier about a place and a category that exist nowhere else. */
export const dossier = (observations: readonly Observation[] = [], given: Partial<Dossier> = {}): Dossier => ({
  asOf: '2015-11-12',
  place: { id: 'ma', name: 'Morocco', facts: {}, elections: noElections },
  category: {
    id: 'election-results',
    title: 'Election Results',
    cycle: { every: null, per: 'last-national-election', grace: 'P6M', source: 'test' },
  },
  observations,
  criteria: { findings: [], rule: 'none', extent: null },
  licence: noLicence,
  coverage: covered,
  contests: null,
  ...given,
});

/** An edition of three questions. */
export const edition: Pick<Edition, 'id' | 'questions'> = {
  id: 'test-2015',
  questions: [
    { id: 'exists', title: 'Does the data exist?', weight: 5, checks: ['exists'] },
    { id: 'free', title: 'Is the data available for free?', weight: 15, checks: ['free'] },
    { id: 'openlicense', title: 'Openly licensed?', weight: 30, checks: ['openlicense'] },
  ],
};

/** An answer before it is written into a review. */
export const answered = (id: string, answer: Verdict, given: Partial<PublishedAnswer> = {}): PublishedAnswer => ({
  answer,
  reason: `because-${answer.toLowerCase()}`,
  says: `The answer to ${id} is ${answer}.`,
  args: {},
  grounds: [{ evidence: 'ev-1' }],
  rule: { id, version: 1 },
  improve: answer === 'Yes' ? null : `Do something about ${id}.`,
  ...given,
});

/** What a review of the small edition is assembled from. */
export const material = (given: Partial<Material> = {}): Material => ({
  tool: { name: 'odi', version: '0.1.0' },
  edition,
  request: { kind: 'audit', urls: [] },
  facts: { place: null, category: null },
  dossier: dossier([observation(1)]),
  year: 2015,
  answers: {
    exists: answered('exists', 'Yes'),
    free: answered('free', 'Unsure'),
    openlicense: answered('openlicense', 'No'),
  },
  own: {},
  gates: {},
  byCriteria: null,
  defects: [],
  score: { points: 5, ceiling: 20, outOf: 50 },
  isOpen: false,
  candidates: [],
  asked: [],
  searched: [],
  contradictions: [],
  previous: null,
  responsible: 'Ministry of Interior',
  ...given,
});

/** An answer in a review. */
export const reviewAnswer = (answer: Verdict, given: Partial<ReviewAnswer> = {}): ReviewAnswer => ({
  question: 'Does the data exist?',
  answer,
  reason: 'criteria-met',
  says: 'All that the category asks for is shown.',
  evidence: ['ev-1'],
  rule: { id: 'exists', version: 1 },
  weight: 5,
  points: answer === 'Yes' ? 5 : 0,
  improve: answer === 'Yes' ? null : 'Publish it.',
  override: null,
  ...given,
});

/** A piece of evidence in a review. */
export const reviewEvidence = (number: number, given: Partial<ReviewEvidence> = {}): ReviewEvidence => ({
  id: `ev-${number}` satisfies EvidenceId,
  url: `https://data.gov.example/file-${number}`,
  finalUrl: `https://data.gov.example/file-${number}`,
  fetchedAt: '2015-11-12T10:00:00Z',
  outcome: 'arrived',
  because: null,
  kind: 'data',
  status: 200,
  mediaType: 'text/csv',
  format: 'csv',
  bytes: 1234,
  sha256: sha256(`body ${number}`),
  quote: 'Party | Votes',
  record: null,
  ...given,
});

/** A review with one answer of each kind. */
export const review = (given: Partial<Review> = {}): Review => ({
  format: 'odi-review/1',
  tool: { name: 'odi', version: '0.1.0' },
  edition: 'godi-2015',
  place: { id: 'ma', name: 'Morocco' },
  category: { id: 'election-results', title: 'Election Results' },
  year: 2015,
  asOf: '2015-11-12',
  score: { points: 5, ceiling: 20, outOf: 50 },
  isOpen: false,
  answers: {
    exists: reviewAnswer('Yes'),
    free: reviewAnswer('Unsure', {
      question: 'Is the data available for free?',
      reason: 'price-not-seen',
      says: 'It could not be seen whether it costs anything.',
      rule: { id: 'free', version: 1 },
      weight: 15,
      improve: 'Say that the data is free.',
    }),
    openlicense: reviewAnswer('No', {
      question: 'Openly licensed?',
      reason: 'no-statement',
      says: 'No licence is stated.',
      rule: { id: 'openlicense', version: 1 },
      weight: 30,
      improve: 'State an open licence.',
    }),
  },
  criteria: [
    {
      id: 'results',
      label: 'Results for all major electoral contests',
      required: true,
      answer: 'Yes',
      reason: 'column',
      says: 'Votes by party are shown.',
      evidence: ['ev-1'],
      where: [{ evidence: 'ev-1', part: 'table 1, Votes', quote: 'Votes' }],
      override: null,
    },
  ],
  gains: [
    {
      fix: 'State an open licence.',
      reason: 'no-statement',
      args: { of: 'openlicense' },
      questions: ['openlicense'],
      points: 30,
      certain: true,
    },
    {
      fix: 'Say that the data is free.',
      reason: 'price-not-seen',
      args: { of: 'free' },
      questions: ['free'],
      points: 15,
      certain: false,
    },
  ],
  wayToOpen: [
    { fix: 'State an open licence.', reason: 'no-statement', args: { of: 'openlicense' }, questions: ['openlicense'] },
  ],
  candidates: [
    { url: 'https://data.gov.example/file-1', why: 'The place file names it.', role: 'data-file', chosen: true },
  ],
  evidence: [reviewEvidence(1)],
  contradictions: [],
  notes: 'The Ministry of Interior is responsible for this data.\n\n1 address was looked at on 2015-11-12.',
  previous: null,
  people: { submitter: 'odi 0.1.0', reviewers: [], comments: '' },
  ...given,
});
