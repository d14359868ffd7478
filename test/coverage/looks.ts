import type { Explored, Opened } from '../../src/coverage/index.ts';
import type { Unopened } from '../../src/model/coverage.ts';
import type { Link } from '../../src/model/inspection.ts';
import type { Observation, Sign } from '../../src/model/observation.ts';
import type { Candidate, DatasetRecord, Distribution } from '../../src/model/records.ts';
import type { ReplyKind } from '../../src/model/reply-kinds.ts';
import { arrived, htmlInspection, observation } from '../builders.ts';

/* Replies, datasets and proposals for the tests of what must be seen. */

export const sign = (code: string, quote = 'words'): Sign => ({ code, quote });

/** A page that arrived whole. */
export const page = (number: number, given: Partial<Observation> = {}): Observation =>
  observation(number, {
    role: 'landing-page',
    kind: 'page',
    outcome: arrived({ mediaType: 'text/html' }),
    inspection: htmlInspection({ text: 'The results of the election' }),
    ...given,
  });

export const pageOfKind = (number: number, kind: ReplyKind, given: Partial<Observation> = {}): Observation =>
  page(number, { kind, ...given });

/** A file that its page links. */
export const file = (number: number, given: Partial<Observation> = {}): Observation =>
  observation(number, { via: 'ev-1', ...given });

export const link = (url: string, given: Partial<Link> = {}): Link => ({
  url,
  text: '',
  rel: null,
  context: '',
  region: 'main',
  ...given,
});

export const group = (root: Observation, ...members: readonly Observation[]): Opened => ({ root, members });

export const seen = (groups: readonly Opened[], unopened: readonly Unopened[] = []): Explored => ({ groups, unopened });

export const distribution = (url: string, given: Partial<Distribution> = {}): Distribution => ({
  title: '',
  url,
  format: 'csv',
  mediaType: null,
  bytes: null,
  modified: null,
  licence: [],
  description: '',
  ...given,
});

export const record = (...urls: readonly string[]): DatasetRecord => ({
  id: 'set',
  title: 'Results',
  description: '',
  landingPage: null,
  publisher: null,
  keywords: [],
  themes: [],
  issued: null,
  modified: null,
  temporal: null,
  frequency: null,
  spatial: null,
  licence: [],
  fields: [],
  isPublic: null,
  distributions: urls.map((url) => distribution(url)),
});

/** A proposal whose name speaks of the subject. */
export const candidate = (url: string, given: Partial<Candidate> = {}): Candidate => ({
  url,
  why: 'test',
  role: 'landing-page',
  score: 30,
  parts: [{ name: 'words', points: 26, says: '' }],
  title: 'Results of the election',
  publisher: null,
  official: { verdict: 'official', because: 'test' },
  level: { verdict: 'national', because: { reason: 'test', args: {} } },
  record: null,
  ...given,
});
