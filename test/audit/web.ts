import { createHash } from 'node:crypto';
import { audit } from '../../src/audit/audit.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { type Allowance, defaultAllowance } from '../../src/audit/evidence.ts';
import { check } from '../../src/audit/one-address.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Place, Portal } from '../../src/model/data.ts';
import type { Exchange, Fetch } from '../../src/model/exchange.ts';
import type { Review } from '../../src/model/review.ts';

/*
 * The main job against a made-up web, in this process: a table of addresses with what each answers. Hosts that are not
 * in it do not resolve; other addresses of its hosts are not found.
 */

/** What one address gives: a body with success, or more than that. */
export type Served =
  | string
  | {
      readonly status?: number;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      /** Bytes that come of it, where the rest does not. */
      readonly cutAfter?: number;
      /** Where it was sent on to, where it was. */
      readonly finalUrl?: string;
    }
  | { readonly lost: 'timeout' | 'connect' | 'tls' };

export type Web = Readonly<Record<string, Served>>;

const typeOf = (url: string, body: string): string => {
  const path = new URL(url).pathname;
  if (path.endsWith('.csv')) return 'text/csv';
  if (/^\s*[{[]/.test(body)) return 'application/json';
  return body.trimStart().startsWith('<') ? 'text/html; charset=utf-8' : 'text/plain';
};

const day = 'Thu, 01 Oct 2026 10:00:00 GMT';

const replyOf = (url: string, served: Exclude<Served, { readonly lost: string }>): Exchange['reply'] => {
  const given = typeof served === 'string' ? { body: served } : served;
  const { status = 200, body = '', headers = {}, cutAfter, finalUrl = url } = given;
  const whole = Buffer.from(body);
  const kept = cutAfter === undefined ? whole : whole.subarray(0, cutAfter);
  const all = { Date: day, 'Content-Type': given.type ?? typeOf(url, body), ...headers };
  return {
    ...{ kind: 'arrived', status, finalUrl, body: kept, complete: kept.length === whole.length },
    headers: Object.entries(all).map(([name, value]) => ({ name, value })),
    totalBytes: whole.length,
    sha256: createHash('sha256').update(kept).digest('hex'),
  };
};

/** A way to fetch from the table, and what was asked for, in its order. Questions in an address are not part of its name. */
export const serve = (web: Web): { readonly fetch: Fetch; readonly asked: readonly string[] } => {
  const hosts = new Set(Object.keys(web).map((url) => new URL(url).host));
  const asked: string[] = [];
  const fetch: Fetch = async ({ url }) => {
    asked.push(url);
    const served = web[url] ?? web[url.replace(/[?#].*$/s, '')];
    const base = { url, fetchedAt: '2026-10-01T10:00:00Z', hops: [], record: null };
    if (served === undefined && !hosts.has(new URL(url).host))
      return { ...base, reply: { kind: 'lost', reason: 'dns', detail: '' } };
    if (typeof served === 'object' && 'lost' in served)
      return { ...base, reply: { kind: 'lost', reason: served.lost, detail: '' } };
    return { ...base, reply: replyOf(url, served ?? { status: 404, body: html('Not found', '<h1>Not found</h1>') }) };
  };
  return { fetch, asked };
};

/** A page without a menu: on the site of a commission for elections, every link speaks of elections. */
export const html = (title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main>${main}</main></body></html>`;

/** A page of an application that draws everything by script. */
export const shell =
  '<!doctype html><html><head><title>Portal</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/main.js"></script></body></html>';

/** A dataset as CKAN answers it. */
export const dataset = (
  name: string,
  title: string,
  files: readonly Readonly<Record<string, string>>[],
  more = {},
) => ({
  ...{ id: name, name, title, notes: title, organization: { title: 'Election Commission' }, license_id: 'cc-by' },
  ...{ license_title: 'Creative Commons Attribution', isopen: true, metadata_modified: '2026-09-01T00:00:00' },
  resources: files.map((file, index) => ({ id: `${name}-${index}`, format: 'CSV', name: title, ...file })),
  ...more,
});

/** The answer of a search in CKAN. */
export const hits = (...results: readonly object[]): string =>
  JSON.stringify({ help: '', success: true, result: { count: results.length, results } });

/** Results of an election, one row for each unit of the kind named; all that the index asks for but the station. */
export const results = (unit: string, rows = 12): string =>
  [
    `${unit},Registered voters,Valid votes,Invalid votes,Blank ballots,Votes Oak,Votes Elm`,
    ...Array.from({ length: rows }, (_, i) => {
      const [oak, elm] = [400 + ((i * 37) % 90), 300 + ((i * 53) % 80)];
      return `${unit} ${i + 1},${oak + elm + 500},${oak + elm},${5 + (i % 4)},${3 + (i % 3)},${oak},${elm}`;
    }),
  ].join('\r\n');

export const portal: Portal = {
  ...{ name: 'National Data', url: 'http://data.gov.example', software: 'ckan', api: null, national: true },
  ...{ owner: 'Government of Nowhere', languages: ['en'], source: 'made up' },
};

export const body = 'http://elections.gov.example/';

/** A made-up country with a commission, its site, and a national catalogue. */
export const nowhere = (given: Partial<Place> = {}): Place => ({
  ...{ id: 'zz', slug: 'nowhere', names: { en: 'Nowhere' }, aliases: [], languages: ['en'] },
  domains: [{ value: 'gov.example', source: 'made up' }],
  portals: [portal],
  addresses: [
    { category: 'election-results', url: body, role: 'landing-page', why: 'It runs them.', source: 'made up' },
  ],
  facts: {},
  contests: [
    {
      ...{ id: 'parliament', kind: 'parliament', names: { en: 'Parliament' }, native: [], laws: [], source: 'made up' },
      elections: [{ day: '2025-06-01' }],
    },
  ],
  responsible: { 'election-results': { value: { en: 'Election Commission' }, source: 'made up' } },
  ...given,
});

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const data = openAuditData(criteria, edition);

/** Audits elections in a place of the made-up web. */
export const auditOf = (
  web: Web,
  place: Place = nowhere(),
  urls: readonly string[] = [],
  allowance?: Allowance,
  asOf = '2026-10-01',
  previous: Review | null = null,
) =>
  audit(
    {
      ...{ place, category: criteria.category('election-results'), edition, year: 2026, asOf },
      ...{ previous, urls, allowance: allowance ?? defaultAllowance },
    },
    serve(web).fetch,
    data,
  );

/** Checks one address of the made-up web against a category, or against none. */
export const checkOf = (url: string, web: Web, category: string | null = 'election-results'): Promise<Review> =>
  check(
    {
      ...{ url, place: null, category: category === null ? null : criteria.category(category), edition, year: 2026 },
      ...{ asOf: '2026-10-01', previous: null, allowance: defaultAllowance },
    },
    serve(web).fetch,
    data,
  );

/** Answers by question, `exists Unsure`. */
export const answersIn = ({ answers }: Review): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]));

/** What had to be seen and was not, by its codes. */
export const unseenIn = ({ coverage = [] }: Review): readonly string[] =>
  coverage.filter(({ seen }) => !seen).map(({ need, reason }) => `${need} ${reason}`);
