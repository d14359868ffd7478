import { mkdtempSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { type Allowance, defaultAllowance } from '../../src/audit/evidence.ts';
import { openMessages } from '../../src/audit/messages.ts';
import { check } from '../../src/audit/one-address.ts';
import { retell } from '../../src/audit/retell.ts';
import { madeUpBeside } from '../../src/audit/stand-in.ts';
import { openReplay } from '../../src/collect/replay.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Fetch } from '../../src/model/exchange.ts';
import type { Review } from '../../src/model/review.ts';
import { render } from '../../src/render/index.ts';
import { collector, serve as listen } from '../collect/loopback.ts';
import { html, serve, shell, type Web } from './web.ts';

/* A page that is no other than what its host answers at an address that nobody made. */

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const data = openAuditData(criteria, edition);
const site = 'https://elections.example';
const named = `${site}/dataset/results`;
const nowhere = madeUpBeside(named);
const welcome = html('Welcome', '<h1>Welcome</h1><p>The portal of the ministry, for everyone.</p>');
const other = html('Results', '<h1>Results</h1><p>Here you will find the results of the elections one day.</p>');

const framed = html(
  'Welcome',
  '<h1>Welcome</h1><p>The portal of the ministry.</p><section id="stage-7"></section><script src="/a.js"></script>',
);

const checkAt = (url: string, fetch: Fetch, allowance: Allowance = defaultAllowance): Promise<Review> =>
  check(
    {
      ...{ url, place: null, category: criteria.category('election-results'), edition, year: 2026 },
      ...{ asOf: '2026-10-01', previous: null, allowance },
    },
    fetch,
    data,
  );

const kindsIn = ({ evidence }: Review) => evidence.map(({ url, kind, sameAs }) => [url, kind, sameAs]);

describe('the made-up address', () => {
  test.each([
    ['https://a.example/d/results', /^https:\/\/a\.example\/d\/no-such-page-[0-9a-f]{12}$/],
    ['https://a.example/d/results/', /^https:\/\/a\.example\/d\/no-such-page-[0-9a-f]{12}$/],
    ['https://a.example/d/results.csv?x=1#part', /^https:\/\/a\.example\/d\/no-such-page-[0-9a-f]{12}\.csv$/],
    ['https://a.example/results', /^https:\/\/a\.example\/no-such-page-[0-9a-f]{12}$/],
  ])('stands beside %s', (url, expected) => expect(madeUpBeside(url)).toMatch(expected));

  test('is the same each time, and another for another address', () => {
    expect(madeUpBeside(named)).toBe(nowhere);
    expect(madeUpBeside(`${site}/dataset/others`)).not.toBe(nowhere);
  });
});

describe('a page that promises data and shows none', () => {
  test('is one that is not there where its host gives the same at the made-up address', async () => {
    const review = await checkAt(named, serve({ [named]: welcome, [nowhere]: welcome }).fetch);
    expect(kindsIn(review)).toEqual([
      [named, 'soft-404', 'ev-2'],
      [nowhere, null, undefined],
    ]);
    expect(review.answers['online']).toMatchObject({ answer: 'No', reason: 'same-as-made-up', evidence: ['ev-1'] });
    expect(review.answers['exists']).toMatchObject({ answer: 'Unsure', reason: 'same-as-made-up' });
    expect(review.coverage?.[0]).toMatchObject({ url: named, seen: false, reason: 'gone' });
  });

  test.each<[string, Web]>([
    ['answers that there is nothing', { [named]: welcome }],
    ['gives another page', { [named]: other, [nowhere]: welcome }],
    ['gives nothing at all', { [named]: welcome, [nowhere]: { lost: 'timeout' } }],
    ['gives the same with a refusal', { [named]: welcome, [nowhere]: { status: 403, body: welcome } }],
    [
      'gives the beginning of the same',
      { [named]: welcome, [nowhere]: { body: `${welcome}    `, cutAfter: welcome.length } },
    ],
  ])('is what it was where its host %s', async (_, web) => {
    const review = await checkAt(named, serve(web).fetch);
    expect(review.evidence[0]).toMatchObject({ url: named, kind: 'page' });
    expect(review.answers['online']?.answer).toBe('Unsure');
  });

  test.each<[string, Web]>([
    [
      'shows rows',
      {
        [named]: html(
          'Results',
          `<table><tr><th>Station</th><th>Votes</th></tr>${'<tr><td>A</td><td>12</td></tr>'.repeat(9)}</table>`,
        ),
      },
    ],
    ['links a file', { [named]: html('Results', '<p><a href="/results.csv">Results (CSV)</a></p>') }],
    ['is drawn by scripts, which may draw another for each address', { [named]: shell }],
    [
      'has much to say, and an element that scripts draw into',
      { [named]: html('Portal', `<div id="root"></div><p>${'Data of the ministry for everyone. '.repeat(30)}</p>`) },
    ],
    ['has scripts and an empty place of any name that they may fill', { [named]: framed, [nowhere]: framed }],
    ['says itself that nothing is there', { [named]: html('Page not found', '<h1>Page not found</h1>') }],
  ])('is not compared where it %s', async (_, web) => {
    const { fetch, asked } = serve(web);
    await checkAt(named, fetch);
    expect(asked).not.toContain(nowhere);
  });

  test('is not compared where it is the front page', async () => {
    const { fetch, asked } = serve({ [`${site}/`]: welcome });
    await checkAt(`${site}/`, fetch);
    expect(asked).toEqual([`${site}/`]);
  });

  test('is not compared where requests are short', async () => {
    const { fetch, asked } = serve({ [named]: welcome, [nowhere]: welcome });
    await checkAt(named, fetch, { ...defaultAllowance, requests: 16 });
    expect(asked).toEqual([named]);
    await checkAt(named, fetch, { ...defaultAllowance, requests: 17 });
    expect(asked).toEqual([named, named, nowhere]);
  });

  test.each(['en', 'fr', 'ar'])('is told of in %s, in every form', async (lang) => {
    const review = await checkAt(named, serve({ [named]: welcome, [nowhere]: welcome }).fetch);
    const messages = await openMessages(criteria, lang);
    const told = retell(review, { edition, messages });
    for (const format of ['text', 'markdown', 'html'] as const) {
      const text = (await render(told, format, { columns: 10_000, colour: false, full: true }, null, messages)).replace(
        /\s+/g,
        ' ',
      );
      expect(text).toContain(messages.say('kinds.same-as-made-up'));
      expect(text).toContain(`(${messages.say('coverage.details.same-as-made-up')})`);
      expect(text).not.toMatch(/soft-404/);
    }
  });
});

describe('on a live server that answers everything with one page', () => {
  const everything = async () => {
    const asked: string[] = [];
    const base = await listen(({ url = '' }, response: ServerResponse) => {
      asked.push(url);
      if (url === '/robots.txt')
        response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private/');
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(welcome);
    });
    return { base, asked };
  };

  test('a replay gives the same bytes, and asks for nothing more', async () => {
    const { base } = await everything();
    const path = join(mkdtempSync(join(tmpdir(), 'odi-stand-in-')), 'site.warc.gz');
    const recorder = await openRecorder(path, { software: 'test', now: () => new Date() });
    const live = collector({ recorder });
    const review = await checkAt(`${base}/dataset/results`, live.fetch);
    await live.close();
    expect(review.evidence[0]).toMatchObject({ kind: 'soft-404', sameAs: 'ev-2' });

    const replay = openReplay(await openArchive([path]));
    expect(JSON.stringify(await checkAt(`${base}/dataset/results`, replay.fetch))).toBe(JSON.stringify(review));
    await replay.close();
  });

  test('the host is asked for one made-up address in a run, whatever is asked about', async () => {
    const { base, asked } = await everything();
    const { fetch } = collector();
    const first = await checkAt(`${base}/dataset/results`, fetch);
    const second = await checkAt(`${base}/others/budget`, fetch);
    expect([first.evidence[0]?.kind, second.evidence[0]?.kind]).toEqual(['soft-404', 'page']);
    expect(second.evidence).toHaveLength(1);
    expect(asked.filter((path) => path.includes('no-such-page'))).toHaveLength(1);
  });

  test('the same address again is answered from what was seen', async () => {
    const { base, asked } = await everything();
    const { fetch } = collector();
    for (let time = 0; time < 2; time += 1) {
      const review = await checkAt(`${base}/dataset/results`, fetch);
      expect(review.evidence[0]?.kind).toBe('soft-404');
    }
    expect(asked.filter((path) => path.includes('no-such-page'))).toHaveLength(1);
  });

  test('an address that robots.txt keeps programs from is not asked for', async () => {
    const { base, asked } = await everything();
    const { fetch } = collector();
    const only: Fetch = async (request) =>
      request.madeUp === true ? fetch({ ...request, url: `${base}/private/no-such-page` }) : fetch(request);
    const review = await checkAt(`${base}/dataset/results`, only);
    expect(review.evidence.map(({ kind }) => kind)).toEqual(['page']);
    expect(asked.filter((path) => path.includes('no-such-page'))).toEqual([]);
  });
});
