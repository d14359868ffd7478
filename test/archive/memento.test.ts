import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/index.ts';
import { mementoOf } from '../../src/archive/memento.ts';
import { openReplay } from '../../src/collect/index.ts';
import { fileOf, ok, response } from './files.ts';

const copyOf = (url: string, moment: string): string => `https://archive.example/web/${moment}id_/${url}`;
const page = 'https://data.example/page?x=1';
const old = 'http://data.example/old';

describe('the address of a copy', () => {
  test.each([
    ['https://archive.example/web/20201102233026id_/https://data.example/page?x=1', page, '2020-11-02T23:30:26Z'],
    ['http://archive.example:8080/20201102233026id_/http://data.example/old', old, '2020-11-02T23:30:26Z'],
  ])('%s is read', (url, original, at) => {
    expect(mementoOf(url)).toEqual({ original, at });
  });

  test.each([
    'https://archive.example/web/20201102233026/https://data.example/',
    'https://archive.example/web/20201302233026id_/https://data.example/',
    'https://archive.example/web/2020id_/https://data.example/',
    'https://archive.example/web/20201102233026id_/ftp://data.example/',
    'https://archive.example/?u=/20201102233026id_/https://data.example/',
    page,
  ])('%s is none', (url) => {
    expect(mementoOf(url)).toBeNull();
  });
});

const memento =
  'Memento-Datetime: Mon, 02 Nov 2020 23:30:26 GMT\r\nServer: archive\r\nX-Archive-Orig-Server: Apache\r\n';
const copies = [
  response(
    copyOf(old, '20201102233026'),
    `HTTP/1.1 301 Moved\r\n${memento}Location: ${copyOf(page, '20201102233026')}\r\n\r\n`,
  ),
  response(copyOf(page, '20201102233026'), `HTTP/1.1 302 Found\r\nLocation: ${copyOf(page, '20201102233126')}\r\n\r\n`),
  response(copyOf(page, '20201102233126'), ok('as it was', memento)),
];

describe('a replay of what a web archive gave out', () => {
  test('answers for the original, along the redirects of the original alone, and says so', async () => {
    const replay = openReplay(await openArchive([fileOf(Buffer.concat(copies))]));
    const exchange = await replay.fetch({ url: old });
    await replay.close();
    expect(exchange).toMatchObject({
      fetchedAt: '2020-11-02T23:31:26Z',
      hops: [{ url: old, status: 301 }],
      reply: { kind: 'arrived', finalUrl: page, status: 200 },
    });
    const headers = exchange.reply.kind === 'arrived' ? exchange.reply.headers : [];
    expect(headers).toEqual([
      { name: 'Content-Type', value: 'text/plain' },
      { name: 'Server', value: 'Apache' },
    ]);
    expect(replay.warnings).toHaveLength(2);
    expect(replay.warnings[1]).toContain(
      `${page} was answered from a copy that a web archive made at 2020-11-02T23:31:26Z`,
    );
  });

  test('prefers what was captured at the original itself', async () => {
    const own = response(page, ok('as it is'), { 'WARC-Date': '2015-01-01T00:00:00Z' });
    const replay = openReplay(await openArchive([fileOf(Buffer.concat([...copies, own]))]));
    const { reply } = await replay.fetch({ url: page });
    await replay.close();
    expect(reply.kind === 'arrived' && Buffer.from(reply.body).toString()).toBe('as it is');
    expect(replay.warnings).toEqual([]);
  });
});
