import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { collector, site, textOf } from './loopback.ts';

const to =
  (status: number, location: string): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end();

describe('a redirect', () => {
  test('is followed by hand, each hop told', async () => {
    const { base } = await site({ '/a': to(301, '/b'), '/b': to(302, 'c?x=1#part'), '/c?x=1': 'there' });
    const exchange = await collector().fetch({ url: `${base}/a#top` });
    expect(exchange.hops).toEqual([
      { url: `${base}/a`, status: 301 },
      { url: `${base}/b`, status: 302 },
    ]);
    expect(exchange.reply).toMatchObject({ kind: 'arrived', finalUrl: `${base}/c?x=1` });
    expect(textOf(exchange.reply)).toBe('there');
  });

  test('to an address in UTF-8 is read as UTF-8', async () => {
    const { base } = await site({
      '/a': to(302, Buffer.from('/élections').toString('latin1')),
      '/%C3%A9lections': 'there',
    });
    expect(textOf((await collector().fetch({ url: `${base}/a` })).reply)).toBe('there');
  });

  test.each([
    ['file:///etc/passwd', 'scheme'],
    ['http://[', 'bad-url'],
  ])('to %s is refused as %s', async (location, reason) => {
    const { base } = await site({ '/a': to(302, location) });
    const exchange = await collector().fetch({ url: `${base}/a` });
    expect(exchange.reply).toMatchObject({ kind: 'refused', reason });
    expect(exchange.hops).toHaveLength(1);
  });

  test('that never ends is lost after ten hops', async () => {
    const { base, asked } = await site({ '/a': to(302, '/a') });
    const exchange = await collector().fetch({ url: `${base}/a` });
    expect(exchange.reply).toMatchObject({ kind: 'lost', reason: 'too-many-redirects' });
    expect(asked.filter((path) => path === '/a')).toHaveLength(1);
  });

  test('without a location is a reply like any other', async () => {
    const { base } = await site({ '/a': (_, response) => response.writeHead(302).end('nowhere') });
    expect((await collector().fetch({ url: `${base}/a` })).reply).toMatchObject({ kind: 'arrived', status: 302 });
  });

  test.each([
    [303, 'GET '],
    [302, 'GET '],
    [307, 'POST {"q":1}'],
    [308, 'POST {"q":1}'],
  ])('with status %i repeats a POST as %s', async (status, expected) => {
    const { base } = await site({
      '/a': to(status, '/b'),
      '/b': async (request, response) => {
        let sent = '';
        for await (const part of request) sent += part;
        response.end(`${request.method} ${sent}`);
      },
    });
    const payload = { mediaType: 'application/json', text: '{"q":1}' };
    const { reply } = await collector().fetch({ url: `${base}/a`, method: 'POST', payload });
    expect(textOf(reply)).toBe(expected);
  });
});
