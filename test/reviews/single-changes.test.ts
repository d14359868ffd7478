import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { type AuditData, openAuditData } from '../../src/audit/data.ts';
import { defaultAllowance } from '../../src/audit/evidence.ts';
import { check } from '../../src/audit/one-address.ts';
import { openReplay } from '../../src/collect/replay.ts';
import { contextOf } from '../../src/commands/compare.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Category, Edition, Place } from '../../src/model/data.ts';
import type { Cause, Change } from '../../src/model/diff.ts';
import type { Fetch } from '../../src/model/exchange.ts';
import type { Review, ReviewAnswer } from '../../src/model/review.ts';
import { changesBetween, type Rejudge } from '../../src/reviews/diff/index.ts';
import { collector, later, serve } from '../collect/loopback.ts';

/*
 * One change at a time on a made-up site: both states are served on loopback, audited for real and kept in an archive, and
 * the change must get its one cause. What follows from it by the edition's rules is told as a consequence.
 */

const criteria = openCriteria();
const home = {
  place: criteria.place('nz'),
  category: criteria.category('election-results'),
  edition: criteria.edition('godi-2015'),
};

/** What an address serves: a page, or whatever else is to happen. */
type Served = string | Uint8Array | RequestListener;

type Pages = Readonly<Record<string, Served>>;

const choices = ['Fern Party', 'Kea Alliance', 'Southern Union'];
const columns = [
  'Election date',
  'Electorate',
  'Polling station',
  'Registered voters',
  'Valid votes',
  'Invalid votes',
  'Spoiled ballots',
  ...choices.map((name) => `Votes ${name}`),
];

/** Results of so many polling stations. */
const rows = (count: number, day = '2023-10-14'): readonly (readonly (string | number)[])[] =>
  Array.from({ length: count }, (_, at) => {
    const votes = choices.map((__, choice) => 80 + (((at * 3 + choice) * 37) % 160));
    const valid = votes.reduce((sum, one) => sum + one, 0);
    return [
      day,
      ['Kauri Bay', 'Rata Hills', 'Totara Plains'][at % 3] ?? '',
      `School Hall ${at + 1}`,
      valid + 200 + at,
      valid,
      3 + (at % 5),
      2 + (at % 4),
      ...votes,
    ];
  });

const csv = (head: readonly string[], lines: readonly (readonly (string | number)[])[]): string =>
  `${[head, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;

const html = (main: string, title = 'Results of the general election of 14 October 2023'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${main}</main></body></html>`;

const intro =
  '<p>Votes by party for every polling station, with registered voters, invalid votes and spoiled ballots. Download is free of charge and needs no registration.</p>';
const told =
  '<p>Votes by party for every polling station, with registered voters, invalid votes and spoiled ballots.</p>';
const file = '<ul><li><a href="/results.csv">All results by polling station, CSV</a></li></ul>';
const licence =
  '<p>Licence: <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution 4.0 International (CC BY 4.0)</a></p>';
const closed = '<p>All rights reserved. The data may not be used for commercial purposes without permission.</p>';

const base: Pages = { '/': html(intro + file + licence), '/results.csv': csv(columns, rows(48)) };

const typeOf = (path: string): string =>
  path.endsWith('.csv')
    ? 'text/csv; charset=utf-8'
    : path.endsWith('.txt')
      ? 'text/plain'
      : path.endsWith('.pdf')
        ? 'application/pdf'
        : 'text/html; charset=utf-8';

/** Serves one state after the other at the same address. */
const openSite = async (): Promise<{ readonly at: string; readonly show: (pages: Pages) => void }> => {
  let pages: Pages = {};
  const answer = (path: string, response: ServerResponse): void => {
    const page = pages[path];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': page === undefined ? 'text/plain' : typeOf(path),
    });
    response.end(page ?? 'Not found');
  };
  const at = await serve((request, response) => {
    const path = request.url ?? '/';
    const page = pages[path];
    if (typeof page === 'function') page(request, response);
    else answer(path, response);
  });
  return {
    at,
    show: (given) => {
      pages = given;
    },
  };
};

/** How one state is looked at; what is left out is as in the other. */
interface Look {
  readonly pages?: Pages;
  readonly path?: string;
  readonly asOf?: string;
  readonly year?: number;
  readonly place?: Place | null;
  readonly category?: Category;
  readonly edition?: Edition;
  /** What becomes of the review before it is compared, as an older program or a person would have left it. */
  readonly made?: (review: Review) => Review;
}

/** Opened once: it takes longer than an audit of so small a site. */
const dataBy = new Map<string, AuditData>();
const dataOf = (edition: Edition): AuditData => {
  const data = dataBy.get(edition.id) ?? openAuditData(criteria, edition);
  dataBy.set(edition.id, data);
  return data;
};

const judge = async (url: string, look: Look, fetch: Fetch): Promise<Review> => {
  const {
    asOf = '2024-02-01',
    year = 2024,
    place = home.place,
    category = home.category,
    edition = home.edition,
  } = look;
  return check(
    { url, place, category, edition, year, asOf, previous: null, allowance: defaultAllowance },
    fetch,
    dataOf(edition),
  );
};

const audited = async (at: string, look: Look, record: string): Promise<Review> => {
  const recorder = await openRecorder(record, { software: 'odi', now: () => new Date('2024-02-01T09:00:00Z') });
  const { fetch, close } = collector({ recorder, timeoutMs: 1500 });
  const review = await judge(`${at}${look.path ?? '/'}`, look, fetch);
  await close();
  return look.made === undefined ? review : look.made(review);
};

/** Both states, audited, with what judges the first one again by the rules of the second. */
interface Audited {
  readonly was: Review;
  readonly is: Review;
  readonly rejudge: Rejudge;
}

const auditedStates = async (before: Look, after: Look): Promise<Audited> => {
  const folder = await mkdtemp(join(tmpdir(), 'odi-single-'));
  later(() => rmSync(folder, { recursive: true }));
  const site = await openSite();
  site.show(before.pages ?? base);
  const was = await audited(site.at, before, join(folder, 'old.warc.gz'));
  site.show(after.pages ?? base);
  const is = await audited(site.at, after, join(folder, 'new.warc.gz'));
  const rejudge: Rejudge = async (review, edition, asOf = review.asOf) => {
    const name = review.evidence.find(({ record }) => record !== null)?.record?.file;
    if (name === undefined) return null;
    const replay = openReplay(await openArchive([join(folder, name)]));
    const look = { ...after, edition: criteria.edition(edition), asOf, year: review.year };
    const again = await judge(review.request?.urls[0] ?? '', look, replay.fetch);
    await replay.close();
    return again;
  };
  return { was, is, rejudge };
};

const page = (...parts: readonly string[]): Pages => ({ ...base, '/': html(parts.join('\n')) });
const wall: RequestListener = (_, response) => {
  const headers = { 'content-type': 'text/html', server: 'cloudflare', 'cf-ray': '0-A', 'cf-mitigated': 'challenge' };
  const text = '<h2>Verify you are human by completing the action below.</h2>';
  response
    .writeHead(403, headers)
    .end(
      `<!doctype html><html><head><title>Just a moment...</title></head><body>${text}<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>`,
    );
};
const down: RequestListener = (_, response) =>
  void response.writeHead(503, { 'content-type': 'text/plain' }).end('Service unavailable');
const silent: RequestListener = (request) => void request.socket.destroy();
const login = html(
  '<p>To download the results you must sign in.</p><form method="post" action="/login"><label for="u">User name</label><input id="u" name="user"><label for="p">Password</label><input id="p" name="password" type="password"><button>Sign in</button></form>',
  'Sign in',
);
const fee =
  '<p>The complete results are sold. Price: NZ$ 450.00. <a href="/order">Order now</a>; the file is sent after payment.</p>';
const linked = (terms: string): string => `<p><a href="${terms}" rel="license">Licence of the data</a></p>`;
const open = html(licence, 'Licence of the data');
const shut = html(closed, 'Licence of the data');
const parts = Array.from(
  { length: 30 },
  (_, at) => `<li><a href="/part-${at}.csv">Results of electorate ${at}, CSV</a></li>`,
);
const coarse: Pages = {
  ...base,
  '/results.csv': csv(
    columns.filter((_, at) => at !== 2),
    rows(3).map((row) => row.filter((_, at) => at !== 2)),
  ),
};
/** Results of the election before the newest one, which a catalogue may publish half a year after it. */
const before2023: Pages = {
  '/': html(intro + file + licence, 'Results of the general election of 17 October 2020'),
  '/results.csv': csv(columns, rows(48, '2020-10-17')),
};
/** The place, when its newest election was not known yet. */
const unaware: Place = {
  ...home.place,
  contests: (home.place.contests ?? []).map((contest) => ({
    ...contest,
    elections: [{ day: '2020-10-17' }],
    next: '2026',
  })),
};
/** A register that was brought up to date eight months before it is looked at. */
const register: Pages = {
  '/': html(
    '<p>Names, numbers and addresses of all companies as of 1 June 2023. Download is free of charge.</p><ul><li><a href="/companies-2023-06-01.csv">All companies, CSV</a></li></ul>' +
      licence,
    'Company register',
  ),
  '/companies-2023-06-01.csv': csv(
    ['Company name', 'Company number', 'Registered address'],
    Array.from({ length: 60 }, (_, at) => [
      `Kea Trading ${at + 1} Limited`,
      9_400_001 + at * 7,
      `${at + 1} Queen Street Auckland`,
    ]),
  ),
};
const ofCompanies = { pages: register, category: criteria.category('company-register') };
const news = page(intro, file, licence, '<p>The office is closed on Monday.</p>');
const asksLess: Category = {
  ...home.category,
  editions: home.category.editions.map((asked) => ({ ...asked, groups: [['results']], atLeast: 1 })),
};
const bulkWith =
  (more: Partial<ReviewAnswer>) =>
  (review: Review): Review => {
    const bulk = review.answers['bulk'];
    if (bulk === undefined) throw new Error('Every question is answered.');
    return { ...review, answers: { ...review.answers, bulk: { ...bulk, ...more } } };
  };
const override = {
  answer: 'No',
  because: 'The file is cut.',
  reviewer: 'Ada',
  at: '2024-02-02T10:00:00Z',
  evidence: [],
} as const;
const older = { answer: 'No', reason: 'older', rule: { id: 'bulk', version: 0 } } as const;
const midsummer = { asOf: '2024-06-01', pages: before2023 };

/** What changed, both states (what is not said is as on the site above), and the one cause it must get, with the archives at hand and without. */
const singles: readonly (readonly [what: string, before: Look, after: Look, cause: Cause])[] = [
  [
    'data: other columns',
    {},
    {
      pages: {
        ...base,
        '/results.csv': csv(
          ['Electorate', 'Turnout'],
          rows(48).map((row) => [row[1] ?? '', '55 %']),
        ),
      },
    },
    'data',
  ],
  ['data: rows cut', {}, { pages: { ...base, '/results.csv': csv(columns, []) } }, 'data'],
  [
    'data: format',
    {},
    {
      pages: {
        ...page(intro, '<ul><li><a href="/results.html">All results by polling station, HTML</a></li></ul>', licence),
        '/results.html': html('<p>Fern Party 100</p>'),
      },
    },
    'data',
  ],
  [
    'data: encoding',
    {},
    { pages: { ...base, '/results.csv': Uint8Array.from(Buffer.from(csv(columns, rows(48))), (byte) => byte ^ 0xa5) } },
    'data',
  ],
  [
    'data: date',
    {},
    {
      pages: {
        ...base,
        '/results.csv': csv(columns, rows(48, '2017-09-23')),
        '/': html(intro + file + licence, 'Results of the general election of 23 September 2017'),
      },
    },
    'data',
  ],
  ['data: file split', {}, { pages: page(intro, `<ul>${parts.join('')}</ul>`, licence) }, 'data'],
  [
    'address moved',
    {},
    {
      path: '/elections',
      pages: { '/elections': html(intro + file + closed), '/results.csv': base['/results.csv'] ?? '' },
    },
    'url',
  ],
  [
    'address dropped for one that answers from elsewhere',
    {},
    {
      pages: {
        ...base,
        '/': (_, response) => void response.writeHead(302, { location: '/new' }).end(),
        '/new': html(intro + file + closed),
      },
    },
    'url',
  ],
  [
    'licence text',
    { pages: { ...page(told, file, linked('/terms')), '/terms': open } },
    { pages: { ...page(told, file, linked('/terms')), '/terms': shut } },
    'licence',
  ],
  [
    'licence link',
    {},
    {
      pages: page(
        intro,
        file,
        '<p>Licence: <a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">Creative Commons Attribution-NonCommercial 4.0 International (CC BY-NC 4.0)</a></p>',
      ),
    },
    'licence',
  ],
  [
    'terms moved',
    { pages: { ...page(told, file, linked('/terms')), '/terms': open } },
    { pages: { ...page(told, file, linked('/terms')) } },
    'licence',
  ],
  ['log-in added', {}, { pages: { ...base, '/': login, '/results.csv': login } }, 'access'],
  ['price added', {}, { pages: page('<p>Votes by party for every polling station.</p>', fee, licence) }, 'access'],
  ['server down', {}, { pages: { '/': down, '/results.csv': down } }, 'unseen'],
  ['server silent', {}, { pages: { '/': silent, '/results.csv': silent } }, 'unseen'],
  ['server up again', { pages: { '/': down, '/results.csv': down } }, {}, 'unseen'],
  ['file down', {}, { pages: { ...base, '/results.csv': down } }, 'unseen'],
  ['file down under a page with news', {}, { pages: { ...news, '/results.csv': down } }, 'unseen'],
  ['file up again under a page with news', { pages: { ...news, '/results.csv': down } }, {}, 'unseen'],
  ['our robots', {}, { pages: { ...base, '/robots.txt': 'User-agent: *\nDisallow: /' } }, 'unseen'],
  ['bot wall', {}, { pages: { '/': wall, '/results.csv': wall } }, 'unseen'],
  ['day', { pages: before2023 }, midsummer, 'time'],
  ['rule version', { made: bulkWith(older) }, {}, 'rule'],
  ['criteria version', { pages: coarse, category: asksLess }, { pages: coarse }, 'criteria'],
  ['edition', { ...ofCompanies, edition: criteria.edition('godi-2014') }, ofCompanies, 'edition'],
  ['override', {}, { made: bulkWith({ override }) }, 'reviewer'],
  ['override withdrawn', { made: bulkWith({ override }) }, {}, 'reviewer'],
  ['place fact', { ...midsummer, place: unaware }, midsummer, 'facts'],
];

const causesOf = (changes: readonly Change[]): readonly Cause[] => [
  ...new Set(changes.map(({ cause }) => cause).filter((cause) => cause !== 'cascade')),
];

describe('a single change of a made-up site has one cause', () => {
  test.each(singles)('%s', async (_, before, after, cause) => {
    const { was, is, rejudge } = await auditedStates(before, after);
    const shell = { criteria } as unknown as Shell;
    const kept = await changesBetween(was, is, contextOf(shell, rejudge));
    const bare = await changesBetween(
      was,
      is,
      contextOf(shell, async () => null),
    );
    expect({ kept: causesOf(kept), bare: causesOf(bare) }).toEqual({ kept: [cause], bare: [cause] });
  });
});
