import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/index.ts';
import { ask, fileOf, get, ok, record, response } from './files.ts';

const url = 'http://data.example/page';

describe('an archive of another tool', () => {
  test.each([
    ['plain', (bytes: Buffer) => bytes],
    ['compressed record by record', (bytes: Buffer) => gzipSync(bytes)],
  ])('is read %s', async (_, pack) => {
    const parts = [response('http://data.example/first', ok('first')), response(url, ok('second'))].map(pack);
    expect((await ask([fileOf(Buffer.concat(parts))], url)).body).toBe('second');
  });

  test('is read when it is compressed as a whole', async () => {
    const all = Buffer.concat([
      response('http://data.example/first', ok('x'.repeat(200_000))),
      response(url, ok('second')),
    ]);
    expect((await ask([fileOf(gzipSync(all), 'warc.gz')], url)).body).toBe('second');
  });

  test('is read when a record begins in the middle of a member and ends in the next', async () => {
    const all = Buffer.concat([response('http://data.example/first', ok('first')), response(url, ok('second'))]);
    const members = [gzipSync(all.subarray(0, 500)), gzipSync(all.subarray(500))];
    expect((await ask([fileOf(Buffer.concat(members), 'warc.gz')], url)).body).toBe('second');
  });

  test('is read when its members carry names, comments and extra fields', async () => {
    const plain = gzipSync(response(url, ok('named')));
    const head = Buffer.from(plain.subarray(0, 10));
    head[3] = 4 + 8 + 16;
    const more = Buffer.concat([Buffer.from([3, 0, 1, 2, 3]), Buffer.from('name\0a comment\0')]);
    expect((await ask([fileOf(Buffer.concat([head, more, plain.subarray(10)]), 'warc.gz')], url)).body).toBe('named');
  });

  test.each([
    ['addresses in angle brackets', response(url, ok('body'), { 'WARC-Target-URI': `<${url}>` })],
    [
      'fields in lower case',
      Buffer.from(
        response(url, ok('body'))
          .toString('latin1')
          .replace('WARC-Type', 'warc-type')
          .replace('WARC-Target-URI', 'warc-target-uri'),
        'latin1',
      ),
    ],
    ['folded fields', response(url, ok('body'), { 'X-Note': 'one\r\n two' })],
    ['bare line feeds in the reply', response(url, 'HTTP/1.0 200 OK\nContent-Type: text/plain\n\nbody')],
    ['a status line of HTTP/2', response(url, 'HTTP/2 200\r\n\r\nbody')],
    ['a date without separators', response(url, ok('body'), { 'WARC-Date': '20151102100000' })],
    ['blank lines before it', Buffer.concat([Buffer.from('\r\n\r\n\n'), response(url, ok('body'))])],
    [
      'a resource in place of a reply',
      response(url, 'body', { 'WARC-Type': 'resource', 'Content-Type': 'text/plain' }),
    ],
  ])('is read with %s', async (_, bytes) => {
    const { held, body } = await ask([fileOf(bytes)], url);
    expect(body).toBe('body');
    expect(held?.capture).toMatchObject({ at: '2015-11-02T10:00:00Z', came: { status: 200, truncated: null } });
  });

  test.each([
    ['chunked', '4;ext=1\r\nbody\r\n0\r\nTrailer: x\r\n\r\n', 'body', null],
    ['chunked in capitals', 'A\r\n0123456789\r\n0\r\n\r\n', '0123456789', null],
    ['chunked and cut', '4\r\nbody\r\n8\r\ncut', 'bodycut', 'length'],
    ['said to be chunked but not so', 'body', 'body', null],
  ])('is read with a payload that is %s', async (_, payload, expected, truncated) => {
    const { held, body } = await ask([fileOf(response(url, ok(payload, 'Transfer-Encoding: chunked\r\n')))], url);
    expect(body).toBe(expected);
    expect(held?.capture.came).toMatchObject({ truncated });
  });

  test('is read in part where a payload is longer than asked for', async () => {
    const { held } = await ask([fileOf(response(url, ok('x'.repeat(2_000_000))))], url, 1_000);
    expect(held?.capture.came).toMatchObject({ truncated: 'length' });
  });

  test('keeps what is no web page to itself', async () => {
    const path = fileOf(
      Buffer.concat([
        response('dns:data.example', 'data.example. 300 IN A 192.0.2.1', { 'Content-Type': 'text/dns' }),
        record(
          {
            'WARC-Type': 'metadata',
            'WARC-Record-ID': '<urn:uuid:m>',
            'WARC-Date': '2015-11-02T10:00:00Z',
            'WARC-Target-URI': url,
            'Content-Type': 'application/warc-fields',
          },
          'fetchTimeMs: 12\r\n',
        ),
      ]),
    );
    expect((await ask([path], url)).held).toBeNull();
  });

  test('gives the newest of several captures, of several files', async () => {
    const old = fileOf(response(url, ok('old'), { 'WARC-Date': '2015-01-01T00:00:00Z' }));
    const young = fileOf(response(url, ok('young'), { 'WARC-Date': '2016-01-01T00:00:00Z' }));
    const archive = await openArchive([young, old]);
    expect(archive.newest).toBe('2016-01-01T00:00:00Z');
    await archive.close();
    expect((await ask([young, old], url)).body).toBe('young');
  });
});

describe('a revisit', () => {
  const digest = `sha1:${createHash('sha1').update('shared').digest('hex')}`;
  const original = response('http://data.example/first', ok('shared'), { 'WARC-Payload-Digest': digest });
  const revisit = (fields: Readonly<Record<string, string>>, block: string): Buffer =>
    response(url, block, { 'WARC-Type': 'revisit', 'WARC-Date': '2015-12-01T00:00:00Z', ...fields });

  test.each([
    ['the identifier', { 'WARC-Refers-To': '<urn:uuid:http://data.example/first>' }],
    ['the digest', { 'WARC-Payload-Digest': digest }],
  ])('has the payload that %s names', async (_, fields) => {
    const path = fileOf(Buffer.concat([original, revisit(fields, 'HTTP/1.1 203 Again\r\n\r\n')]));
    const { held, body } = await ask([path], url);
    expect(body).toBe('shared');
    expect(held?.capture).toMatchObject({ at: '2015-12-01T00:00:00Z', came: { status: 203 } });
  });

  test('without a head of its own has that of the reply it names', async () => {
    const path = fileOf(Buffer.concat([original, revisit({ 'WARC-Payload-Digest': digest }, '')]));
    expect((await ask([path], url)).held?.capture.came).toMatchObject({ status: 200 });
  });

  test('of a payload that is nowhere is not held, and told', async () => {
    const { held, warnings } = await ask([fileOf(revisit({}, 'HTTP/1.1 200 OK\r\n\r\n'))], url);
    expect(held).toBeNull();
    expect(warnings[0]).toContain('cannot be made sense of');
  });

  test('of itself, or of another revisit, ends', async () => {
    const itself = revisit({ 'WARC-Refers-To': `<urn:uuid:${url}>` }, 'HTTP/1.1 200 OK\r\n\r\n');
    expect((await ask([fileOf(itself)], url)).held).toBeNull();
  });
});

describe('an address', () => {
  const path = fileOf(response('http://data.example:80/%7Euser/a%c3%a9?q=1#part', ok('found')));

  test.each([
    'http://data.example/~user/a%C3%A9?q=1',
    'http://DATA.example:80/%7euser/a%c3%A9?q=1#other',
    'http://data.example/~user/aé?q=1',
  ])('is found as %s', async (asked) => {
    expect(await ask([path], asked)).toMatchObject({ body: 'found', warnings: [] });
  });

  test.each([
    'http://data.example/~user/a%C3%A9',
    'http://www.data.example/~user/a%C3%A9?q=1',
    'http://data.example/~user/a%C3%A9/?q=1',
  ])('is not taken for %s', async (asked) => {
    expect((await ask([path], asked)).held).toBeNull();
  });

  test('that is held under the other scheme only is found there, and told', async () => {
    const plain = fileOf(response('https://data.example/x', ok('secure')));
    const loose = await ask([plain], 'http://data.example/x');
    expect(loose.body).toBe('secure');
    expect(loose.warnings[0]).toContain('is held under https://data.example/x only');
  });
});

test('a request with another Accept is answered by its own capture', async () => {
  const request = (id: string, accept: string): Buffer =>
    record(
      {
        'WARC-Type': 'request',
        'WARC-Record-ID': `<urn:uuid:q${id}>`,
        'WARC-Date': '2015-11-02T10:00:00Z',
        'WARC-Target-URI': url,
        'WARC-Concurrent-To': `<urn:uuid:${id}>`,
        'Content-Type': 'application/http; msgtype=request',
      },
      `GET /page HTTP/1.1\r\nAccept: ${accept}\r\n\r\n`,
    );
  const path = fileOf(
    Buffer.concat([
      request('t', 'text/turtle'),
      response(url, ok('turtle'), { 'WARC-Record-ID': '<urn:uuid:t>' }),
      request('h', 'text/html'),
      response(url, ok('html'), { 'WARC-Record-ID': '<urn:uuid:h>', 'WARC-Date': '2015-11-02T11:00:00Z' }),
    ]),
  );
  const archive = await openArchive([path]);
  const bodyFor = async (accept: string): Promise<string | null> => {
    const came = (await archive.find(get(url, accept), 100))?.capture.came;
    return came?.kind === 'replied' ? Buffer.from(came.payload).toString() : null;
  };
  expect([await bodyFor('text/turtle'), await bodyFor('text/html'), await bodyFor('*/*')]).toEqual([
    'turtle',
    'html',
    'html',
  ]);
  await archive.close();
});
