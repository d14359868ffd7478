import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openGuard } from '../../src/collect/guard.ts';
import { checkProxies, proxyFor, refusedThroughProxy } from '../../src/collect/proxy.ts';
import { UserError } from '../../src/model/errors.ts';
import { collector, later, site, textOf } from './loopback.ts';

test.each(['garbage', 'file:///etc/passwd', 'http://', 'http://[', '127.0.0.1:3128', ':::', 'http://%zz'])(
  'a variable that names no proxy is told: %s',
  (proxy) => {
    expect(() => checkProxies({ http_proxy: proxy })).toThrow(UserError);
    expect(() => checkProxies({ HTTPS_PROXY: proxy })).toThrow('https_proxy');
  },
);

test('a proxy is none to tell, and neither is an empty variable', () => {
  expect(() => checkProxies({ http_proxy: 'http://user:word@p:1', https_proxy: '' })).not.toThrow();
});

describe('the proxy of an address', () => {
  test.each([
    ['http://data.example/', { http_proxy: 'http://p:1' }, 'http://p:1'],
    ['http://data.example/', { HTTP_PROXY: 'http://p:1' }, 'http://p:1'],
    ['https://data.example/', { http_proxy: 'http://p:1' }, null],
    ['https://data.example/', { HTTPS_PROXY: 'http://p:2' }, 'http://p:2'],
    ['http://data.example/', {}, null],
    ['http://data.example/', { http_proxy: 'http://p:1', no_proxy: '*' }, null],
    ['http://data.example/', { http_proxy: 'http://p:1', NO_PROXY: 'other, data.example' }, null],
    ['http://www.data.example/', { http_proxy: 'http://p:1', no_proxy: 'data.example' }, null],
    ['http://www.data.example/', { http_proxy: 'http://p:1', no_proxy: '.data.example' }, null],
    ['http://mydata.example/', { http_proxy: 'http://p:1', no_proxy: 'data.example' }, 'http://p:1'],
    ['http://data.example:8080/', { http_proxy: 'http://p:1', no_proxy: 'data.example:80' }, 'http://p:1'],
    ['http://data.example:80/', { http_proxy: 'http://p:1', no_proxy: 'data.example:80' }, null],
  ])('%s with %j is %s', (url, environment, expected) => {
    expect(proxyFor(new URL(url), environment)).toBe(expected);
  });
});

describe('through a proxy', () => {
  const guard = openGuard(false);

  test.each([
    ['127.0.0.1', null, 'not a public address'],
    ['data.example', '10.0.0.1', '10.0.0.1'],
    ['data.example', '8.8.8.8', null],
    ['data.example', null, null],
  ])('%s, which resolves to %s here, is refused with %s', async (host, address, expected) => {
    const why = await refusedThroughProxy(
      host,
      (_name, _options, callback) =>
        address === null
          ? callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), '')
          : callback(null, [{ address, family: 4 }]),
      guard,
    );
    if (expected === null) expect(why).toBeNull();
    else expect(why).toContain(expected);
  });

  /** A proxy that leads every name to one server, plainly or through a tunnel. */
  const proxyTo = async (base: string): Promise<{ readonly proxy: string; readonly seen: string[] }> => {
    const target = new URL(base);
    const seen: string[] = [];
    const server = createServer((incoming, outgoing) => {
      seen.push(`${incoming.method} ${incoming.url}`);
      const { pathname } = new URL(incoming.url ?? '', base);
      const onward = httpRequest(`${base}${pathname}`, { method: incoming.method ?? 'GET' }, (reply) => {
        outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(outgoing);
      });
      incoming.pipe(onward);
    });
    server.on('connect', (incoming, socket) => {
      seen.push(`CONNECT ${incoming.url}`);
      const onward = connect(Number(target.port), target.hostname, () => {
        socket.write('HTTP/1.1 200 Connected\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    later(() => {
      server.closeAllConnections();
      server.close();
    });
    return { proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
  };

  const knowsNothing = (
    _name: string,
    _options: unknown,
    callback: (error: NodeJS.ErrnoException, answer: string) => void,
  ) => callback(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }), '');

  test('http is asked in the plain way, and a name that only the proxy knows arrives', async () => {
    const { base } = await site({ '/page': 'from afar' });
    const { proxy, seen } = await proxyTo(base);
    const { fetch } = collector({ allowPrivate: false, environment: { http_proxy: proxy }, lookup: knowsNothing });
    expect(textOf((await fetch({ url: 'http://data.example/page' })).reply)).toBe('from afar');
    expect(seen).toEqual(['GET http://data.example/robots.txt', 'GET http://data.example/page']);
  });

  test('a server that the proxy does not reach is lost for want of a connection', async () => {
    const server = createServer();
    server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    later(() => server.close());
    const environment = { https_proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    const { fetch } = collector({ allowPrivate: false, environment, lookup: knowsNothing });
    expect((await fetch({ url: 'https://data.example/page' })).reply).toMatchObject({
      kind: 'lost',
      reason: 'connect',
      detail: expect.stringContaining('the proxy answered 502 and opened no way to the server'),
    });
  });

  test('a redirect to a private address is refused before the proxy hears of it', async () => {
    const { base } = await site({
      '/away': (_, response) => response.writeHead(302, { location: 'http://[::ffff:169.254.169.254]/latest' }).end(),
    });
    const { proxy, seen } = await proxyTo(base);
    const { fetch } = collector({ allowPrivate: false, environment: { http_proxy: proxy }, lookup: knowsNothing });
    const exchange = await fetch({ url: 'http://data.example/away' });
    expect(exchange.reply).toMatchObject({ kind: 'refused', reason: 'private-address' });
    expect(exchange.hops).toEqual([{ url: 'http://data.example/away', status: 302 }]);
    expect(seen.some((line) => line.includes('169.254') || line.includes('a9fe'))).toBe(false);
  });
});
