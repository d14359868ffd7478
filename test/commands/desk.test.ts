import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openerFor, showInBrowser } from '../../src/commands/desk/open-browser.ts';
import { decisionsIn, morocco, type Office, type OpenDesk, openDesk, openOffice, type Visitor, visit } from './desk.ts';
import { run } from './in-process.ts';

/* What a reviewer does at the desk, without a browser. */

let office: Office;
const desks: OpenDesk[] = [];
beforeEach(() => {
  office = openOffice();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end();
  office.close();
});

const sit = async (...words: readonly string[]): Promise<Visitor> => {
  const desk = await openDesk(office.dir, 'morocco', ...words);
  desks.push(desk);
  return visit(desk);
};

/** Waits until a review was judged again, and tells what came of it. */
const worked = async (visitor: Visitor): Promise<string> => {
  for (;;) {
    const { body } = await visitor.get('work/state');
    const { state } = JSON.parse(body) as { readonly state: string };
    if (state !== 'running') return (await visitor.get('work')).body;
    await new Promise((next) => setTimeout(next, 50));
  }
};

describe('a reviewer', () => {
  test('is asked for a name, answers, remarks and signs, and everything is kept at once', async () => {
    const ada = await sit();
    expect((await ada.get('')).headers.location).toBe(`${ada.base}name`);
    expect((await ada.post('name', { name: ' ' })).status).toBe(422);
    expect((await ada.post('name', { name: 'Ada', as: 'reviewer' })).status).toBe(303);

    const list = (await ada.get('')).body;
    expect(list).toContain('14 questions in 1 review');
    expect(list.indexOf('Does the data exist?')).toBeLessThan(list.indexOf('Is data in digital form?'));

    const { status, headers } = await ada.answer('exists', 'Yes', 'It is in the bulletin, see https://a.example/b.');
    // What followed from the answer is passed over: the criteria are settled, and the next is what most points depend on.
    expect([status, headers.location]).toEqual([303, `${ada.base}${morocco}/q/digital`]);
    expect(office.kept().decisions).toMatchObject([
      { on: 'exists', evidence: ['https://a.example/b'], state: 'counts' },
    ]);
    const next = (await ada.get(`${morocco}/q/digital`)).body;
    expect(next).toMatch(/role="status">.*Does the data exist\?.*5 of 100 points, at most 70/s);
    expect((await ada.get(`${morocco}/q/digital`)).body).not.toContain('role="status"');

    const who = { who: 'Ada' };
    await ada.post(`${morocco}/remark`, { ...who, remark: 'All of it\nseen.' });
    await ada.post(`${morocco}/sign`, who);
    expect(office.kept().people).toMatchObject({ reviewers: ['Ada'], comments: 'Ada: All of it seen.' });
    expect((await run(['validate', 'reviews'], office.dir)).code).toBe(0);
  });

  test.each([
    ['without an answer', '', 'Seen.', 'Choose Yes, No'],
    ['without a reason', 'No', ' ', 'An answer needs a reason'],
  ])('is told what is missing, with what was written: %s', async (_, answer, because, says) => {
    const ada = await sit('--reviewer', 'Ada');
    const before = readFileSync(office.file, 'utf8');
    const { status, body } = await ada.answer('exists', answer, because);
    expect([status, body.includes(says), body.includes(`${because.trim()}</textarea>`)]).toEqual([422, true, true]);
    expect(readFileSync(office.file, 'utf8')).toBe(before);
  });

  test('can answer what needs nobody, otherwise than before', async () => {
    const ada = await sit('--reviewer', 'Ada');
    await ada.answer('exists', 'Yes', 'Seen.');
    await ada.answer('exists', 'No', 'It was another.');
    expect(decisionsIn(office.kept())).toEqual(['exists Yes Ada replaced', 'exists No Ada counts']);
  });

  test('sees the words in what was archived, and all of it as text', async () => {
    const ada = await sit('--reviewer', 'Ada');
    const item = (await ada.get(`${morocco}/q/exists`)).body;
    expect(item).toContain('<mark>Les élections au Maroc - Ministère de l’Intérieur</mark>');
    expect(item).toContain('href="http://www.elections.ma/"');
    const { body } = await ada.get(`${morocco}/e/ev-11`);
    expect(body).toMatch(/morocco-2015\.warc\.gz.*class="archived"[^>]*>.*élections/s);
  });

  test('is told where the archive is not at hand, or is another', async () => {
    const ada = await sit('--reviewer', 'Ada');
    const review = office.kept();
    const other = review.evidence.map((one) => ({ ...one, sha256: one.sha256 === null ? null : 'f'.repeat(64) }));
    writeFileSync(office.file, JSON.stringify({ ...review, evidence: other }));
    expect((await ada.get(`${morocco}/q/exists`)).body).toContain('holds something else than this review saw');
    const gone = review.evidence.map((one) => ({
      ...one,
      record: one.record && { ...one.record, file: 'gone.warc.gz' },
    }));
    writeFileSync(office.file, JSON.stringify({ ...review, evidence: gone }));
    expect((await ada.get(`${morocco}/q/exists`)).body).toContain('is not beside the store');
  });

  test('closes the desk, or presses Ctrl-C', async () => {
    const desk = await openDesk(office.dir, 'morocco', '--reviewer', 'Ada');
    const ada = await visit(desk);
    expect((await ada.post('end', {})).body).toContain('The desk is closed');
    expect((await desk.ended).code).toBe(0);
    const other = await openDesk(office.dir, 'morocco', '--reviewer', 'Ada');
    expect((await other.end()).code).toBe(130);
  });
});

describe('a second reviewer', () => {
  test('sees what the first one answered only after answering, and how far both agree', async () => {
    const ada = await sit('--reviewer', 'Ada');
    await ada.answer('exists', 'Yes', 'It is in the bulletin.');
    await ada.answer('digital', 'No', 'On paper alone.');
    await ada.post(`${morocco}/sign`, { who: 'Ada' });

    const bo = await sit('--reviewer', 'Bo');
    const paths = ['', morocco, `${morocco}/q/exists`, `${morocco}/q/digital`];
    for (const path of paths) expect((await bo.get(path)).body).not.toMatch(/Ada|bulletin|paper/);
    expect((await bo.get('')).body).toContain('second reviewer');
    expect((await bo.get(`${morocco}/q/exists`)).body).toContain('Somebody has decided here before.');

    await bo.answer('exists', 'Yes', 'I have it here.');
    const { body } = await bo.get(`${morocco}/q/digital`);
    expect(body).toMatch(/role="status">.*Ada.*It is in the bulletin\./s);
    expect(body).not.toContain('paper');
    expect((await bo.get('')).body).toMatch(/Ada<\/bdi>: 1 of 1 answer/);

    await bo.answer('digital', 'Yes', 'There is a file.');
    expect((await bo.get('')).body).toMatch(/Ada<\/bdi>: 1 of 2 answers/);
    const agreement = await run(['agreement', 'Bo', 'Ada', '--format', 'json'], office.dir);
    expect(JSON.parse(agreement.out).all).toMatchObject({ n: 2, same: 1 });
  });
});

describe('what is judged again', () => {
  test('another candidate, from the archive, with what was decided', async () => {
    const ada = await sit('--reviewer', 'Ada');
    await ada.answer('exists', 'Yes', 'Seen.');
    const [, other] = office.kept().candidates;
    const { status, headers } = await ada.post(`${morocco}/candidate`, { who: 'Ada', candidate: other?.url ?? '' });
    expect([status, headers.location]).toEqual([303, `${ada.base}work`]);
    // The answer rested on what was chosen before: it is kept, and asked again.
    expect(await worked(ada)).toMatch(/does the data exist\?.*Yes<.*Done after .*0 of 100 points/is);
    expect(office.kept()).toMatchObject({ request: { choose: other?.url }, decisions: [{ on: 'exists' }] });
    expect((await ada.post(`${morocco}/candidate`, { who: 'Ada', candidate: 'https://no.example/' })).status).toBe(422);

    // To a second reviewer the score says nothing of what the first one answered.
    await ada.answer('exists', 'Yes', 'Seen there, too.');
    const bo = await sit('--reviewer', 'Bo');
    await bo.post(`${morocco}/candidate`, { who: 'Bo', candidate: other?.url ?? '' });
    expect(await worked(bo)).toMatch(/Done after .*0 of 100 points/s);
    expect([decisionsIn(office.kept()), office.kept().score.points]).toEqual([
      ['exists Yes Ada replaced', 'exists Yes Ada counts'],
      5,
    ]);
  });

  test('an address besides: fetched with the guard, recorded, judged, and told while it goes on', async () => {
    const server = createServer((_, reply) => {
      reply.setHeader('content-type', 'text/csv');
      setTimeout(() => reply.end('bureau,inscrits,votants\n1,500,300\n2,400,200\n'), 500);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/results.csv`;
    try {
      const guarded = await sit('--reviewer', 'Ada', '--timeout', '2');
      await guarded.post(`${morocco}/address`, { who: 'Ada', url });
      expect(await worked(guarded)).toContain('Done after');
      expect(office.kept().evidence.find((one) => one.url === url)?.outcome).not.toBe('arrived');

      const ada = await sit('--reviewer', 'Ada', '--timeout', '2', '--allow-private');
      await ada.answer('digital', 'Yes', 'Seen.');
      const begun = await ada.post(`${morocco}/address`, { who: 'Ada', url });
      expect(begun.headers.location).toBe(`${ada.base}work`);
      // One at a time, since both would write the same review.
      expect((await ada.post(`${morocco}/address`, { who: 'Ada', url })).status).toBe(409);
      expect((await ada.get('work')).body).toMatch(/data-under-way=.*Under way: /s);
      const done = await worked(ada);
      expect(done).toContain('Done after');
      expect(done).toContain('results.csv');
      const added = office.kept().evidence.find((one) => one.url === url);
      expect(added).toMatchObject({
        outcome: 'arrived',
        record: { file: expect.stringMatching(/^ma-election-results-2015-\d+\.warc\.gz$/) },
      });
      expect(readdirSync(`${office.dir}/reviews`)).toContain(added?.record?.file);
      // The decision is kept, and asked again, for it rests on more now.
      expect(decisionsIn(office.kept())).toEqual(['digital Yes Ada ask-again']);
    } finally {
      server.close();
    }
  });

  test.each(['', 'elections', 'ftp://a.example/', 'javascript:alert(1)', 'http://user:secret@a.example/'])(
    'no address: %j',
    async (url) => {
      const ada = await sit('--reviewer', 'Ada');
      const { status, body } = await ada.post(`${morocco}/address`, { who: 'Ada', url });
      expect([status, body.includes('That is no web address')]).toEqual([422, true]);
    },
  );
});

describe('a language', () => {
  test.each([
    ['fr', 'ltr', 'Ce qui demande une personne', 'Les données existent-elles'],
    ['ar', 'rtl', 'ما يحتاج إلى شخص', 'هل البيانات موجودة؟'],
  ])('%s is that of every page, which runs its way', async (lang, dir, title, question) => {
    const ada = await sit('--reviewer', 'Ada', '--lang', lang);
    const list = (await ada.get('')).body;
    expect(list).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect([list.includes(title), list.includes(question)]).toEqual([true, true]);
    for (const path of [
      morocco,
      `${morocco}/q/exists`,
      `${morocco}/q/dataset`,
      `${morocco}/e/ev-11`,
      'name',
      'r/none',
    ]) {
      const { body } = await ada.get(path);
      expect([path, body.includes(`<html lang="${lang}" dir="${dir}">`)]).toEqual([path, true]);
      // No word of English is left outside of addresses, quotes and codes.
      expect([
        path,
        /Unsure|What it|Your answer|Because|There is/.exec(body.replace(/value="[^"]*"/g, ''))?.[0],
      ]).toEqual([path, undefined]);
    }
  });

  test('is changed at the desk, which stays where it is', async () => {
    const ada = await sit('--reviewer', 'Ada');
    const { headers } = await ada.post('language', { lang: 'ar', back: `${morocco}/q/exists` });
    expect(headers.location).toBe(`${ada.base}${morocco}/q/exists`);
    expect((await ada.get('')).body).toContain('dir="rtl"');
  });

  test('that is not known is refused before the desk is opened', async () => {
    const { code, err } = await run(['review', 'morocco', '--lang', 'xx'], office.dir);
    expect([code, err]).toEqual([2, expect.stringContaining('There is no language xx')]);
  });
});

describe('the browser of the person', () => {
  test.skipIf(process.platform !== 'linux')(
    'is handed a file of its own, and no secret that other people can see',
    async () => {
      const [told, seen] = [join(office.dir, 'xdg-open'), join(office.dir, 'seen')];
      writeFileSync(
        told,
        `#!/bin/sh\n{ echo "$@"; stat -c %a "$1" "$(dirname "$1")"; cat "$1"; } >'${seen}.part' && mv '${seen}.part' '${seen}'\n`,
        { mode: 0o755 },
      );
      const path = process.env['PATH'] ?? '';
      process.env['PATH'] = `${office.dir}:${path}`;
      try {
        const shell = {
          environment: { DISPLAY: ':0' },
          terminal: { out: true, err: false, columns: 80, colour: false },
        };
        const forget = showInBrowser('http://127.0.0.1:1/open?token=secret', shell);
        while (!existsSync(seen)) await new Promise((next) => setTimeout(next, 20));
        const [words = '', file, folder, ...page] = readFileSync(seen, 'utf8').trim().split('\n');
        expect([words.includes('secret'), file, folder, page.join('').includes('token=secret')]).toEqual([
          false,
          '600',
          '700',
          true,
        ]);
        forget();
        expect(existsSync(words)).toBe(false);
      } finally {
        process.env['PATH'] = path;
      }
    },
  );

  test.each([
    ['darwin', {}, ['open']],
    ['win32', {}, ['explorer.exe']],
    ['linux', { DISPLAY: ':0' }, ['xdg-open']],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
    ['linux', {}, null],
  ] as const)('on %s with %j is opened by %j', (platform, environment, expected) => {
    expect(openerFor(platform, environment)).toEqual(expected);
  });
});
