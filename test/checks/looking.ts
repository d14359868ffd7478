import { coverageOfAddress, withFiles } from '../../src/coverage/index.ts';
import type { Dossier, GoverningLicence } from '../../src/model/check.ts';
import type { Coverage, CoverageItem, Sight } from '../../src/model/coverage.ts';
import type { DatedFact, Observation, Sign } from '../../src/model/observation.ts';
import type { CatalogueReading } from '../../src/model/records.ts';
import type { ReplyKind } from '../../src/model/reply-kinds.ts';
import { arrived, dossier, htmlInspection, inspection, lost, observation, unseen } from '../builders.ts';

/* Observations that show one thing each, for the tables of the checks. */

/** The day every reply below says that it was sent. */
export const seenOn = '2015-11-12';

const dated = [{ name: 'Date', value: 'Thu, 12 Nov 2015 10:00:00 GMT' }];

/** What had to be seen of an address: the first reply, and what hangs on it as its files. */
export const coverageOf = (observations: readonly Observation[]): Coverage => {
  const [root, ...members] = observations;
  if (root === undefined) return { scope: 'address', items: [] };
  const seen = { groups: [{ root, members }], unopened: [] };
  return withFiles(
    coverageOfAddress(seen),
    seen.groups.map((group) => ({ group, record: null })),
    seen,
  );
};

/** Without a category, nothing but what the address shows decides. */
export const of = (...observations: readonly Observation[]): Dossier =>
  dossier(observations, { category: null, asOf: seenOn, coverage: coverageOf(observations) });

/** A file that the dataset declares, and what came of asking for it. */
export const declaredFile = (sight: Sight, given: Partial<CoverageItem> = {}): CoverageItem => ({
  need: 'declared-file',
  name: '',
  url: 'https://data.gov.example/declared.csv',
  sight,
  detail: '',
  evidence: sight === 'not-asked' ? null : 'ev-9',
  ...given,
});

/** The same dossier, of a dataset that declares more files. */
export const declaring = (given: Dossier, ...items: readonly CoverageItem[]): Dossier => ({
  ...given,
  coverage: { ...given.coverage, items: [...given.coverage.items, ...items] },
});

export const file = (number = 1, given: Partial<Observation> = {}): Observation =>
  observation(number, { outcome: arrived({ headers: dated }), ...given });

export const pdf = (number = 1): Observation =>
  file(number, {
    inspection: inspection({
      format: 'pdf',
      machineReadable: 'No',
      machineReadableBecause: 'document',
      tables: [],
      text: 'A report',
    }),
  });

export const page = (
  number: number,
  signs: readonly Sign[] = [],
  kind: ReplyKind = 'page',
  given: Partial<Observation> = {},
): Observation =>
  observation(number, {
    role: 'landing-page',
    kind,
    kindSigns: kind === 'page' ? [] : [{ code: `${kind}-sign`, quote: `a ${kind}` }],
    inspection: htmlInspection(),
    outcome: arrived({ mediaType: 'text/html', headers: dated }),
    signs,
    ...given,
  });

const reading: CatalogueReading = {
  software: 'ckan',
  kind: 'record',
  datasets: [],
  total: null,
  next: null,
  message: null,
};

export const record = (number: number, signs: readonly Sign[] = [], given: Partial<Observation> = {}): Observation =>
  page(number, signs, 'record', { role: 'api', reading, inspection: inspection({ format: 'json' }), ...given });

export const wall = (kind: ReplyKind, given: Partial<Observation> = {}): Observation => page(1, [], kind, given);

export const refusedWith = (status: number, kind: ReplyKind = 'error'): Observation =>
  page(1, [], kind, { outcome: arrived({ status, headers: dated }) });

export const silent = (number = 1): Observation => unseen(number, lost('timeout'), { role: 'landing-page' });

export const sign = (code: string, quote = `the words of ${code}`, value?: string): Sign =>
  value === undefined ? { code, quote } : { code, quote, value };

export const date = (to: string, method = 'as-of', given: Partial<DatedFact> = {}): DatedFact => ({
  of: 'data',
  from: to,
  to,
  method,
  quote: to,
  doubt: null,
  ...given,
});

export const licence = (given: Partial<GoverningLicence> = {}): GoverningLicence => ({
  open: 'Unsure',
  reason: 'not-reached',
  says: 'Said of the licence.',
  args: {},
  statements: [],
  looked: [],
  unreached: [],
  ...given,
});
