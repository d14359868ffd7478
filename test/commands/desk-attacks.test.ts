import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardHeaders } from '../../src/commands/desk/guard.ts';
import type { Review } from '../../src/model/review.ts';
import {
  decisionsIn,
  morocco,
  type Office,
  type OpenDesk,
  openDesk,
  openOffice,
  send,
  type Visitor,
  visit,
} from './desk.ts';

/* Everybody who must not read or write at the desk of somebody else, one attack a row. */

let office: Office;
let desk: OpenDesk;
let ada: Visitor;
let host: string;
let fields: Readonly<Record<string, string>>;
beforeAll(async () => {
  office = openOffice();
  desk = await openDesk(office.dir, 'morocco', '--reviewer', 'Ada');
  ada = await visit(desk);
  host = new URL(desk.origin).host;
  fields = await ada.formOf(`${morocco}/q/digital`);
});
afterAll(async () => {
  await desk.end();
  office.close();
});

const urlencoded = 'application/x-www-form-urlencoded';

/** A decision as the desk's own form would send it, but for the headers. */
const forged = async (headers: Readonly<Record<string, string | null>>, method = 'POST') => {
  return send(desk.origin, `${ada.base}${morocco}/answer`, {
    method,
    headers: { cookie: ada.cookie, origin: desk.origin, 'content-type': urlencoded, ...headers },
    body: new URLSearchParams({ ...fields, answer: 'No', because: 'Forged.' }).toString(),
  });
};

describe('who has not opened the address of the terminal', () => {
  test.each<readonly [string, string | null]>([
    ['no cookie', null],
    ['another cookie', `odi-desk=${'A'.repeat(43)}`],
    ['an empty one', 'odi-desk='],
  ])('reads nothing with %s', async (_, cookie) => {
    for (const path of ['', morocco, `${morocco}/q/exists`, `${morocco}/e/ev-11`, 'script.js', 'work/state']) {
      const { status, body } = await send(desk.origin, `${ada.base}${path}`, { headers: { cookie } });
      expect([path, status, /Morocco|elections/.test(body)]).toEqual([path, 403, false]);
    }
  });

  test.each([
    ['no token', '/open'],
    ['another token', `/open?token=${'A'.repeat(43)}`],
    ['a token that is too short', '/open?token=A'],
    ['the root', '/'],
    ['a base that is guessed', `/${'A'.repeat(22)}/`],
  ])('is let in by nothing: %s', async (_, path) => {
    const { status, headers } = await send(desk.origin, path);
    expect([403, 404]).toContain(status);
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('the address works once', async () => {
    const { pathname, search } = new URL(desk.address);
    const { status, headers, body } = await send(desk.origin, `${pathname}${search}`);
    expect([status, headers['set-cookie']]).toEqual([403, undefined]);
    expect(body).toContain('used already');
  });
});

describe('a page of another origin', () => {
  test.each<readonly [string, Readonly<Record<string, string | null>>, number]>([
    ['of the web', { origin: 'https://evil.example' }, 403],
    ['of the web, told by the browser alone', { origin: null, 'sec-fetch-site': 'cross-site' }, 403],
    ['of another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['of another port, told by the browser alone', { 'sec-fetch-site': 'same-site' }, 403],
    ['of no scheme of ours', { origin: 'https://127.0.0.1:1' }, 403],
    ['in a sandbox, or a file', { origin: 'null' }, 403],
    ['that hides where it comes from', { origin: null }, 403],
    ['that sends what forms cannot', { 'content-type': 'application/json' }, 415],
    ['that sends plain text, as forms can', { 'content-type': 'text/plain' }, 415],
    ['that sends nothing of it', { 'content-type': null }, 415],
  ])('%s writes nothing', async (_, headers, status) => {
    const before = readFileSync(office.file, 'utf8');
    expect((await forged(headers)).status).toBe(status);
    expect(readFileSync(office.file, 'utf8')).toBe(before);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s does nothing', async (method) => {
    const { status, headers } = await forged({}, method);
    expect([status, headers['access-control-allow-origin']]).toEqual([405, undefined]);
  });

  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['fetched', { origin: 'https://evil.example' }],
    ['as a picture or a script', { 'sec-fetch-site': 'cross-site' }],
    ['from another port', { 'sec-fetch-site': 'same-site' }],
  ])('reads nothing: %s', async (_, headers) => {
    const { status, body } = await send(desk.origin, `${ada.base}${morocco}`, {
      headers: { cookie: ada.cookie, ...headers },
    });
    expect([status, body.includes('Morocco')]).toEqual([403, false]);
  });

  test('is given no right by a header, and shows the desk in no frame', async () => {
    for (const path of [ada.base, `${ada.base}${morocco}`, `${ada.base}style.css`, '/open', '/nowhere']) {
      const { headers } = await send(desk.origin, path, { headers: { cookie: ada.cookie } });
      for (const [name, value] of Object.entries(guardHeaders))
        expect([path, headers[name.toLowerCase()]]).toEqual([path, value]);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(guardHeaders['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    expect(guardHeaders['Content-Security-Policy']).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('a name that somebody made lead here', () => {
  test.each([
    ['of the web', () => 'rebound.evil.example'],
    ['with the port', () => `rebound.evil.example:${new URL(desk.origin).port}`],
    ['that is called like this machine', () => `localhost:${new URL(desk.origin).port}`],
    ['that ends in the right one', () => `evil.example.${host}`],
    ['the machine without the port', () => '127.0.0.1'],
    ['another writing of it', () => `127.1:${new URL(desk.origin).port}`],
  ])('%s is not answered', async (_, name) => {
    const origin = `http://${name()}`;
    const read = await send(desk.origin, `${ada.base}${morocco}`, { headers: { host: name(), cookie: ada.cookie } });
    expect([read.status, read.body.includes('Morocco')]).toEqual([421, false]);
    expect((await forged({ host: name(), origin, 'sec-fetch-site': 'same-origin' })).status).toBe(421);
    expect(decisionsIn(office.kept())).toEqual([]);
  });

  test('nothing of another machine is listened to', async () => {
    const port = Number(new URL(desk.origin).port);
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      const came = await new Promise((done) => {
        const socket = createConnection({ host: address, port }, () => done('connected'));
        socket.on('error', () => done('refused'));
      });
      expect([address, came]).toEqual([address, 'refused']);
    }
  });
});

describe('what is handed to the desk', () => {
  test('no page and no word on the terminal tells a secret', async () => {
    const secrets = [new URL(desk.address).searchParams.get('token') ?? '?', ada.cookie.split('=')[1] ?? '?'];
    for (const path of ['', 'name', morocco, `${morocco}/q/exists`, 'script.js']) {
      const { body } = await ada.get(path);
      expect(secrets.filter((secret) => body.includes(secret))).toEqual([]);
    }
  });

  test('a path leads out of nothing', async () => {
    for (const path of [
      'r/..%2f..%2fpackage.json',
      'r/%2e%2e/x',
      `${morocco}/e/..%2fev-1`,
      `${morocco}/q/__proto__`,
      'r/constructor',
    ]) {
      expect([404, 422]).toContain((await ada.get(path)).status);
    }
  });

  test.each(['//evil.example/', 'https://evil.example/', '../../evil', '\\\\evil.example', '/%0d%0aset-cookie:a=b'])(
    'the way back after another language is a page of the desk: %s',
    async (back) => {
      const { status, headers } = await ada.post('language', { lang: 'en', back });
      expect(status).toBe(303);
      expect(new URL(headers.location ?? '', desk.origin).href.startsWith(`${desk.origin}${ada.base}`)).toBe(true);
    },
  );

  test('more than a form holds is not taken', async () => {
    const { status } = await ada.post(`${morocco}/answer`, { ...fields, answer: 'No', because: 'a'.repeat(70_000) });
    expect(status).toBe(413);
  });

  test('text of others is drawn and never run', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const review = office.kept();
    const before = readFileSync(office.file, 'utf8');
    writeFileSync(
      office.file,
      JSON.stringify({
        ...review,
        criteria: review.criteria.map((one) => ({
          ...one,
          where: one.where.map((place) => ({ ...place, quote: evil, part: evil })),
        })),
        evidence: review.evidence.map((one) => ({ ...one, quote: evil })),
        candidates: review.candidates.map((one) => ({ ...one, url: `https://a.example/${evil}`, why: evil })),
        people: { ...review.people, submitter: evil, comments: `Ada: ${evil}` },
      }),
    );
    try {
      for (const path of ['', morocco, `${morocco}/q/exists`, `${morocco}/q/criteria.results`, `${morocco}/e/ev-11`]) {
        const { body } = await ada.get(path);
        const page = load(body);
        const handlers = page('*')
          .toArray()
          .flatMap((one) => ('attribs' in one ? Object.keys(one.attribs) : []))
          .filter((name) => /^on|^style$/.test(name));
        expect([path, page('script').length, page('img, iframe, object').length, handlers]).toEqual([path, 1, 0, []]);
      }
    } finally {
      writeFileSync(office.file, before);
    }
  });
});

describe('two windows', () => {
  const said = (on: string): readonly string[] =>
    decisionsIn(office.kept()).filter((line) => line.startsWith(`${on} `));

  test('do not undo one another: the second one is told', async () => {
    const [first, second] = await Promise.all([ada.formOf(`${morocco}/q/bulk`), ada.formOf(`${morocco}/q/bulk`)]);
    const path = `${morocco}/answer`;
    expect((await ada.post(path, { ...first, answer: 'Yes', because: 'The first.' })).status).toBe(303);
    const { status, body } = await ada.post(path, { ...second, answer: 'No', because: 'The second.' });
    expect([status, body.includes('answered in another window'), body.includes('The second.')]).toEqual([
      409,
      true,
      true,
    ]);
    expect(said('bulk')).toEqual(['bulk Yes Ada counts']);
  });

  test('at the very same moment keep one answer', async () => {
    const fields = await ada.formOf(`${morocco}/q/online`);
    const all = await Promise.all(
      ['Yes', 'No', 'Yes', 'No'].map((answer) =>
        ada.post(`${morocco}/answer`, { ...fields, answer, because: 'Seen.' }),
      ),
    );
    expect(all.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409]);
    expect(said('online')).toHaveLength(1);
  });

  test('of two people keep nothing under the wrong name', async () => {
    const fields = await ada.formOf(`${morocco}/q/free`);
    await ada.post('name', { name: 'Bo', as: 'reviewer' });
    const { status } = await ada.post(`${morocco}/answer`, { ...fields, answer: 'Yes', because: 'Ada saw it.' });
    expect([status, said('free')]).toEqual([409, []]);
    await ada.post('name', { name: 'Ada', as: 'reviewer' });
  });

  test('what changed on the disk in the meantime is neither overwritten nor lost', async () => {
    const fields = await ada.formOf(`${morocco}/q/uptodate`);
    const review = office.kept();
    const elsewhere: Review = { ...review, people: { ...review.people, comments: 'Cy: From elsewhere.' } };
    writeFileSync(office.file, JSON.stringify(elsewhere));
    expect((await ada.post(`${morocco}/answer`, { ...fields, answer: 'Yes', because: 'Seen.' })).status).toBe(303);
    expect([said('uptodate'), office.kept().people.comments]).toEqual([
      ['uptodate Yes Ada counts'],
      'Cy: From elsewhere.',
    ]);
  });
});

describe('the token', () => {
  test('is not used up by a browser that loads in advance, and a cookie goes to the pages of the desk alone', async () => {
    const other = await openDesk(office.dir, 'morocco', '--reviewer', 'Ada');
    try {
      const { pathname, search } = new URL(other.address);
      const early = await send(other.origin, `${pathname}${search}`, {
        headers: { 'sec-purpose': 'prefetch;prerender' },
      });
      expect([early.status, early.headers['set-cookie']]).toEqual([503, undefined]);
      const { status, headers } = await send(other.origin, `${pathname}${search}`, {
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      const [cookie = ''] = headers['set-cookie'] ?? [];
      expect(status).toBe(200);
      expect(cookie).toMatch(/^odi-desk=[\w-]{43}; Path=\/[\w-]{22}\/; HttpOnly; SameSite=Strict$/);
    } finally {
      const { code, err } = await other.end();
      expect([code, err.includes('token=')]).toEqual([130, false]);
    }
  });
});
